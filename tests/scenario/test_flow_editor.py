#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A flow is changed in its picture, by keys and by mouse, on the real server."""

import json
import os
import re

import place
import tap
from screen import Console
from server import Server

CTRL_S = "\x13"
PALETTE_CELLS, BOX_CELLS = 18, 20  # of the screen, and of the picture
GRID = 2  # columns that boxes stand apart by

server = Server(rtp__port_min="20000").start()
api = server.api
api.post("/api/users", name="dana", label="Dana", role="admin",
         uid=os.getuid())
api.post("/api/queues", name="sales", label="Sales")
api.post("/api/voicemail/boxes", name="desk")
api.post("/api/calendars", name="office", zone="UTC")
NODES = [
    {"name": "start", "type": "start", "next": "menu", "x": 2, "y": 1},
    {"name": "menu", "type": "menu", "prompt": "menu", "x": 28, "y": 1,
     "choices": {"1": "sales"}, "on_timeout": "bye", "on_invalid": "bye",
     "on_error": "bye"},
    {"name": "sales", "type": "queue", "queue": "sales", "x": 56, "y": 1},
    {"name": "bye", "type": "hang_up", "x": 56, "y": 8}]
api.post("/api/ivr/flows", name="main", text=json.dumps({"nodes": NODES}))
console = Console(server, place.path("no", "token"), "console", "flows",
                  term="xterm-256color")


def nodes():
    """The draft as it is stored: its nodes by name."""
    text = server.command("ivr", "show", "main", "--draft", "--text")[1]
    return {node["name"]: node for node in json.loads(text)["nodes"]}


def version():
    """How often it was saved."""
    return api.get("/api/ivr/flows/main")["version"]


def button(row, column, is_pressed):
    """The left one, as an xterm tells it; rows and columns from 0."""
    return f"\033[<0;{column + 1};{row + 1}{'M' if is_pressed else 'm'}"


def drag(row, column, to_row, to_column):
    """Pressed there, let go elsewhere. The key between the two shows that they
    did not come at once, which ncurses takes for one click."""
    console.press("\033OH", button(row, column, True), "Tab")
    console.wait("Node 2 menu")
    console.press(button(to_row, to_column, False))


def saved():
    """Saves, and waits until it is stored."""
    as_version = version() + 1
    console.press(CTRL_S)
    place.wait_until("it is stored", lambda: version() == as_version)
    console.wait(f"version {as_version}", "main is saved.")


def it_is_drawn():
    """Enter opens the picture of a flow"""
    console.wait("▌ main")
    console.press("Enter")
    console.wait("┌─ 2 Menu", "▐─────►┤ menu", "├─1", "3 Queue",
                 "4 Hang up", "Node 1 start")


def it_is_changed_by_keys():
    """a node is added, moved, connected and saved without the mouse"""
    console.press("n", "z")
    console.wait("5 Wait a while", "exit then is not connected")
    console.press("m", "Down", "Down", "Enter", "c")
    console.wait("5, exit then")
    console.press("3", "Enter")
    console.wait("Node 5 wait   exits 1, connected 1")
    saved()
    assert nodes()["wait"]["next"] == "sales", nodes()
    assert nodes()["menu"]["choices"] == {"1": "sales"}, nodes()


def it_is_changed_by_mouse():
    """a box is dragged"""
    before = nodes()["bye"]
    row = next(n for n, line in enumerate(console.text().split("\n"))
               if "4 Hang up" in line)
    drag(row, 60, row + 2, 64)
    console.wait("Node 4 bye")
    saved()
    after = nodes()
    assert (after["bye"]["x"], after["bye"]["y"]) == (
        before["x"] + 4, before["y"] + 2), after["bye"]
    assert after["start"]["next"] == "menu", after["start"]


def seen_at(words):
    """(row, column) of what is shown."""
    for row, line in enumerate(console.text().split("\n")):
        if words in line:
            return row, line.index(words)
    raise AssertionError(f"not shown: {words}")


def a_node_and_an_arrow_are_drawn_by_mouse():
    """a type is dragged onto the plane, and an arrow from its exit to a node"""
    console.resize(43, 132)
    console.press("\033OH")  # from here on keys between scroll nothing
    console.wait("n adds", "Outline", "3 Queue", "version 3", "Node 1 start")
    left, top = map(int, re.search(r"view (\d+),(\d+) of",
                                   console.text()).groups())
    row, column = seen_at("z Wait a while")
    drag(row, column, 25, 40)
    console.wait("Node 6 wait_2   exits 1, connected 0")
    row, column = seen_at("┌─ 6 Wait")
    to_row, to_column = seen_at("3 Queue")
    drag(row + 1, column + BOX_CELLS - 1, to_row + 1, to_column + 2)
    console.wait("Node 6 wait_2   exits 1, connected 1")
    plane_row, plane_column = seen_at("n adds")[0], PALETTE_CELLS
    saved()
    drawn = nodes()["wait_2"]
    assert drawn["next"] == "sales", drawn
    x, y = left + 40 - plane_column, top + 25 - plane_row
    assert (drawn["x"], drawn["y"]) == (x - x % GRID, y), \
        (drawn, left, top, plane_row)
    console.resize(24, 80)
    console.wait("Node 6 wait_2")


def all_is_taken_back():
    """u takes every step back, as far as the flow was opened"""
    console.press("u" * 10)
    console.wait("There is nothing to undo.")
    saved()
    assert [nodes()[name] for name in ("start", "menu", "sales", "bye")] == \
        [{**node, "prompt": "menu"} if node["name"] == "menu" else node
         for node in NODES], nodes()
    assert "wait" not in nodes()


def agree():
    """Answers the question whether to publish, which takes no key at once."""
    asked = "Callers who come from now on go this way."
    console.wait(asked)
    place.wait_until("it is answered", lambda:
                     asked not in console.text() or console.press("y"))


def it_is_published():
    """P leads callers into what was saved, once it has no loose ends"""
    console.press("n", "z")
    console.wait("Node 7 wait")
    saved()
    before = version()
    console.press("P")
    agree()
    console.wait("Not published: ")
    assert version() == before
    console.press("Esc")  # it was seen
    place.wait_until("the warning is gone", lambda:
                     "Not published" not in console.text())
    console.press("u")
    saved()
    console.press("P")
    agree()
    place.wait_until("it is published", lambda: version() == before + 2)
    console.wait(f"version {before + 2}")


def a_call_is_tried():
    """a call that is made up walks through the picture"""
    console.press("T")
    console.wait("Test run", "2 menu  → timeout", "The call ends")
    console.press("1")
    console.wait("→ 1", "3 sales", "waits in the queue")
    console.press("Esc")
    console.wait("Node 1 start")


def a_run_is_kept():
    """what was tried is kept as a test of the flow, and passes"""
    console.press("T")
    console.wait("Test run", "2 menu  → timeout")
    console.press("1")
    console.wait("→ 1", "3 sales")
    console.press("s")
    console.wait("Kept as the test run-1")
    console.press("Esc")
    console.wait("Node 1 start")
    saved()
    ran = api.items("/api/ivr/flows/main/test")
    assert [(t["name"], t["passed"], t["path"]) for t in ran] == [
        ("run-1", True, "start menu sales")], ran


def a_type_is_chosen():
    """what flows of a type do not have is told at once, and taken back"""
    console.press("t")
    console.wait("Type of the flow", "on the way to a box")
    console.press("s")
    console.wait("Flows of this type do not have it.")
    console.press("u")
    place.wait_until("it is taken back", lambda:
                     "Flows of this type" not in console.text())


def versions_are_compared():
    """V tells what differs from the draft, and leads back"""
    before = version()
    console.press("V")
    console.wait("From this version to the draft",
                 "It is the same as the draft.")
    console.press("Down")
    console.wait('+  "tests"')
    for _ in range(6):
        console.press("Down")
    console.press("g")
    agree()
    place.wait_until("it is published", lambda: version() == before + 1)
    console.wait("main is published")  # it has heard so, too
    first = api.items("/api/ivr/flows/main/versions")[-1]
    assert api.get("/api/ivr/flows/main")["digest"] == first["digest"]
    console.press("Esc")
    console.wait("Node 1 start", f"version {before + 1}")


def a_conflict_is_met():
    """whoever has saved meanwhile is not overwritten unasked"""
    before = version()
    console.press("n", "e")
    console.wait("Node 8 hang_up")
    theirs = {"name": "main", "draft": True,
              "text": json.dumps({"nodes": NODES[3:]})}
    api.ask("PUT", "/api/ivr/flows/main", theirs,
            headers={"If-Match": f'"{before}"'})
    assert version() == before + 1
    console.press(CTRL_S)
    console.wait("Somebody else has saved this flow meanwhile.")
    assert version() == before + 1
    console.press("t")
    console.wait("┌─ 1 Hang up", f"version {before + 1}")


def what_the_house_has_is_named():
    """nodes are set to a box and a calendar of the house"""
    for letter, label, name in (("v", "Box", "voicemail"),
                                ("h", "Calendar", "hours")):
        console.press("n", letter)
        console.wait(f"Node {2 if letter == 'v' else 3} {name}")
        console.press("Enter")
        console.wait("Short name", label)
        console.press("Tab", "Tab", "Right")
        console.wait("‹ desk" if letter == "v" else "‹ office")
        console.press(CTRL_S)
        console.wait(f"Node {2 if letter == 'v' else 3} {name}")
    saved()
    assert nodes()["voicemail"]["box"] == "desk", nodes()
    assert nodes()["hours"]["calendar"] == "office", nodes()


def it_is_printed():
    """the same picture is printed for a ticket"""
    text = server.command("ivr", "show", "main", "--draft",
                          environment={"LC_ALL": "C.UTF-8"})[1]
    assert "┌─ 1 Hang up" in text, text
    text = server.command("ivr", "show", "main", "--draft",
                          environment={"LC_ALL": "C"})[1]
    assert "+- 1 Hang up" in text, text
    assert console.close() == 0


def an_open_choice_is_told():
    """a choice of a draft that leads nowhere yet says so among the nodes"""
    menu = {**NODES[1], "choices": {"1": ""}}
    api.ask("PUT", "/api/ivr/flows/main",
            {"name": "main", "draft": True,
             "text": json.dumps({"nodes": [menu, NODES[3]]})},
            headers={"If-Match": f'"{version()}"'})
    text = server.command("ivr", "show", "main", "--draft", "--nodes")[1]
    assert "1 > nowhere" in text, text


tap.run(it_is_drawn, it_is_changed_by_keys, it_is_changed_by_mouse,
        a_node_and_an_arrow_are_drawn_by_mouse, all_is_taken_back, it_is_published, a_call_is_tried, a_run_is_kept,
        a_type_is_chosen, versions_are_compared, a_conflict_is_met,
        what_the_house_has_is_named, it_is_printed, an_open_choice_is_told)
