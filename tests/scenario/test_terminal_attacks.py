# SPDX-License-Identifier: GPL-3.0-or-later
"""What callers, terminals and fingers may do to the real console."""

import os
import random
import signal
import unicodedata

import place
import tap
import tmux
from centre import Centre
from screen import Console

# Display names, as bytes; each is a caller who waits.
NAMES = (
    b"\033]0;EVIL\007Bob", b"\033]52;c;RVZJTA==\007Bob",
    b"\033]8;;http://evil.example\033\\\\Bob", b"\033[21tBob", b"\033[cBob",
    b"\033P$qm\033\\\\Bob", b"\033[?1049lBob", b"\033[?1000hBob", b"\033cBob",
    b"\xc2\x9b31mBob", b"\xc2\x9d0;EVIL\xc2\x9cBob", b"\xff\xfe\x1b(0Bob",
    "日本語の名前".encode(), "e\u0301\u0302\u0303\u0304\u0305".encode(),
    "\u202egnp.exe".encode(), "👩‍👩‍👧‍👦 family".encode(), "\u200b".encode(),
    "│└─ ● READY".encode(), b"x" * 2000,
)
random.seed(20261126)

centre = Centre()
api, server = centre.api, centre.server
centre.publish("direct", {"nodes": [
    {"name": "answer", "type": "answer", "next": "sales"},
    {"name": "sales", "type": "queue", "queue": "sales"}]})
api.post("/api/entries", name="direct", number="201", flow_id="direct")
no_token = place.path("no", "token")


def cells(text):
    """How many cells a text takes."""
    return sum(0 if unicodedata.combining(c) or unicodedata.category(c) in
               ("Cf", "Mn", "Me") else
               2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in text)


def fault_of_rows(rows, waiting):
    """What is wrong with a cockpit of so many callers, if anything."""
    if not rows[0].startswith(" cclite  Cockpit"):
        return "its head"
    if not rows[-1].endswith("? help"):
        return "its foot"
    calls = [row for row in rows if "WAITS" in row]
    places = {cells(row[:row.index("sales")]) for row in calls
              if "sales" in row}
    if len(calls) != waiting or len(places) != 1:
        return f"{len(calls)} calls, {len(places)} places of their queue"
    return None


def names_steer_nothing():
    """names of callers move no cursor, title, mode, clipboard or column"""
    if not tmux.installed():
        raise tap.Skip("tmux is not installed")
    pane = tmux.Pane(server, "hostile", 132, 70, "console", "cockpit")
    pane.wait("the cockpit", lambda rows: None if rows[0].startswith(
        " cclite  Cockpit") else "its head")
    title, mouse = pane.told("pane_title"), pane.told("mouse_any_flag")
    accepted = 0
    for name in NAMES:
        call = centre.caller(number="201", name=name.decode(
            "utf-8", "surrogateescape"))
        place.wait_until("it is answered or refused", lambda c=call: c.final)
        accepted += call.final.status == 200
        assert call.final.status in (200, 400), (name, call.final)
    assert accepted >= 8, accepted
    pane.wait("all who wait", lambda rows: fault_of_rows(rows, accepted))
    assert pane.told("pane_title") == title and "EVIL" not in title
    assert pane.told("alternate_on") == "1"
    assert pane.told("mouse_any_flag") == mouse
    assert tmux.buffers() == []
    at = pane.cursor()
    assert at and pane.text()[at[0]].lstrip().startswith("▌")
    pane.press("F5")  # and no answer of the terminal was typed
    pane.wait("the cockpit", lambda rows: fault_of_rows(rows, accepted))
    pane.end()


def a_storm_of_sizes():
    """300 sizes from 1x1 to 500x200 as fast as they go: then all is there"""
    console = Console(server, no_token, "console", "cockpit")
    console.wait("Cockpit", "? help")
    for _ in range(300):
        console.resize(random.randrange(1, 201), random.randrange(1, 501))
        console.text()
    console.resize(1, 1)
    console.resize(24, 80)
    console.press("\x0c")
    console.wait("cclite  Cockpit", "1 Live calls", "4 Alerts", "? help")
    assert console.close() == 0


def a_megabyte_is_pasted():
    """a megabyte pasted where no field is does nothing, and keys work on"""
    console = Console(server, no_token, "console", "queues")
    console.wait("Queues", "sales")
    before = api.get("/api/state")["seq"]
    paste = b"\033[200~" + b"Qyd\rE\x13" * 170000 + b"\033[201~"
    while paste:
        paste = paste[os.write(console.fd, paste[:4096]):]
        console.text()
    console.press("?")
    console.wait("Keys here")
    assert api.get("/api/state")["seq"] == before
    assert console.close() == 0


def a_line_that_is_cut():
    """its line cut, it ends by itself, as if it had been left"""
    console = Console(server, no_token, "console", "queues")
    console.wait("Queues", "sales")
    code = console.cut()
    assert code == 0, code


def terminals_of_no_name():
    """TERM=dumb is spoken to in lines; an unknown terminal is tried"""
    console = Console(server, no_token, "console", "queues", term="dumb")
    console.wait("linear mode", "Signed in as boss.")
    assert "\033" not in console.text()
    console.close()
    for term in ("nonsense", "", "%s%n" * 100):
        console = Console(server, no_token, "console", "queues", term=term)
        console.wait("cclite  Queues")
        console.kill()  # ncurses leaks what it began for the unknown one


def signals_one_after_the_other():
    """stopped and gone on, twenty times, all is there; then SIGTERM ends it"""
    console = Console(server, no_token, "console", "queues")
    console.wait("Queues", "sales")
    for _ in range(20):
        for what in (signal.SIGWINCH, signal.SIGSTOP, signal.SIGCONT):
            console.child.send_signal(what)
        console.text()
    console.press("\x0c")
    console.wait("Queues", "sales", "? help")
    assert console.close(signal.SIGTERM) == 0


def the_books_agree():
    """after all that the server goes on, and verify agrees"""
    assert api.get("/api/state")["contacts_live"] > 0
    centre.close()


tap.run(names_steer_nothing, a_storm_of_sizes, a_megabyte_is_pasted,
        a_line_that_is_cut, terminals_of_no_name,
        signals_one_after_the_other, the_books_agree)
