# SPDX-License-Identifier: GPL-3.0-or-later
"""The console in a pseudo-terminal, and what its screen shows."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time

import place
from server import COMMAND

KEYS = {"F1": "\033OP", "F2": "\033OQ", "F3": "\033OR", "F4": "\033OS",
        "F5": "\033Ot", "F6": "\033Ou", "F7": "\033Ov", "F8": "\033Ol",
        "F9": "\033Ow", "Enter": "\r", "Esc": "\033", "Tab": "\t",
        "Up": "\033OA", "Down": "\033OB", "Right": "\033OC", "Left": "\033OD"}

_SEQUENCE = re.compile(r"\033\[([ -?]*)([@-~])|\033\][^\007\033]*(?:\007|"
                       r"\033\\)|\033[()][A-Z0-9]|\033[=>78cDEMHNOZ#]|\033P"
                       r"[^\033]*\033\\")


class Screen:
    """A VT100, or an xterm, as far as ncurses uses one."""

    def __init__(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.cells = [[" "] * columns for _ in range(rows)]
        self.row = self.column = 0
        self.kept = (0, 0)
        self.last = " "
        self.top, self.bottom = 0, rows - 1  # of what scrolls

    def _blank(self, row, begin, end):
        for column in range(begin, min(end, self.columns)):
            self.cells[row][column] = " "

    def _down(self):
        if self.row == self.bottom:
            self.cells.pop(self.top)
            self.cells.insert(self.bottom, [" "] * self.columns)
        else:
            self.row = min(self.rows - 1, self.row + 1)

    def _up(self):
        if self.row == self.top:
            self.cells.pop(self.bottom)
            self.cells.insert(self.top, [" "] * self.columns)
        else:
            self.row = max(0, self.row - 1)

    def _shift(self, by, top, is_down):
        """Moves the rows from one to the end of what scrolls."""
        for _ in range(min(by, self.rows)):
            self.cells.pop(self.bottom if is_down else top)
            self.cells.insert(top if is_down else self.bottom,
                              [" "] * self.columns)

    def _put(self, letter):
        here = min(self.column, self.columns - 1)  # past the last: on it
        if letter == "\r":
            self.column = 0
        elif letter == "\n":
            self._down()
        elif letter == "\b":
            self.column = max(0, here - 1)
        elif letter == "\t":
            self.column = min(self.columns - 1, here // 8 * 8 + 8)
        elif letter >= " ":
            if self.column == self.columns:
                self.column = 0
                self._down()
            self.cells[self.row][self.column] = self.last = letter
            self.column += 1

    def _erase(self, kind, whole):
        here = min(self.column, self.columns - 1)
        self._blank(self.row, 0 if kind else here,
                    here + 1 if kind == 1 else self.columns)
        if whole:
            rows = (range(self.row + 1, self.rows) if kind == 0 else
                    range(self.row) if kind == 1 else range(self.rows))
            for row in rows:
                self._blank(row, 0, self.columns)

    def _obey(self, arguments, final):
        numbers = [int(n) if n.isdigit() else 0
                   for n in arguments.split(";")] + [0, 0]
        by = max(1, numbers[0])
        here = min(self.column, self.columns - 1)
        if final == "H":
            self.row = min(max(1, numbers[0]), self.rows) - 1
            self.column = min(max(1, numbers[1]), self.columns) - 1
        elif final == "A":
            self.row = max(0, self.row - by)
        elif final == "B":
            self.row = min(self.rows - 1, self.row + by)
        elif final == "C":
            self.column = min(self.columns - 1, here + by)
        elif final == "D":
            self.column = max(0, here - by)
        elif final in "JK":
            self._erase(numbers[0], final == "J")
        elif final == "G":
            self.column = min(by, self.columns) - 1
        elif final == "d":
            self.row = min(by, self.rows) - 1
        elif final == "X":
            self._blank(self.row, here, here + by)
        elif final == "b":
            for _ in range(by):
                self._put(self.last)
        elif final in "@P":
            row = self.cells[self.row]
            blank = [" "] * by
            self.cells[self.row] = (
                row[:here] + blank + row[here:] if final == "@" else
                row[:here] + row[here + by:] + blank)[:self.columns]
        elif final in "LM":
            self._shift(by, self.row, final == "L")
        elif final in "ST":
            self._shift(by, self.top, final == "T")
        elif final == "r" and "?" not in arguments:
            self.top = by - 1
            self.bottom = (numbers[1] or self.rows) - 1
            self.row = self.column = 0

    def _escape(self, sequence):
        """One without arguments."""
        if sequence == "\033M":
            self._up()
        elif sequence in ("\033D", "\033E"):
            self._down()
            self.column = 0 if sequence == "\033E" else self.column
        elif sequence == "\0337":
            self.kept = self.row, self.column
        elif sequence == "\0338":
            self.row, self.column = self.kept

    def feed(self, text):
        """Shows bytes; returns what is no whole sequence yet."""
        at = 0
        while at < len(text):
            if text[at] != "\033":
                self._put(text[at])
                at += 1
                continue
            found = _SEQUENCE.match(text, at)
            if not found:
                return text[at:]
            if found.group(2):
                self._obey(found.group(1), found.group(2))
            else:
                self._escape(found.group())
            at = found.end()
        return ""

    def text(self):
        return "\n".join("".join(row).rstrip() for row in self.cells)


class Console:
    """cclite in a terminal of its own, signed in by a token or not at all."""

    def __init__(self, server, token_file, *arguments, rows=24, columns=80,
                 term="vt100", directory=None):
        self.screen = Screen(rows, columns)
        self.left = b""
        self.rest = ""
        self.fd, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ,
                    struct.pack("HHHH", rows, columns, 0, 0))
        self.child = subprocess.Popen(
            [*place.UNDER, COMMAND, *arguments], stdin=theirs, stdout=theirs,
            stderr=theirs, start_new_session=True, cwd=directory,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env={**os.environ, **server.environment, "TERM": term,
                 "CCLITE_SOCKET": server.socket,
                 "CCLITE_TOKEN_FILE": token_file})
        os.close(theirs)

    def _read(self, for_s):
        if not select.select([self.fd], [], [], for_s)[0]:
            return
        try:
            self.left += os.read(self.fd, 65536)
        except OSError:
            return
        whole = self.left.decode("utf-8", "ignore")
        self.left = self.left[len(whole.encode()):]
        self.rest = self.screen.feed(self.rest + whole)

    def text(self):
        """What is shown."""
        self._read(0)
        return self.screen.text()

    def wait(self, *words, within_s=None):
        """Waits until all words are shown at once; returns the picture."""
        deadline = time.monotonic() + (within_s or place.PATIENCE_S)
        while True:
            self._read(0.02)
            shown = self.screen.text()
            if all(word in shown for word in words):
                return shown
            if time.monotonic() > deadline:
                raise AssertionError(f"not shown: {words}\n{shown}")

    def wait_gone(self, word):
        """Waits until a word is shown no more."""
        place.wait_until(f"{word} is gone", lambda: word not in self.text())

    def press(self, *keys):
        """Presses keys by name, or types text."""
        for key in keys:
            os.write(self.fd, KEYS.get(key, key).encode())

    def resize(self, rows, columns):
        """Another size; what is shown begins anew."""
        self._read(0)
        self.screen = Screen(rows, columns)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ,
                    struct.pack("HHHH", rows, columns, 0, 0))

    def cut(self):
        """The line is cut; returns the exit code."""
        os.close(self.fd)
        return self.child.wait(place.PATIENCE_S)

    def kill(self):
        """SIGKILL, as a lost connection would not even be."""
        self.child.send_signal(signal.SIGKILL)
        self.child.wait()
        os.close(self.fd)

    def close(self, how=signal.SIGHUP):
        """Ends it by a signal; returns the exit code."""
        self.child.send_signal(how)
        deadline = time.monotonic() + place.PATIENCE_S
        try:
            while self.child.poll() is None:
                assert time.monotonic() < deadline, f"{how} ends it not"
                self._read(0.05)
            return self.child.returncode
        finally:
            os.close(self.fd)
