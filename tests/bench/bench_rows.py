#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon a console sees what has happened.

A supervisor's console watches agents and queues; an agent is paused, again and
again, each time for another reason, by a command over the API. Measured is the
time from the first byte of the command to the row that tells of it at the
client, with the command's own way through the server in it: with one console,
and with a hundred, each counted. Frames of a server are not masked, so a row is
found in the bytes without decoding them, which would take this program longer
than the server needs.

Three rounds of both, interleaved, after one of each that does not count; of
each figure the median and the range are printed. The exit code is 1 when a
median breaks its failing limit.
"""

import http.client
import json
import os
import select
import socket
import statistics
import sys
import time

sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests/scenario"))
sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests/web"))

import release  # noqa: E402
from server import PROGRAM, Server  # noqa: E402
from ws_peer import Bare  # noqa: E402

ROUNDS = int(os.environ.get("CCLITE_BENCH_ROUNDS", "3"))
CHANGES = 200
CONSOLES = 100
AGENTS = 100

# name: (unit, failing limit or None)
FIGURES = {
    "command to row, one console, p50": ("ms", None),
    "command to row, one console, p95": ("ms", 10),
    f"command to row, {CONSOLES} consoles, p50": ("ms", None),
    f"command to row, {CONSOLES} consoles, p99": ("ms", 50),
    "CPU of cclited per row sent": ("us", None),
}


class Place:
    """What ws_peer wants to know of a server."""

    def __init__(self, server):
        self.socket_path = server.socket


class Bench:
    def __init__(self):
        self.server = Server("rows").start()
        api = self.server.api
        api.post("/api/users", name="boss", role="admin", uid=os.getuid())
        for number in range(AGENTS):
            api.post("/api/agents", name=f"a{number:03}")
        api.post("/api/queues", name="sales")
        for number in range(CHANGES):
            api.post("/api/pause-reasons", name=f"reason-{number:03}-x")
        api.post("/api/queues/sales/assign", agent_id="a000", priority=1)
        api.post("/api/agents/a000/log-in")
        self.commands = http.client.HTTPConnection("localhost")
        self.commands.sock = socket.socket(socket.AF_UNIX)
        self.commands.sock.connect(self.server.socket)
        self.consoles = []
        self.turn = 0

    def open(self, count):
        """That many consoles, all told what is so."""
        while len(self.consoles) < count:
            console = Bare(Place(self.server), local=True)
            for topic in ("agents", "queues"):
                console.send(1, json.dumps(
                    {"do": "watch", "topic": topic}).encode())
            whole = b""
            while whole.count(b'"last":true') < 2:
                whole += console.sock.recv(1 << 20)
            self.consoles.append(console)

    def close(self):
        for console in self.consoles:
            console.close()
        self.consoles = []

    def change(self):
        """One command; how long each console waited for the row, in ms."""
        name = f"reason-{self.turn % CHANGES:03}-x"
        self.turn += 1
        wanted = f'"reason":"{name}"'.encode()
        left = {c.sock.fileno(): [c.sock, b""] for c in self.consoles}
        poll = select.poll()
        for fd in left:
            poll.register(fd, select.POLLIN)
        waited = []
        began = time.perf_counter()
        self.commands.request("POST", "/api/agents/a000/pause",
                              json.dumps({"reason_id": name}),
                              {"Content-Type": "application/json"})
        while left:
            ready = poll.poll(5000)
            now = time.perf_counter()
            assert ready, "no row in 5 s"
            for fd, _ in ready:
                if fd not in left:
                    continue
                left[fd][1] += left[fd][0].recv(1 << 16)
                if wanted in left[fd][1]:
                    waited.append((now - began) * 1000)
                    poll.unregister(fd)
                    del left[fd]
        answer = self.commands.getresponse()
        assert answer.status == 200, answer.read()
        answer.read()
        return waited

    def drain(self):
        """What still comes, of the queue's row."""
        for console in self.consoles:
            console.sock.setblocking(False)
            try:
                while console.sock.recv(1 << 16):
                    pass
            except BlockingIOError:
                pass
            console.sock.setblocking(True)

    def measure(self, count):
        self.open(count)
        waited = []
        for _ in range(CHANGES):
            waited += self.change()
            self.drain()
        self.close()
        return sorted(waited)

    def cpu_us(self):
        with open(f"/proc/{self.server.pid()}/stat",
                  encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1e6 / os.sysconf(
            "SC_CLK_TCK")


def at(sorted_values, percent):
    return sorted_values[min(len(sorted_values) - 1,
                             len(sorted_values) * percent // 100)]


def round_of(bench):
    found = {}
    one = bench.measure(1)
    found["command to row, one console, p50"] = at(one, 50)
    found["command to row, one console, p95"] = at(one, 95)
    bench.open(CONSOLES)
    cpu = bench.cpu_us()
    many = bench.measure(CONSOLES)
    found["CPU of cclited per row sent"] = (bench.cpu_us() - cpu) / len(many)
    found[f"command to row, {CONSOLES} consoles, p50"] = at(many, 50)
    found[f"command to row, {CONSOLES} consoles, p99"] = at(many, 99)
    return found


def main():
    bench = Bench()
    round_of(bench)
    rounds = [round_of(bench) for _ in range(ROUNDS)]
    bench.server.stop()
    broken = 0
    for name, (unit, limit) in FIGURES.items():
        values = [found[name] for found in rounds]
        median = statistics.median(values)
        verdict = "" if limit is None else \
            f"  limit {limit}" + (" BROKEN" if median > limit else "")
        broken += limit is not None and median > limit
        print(f"{name:45} {median:8.2f} {unit}"
              f"  ({min(values):.2f} to {max(values):.2f}){verdict}",
              flush=True)
    return 1 if broken else 0


release.demand(PROGRAM)
sys.exit(main())
