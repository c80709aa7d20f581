# SPDX-License-Identifier: GPL-3.0-or-later
"""An agent's screen: how soon it is there, and how soon a caller on it."""

import json
import os
import select
import statistics
import sys
import time

import place
from centre import Centre
from server import Server
from terminal import Screen, percentile

sys.path.insert(0, os.path.join(place.SOURCE, "tests/web"))
from ws_peer import Bare  # noqa: E402

STARTS = 12
RINGS = 100
PAUSES = 40
RESTARTS = 5
COOL_MS = 600  # longer than a frame: the screen is empty before each
PONG = 10  # RFC 6455, 5.5.3


class Desk:
    """The console of one agent, to whom a caller is offered again and again.

    A client of ours watches the same agent: what it is told is the moment to
    which the console's bytes are compared. Both are looked at by one poll.
    """

    def __init__(self, number, seconds):
        self.seconds = seconds
        self.found = {}
        self.centre = Centre(Server(f"desk{number}").start(),
                             {"cool_rejected_ms": COOL_MS, "max_misses": 0})
        api = self.centre.api
        for more in ("billing", "returns"):
            api.post("/api/queues", name=more)
        api.post("/api/pause-reasons", name="lunch")
        self.ana = self.centre.agent("ana", "sales", "support", "billing",
                                     "returns", mode="on_demand")
        api.post("/api/users", name="ana", role="agent")
        api.put("/api/agents/ana", user_id="ana")
        self.token = api.post("/api/users/ana/tokens",
                              label="console")["token"]
        self.token_file = place.write(f"desk{number}/token", self.token)
        os.chmod(self.token_file, 0o600)

    def screen(self):
        return Screen(self.centre.server.socket, 24, 80, "console",
                      token_file=self.token_file)

    def note(self, name, value):
        self.found[name] = value

    def starts(self):
        """Medians of some: the first byte, and the whole screen, in ms."""
        first, whole = [], []
        for _ in range(STARTS):
            screen = self.screen()
            _, complete_s = screen.paint("returns")  # the last row
            first.append(screen.first_s * 1000)
            whole.append(complete_s * 1000)
            screen.close()
        self.note("first byte after exec", statistics.median(first))
        self.note("exec to the agent's screen, complete",
                  statistics.median(whole))

    def shown(self):
        """A screen of an agent who is there."""
        screen = self.screen()
        screen.paint("My queues")
        self.ana.wait("available")
        screen.show(screen.read(1))
        return screen

    def idle(self):
        screen = self.shown()
        before = screen.use()
        self.note("agent idle, 80x24", screen.rate(self.seconds))
        after = screen.use()
        self.note("agent idle, CPU", before.per_s("cpu_ns", after) / 1e7)
        self.note("agent idle, wake-ups", before.per_s("wakes", after))
        self.note("agent idle, writes", before.per_s("writes", after))
        self.note("RSS of the agent's screen", after.rss_mb)
        screen.close()

    def call(self):
        screen = self.shown()
        call = self.centre.in_queue()
        self.ana.wait("offered")
        self.ana.does("accept")
        self.ana.phone.next_call().answer(hertz=620)
        call.wait_hears(620)
        screen.read(1)
        self.note("agent on a call, 80x24", screen.rate(self.seconds))
        self.ana.does("hang-up")
        self.ana.wait("available")
        screen.close()

    def watch(self):
        """A client of ours that is told of the agents."""
        self.socket_path = self.centre.server.socket
        rows = Bare(self, token=self.token, local=True)
        rows.send(1, json.dumps({"do": "watch", "topic": "agents"}).encode())
        return rows

    def rings(self):
        """How long each ringing row took to the screen."""
        screen, rows = self.shown(), self.watch()
        call = self.centre.in_queue()
        took = []
        for number in range(RINGS):
            took.append(self.row_to_sight(rows.sock, screen, "offered",
                                          lambda heard, _: b"INCOMING" in heard))
            self.between(number, rows, screen)
            self.ana.does("reject")
        call.hang_up()
        rows.close()
        screen.close()
        took.sort()
        self.note("ringing row to its bytes, p50", percentile(took, 50))
        self.note("ringing row to its bytes, p99", percentile(took, 99))

    def pauses(self):
        """How long any other row took."""
        screen, rows = self.shown(), self.watch()
        took = []
        for number in range(PAUSES):
            self.between(number, rows, screen)
            if number % 2:
                self.ana.does("available")
                took.append(self.row_to_sight(
                    rows.sock, screen, "available",
                    lambda _, text: "READY" in text))
            else:
                self.ana.does("pause", reason_id="lunch")
                took.append(self.row_to_sight(
                    rows.sock, screen, "paused",
                    lambda _, text: "READY" not in text))
        rows.close()
        screen.close()
        self.note("another row to its bytes, p95",
                  percentile(sorted(took), 95))

    @staticmethod
    def between(number, rows, screen):
        """So that each comes at another time of a frame."""
        screen.show(screen.read(0.1 + number * 0.618 % 0.25))
        drain(rows.sock)
        rows.send(PONG)  # the server's ping is not read: still here

    def reconnects(self):
        """From a server that serves again to a screen that is live."""
        screen, took = self.shown(), []
        for _ in range(RESTARTS):
            self.centre.server.kill()
            self.see(screen, lambda text: "OFFLINE" in text)
            self.centre.server.start()
            began = time.monotonic()
            self.see(screen, lambda text: "OFFLINE" not in text)
            took.append(time.monotonic() - began)
        screen.close()
        self.note("server again to a live screen, slowest", max(took))

    @staticmethod
    def see(screen, is_shown):
        until = time.monotonic() + 60
        while not is_shown(screen.shown.text()):
            assert time.monotonic() < until, screen.shown.text()
            screen.show(screen.read(0.02))

    def measure(self):
        self.starts()
        self.idle()
        self.call()
        self.rings()
        self.pauses()
        self.reconnects()
        for peer in (self.centre.trunk, self.ana.phone):
            peer.close()
        self.centre.server.kill()
        return self.found

    @staticmethod
    def row_to_sight(rows, screen, state, is_shown):
        told, told_at = b"", None
        shown_at = None
        heard = b""
        until = time.monotonic() + 10
        while told_at is None or shown_at is None:
            assert time.monotonic() < until, (told, screen.shown.text())
            ready = select.select([rows, screen.tty], [], [], 1)[0]
            now = time.monotonic()
            if rows in ready:
                told += rows.recv(1 << 16)
                if told_at is None and b'"state":"%s"' % state.encode() in told:
                    told_at = now
            if screen.tty in ready:
                more = screen.take()
                heard += more
                screen.show(more)
                if shown_at is None and is_shown(heard, screen.shown.text()):
                    shown_at = now
        return (shown_at - told_at) * 1000


def drain(sock):
    while select.select([sock], [], [], 0)[0]:
        assert sock.recv(1 << 16), "the server hung up"
