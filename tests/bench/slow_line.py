# SPDX-License-Identifier: GPL-3.0-or-later
"""A terminal far away: each way takes its time, and bytes are few a second."""

import os
import select
import time

from terminal import Screen

ROUND_TRIP_S = 0.3
BYTES_PER_S = 2000
STEP_S = 0.005
WAIT_S = 15


class SlowScreen(Screen):
    """Reads no faster than the line; what it reads is seen half a round trip
    later, and what is typed, or answered, is there half a round trip later.
    The whole backlog is so in the pseudo-terminal, as with sshd."""

    def __init__(self, *arguments, **more):
        super().__init__(*arguments, environment={
            "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}, **more)
        self.paid = time.monotonic()
        self.coming, self.going = [], []
        self.count = 0

    def _later(self, queue, data):
        queue.append((time.monotonic() + ROUND_TRIP_S / 2, data))

    def _read_what_fits(self, now):
        room = int((now - self.paid) * BYTES_PER_S)
        if room < 1:
            return
        if not select.select([self.tty], [], [], 0)[0]:
            self.paid = now  # a line that rests saves nothing up
            return
        data = os.read(self.tty, room)
        self.paid += len(data) / BYTES_PER_S
        self.count += len(data)
        self._later(self.coming, data)

    def step(self):
        """A moment of it."""
        now = time.monotonic()
        self._read_what_fits(now)
        while self.coming and self.coming[0][0] <= now:
            data = self.coming.pop(0)[1]
            self.show(data)
            for _ in range(data.count(b"\033[5n")):
                self._later(self.going, b"\033[0n")
        while self.going and self.going[0][0] <= now:
            os.write(self.tty, self.going.pop(0)[1])
        time.sleep(STEP_S)

    def run(self, seconds):
        """Bytes a second, of so many seconds."""
        before, until = self.count, time.monotonic() + seconds
        while time.monotonic() < until:
            self.step()
        return (self.count - before) / seconds

    def until(self, is_shown):
        began = time.monotonic()
        while not is_shown():
            assert time.monotonic() < began + WAIT_S, self.shown.text()
            self.step()
        return (time.monotonic() - began) * 1000

    def selected(self):
        """The row of the selection."""
        rows = self.shown.text().split("\n")
        return next((i for i, row in enumerate(rows) if "▌" in row), None)

    def key_to_sight(self, times):
        """Milliseconds from a key to its effect on the screen, sorted."""
        took = []
        for number in range(times):
            self.run(0.2 + number * 0.618 % 0.5)
            before = self.selected()
            self._later(self.going, b"\033OA" if number % 2 else b"\033OB")
            took.append(self.until(lambda: self.selected() != before))
        return sorted(took)
