# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole call by keys in a terminal, between telephones of others.

Caller and agents talk with baresip, whose accounts cclite wrote. What each of
them heard is told by the spectrum of what it wrote down.
"""

import os
import stat

import place
import tap
from baresip import Baresip
from centre import PHONE_PASSWORD, Centre
from rtp_peer import share_of
from screen import Console

PASSWORD = "secret-ana-1"
CALLER_HZ, ANA_HZ, BEN_HZ = 500, 700, 900
SECOND = 10  # tenths

centre = Centre(queue={"wrap_up": "mandatory_timed", "wrap_up_ms": 60000})
api = centre.api
server = centre.server
CALLER_AT = place.host(3)
api.post("/api/trunks", name="far", address=f"{CALLER_AT}:5060", check_ms=0)
for number, name in enumerate(("sold", "resolved"), 1):
    api.post("/api/dispositions", name=name, label=name.title())

caller = Baresip("caller", CALLER_AT, f"sip:+442070000001@{server.address}",
                 ";regint=0", hertz=CALLER_HZ)
phones = {}
console = None


def desk(name, mode, port, hertz):
    """A seat with a user of its name and a baresip as `cclite phone` sets it
    up; off duty."""
    seat = centre.seat(name, mode=mode)
    api.post("/api/users", name=name, label=name.title(), role="agent")
    api.put(f"/api/agents/{name}", user_id=name)
    phones[name] = Baresip.desk(server, name, PHONE_PASSWORD, place.host(2),
                                hertz=hertz, port=port)
    return seat.wait_phone()


ana = desk("ana", "on_demand", 5060, ANA_HZ)
ben = desk("ben", "phone_rings", 5080, BEN_HZ)


def dial():
    """The caller calls, and presses 1 when the menu plays; the mark of what
    was heard before."""
    mark = len(caller.heard())
    caller.command("dial", f"sip:200@{server.address}")
    place.wait_until("the menu is heard",
                     lambda: any(loud(caller, mark)))
    caller.command("sndcode", "1")
    return mark


def loud(phone, since):
    """Whether there was sound, by tenths of a second from a sample on."""
    return [sum(s * s for s in part) > len(part) * 10000
            for part in phone.tenths(since)]


def wait_music(phone, without_hz):
    """Waits for a second of sound that is not that tone."""
    mark = len(phone.heard())

    def plays():
        return sum(is_loud and share_of(part, without_hz) < 0.2
                   for is_loud, part in zip(loud(phone, mark),
                                            phone.tenths(mark))) >= SECOND
    place.wait_until(f"{phone.name} hears music", plays)


def wait_silent(phone):
    """Waits for a second in which packets come, and nothing is in them."""
    mark = len(phone.heard())
    place.wait_until(f"{phone.name} hears silence", lambda: loud(
        phone, mark)[-SECOND:].count(False) == SECOND)


def both_hear(phone, hertz):
    """From now on the phone hears the caller, and the caller it."""
    marks = len(phone.heard()), len(caller.heard())
    phone.wait_hears(CALLER_HZ, marks[0])
    caller.wait_hears(hertz, marks[1])


def wrapped_up(name):
    """The last wrap-up of an agent in the journal."""
    agent_id = centre.seats[name].id
    return [e for e in centre.settle().server.events("wrap_up_ended")
            if e["agent_id"] == agent_id][-1]


def cclite_writes_the_accounts():
    """cclite phone writes accounts for their owner alone, and both register"""
    for name, answers in (("ana", "auto"), ("ben", "manual")):
        path = place.path(name, "accounts")
        assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
        assert f"answermode={answers}" in place.text_of(f"{name}/accounts")
        assert centre.seats[name].state()["reachable"]


def she_signs_in():
    """Ana signs in by name and password, and makes herself ready"""
    global console
    api.set_password("/api/users/ana/password", PASSWORD)
    console = Console(server, place.path("home", "token"), "--server",
                      f"http://{server.address}:8080")
    console.wait("Sign in", "Password")
    console.press("ana", "Tab", PASSWORD, "Enter")
    console.wait("Ana", "OFF DUTY")
    console.press("s")
    console.wait("Change state")
    console.press("r")
    console.wait("READY", "Waiting for a call")
    ana.wait("available")


def it_rings_on_the_screen():
    """a caller is on the screen, hears music, and no phone rings yet"""
    dial()
    console.wait("INCOMING", "RINGING", "+442070000001",
                 "F2 answers: your phone picks up by itself.")
    wait_music(caller, ANA_HZ)
    assert not phones["ana"].told("CALL_INCOMING")


def f2_answers():
    """F2: her phone picks up by itself, and both hear the other's tone"""
    console.press("F2")
    both_hear(phones["ana"], ANA_HZ)
    console.wait("ON CALL", "+442070000001", "Notes")


def hold_plays_music():
    """F3: the caller hears music, she hears nothing; F3 again: both hear"""
    console.press("F3")
    console.wait("HOLD")
    mark = len(phones["ana"].heard())
    wait_music(caller, ANA_HZ)
    rest = phones["ana"].tenths(mark)[5:]  # what was under way is over
    assert not any(share_of(part, CALLER_HZ) > 0.2 for part in rest)
    console.press("F3")
    console.wait("ON CALL", "(1×)")
    both_hear(phones["ana"], ANA_HZ)


def mute_is_silence():
    """F4: the caller hears silence, she hears the caller; F4: both hear"""
    console.press("F4")
    console.wait("MUTED")
    wait_silent(caller)
    phones["ana"].wait_hears(CALLER_HZ, len(phones["ana"].heard()))
    console.press("F4")
    console.wait_gone("MUTED")
    both_hear(phones["ana"], ANA_HZ)


def keys_arrive():
    """F7 and 4 0 9 #: the caller's telephone takes in these keys"""
    console.press("F7")
    console.wait("Keypad")
    console.press("4", "0", "9", "#")
    console.wait("409#")
    place.wait_until("the keys arrive", lambda: "409#" == "".join(
        e["param"] for e in caller.told("CALL_DTMF_START")))
    console.press("Esc")
    console.wait_gone("Keypad")


def she_asks_ben():
    """F5, his name, F6: the caller hears music while she hears him; F3: she
    is back at the caller; F3 again, and F8: he is let go"""
    ben.does("log-in")
    console.press("F5")
    console.wait("Transfer call", "queue")
    console.press("ben")
    console.wait("▌", "Ben")
    console.press("F6")
    phones["ben"].wait_told("CALL_INCOMING")
    console.wait("HOLD", "asking Ben", "F5 complete")
    phones["ben"].command("accept")
    marks = [len(phones[name].heard()) for name in ("ana", "ben")]
    phones["ana"].wait_hears(BEN_HZ, marks[0])
    phones["ben"].wait_hears(ANA_HZ, marks[1])
    wait_music(caller, ANA_HZ)
    console.press("F3")
    both_hear(phones["ana"], ANA_HZ)
    wait_music(phones["ben"], ANA_HZ)
    console.press("F3")
    phones["ben"].wait_hears(ANA_HZ, len(phones["ben"].heard()))
    console.wait("F8 back to caller")
    console.press("F8")
    phones["ben"].wait_told("CALL_CLOSED")
    console.wait_gone("asking Ben")
    both_hear(phones["ana"], ANA_HZ)
    ben.does("log-out")


def handed_over():
    """F5, two letters, Enter: the caller hears music, and she wraps up"""
    console.press("F5")
    console.wait("Transfer call", "queue")
    console.press("su", "Enter")
    console.wait("WRAP-UP", "Disposition", "Sold", "Resolved", "Time left")
    phones["ana"].wait_told("CALL_CLOSED")
    wait_music(caller, ANA_HZ)


def wrapped_up_with_a_note():
    """Tab, a note, Esc, 2 and Enter: all of it is in the journal"""
    console.press("Tab", "wants the big one")
    console.wait("wants the big one", "Esc leave")
    console.press("Esc")
    console.wait("save, ready")  # a byte right behind it would make it Alt
    console.press("2")
    console.wait("▌ 2 Resolved")
    console.press("Enter")
    console.wait_gone("WRAP-UP")
    told = wrapped_up("ana")
    assert told["note"].strip() == "wants the big one", told
    assert told["disposition_id"] == api.get(
        "/api/dispositions/resolved")["id"], told


def she_hangs_up():
    """back from the queue, she answers and hangs up: both phones are free"""
    console.wait("INCOMING", "RINGING")
    console.press("F2")
    both_hear(phones["ana"], ANA_HZ)
    console.wait("ON CALL")
    console.press("F8")
    console.wait("WRAP-UP", "Disposition")
    caller.wait_told("CALL_CLOSED")
    phones["ana"].wait_told("CALL_CLOSED", 2)
    console.press("1", "Enter")
    console.wait("READY", "Waiting for a call")
    assert wrapped_up("ana")["disposition_id"] == api.get(
        "/api/dispositions/sold")["id"]
    assert console.close() == 0
    ana.does("log-out")


def a_phone_that_rings_is_lifted():
    """a phone that rings: F2 says to lift it, and lifted, both hear"""
    global console
    token = api.post("/api/users/ben/tokens", label="console")["token"]
    path = place.write("ben/token", f"{token}\n")
    os.chmod(path, 0o600)
    console = Console(server, path, rows=43, columns=132)
    console.wait("Ben", "OFF DUTY")
    console.press("s")
    console.wait("Change state")
    console.press("r")
    console.wait("READY")
    dial()
    console.wait("INCOMING", "Your phone rings: lift it to answer.")
    phones["ben"].wait_told("CALL_INCOMING", 2)
    console.press("F2")
    console.wait("It cannot be answered from here.")
    phones["ben"].command("accept")
    both_hear(phones["ben"], BEN_HZ)
    console.press("Esc")
    console.wait_gone("It cannot be answered")
    console.wait("ON CALL")
    caller.command("hangup")
    console.wait("WRAP-UP", "Disposition")
    console.press("1", "Enter")
    console.wait("READY", "Waiting for a call")
    assert wrapped_up("ben")["disposition_id"] == api.get(
        "/api/dispositions/sold")["id"]
    assert console.close() == 0


def the_books_agree():
    """two contacts were answered, none is live, and verify agrees"""
    centre.settle()
    ended = centre.contacts()
    assert [(c["live"], c["answered"]) for c in ended] == [
        (False, True)] * 2, ended
    for phone in (caller, *phones.values()):
        phone.stop()
    centre.close()


tap.run(cclite_writes_the_accounts, she_signs_in, it_rings_on_the_screen,
        f2_answers, hold_plays_music, mute_is_silence, keys_arrive,
        she_asks_ben, handed_over, wrapped_up_with_a_note, she_hangs_up,
        a_phone_that_rings_is_lifted, the_books_agree)
