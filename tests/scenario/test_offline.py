# SPDX-License-Identifier: GPL-3.0-or-later
"""The console's connection is cut in a call: what is written waits, what is of
the phone does not, and all is done once."""

import os

import place
import tap
from centre import Centre
from proxy import Proxy
from screen import Console

centre = Centre(queue={"wrap_up": "mandatory_timed", "wrap_up_ms": 600000})
api = centre.api
api.post("/api/users", name="ana", label="Ana Nova", role="agent")
ana = centre.agent("ana")
api.put("/api/agents/ana", user_id="ana")
centre.server.command("pause-reason", "add", "lunch", "--label", "Lunch",
                      "--key", "l")
centre.server.command("disposition", "add", "sold", "--label", "Sold")
token_file = place.path("home", "token")
with open(os.open(token_file, os.O_CREAT | os.O_WRONLY, 0o600), "w",
          encoding="ascii") as out:
    out.write(api.post("/api/users/ana/tokens", label="console")["token"])
centre.server.environment["XDG_STATE_HOME"] = place.path("state")
proxy = Proxy(centre.server, place.path("proxy.sock"))
console = Console(proxy, token_file)
call = ring = None


def events(kind):
    return centre.settle().server.events(kind)


def cut():
    proxy.cut()
    console.wait("Connection lost", "OFFLINE")


def mend(to_lose=0):
    """The link is there again; r does not wait for the next try."""
    proxy.mend(to_lose)
    console.press("Tab")  # out of the notes
    console.wait("try now")
    console.press("r")
    console.wait("live")


def the_phone_is_refused():
    """in a cut the phone's keys are refused with the reason, and never sent"""
    global call, ring
    call, ring = centre.talk(ana)
    console.wait("ON CALL", "Notes")
    cut()
    console.press("F8")
    console.wait("nothing is sent now")
    assert ana.state()["state"] == "talking"


def what_is_written_waits():
    """a note and what follows the call wait in a list that is seen"""
    console.press("he signed in")
    console.wait("Waiting to be sent", '"he signed in"', "1 wish waits")
    console.press("F9")
    console.wait("Change state", "Lunch")
    console.press("l")
    console.wait("after the call", "Lunch", "2 wishes wait", "waiting")
    assert not events("note_kept") and not events("agent_state_requested")


def it_arrives_once():
    """after the cut both arrive, once each and in their order"""
    mend()
    place.wait_until("the note is kept", lambda: events("note_kept"))
    place.wait_until("the state is asked for",
                     lambda: ana.state()["requested_state"] == "paused")
    console.wait("then LUNCH")
    assert [e["note"] for e in events("note_kept")] == ["he signed in"]
    assert len(events("agent_state_requested")) == 1
    ana_contact = events("note_kept")[0]["contact_id"]
    assert ana_contact == centre.last_contact()["contact_id"]
    call.wait_hears(620)  # the call never heard of it


def an_answer_that_is_lost_is_asked_for_again():
    """a disposition whose answers are lost in the cut is done once"""
    call.hang_up()
    ring.wait_end()
    ana.wait("acw")
    console.wait("Disposition", "Sold")
    cut()
    console.press("Enter")
    console.wait("Waiting to be sent", "1 wish waits")
    proxy.mend(to_lose=3)
    console.press("r")
    console.wait("live")
    ana.wait("available")
    place.wait_until("it was sent again after all answers were lost",
                     lambda: len(proxy.keys_of("/dispose")) > 3)
    keys = proxy.keys_of("/dispose")
    assert len(set(keys)) == 1, keys
    assert len(events("wrap_up_ended")) == 1
    console.press("g", "o")
    console.wait("Link", "connected")
    place.wait_until("nothing waits any more", lambda: "Waiting to be sent"
                     not in console.text())
    assert "refused" not in console.text()
    console.press("Esc")
    console.wait("READY")


def what_comes_too_late_stays_with_its_reason():
    """a note for a call that is over by then is refused, and stays"""
    global call, ring
    call, ring = centre.talk(ana)
    contact = centre.last_contact()["contact_id"]
    console.wait("ON CALL", "Notes")
    cut()
    console.press("too late")
    console.wait("1 wish waits")
    call.hang_up()
    ring.wait_end()
    ana.wait("acw")
    ana.does("dispose", disposition_id="sold")
    ana.wait("unavailable")  # nobody is at the console
    mend()
    console.wait("Not done", "no longer the agent's")
    console.press("g", "o")
    console.wait("refused", '"too late"', "drop what waits")
    console.press("d")
    console.wait_gone('"too late"')
    assert not [e for e in events("note_kept")
                if e["contact_id"] == contact]
    console.press("q")


def what_waits_outlives_the_console():
    """the console is killed in a cut; the next one sends what waits, once"""
    global call, ring, console
    call, ring = centre.talk(ana)
    contact = centre.last_contact()["contact_id"]
    console.wait("ON CALL", "Notes")
    cut()
    console.press("not lost")
    console.wait("1 wish waits")
    console.kill()
    kept = [os.path.join(folder, name) for folder, _, names in os.walk(
        place.path("state")) for name in names if name.endswith(".json")]
    assert [os.stat(name).st_mode & 0o777 for name in kept] == [0o600], kept
    proxy.mend()
    console = Console(proxy, token_file)
    console.wait("ON CALL", "live")
    place.wait_until("the note is kept", lambda: [
        e["note"] for e in events("note_kept")
        if e["contact_id"] == contact] == ["not lost"])
    place.wait_until("the file is gone", lambda: not os.path.exists(kept[0]))
    call.hang_up()
    ring.wait_end()
    ana.wait("acw")
    ana.does("dispose", disposition_id="sold")
    ana.wait("available")


def two_consoles_keep_what_waits_apart():
    """two consoles keep what waits apart; what a killed one left is sent once"""
    global call, ring
    second = Console(proxy, token_file)
    second.wait("Another console of yours runs on this machine")
    call, ring = centre.talk(ana)
    contact = centre.last_contact()["contact_id"]
    console.wait("ON CALL", "Notes")
    second.wait("ON CALL", "Notes")
    proxy.cut()
    for one in console, second:
        one.wait("Connection lost")
    console.press("first")
    second.press("second")
    for one in console, second:
        one.wait("1 wish waits")
    kept = [name for _, _, names in os.walk(place.path("state"))
            for name in names if name.endswith(".json")]
    assert len(set(kept)) == 2, kept
    second.kill()
    third = Console(proxy, token_file)
    mend()
    third.wait("live")
    place.wait_until("both notes are kept", lambda: sorted(
        e["note"] for e in events("note_kept")
        if e["contact_id"] == contact) == ["first", "second"])
    place.wait_until("no file is left", lambda: not [
        name for _, _, names in os.walk(place.path("state"))
        for name in names if name.endswith(".json")])
    assert third.close() is not None
    call.hang_up()
    ring.wait_end()
    ana.wait("acw")
    ana.does("dispose", disposition_id="sold")
    ana.wait("available")


def what_happened_meanwhile_is_told():
    """after a cut one line tells when and how the call ended"""
    global call, ring
    call, ring = centre.talk(ana)
    console.wait("ON CALL", "Notes")
    cut()
    call.hang_up()
    ring.wait_end()
    ana.wait("acw")
    mend()
    console.wait("While you were away: call ended", "caller hung up")
    ana.does("dispose", disposition_id="sold")
    ana.wait("available")


def a_server_that_stops_says_when():
    """SIGTERM: the header counts down, and a line says it"""
    global call, ring
    call, ring = centre.talk(ana)
    centre.server.child.terminate()
    console.wait("STOPS 0:0", "The server stops")
    call.hang_up()
    ring.wait_end()
    place.wait_until("it has ended", centre.server.is_gone)
    console.wait("OFFLINE")
    assert console.close() is not None
    proxy.close()


tap.run(
    the_phone_is_refused,
    what_is_written_waits,
    it_arrives_once,
    an_answer_that_is_lost_is_asked_for_again,
    what_comes_too_late_stays_with_its_reason,
    what_waits_outlives_the_console,
    two_consoles_keep_what_waits_apart,
    what_happened_meanwhile_is_told,
    a_server_that_stops_says_when,
)
