# SPDX-License-Identifier: GPL-3.0-or-later
"""A bad network between a server and its peers, by UDP: it loses, delays,
doubles and is cut. One thread passes on everything, in both directions.

    relay = Relay(loss=0.3, seed=1)
    wire = relay.wire(address, peer=(host, port), server=(host, port))

Whoever sends to wire.near reaches the peer, whoever sends to wire.far the
server. So the peer is told that the server is at wire.far, and tells the
server to be at wire.near.
"""

import heapq
import itertools
import random
import selectors
import socket
import threading
import time

LONGEST = 65536


class Wire:
    """The two ends of one path. peer, server: where each really is."""

    def __init__(self, address, peer, server):
        self.peer, self.server = peer, server
        self.ends = [_bind(address), _bind(address)]
        self.near, self.far = (end.getsockname() for end in self.ends)

    def target(self, end):
        """Where what came in at an end goes to."""
        return self.peer if end is self.ends[0] else self.server

    def other(self, end):
        return self.ends[1] if end is self.ends[0] else self.ends[0]


def _bind(address):
    while True:
        end = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        end.setblocking(False)
        end.bind((address, 0))
        if end.getsockname()[1] % 2 == 0:  # RTP wants even ones
            return end
        end.close()


class Relay:
    """loss, double: shares from 0 to 1 of the datagrams, each way alike.
    delay_s: (least, most) of each. All may be changed at any time."""

    def __init__(self, loss=0.0, double=0.0, delay_s=(0, 0), seed=1):
        self.loss, self.double, self.delay_s = loss, double, delay_s
        self.is_cut = False
        self.passed = self.lost = 0
        self._chance = random.Random(seed)
        self._selector = selectors.DefaultSelector()
        self._late = []  # (due, number, end, data, target)
        self._number = itertools.count()
        self._lock = threading.Lock()
        self._open = True
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def wire(self, address, peer, server):
        """A new path whose ends are at an address."""
        made = Wire(address, peer, server)
        with self._lock:
            for end in made.ends:
                self._selector.register(end, selectors.EVENT_READ, made)
        return made

    def drop(self, wire):
        """Takes a path away; once more is none too many."""
        with self._lock:
            ends, wire.ends = wire.ends, []
            for end in ends:
                self._selector.unregister(end)
                end.close()

    def close(self):
        self._open = False
        self._thread.join()

    # In the relay's thread.

    def _run(self):
        while self._open:
            with self._lock:
                for key, _ in self._selector.select(0):
                    self._take(key.fileobj, key.data)
                self._send_due()
            time.sleep(0.002)

    def _take(self, end, wire):
        while True:
            try:
                data, _ = end.recvfrom(LONGEST)
            except OSError:
                return
            if self.is_cut or self._chance.random() < self.loss:
                self.lost += 1
                continue
            self.passed += 1
            for _ in range(2 if self._chance.random() < self.double else 1):
                due = time.monotonic() + self._chance.uniform(*self.delay_s)
                heapq.heappush(self._late, (
                    due, next(self._number), wire.other(end), data,
                    wire.target(end)))

    def _send_due(self):
        now = time.monotonic()
        while self._late and self._late[0][0] <= now:
            _, _, end, data, target = heapq.heappop(self._late)
            if target:
                try:
                    end.sendto(data, target)
                except OSError:
                    pass  # nobody there, or the wire is gone
