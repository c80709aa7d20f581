# SPDX-License-Identifier: GPL-3.0-or-later
"""The console in tmux: a terminal of others, as people use it by SSH."""

import atexit
import os
import shutil
import subprocess

import place
from server import COMMAND

SOCKET = place.path("tmux")
SETTINGS = place.write("tmux.conf", """set -s exit-empty off
set -s escape-time 0
set -s set-clipboard on
set -g status off
set -g default-terminal screen-256color
""")


def installed():
    return shutil.which("tmux") is not None


def _tmux(*arguments, check=True, **env):
    done = subprocess.run(
        ["tmux", "-u", "-S", SOCKET, "-f", SETTINGS, *arguments],
        capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm", **env})
    assert not check or done.returncode == 0, (arguments, done.stderr)
    return done.stdout


@atexit.register
def _end():
    if os.path.exists(SOCKET):
        _tmux("kill-server", check=False)


def buffers():
    """What programs have put into the clipboard."""
    return _tmux("list-buffers").splitlines()


class Pane:
    """cclite in a window of its own, of a size in cells; end() or fail.

    env: what differs in its environment.
    """

    def __init__(self, server, name, columns, rows, *arguments, **env):
        self.name, self.columns, self.rows = name, columns, rows
        told = {**server.environment, "CCLITE_SOCKET": server.socket, **env}
        _tmux("new-session", "-d", "-s", name, "-x", str(columns), "-y",
              str(rows), "env",
              *(f"{key}={value}" for key, value in told.items()),
              COMMAND, *arguments)

    def text(self):
        """What is shown: a list of rows, blanks at their ends left out."""
        rows = _tmux("capture-pane", "-p", "-t", self.name).split("\n")
        return (rows + [""] * self.rows)[:self.rows]

    def painted(self):
        """The same with its colours, as escape sequences."""
        return _tmux("capture-pane", "-p", "-e", "-t", self.name)

    def cursor(self):
        """(row, column), counted from 0, or None where it is hidden."""
        x, y, shown = _tmux("display", "-p", "-t", self.name,
                            "#{cursor_x} #{cursor_y} #{cursor_flag}").split()
        return (int(y), int(x)) if shown == "1" else None

    def told(self, what):
        """What tmux knows of the pane, by a name such as pane_title."""
        return _tmux("display", "-p", "-t", self.name,
                     f"#{{{what}}}").rstrip("\n")

    def press(self, *keys):
        """Keys by tmux's names: Enter, Tab, F2, C-l, or letters."""
        _tmux("send-keys", "-t", self.name, *keys)

    def type(self, text):
        _tmux("send-keys", "-t", self.name, "-l", text)

    def resize(self, columns, rows):
        self.columns, self.rows = columns, rows
        _tmux("resize-window", "-t", self.name, "-x", str(columns), "-y",
              str(rows))

    def wait(self, what, fault_of):
        """Waits until the whole picture is as it should be, since what is
        looked at may be half drawn; returns its rows.

        fault_of: of rows, what is wrong with them, or None.
        """
        rows = []

        def is_right():
            rows[:] = self.text()
            return fault_of(rows) is None
        try:
            place.wait_until(f"{self.name} shows {what}", is_right)
        except AssertionError as error:
            raise AssertionError("\n".join(
                [f"{error}: {fault_of(rows)}"] + rows)) from None
        return rows

    def end(self):
        _tmux("kill-session", "-t", self.name)
