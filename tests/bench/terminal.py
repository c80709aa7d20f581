# SPDX-License-Identifier: GPL-3.0-or-later
"""A program on a pseudo-terminal, whose bytes are counted and timed."""

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

COMMAND = os.path.join(place.BUILD, "cclite")
SILENCE_S = 0.12


def percentile(ordered, percent):
    """By the nearest rank: as many as that are no larger."""
    return ordered[(len(ordered) * percent + 99) // 100 - 1]


class Screen:
    """A program on a pseudo-terminal of a size."""

    def __init__(self, socket, rows, columns, *arguments, token_file=""):
        self.began = time.monotonic()
        self.pid, self.tty = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8",
                              CCLITE_SOCKET=socket,
                              CCLITE_TOKEN_FILE=token_file,
                              CCLITE_LOCALE_DIR=os.path.join(place.BUILD,
                                                             "po"))
            os.environ.pop("SSH_CONNECTION", None)
            os.execv(COMMAND, [COMMAND, *arguments])
        fcntl.ioctl(self.tty, termios.TIOCSWINSZ,
                    struct.pack("HHHH", rows, columns, 0, 0))
        self.first_s = self.last_s = None
        self.text = b""

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
            raise AssertionError("the program ended: "
                                 f"{self.text[-2000:]}") from gone
        now = time.monotonic() - self.began
        self.first_s = self.first_s or now
        self.last_s = now
        self.text += more
        for _ in range(more.count(b"\033[6n")):
            os.write(self.tty, b"\033[1;2R")
        return more

    def paint(self, words):
        """Reads until words are there, and then until it is silent. What goes
        on moving is not waited for: a frame is over after SILENCE_S."""
        heard, until = b"", time.monotonic() + 10
        while words not in heard:
            assert time.monotonic() < until, heard
            heard += self.read(0.01)
        complete_s = self.last_s
        return len(heard + self.read(SILENCE_S)), complete_s

    def rate(self, seconds):
        return len(self.read(seconds)) / seconds

    def press(self, key):
        self.read(0.13)
        sent = time.monotonic()
        os.write(self.tty, key)
        assert select.select([self.tty], [], [], 5)[0], "a key shows nothing"
        took = time.monotonic() - sent
        self.take()
        return took * 1000

    def rss_mb(self):
        with open(f"/proc/{self.pid}/status", encoding="ascii") as status:
            return int(re.search(r"VmRSS:\s+(\d+)",
                                 status.read()).group(1)) / 1000

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
