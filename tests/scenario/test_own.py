# SPDX-License-Identifier: GPL-3.0-or-later
"""At the real console: the locked screen, an editor of one's own, own keys and
colours."""

import os

import place
import tap
from centre import Centre
from screen import Console

PASSWORD = "correct horse battery"
EDITOR = """#!/bin/sh
stat -c '%a' "$1" "$(dirname "$1")" > {seen}
echo "$1" >> {seen}
echo backup > "$1~"
printf 'from outside\\n' >> "$1"
printf 'EDITING' > /dev/tty
while ! test -e {go}; do sleep 0.05; done
"""

centre = Centre()
api = centre.api
environment = centre.server.environment
api.post("/api/users", name="ana", label="Ana Nova", role="agent")
api.set_password("/api/users/ana/password", PASSWORD)
ana = centre.agent("ana")
api.put("/api/agents/ana", user_id="ana")
token_file = place.path("home", "token")
with open(os.open(token_file, os.O_CREAT | os.O_WRONLY, 0o600), "w",
          encoding="ascii") as out:
    out.write(api.post("/api/users/ana/tokens", label="console")["token"])
seen, go = place.path("seen"), place.path("go")
editor = place.write("bin/editor", EDITOR.format(seen=seen, go=go))
os.chmod(editor, 0o700)
runtime = os.path.dirname(place.write("run/editor/.keep", ""))
environment.update(XDG_STATE_HOME=place.path("state"), EDITOR=editor,
                   XDG_CONFIG_HOME=place.path("config"), SHELL="/bin/sh",
                   TMPDIR=runtime)
environment.pop("XDG_RUNTIME_DIR", None)
os.environ.pop("XDG_RUNTIME_DIR", None)
os.environ.pop("VISUAL", None)
console = Console(centre.server, token_file)
console.wait("READY")
call = ring = None


def a_locked_screen_tells_no_name():
    """locked, a call rings without a name, and the phone's keys do nothing"""
    global call, ring
    console.press(":", "lock", "Enter")
    console.wait("Locked", "Password")
    call = centre.in_queue()
    ana.wait("offered")
    shown = console.wait("RINGING", "A call rings")
    assert centre.last_number.lstrip("0") not in shown, shown
    assert "sales" not in shown and "support" not in shown, shown
    for key in "F8", "\033k", "Q", "q", "g", "c":
        console.press(key)
    console.wait("Locked: unlock first")
    assert ana.state()["state"] == "offered"


def a_password_unlocks_it():
    """a wrong password unlocks nothing, the right one leaves no session"""
    console.press("\010" * 9, "wrong", "Enter")
    console.wait("Locked", "wrong")
    console.press(PASSWORD, "Enter")
    console.wait("RINGING", centre.last_number.lstrip("0")[2:])
    console.wait_gone("Locked")
    place.wait_until("the session that judged it has ended", lambda: api.get(
        "/api/users/ana/sessions")["items"] == [])


def an_editor_writes_the_notes():
    """Ctrl-O gives the terminal to the editor, and takes it back"""
    global ring
    ring = ana.phone.next_call()
    ring.ring()
    ring.answer(hertz=620)
    ana.wait("talking")
    console.wait("ON CALL", "Notes")
    console.press("typed here")
    console.press("\017")
    console.wait("EDITING")
    place.wait_until("nobody is there for another call",
                     lambda: ana.state()["console"] != "attached")
    place.write("go", "")
    console.wait("ON CALL", "typed here", "from outside")
    with open(seen, encoding="ascii") as text:
        file_mode, directory_mode, name = text.read().split()
    assert (file_mode, directory_mode) == ("600", "700")
    assert name.startswith(runtime) and os.listdir(runtime) == [".keep"]
    place.wait_until("the note is kept", lambda: [
        e for e in centre.settle().server.events("note_kept")
        if e["note"] == "typed here\nfrom outside"])
    place.wait_until("somebody is there again",
                     lambda: ana.state()["console"] == "attached")
    assert console.close() is not None


def a_restricted_session_has_no_editor():
    """with CCLITE_RESTRICTED the key says why not"""
    environment["CCLITE_RESTRICTED"] = "1"
    restricted = Console(centre.server, token_file)
    restricted.wait("ON CALL", "Notes")
    restricted.press("\017")
    restricted.wait("This session is restricted")
    restricted.close()
    del environment["CCLITE_RESTRICTED"]


def own_keys_and_colours():
    """a mistake in either file is told with its line; a good one acts"""
    place.write("config/cclite/keys", "[phone]\nmute = F3\n")
    place.write("config/cclite/theme", "ok = 18\n")
    wrong = Console(centre.server, token_file, columns=132)
    wrong.wait("ON CALL", "F4 mute")
    wrong.press("Tab")  # out of the notes
    wrong.wait("notes")
    wrong.press("M")
    wrong.wait("keys:2: phone.mute = F3: something else has this",
               "theme:1: ok = 18: cannot be read on its ground")
    wrong.close()
    place.write("config/cclite/keys", "[phone]\nmute = Alt-o\n[call]\nmute = z\n")
    os.unlink(place.path("config", "cclite", "theme"))
    right = Console(centre.server, token_file)
    right.wait("ON CALL", "Notes")
    right.press("Tab")
    right.press("z")
    place.wait_until("it is muted", lambda: ana.state()["muted"])
    right.close()
    call.hang_up()
    ring.wait_end()


tap.run(
    a_locked_screen_tells_no_name,
    a_password_unlocks_it,
    an_editor_writes_the_notes,
    a_restricted_session_has_no_editor,
    own_keys_and_colours,
)
