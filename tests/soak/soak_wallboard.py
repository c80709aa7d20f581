#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A wallboard that hangs on a wall for a day.

The program's clocks run a hundred times as fast (fast_clock.c), so that a day
takes a quarter of an hour; agents are paused for one reason after another, and
the server is killed every ten minutes of that day. After the first hour the
program must grow by less than 1 MB and keep its number of open files, no minute
of the clock on the board may be missing, and at its end it must be live.

CCLITE_SOAK_HOURS and CCLITE_SOAK_SPEED say otherwise.
"""

import os
import re
import sys
import time

sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests/bench"))
sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests/scenario"))

import place  # noqa: E402
from server import Server  # noqa: E402
from terminal import Screen  # noqa: E402

HOURS = float(os.environ.get("CCLITE_SOAK_HOURS", "24"))
SPEED = int(os.environ.get("CCLITE_SOAK_SPEED", "100"))
KILL_EVERY_S = 600 / SPEED
GROWTH_MB = 1
AGENTS = 20
REASONS = ("lunch", "coffee")
CLOCK = re.compile(r"\w+ \d+ \w+ +(\d\d):(\d\d)$", re.M)


class Day:
    def __init__(self):
        self.server = Server("soak").start()
        api = self.server.api
        api.post("/api/users", name="boss", role="admin", uid=os.getuid())
        api.post("/api/queues", name="sales")
        for name in REASONS:
            api.post("/api/pause-reasons", name=name)
        for number in range(AGENTS):
            api.post("/api/devices", name=f"a{number}")
            api.post("/api/agents", name=f"a{number}", device_id=f"a{number}")
            api.post("/api/queues/sales/assign", agent_id=f"a{number}",
                     priority=1)
        self.screen = Screen(
            self.server.socket, 24, 80, "wallboard", "--page", "0s",
            environment={
                "LD_PRELOAD": os.path.join(place.BUILD,
                                           "tests/soak/fast_clock.so"),
                "CCLITE_CLOCK_SPEED": str(SPEED),
                # what a sanitizer keeps of freed memory is not the program's
                "ASAN_OPTIONS": "verify_asan_link_order=0:"
                                "quarantine_size_mb=4:" +
                                os.environ.get("ASAN_OPTIONS", "")})
        self.minute, self.missed, self.minutes = None, 0, 0
        self.done, self.kills = 0, 0

    def change(self):
        """One agent does something else."""
        name = f"a{self.done % AGENTS}"
        reason = REASONS[self.done // AGENTS % 2]
        self.server.api.ask("POST", f"/api/agents/{name}/log-in", {})
        self.server.api.ask("POST", f"/api/agents/{name}/pause",
                            {"reason_id": reason})
        self.done += 1

    def look(self):
        """Reads a moment, and what the clock on the board says then: after
        each sequence, since much may have come while nobody read."""
        for part in re.split(b"(?=\033)", self.screen.read(0.1)):
            self.screen.show(part)
            found = CLOCK.search(self.screen.shown.text())
            if found:
                self.tick(int(found.group(1)) * 60 + int(found.group(2)))

    def tick(self, minute):
        if self.minute is not None and minute != self.minute:
            self.minutes += 1
            self.missed += (minute - self.minute) % 1440 - 1
        self.minute = minute

    def run_for(self, hours):
        until = time.monotonic() + hours * 3600 / SPEED
        kill_at = time.monotonic() + KILL_EVERY_S
        while time.monotonic() < until:
            if time.monotonic() > kill_at:
                self.server.kill()
                self.look()
                self.server.start()
                self.kills += 1
                kill_at = time.monotonic() + KILL_EVERY_S
            self.change()
            self.look()

    def is_live(self):
        until = time.monotonic() + place.PATIENCE_S
        while " live" not in self.screen.shown.text():
            if time.monotonic() > until:
                return False
            self.look()
        return True


def main():
    day = Day()
    day.run_for(1)
    before = day.screen.use()
    day.run_for(HOURS - 1)
    live = day.is_live()
    after = day.screen.use()
    grown = after.rss_mb - before.rss_mb
    print(f"{HOURS:g} h at {SPEED} times: {day.minutes} minutes shown, "
          f"{day.missed} missed, {day.kills} servers killed, {day.done} "
          f"changes, {before.rss_mb:.1f} MB grew by {grown:.2f}, "
          f"{before.files} files became {after.files}, "
          f"{'live' if live else 'not live'} at the end", flush=True)
    day.screen.close()
    day.server.kill()
    return (live and grown < GROWTH_MB and after.files == before.files
            and day.missed == 0 and day.minutes >= HOURS * 60 - 2)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
