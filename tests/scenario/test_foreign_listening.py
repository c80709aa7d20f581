# SPDX-License-Identifier: GPL-3.0-or-later
"""A recording is heard on the listener's baresip, steered by keys."""

import time

import place
import tap
from baresip import Baresip
from centre import PHONE_PASSWORD, Centre
from rtp_peer import share_of
from screen import Console

CALLER_HZ, AGENT_HZ = 440, 620
TALK_S = 12

centre = Centre(queue={"recording": "all"})
server = centre.server
api = centre.api
ana = centre.agent("ana", "sales")
eva = centre.seat("eva", "support")
api.put("/api/agents/eva", user_id="boss")  # who sits here is Eva
phone = Baresip.desk(server, "eva", PHONE_PASSWORD, place.host(2))
eva.wait_phone()


def make_recording():
    """A talk of Ana's; its recording when it is whole."""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    until = time.monotonic() + TALK_S
    place.wait_until("both have talked", lambda: time.monotonic() >= until)
    call.hang_up()
    ring.wait_end()

    def kept():
        items = api.get("/api/recordings?limit=1")["items"]
        return items and items[0]["state"] == "kept" and items[0]
    return place.wait_until("it is whole", kept)


recording = make_recording()
console = Console(server, place.path("no", "token"), "console", "recordings")
console.wait("1, that is all", "Ana")


def has_both(samples):
    """Whether both tones, and hardly anything else, are in it."""
    shares = [share_of(samples, hertz) for hertz in (CALLER_HZ, AGENT_HZ)]
    return min(shares) > 0.2 and sum(shares) > 0.8


def wait_plays():
    """From now on both sides of the talk are heard for a second."""
    mark = len(phone.heard())
    place.wait_until("both are heard", lambda: sum(
        has_both(part) for part in phone.tenths(mark)) >= 10)


def wait_quiet():
    """From now on nothing is heard for a second, or nothing comes at all."""
    mark = len(phone.heard())
    until = time.monotonic() + 1.2
    place.wait_until("a second is over", lambda: time.monotonic() >= until)
    late = phone.tenths(mark)[3:]  # what was under way is over
    assert not any(has_both(part) for part in late)


def listening():
    answer = api.ask("GET", "/api/listening")
    return answer.json if answer.status == 200 else None


def l_rings_the_phone():
    """l rings the listener's own phone, and the screen says to pick it up"""
    console.press("l")
    console.wait("rings: pick up")
    phone.wait_told("CALL_INCOMING")
    assert not phone.heard()


def it_plays_what_was_said():
    """picked up, it plays both sides of the talk, and the screen how far"""
    phone.command("accept")
    console.wait("plays", "100 %")
    wait_plays()


def space_pauses():
    """Space pauses, and plays on"""
    console.press(" ")
    console.wait("paused")
    wait_quiet()
    console.press(" ")
    console.wait("plays")
    wait_plays()


def arrows_move():
    """Left and Right go 5 s back and on, [ goes 10"""
    console.press(" ")
    console.wait("paused")
    console.press("[", "[")
    place.wait_until("it is at its beginning",
                     lambda: listening()["at_us"] == 0)
    console.press("Right")
    place.wait_until("it is 5 s on",
                     lambda: listening()["at_us"] == 5_000_000)
    console.wait("0:05")
    console.press("Right", "Left")
    place.wait_until("it is where it was",
                     lambda: listening()["at_us"] == 5_000_000)
    console.press("Left")
    place.wait_until("it is at its beginning again",
                     lambda: listening()["at_us"] == 0)


def speed_keeps_the_pitch():
    """minus plays slower, plus faster, and the tones stay what they were"""
    console.press("-", "-")
    console.wait("50 %")
    console.press(" ")
    console.wait("plays")
    mark, began_us = len(phone.heard()), listening()["at_us"]
    wait_plays()
    played_us = listening()["at_us"] - began_us
    heard_us = (len(phone.heard()) - mark) * 125
    assert 0.3 < played_us / heard_us < 0.75, (played_us, heard_us)
    console.press("+")
    place.wait_until("it is as fast",
                     lambda: listening()["speed_percent"] == 75)
    console.wait("75 %")


def s_ends_it():
    """s hangs up the phone, and the access is one event of the journal"""
    console.press("s")
    phone.wait_told("CALL_CLOSED")
    place.wait_until("it is over", lambda: not listening())
    noted = [e for e in centre.settle().server.events("recording_listened")
             if e["recording_id"] == recording["recording_id"]]
    assert [(e["way"], e["by"]) for e in noted] == [("phone", 1)], noted
    assert [e for e in server.events("listening_ended")]


def whoever_hangs_up_ends_it():
    """hung up at the phone, the screen says that nothing plays any more"""
    console.press("l")
    phone.wait_told("CALL_INCOMING", 2)
    phone.command("accept")
    wait_plays()
    phone.command("hangup")
    console.wait("Your phone plays no longer.")
    assert not listening()


def the_books_agree():
    """after all that the console ends well, and verify agrees"""
    assert console.close() == 0
    phone.stop()
    centre.close()


tap.run(l_rings_the_phone, it_plays_what_was_said, space_pauses, arrows_move,
        speed_keeps_the_pitch, s_ends_it, whoever_hangs_up_ends_it,
        the_books_agree)
