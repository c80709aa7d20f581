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

SECONDS = int(os.environ.get("CCLITE_BENCH_SECONDS", "20"))
STARTS = 12
RINGS = 100
COOL_MS = 600  # longer than a frame: the screen is empty before each
PONG = 10  # RFC 6455, 5.5.3


class Desk:
    """The console of one agent, to whom a caller is offered again and again.

    A client of ours watches the same agent: what it is told is the moment to
    which the console's bytes are compared. Both are looked at by one poll.
    """

    def __init__(self, number):
        self.centre = Centre(Server(f"desk{number}").start(),
                             {"cool_rejected_ms": COOL_MS, "max_misses": 0})
        api = self.centre.api
        for more in ("billing", "returns"):
            api.post("/api/queues", name=more)
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

    def starts(self):
        """Medians of some: the first byte, and the whole screen, in ms."""
        first, whole = [], []
        for _ in range(STARTS):
            screen = self.screen()
            _, complete_s = screen.paint(b"returns")  # the last row
            first.append(screen.first_s * 1000)
            whole.append(complete_s * 1000)
            screen.close()
        return statistics.median(first), statistics.median(whole)

    def idle(self):
        screen = self.screen()
        screen.paint(b"My queues")
        self.ana.wait("available")
        screen.read(1)
        rate = screen.rate(SECONDS)
        screen.close()
        return rate

    def rings(self):
        """How long each ringing row took to the screen, in ms, sorted."""
        screen = self.screen()
        screen.paint(b"My queues")
        self.ana.wait("available")
        self.socket_path = self.centre.server.socket
        rows = Bare(self, token=self.token, local=True)
        rows.send(1, json.dumps({"do": "watch", "topic": "agents"}).encode())
        self.centre.in_queue()
        took = []
        for number in range(RINGS):
            took.append(self.ring(rows.sock, screen))
            screen.read(0.1 + number * 0.618 % 0.25)  # at any time of a frame
            drain(rows.sock)
            rows.send(PONG)  # the server's ping is not read: still here
            self.ana.does("reject")
        rows.close()
        screen.close()
        return sorted(took)

    @staticmethod
    def ring(rows, screen):
        told, told_at = b"", None
        shown, shown_at = b"", None
        until = time.monotonic() + 10
        while told_at is None or shown_at is None:
            assert time.monotonic() < until, (told, shown)
            ready = select.select([rows, screen.tty], [], [], 1)[0]
            now = time.monotonic()
            if rows in ready:
                told += rows.recv(1 << 16)
                if told_at is None and b'"state":"offered"' in told:
                    told_at = now
            if screen.tty in ready:
                shown += screen.take()
                if shown_at is None and b"INCOMING" in shown:
                    shown_at = now
        return (shown_at - told_at) * 1000


def drain(sock):
    while select.select([sock], [], [], 0)[0]:
        assert sock.recv(1 << 16), "the server hung up"


def figures_of_desk(number):
    """The figures of an agent's screen."""
    one = Desk(number)
    first, whole = one.starts()
    idle, rings = one.idle(), one.rings()
    one.centre.server.kill()
    return {
        "first byte after exec": first,
        "exec to the agent's screen, complete": whole,
        "agent idle, 80x24": idle,
        "ringing row to its bytes, p50": percentile(rings, 50),
        "ringing row to its bytes, p99": percentile(rings, 99),
    }
