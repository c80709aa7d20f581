# SPDX-License-Identifier: GPL-3.0-or-later
"""A program on a pseudo-terminal, whose bytes are counted and timed."""

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

import place
import screen

COMMAND = os.path.join(place.BUILD, "cclite")
SILENCE_S = 0.12


def percentile(ordered, percent):
    """By the nearest rank: as many as that are no larger."""
    return ordered[(len(ordered) * percent + 99) // 100 - 1]


class Use:
    """What a process has used until now, by /proc."""

    def __init__(self, pid):
        self.at = time.monotonic()
        self.cpu_ns = self.wakes = 0
        for thread in os.listdir(f"/proc/{pid}/task"):
            where = f"/proc/{pid}/task/{thread}"
            self.cpu_ns += int(self.text(f"{where}/schedstat").split()[0])
            self.wakes += self._number(f"{where}/status",
                                       "voluntary_ctxt_switches")
        self.writes = self._number(f"/proc/{pid}/io", "syscw")
        self.rss_mb = self._number(f"/proc/{pid}/status", "VmRSS") / 1000
        self.files = len(os.listdir(f"/proc/{pid}/fd"))

    @staticmethod
    def text(path):
        with open(path, encoding="ascii") as file:
            return file.read()

    def _number(self, path, name):
        return int(re.search(rf"^{name}:\s+(\d+)", self.text(path),
                             re.M).group(1))

    def per_s(self, name, later):
        return ((getattr(later, name) - getattr(self, name))
                / (later.at - self.at))


class Screen:
    """A program on a pseudo-terminal of a size."""

    def __init__(self, socket, rows, columns, *arguments, token_file="",
                 environment=()):
        self.began = time.monotonic()
        self.shown = screen.Screen(rows, columns)
        self.rest = ""
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.pid, self.tty = pty.fork()
        if self.pid == 0:
            os.environ.pop("SSH_CONNECTION", None)
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8",
                              CCLITE_SOCKET=socket,
                              CCLITE_TOKEN_FILE=token_file,
                              CCLITE_LOCALE_DIR=os.path.join(place.BUILD,
                                                             "po"),
                              **dict(environment))
            os.execv(COMMAND, [COMMAND, *arguments])
        fcntl.ioctl(self.tty, termios.TIOCSWINSZ,
                    struct.pack("HHHH", rows, columns, 0, 0))
        self.first_s = self.last_s = None
        self.end = b""
        self.answers = [b"\033[1;2R"] * 3 + [b"\033[1;4R"]

    def read(self, seconds):
        """The bytes of so many seconds; questions are answered."""
        heard, until = b"", time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not select.select([self.tty], [], [], left)[0]:
                break
            heard += self.take()
        return heard

    def take(self):
        try:
            more = os.read(self.tty, 65536)
        except OSError as gone:
            raise AssertionError(f"the program ended: {self.end}") from gone
        now = time.monotonic() - self.began
        self.first_s = self.first_s or now
        self.last_s = now
        self.end = (self.end + more)[-2000:]
        for _ in range(more.count(b"\033[6n")):
            os.write(self.tty, self.answers.pop(0))
        return more

    def show(self, heard):
        """Draws bytes; what is cut in two waits for its rest."""
        self.rest = self.shown.feed(self.rest + self.decoder.decode(heard))

    def paint(self, words):
        """Reads until words are shown, and then until it is silent. What goes
        on moving is not waited for: a frame is over after SILENCE_S."""
        size, until = 0, time.monotonic() + 10
        while words not in self.shown.text():
            assert time.monotonic() < until, self.shown.text()
            heard = self.read(0.01)
            self.show(heard)
            size += len(heard)
        complete_s = self.last_s
        heard = self.read(SILENCE_S)
        self.show(heard)
        return size + len(heard), complete_s

    def rate(self, seconds):
        heard = self.read(seconds)
        self.show(heard)
        return len(heard) / seconds

    def waited_ms(self):
        """How long the program and this one have waited for a processor."""
        return sum(int(Use.text(f"/proc/{pid}/schedstat").split()[1])
                   for pid in (self.pid, "thread-self")) / 1e6

    def press(self, key):
        """Milliseconds to the first byte after a key, the same without waits
        for a processor, and the bytes."""
        self.show(self.read(0.13))
        waited, sent = self.waited_ms(), time.monotonic()
        os.write(self.tty, key)
        assert select.select([self.tty], [], [], 5)[0], "a key shows nothing"
        took = (time.monotonic() - sent) * 1000
        own = max(0, took - (self.waited_ms() - waited))
        heard = self.take()
        self.show(heard)
        return took, own, len(heard)

    def presses(self, times):
        """Down and up so often: what press() tells, each sorted."""
        found = [self.press(key) for _ in range(times)
                 for key in (b"\033OB", b"\033OA")]
        return [sorted(one) for one in zip(*found)]

    def use(self):
        return Use(self.pid)

    def close(self):
        """Ends it; what it says on its way out must be read, or it waits."""
        os.kill(self.pid, signal.SIGTERM)
        try:
            while os.read(self.tty, 65536):
                pass
        except OSError:
            pass  # the terminal's other end is closed
        os.waitpid(self.pid, 0)
        os.close(self.tty)
