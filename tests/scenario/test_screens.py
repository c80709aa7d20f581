#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people configure at the console, by keys, against the real server."""

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
import tap
from api import Refused
from server import COMMAND, Server

CTRL_L, CTRL_S, CTRL_U, TAB, ENTER = "\x0c", "\x13", "\x15", "\t", "\r"
BACK_TAB = "\x1b[Z"

# Cursor moves, colours, character sets, titles.
CONTROL = re.compile(r"\x1b\[[0-9;?>=!]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*"
                     r"(?:\x07|\x1b\\)|\x1b[()][0-9A-B]|\x1b[=>78]|[\x0e\x0f]")

server = Server(rtp__port_min="20000").start()
api = server.api
api.post("/api/users", name="dana", label="Dana", role="admin",
         uid=os.getuid())


class Console:
    """cclite console in a terminal of its own."""

    def __init__(self, screen):
        self.fd, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ,
                    struct.pack("HHHH", 24, 80, 0, 0))
        self.child = subprocess.Popen(
            [COMMAND, "console", screen], stdin=theirs, stdout=theirs,
            stderr=theirs, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env={**os.environ, **server.environment, "TERM": "xterm-256color",
                 "CCLITE_SOCKET": server.socket, "HOME": place.directory()})
        os.close(theirs)
        self.shown = ""

    def press(self, keys):
        os.write(self.fd, keys.encode())

    def look(self):
        """Has it painted anew, and takes what comes."""
        self.shown = ""
        self.press(CTRL_L)
        quiet = time.monotonic() + 0.3
        while select.select([self.fd], [], [],
                            max(0, quiet - time.monotonic()))[0]:
            try:
                self.shown += os.read(self.fd, 65536).decode(errors="replace")
            except OSError:
                raise AssertionError(f"it ended: {self.shown}") from None
        return CONTROL.sub("", self.shown)

    def wait(self, text):
        """Waits until a text is on the screen."""
        try:
            place.wait_until(f"{text!r} is shown", lambda: text in self.look())
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.shown}") from error

    def end(self):
        place.wait_until("the console ends", self.leaves)
        os.close(self.fd)

    def leaves(self):
        if self.child.poll() is None:
            self.child.send_signal(signal.SIGTERM)
        self.look_quietly()
        return self.child.poll() is not None

    def look_quietly(self):
        try:
            while select.select([self.fd], [], [], 0.05)[0]:
                if not os.read(self.fd, 65536):
                    return
        except OSError:
            pass


console = Console("queues")


def queue():
    """The queue as it is stored; None: there is none."""
    try:
        return api.get("/api/queues/sales")
    except Refused as refused:
        assert refused.status == 404, refused
        return None


def it_is_added():
    """a adds a queue with the presets"""
    console.wait("There are none yet.")
    console.press("a")
    console.wait("Short name")
    console.press("sales" + CTRL_S)
    place.wait_until("the queue is stored", queue)
    console.wait("sales is saved.")
    assert (queue()["version"], queue()["ring_ms"]) == (1, 20000), queue()


def it_is_edited():
    """e edits it, and only what was typed changes"""
    before = queue()
    console.press("e")
    console.wait("Short name")
    console.press(TAB + "Sales" + CTRL_S)
    place.wait_until("it is stored", lambda: queue()["label"] == "Sales")
    assert queue() == {**before, "label": "Sales", "version": 2}, queue()
    console.wait("version 2")


def a_conflict_is_met():
    """whoever saves over another's change merges both"""
    console.press("e")
    console.wait("Short name")
    console.press(TAB + "X")
    console.wait("SalesX")
    api.put("/api/queues/sales", ring_ms=18000)
    console.press(CTRL_S)
    console.wait("edit conflict")
    assert queue()["label"] == "Sales", queue()
    console.press(ENTER)
    place.wait_until("both are stored", lambda: (
        queue()["label"], queue()["ring_ms"]) == ("SalesX", 18000))
    assert queue()["version"] == 4, queue()
    console.wait("version 4")


def a_refusal_stands_at_its_field():
    """the server's refusal is shown at the field, and nothing is lost"""
    console.press("a")
    console.wait("New queue")
    console.press("sales" + TAB + "Again" + CTRL_S)
    console.wait("Choose another name: this one is taken.")
    console.wait("Again")
    console.press(BACK_TAB + ENTER)  # the last button: Discard
    console.wait("version 4")
    assert len(api.items("/api/queues")) == 1


def it_is_deleted_by_its_name():
    """d deletes it once its name is typed"""
    console.press("d")
    console.wait("Delete queue")
    place.wait_until("the name is typed", lambda: console.press(
        CTRL_U + "sales") or "‹ sales" in console.look())
    assert queue()
    console.press(TAB + TAB + ENTER)
    place.wait_until("it is gone", lambda: queue() is None)
    console.wait("There are none yet.")
    console.end()


tap.run(it_is_added, it_is_edited, a_conflict_is_met,
        a_refusal_stands_at_its_field, it_is_deleted_by_its_name)
