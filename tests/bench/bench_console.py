#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How frugal and how quick the console is, on a pseudo-terminal.

A server with 200 agents whose phones are robots takes calls at a rate that
makes about so many events a second; what the rate really was is printed. The
program is started on a pseudo-terminal of a size, its questions about the
cursor are answered as xterm does, and its bytes are counted: until the first
byte, until it has been silent for a while (the first paint), and then per
second. Keys move the selection; the time to the first byte after each is
taken, which a frame of data may shorten but not lengthen.

An agent's screen, on a server of its own, is started some times, left idle, and
then rung again and again: from the row that tells another client so to the
bytes that show it.

Rounds are interleaved; of each figure the median and the range are printed.
The exit code is 1 when a median breaks its failing limit. Sizes of memory are
worth something in a release build only.
"""

import json
import os
import statistics
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests/scenario"))

from bench_calls import Bench, environment  # noqa: E402
from desk import figures_of_desk  # noqa: E402
from terminal import COMMAND, Screen, percentile  # noqa: E402

ROUNDS = int(os.environ.get("CCLITE_BENCH_ROUNDS", "3"))
SECONDS = int(os.environ.get("CCLITE_BENCH_SECONDS", "20"))
EVENTS_PER_CALL = 19
QUEUES = 8
KEYS = 200

# name: (unit, target or None, failing limit or None)
FIGURES = {
    "first byte after exec": ("ms", 30, 60),
    "exec to the agent's screen, complete": ("ms", 200, 400),
    "exec to the cockpit, complete": ("ms", 200, 400),
    "first paint, wallboard 80x24": ("kB", 3.5, 5),
    "first paint, cockpit 132x43": ("kB", 9, 12),
    "agent idle, 80x24": ("B/s", 60, 120),
    "wallboard 80x24, 20 events/s": ("B/s", 500, 800),
    "wallboard 80x24, 200 events/s": ("B/s", 1300, 2000),
    "cockpit 132x43, 50 events/s": ("B/s", 1200, 2000),
    "key to first byte, 200 events/s, p50": ("ms", 3, 5),
    "key to first byte, 200 events/s, p99": ("ms", 16, 25),
    "ringing row to its bytes, p50": ("ms", None, None),
    "ringing row to its bytes, p99": ("ms", 30, 60),
    "RSS of the cockpit": ("MB", 25, 35),
}


class ConsoleBench(Bench):
    """Calls at a rate, and a screen that shows them."""

    def note(self, name, value):
        self.found[name] = value

    def set_up(self):
        """As for calls, with more queues that all agents serve."""
        super().set_up()
        api = self.server.api
        for number in range(1, QUEUES + 1):
            api.post("/api/queues", name=f"queue-{number}", wrap_up="none",
                     max_misses=0, cool_busy_ms=0, cool_failed_ms=0,
                     cool_no_answer_ms=0, cool_rejected_ms=0)
            for name in self.agents:
                api.post(f"/api/queues/queue-{number}/assign", agent_id=name,
                         priority=1)
        waits = [{"name": f"wait-{number}", "type": "queue",
                  "queue": f"queue-{number}"}
                 for number in range(1, QUEUES + 1)]
        api.post("/api/ivr/flows", name="many", text=json.dumps({
            "name": "many", "nodes": [
                {"name": "answer", "type": "answer", "next": "menu"},
                {"name": "menu", "type": "menu", "prompt": "menu",
                 "choices": {str(number): f"wait-{number}"
                             for number in range(1, QUEUES + 1)},
                 "on_timeout": "wait-1", "on_invalid": "wait-1"}] + waits}))
        api.post("/api/entries", name="many", number="300", flow_id="many")

    def seq(self):
        return self.server.api.get("/api/state")["seq"]

    def load(self, events_per_s):
        """Robots that make about so many events a second."""
        per_s = events_per_s / EVENTS_PER_CALL
        calls = int(per_s * (SECONDS + 25)) + 1
        child = self.robots(f"load{events_per_s}", self.agents, "--callers",
                            str(calls), "--rate", f"{per_s:.3f}", "--called",
                            "300", "--digits", "12345678",
                            "--digit-after", "300-300",
                            "--talk", "2000-2000", "--caller-ends-share", "0",
                            "--listen-share", "0")
        self.go(child)
        time.sleep(5)
        return child

    def under(self, events_per_s, measure):
        child = self.load(events_per_s)
        before, began = self.seq(), time.monotonic()
        measure()
        rate = (self.seq() - before) / (time.monotonic() - began)
        print(f"# {rate:.0f} events/s where {events_per_s} were wanted",
              flush=True)
        child.terminate()
        child.communicate(timeout=60)
        self.rest(self.agents)

    def wallboard(self, events_per_s):
        def measure():
            screen = Screen(self.server.socket, 24, 80, "wallboard",
                            "--page", "0s")
            size, _ = screen.paint(b"sales")
            self.note("first paint, wallboard 80x24", size / 1000)
            self.note(f"wallboard 80x24, {events_per_s} events/s",
                      screen.rate(SECONDS))
            screen.close()
        self.under(events_per_s, measure)

    def cockpit(self):
        def measure():
            screen = Screen(self.server.socket, 43, 132, "console", "cockpit")
            size, complete_s = screen.paint(b"a000")
            self.note("exec to the cockpit, complete", complete_s * 1000)
            self.note("first paint, cockpit 132x43", size / 1000)
            self.note("cockpit 132x43, 50 events/s", screen.rate(SECONDS))
            self.note("RSS of the cockpit", screen.rss_mb())
            screen.close()
        self.under(50, measure)

    def keys(self):
        def measure():
            screen = Screen(self.server.socket, 24, 80, "console", "cockpit")
            screen.paint(b"a000")
            took = sorted(screen.press(key) for _ in range(KEYS // 2)
                          for key in (b"\033OB", b"\033OA"))
            self.note("key to first byte, 200 events/s, p50",
                      took[len(took) // 2])
            self.note("key to first byte, 200 events/s, p99",
                      percentile(took, 99))
            screen.close()
        self.under(200, measure)


def one_round(number):
    bench = ConsoleBench(number)
    bench.start()
    bench.set_up()
    bench.wallboard(20)
    bench.wallboard(200)
    bench.cockpit()
    bench.keys()
    bench.server.kill()
    return {**bench.found, **figures_of_desk(number)}


def report(rounds):
    """Prints the table; returns whether all failing limits are kept."""
    kept = True
    print(f"\n{'figure':42} {'median':>9} {'least':>9} {'most':>9}"
          f"      target   fails over")
    for name, (unit, target, limit) in FIGURES.items():
        values = [found[name] for found in rounds if name in found]
        median = statistics.median(values)
        broken = limit is not None and median > limit
        kept = kept and not broken
        print(f"{name:42} {median:9.2f} {min(values):9.2f} "
              f"{max(values):9.2f} {unit:4} {target or '-':>8} {limit or '-':>9}"
              + ("  BROKEN" if broken else
                 "  missed" if target and median > target else ""))
    return kept


if __name__ == "__main__":
    with open(COMMAND, "rb") as program:
        if b"__asan_init" in program.read():
            sys.exit("bench: this build has sanitizers; measure a release "
                     "build: ./bootstrap build && make -C build/release bench")
    environment()
    sys.exit(0 if report([one_round(n) for n in range(ROUNDS)]) else 1)
