#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people configure at the console, by keys, against the real server."""

import os

import place
import tap
from api import Refused
from screen import Console
from server import Server

CTRL_S, CTRL_U, TAB, ENTER = "\x13", "\x15", "\t", "\r"
BACK_TAB = "\x1b[Z"

server = Server(rtp__port_min="20000").start()
api = server.api
api.post("/api/users", name="dana", label="Dana", role="admin",
         uid=os.getuid())
console = Console(server, place.path("no", "token"), "console", "queues",
                  term="xterm-256color")


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
    console.wait("sales is saved.", "▌ sales", "version 1")
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
        CTRL_U + "sales") or "‹ sales" in console.text())
    assert queue()
    console.press(TAB + TAB + ENTER)
    place.wait_until("it is gone", lambda: queue() is None)
    console.wait("There are none yet.")
    assert console.close() == 0


tap.run(it_is_added, it_is_edited, a_conflict_is_met,
        a_refusal_stands_at_its_field, it_is_deleted_by_its_name)
