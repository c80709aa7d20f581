#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How frugal and how quick the console is, on a pseudo-terminal.

A server with 200 agents whose phones are robots takes calls at a rate that
makes about so many events a second; what the rate really was is printed. The
program is started on a pseudo-terminal of a size, its questions about the
cursor are answered as xterm does, and its bytes are counted: until the first
byte, until it has been silent for a while (the first paint), and then per
second. Keys move the selection; the time to the first byte after each is
taken, which a frame of data may shorten but not lengthen. A slow line passes
2 kB a second and takes 300 ms there and back; there a key is waited for until
its effect can be seen.

An agent's screen, on a server of its own, is started some times, left idle,
put on a call, and then rung again and again: from the row that tells another
client so to the bytes that show it. Processor time, wake-ups and writes are
those of the whole process, by /proc.

Rounds are interleaved; of each figure the median and the range are printed.
The exit code is 1 when a median breaks its failing limit. Sizes of memory are
worth something in a release build only. A day of a wallboard is in make soak.
"""

import os
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests/scenario"))

from bench_calls import environment  # noqa: E402
from desk import Desk  # noqa: E402
from floor import Floor  # noqa: E402
import release  # noqa: E402
from terminal import COMMAND  # noqa: E402

ROUNDS = int(os.environ.get("CCLITE_BENCH_ROUNDS", "3"))
SECONDS = int(os.environ.get("CCLITE_BENCH_SECONDS", "10"))
RUNS = 20

# name: (unit, target or None, failing limit or None)
FIGURES = {
    "cclite --version": ("ms", 15, 30),
    "cclite completion words": ("ms", 150, 250),
    "size of cclite, stripped": ("MB", 1.5, 3),
    "first byte after exec": ("ms", 30, 60),
    "exec to the agent's screen, complete": ("ms", 200, 400),
    "exec to the cockpit, complete": ("ms", 200, 400),
    "first paint, wallboard 80x24": ("kB", 3.5, 5),
    "first paint, cockpit 132x43": ("kB", 9, 12),
    "first paint, wallboard 160x45": ("kB", 11, 14),
    "agent idle, 80x24": ("B/s", 60, 120),
    "agent on a call, 80x24": ("B/s", 120, 240),
    "wallboard 80x24, 20 events/s": ("B/s", 500, 800),
    "wallboard 80x24, 200 events/s": ("B/s", 1300, 2000),
    "wallboard 160x45, 500 events/s": ("B/s", 1600, 2400),
    "cockpit 132x43, 50 events/s": ("B/s", 1200, 2000),
    "the same on a slow line, of its bytes": ("%", 25, 35),
    "the selection moves one row": ("B", 120, 250),
    "key to first byte, quiet, p50": ("ms", 2, 5),
    "key to first byte, quiet, p99": ("ms", 10, 25),
    "the same less waits for a processor, quiet, p99": ("ms", None, None),
    "key to first byte, 500 events/s, p50": ("ms", 3, 5),
    "key to first byte, 500 events/s, p99": ("ms", 16, 25),
    "the same less waits for a processor, 500 events/s, p99": ("ms", None, None),
    "key to sight behind 2 kB/s, less the round trip, p95": ("ms", 250, 600),
    "ringing row to its bytes, p50": ("ms", None, None),
    "ringing row to its bytes, p99": ("ms", 30, 60),
    "another row to its bytes, p95": ("ms", 260, 400),
    "server again to a live screen, slowest": ("s", 3, 6),
    "agent idle, CPU": ("%", 0.1, 0.3),
    "agent idle, wake-ups": ("/s", None, 3),
    "agent idle, writes": ("/s", 1.1, None),
    "CPU of the wallboard 160x45, 500 events/s": ("%", 2, 4),
    "RSS of the agent's screen": ("MB", 18, 24),
    "RSS of the cockpit, 1,000 agents": ("MB", 25, 35),
}


def time_of(*arguments):
    """Milliseconds a command takes, the median of some."""
    took = []
    for _ in range(RUNS):
        began = time.monotonic()
        subprocess.run([COMMAND, *arguments], check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        took.append((time.monotonic() - began) * 1000)
    return statistics.median(took)


def stripped_mb():
    copy = COMMAND + ".stripped"
    subprocess.run(["strip", "-o", copy, COMMAND], check=True)
    size = os.path.getsize(copy)
    os.unlink(copy)
    return size / 1e6


def commands():
    return {
        "cclite --version": time_of("--version"),
        "cclite completion words": time_of("completion", "words", "--", "qu"),
        "size of cclite, stripped": stripped_mb(),
    }


def one_round(number):
    return {**commands(), **Floor(number, SECONDS).measure(),
            **Desk(number, SECONDS).measure()}


def report(rounds):
    """Prints the table; returns whether all failing limits are kept."""
    kept = True
    print(f"\n{'figure':52} {'median':>9} {'least':>9} {'most':>9}"
          f"      target   fails over")
    for name, (unit, target, limit) in FIGURES.items():
        values = [found[name] for found in rounds]
        median = statistics.median(values)
        broken = limit is not None and median > limit
        kept = kept and not broken
        print(f"{name:52} {median:9.2f} {min(values):9.2f} "
              f"{max(values):9.2f} {unit:4} {target or '-':>8} {limit or '-':>9}"
              + ("  FAILS" if broken else
                 "  missed" if target and median > target else ""))
    return kept


def main():
    release.demand(COMMAND)
    environment()
    rounds, began = [], time.monotonic()
    for number in range(ROUNDS):
        rounds.append(one_round(number))
        print(f"# round {number + 1} of {ROUNDS} ended after "
              f"{time.monotonic() - began:.0f} s: " + ", ".join(
                  f"{name} {value:.2f}"
                  for name, value in rounds[-1].items()), flush=True)
    return report(rounds)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
