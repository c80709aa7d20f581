# SPDX-License-Identifier: GPL-3.0-or-later
"""At the console: a recording is found, heard by phone, exported, deleted."""

import os
import time

import place
import tap
from centre import Centre
from rtp_peer import share_of
from screen import Console

CALLER_HZ, AGENT_HZ = 440, 620
TALK_S = 8

centre = Centre(queue={"recording": "all"})
server = centre.server
api = centre.api
ana = centre.agent("ana", "sales")
eva = centre.agent("eva", "support")
api.put("/api/agents/eva", user_id="boss")  # who sits here is Eva


def make_recording():
    """A talk of Ana's; its recording when it is whole."""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    contact = centre.last_contact()["contact_id"]
    until = time.monotonic() + TALK_S
    place.wait_until("both have talked", lambda: time.monotonic() >= until)
    call.hang_up()
    ring.wait_end()

    def kept():
        items = api.get("/api/recordings?limit=1")["items"]
        return (items and items[0]["contact_id"] == contact
                and items[0]["state"] == "kept"
                and items[0]["length_us"] > 0 and items[0])
    return place.wait_until("it is whole", kept)


def hears_both(ring):
    samples = ring.media.heard()
    return (share_of(samples, CALLER_HZ) > 0.2
            and share_of(samples, AGENT_HZ) > 0.2)


recording = make_recording()
NUMBER = recording["recording_id"]
DIRECTORY = os.path.dirname(place.write("desk/here", ""))
console = Console(server, place.path("no", "token"), "console", "recordings",
                  directory=DIRECTORY)
console.wait("1, that is all")


def listening():
    answer = api.ask("GET", "/api/listening")
    return answer.json if answer.status == 200 else None


def plays_by_phone():
    """l rings the own phone, which plays what both said"""
    console.press("l")
    console.wait("rings: pick up")
    console.press(" ")
    console.wait("Pick up your phone first.")
    ring = eva.phone.next_call()
    ring.ring()
    ring.answer(hertz=300)
    place.wait_until("both are heard", lambda: hears_both(ring))
    console.press(" ")
    place.wait_until("it pauses", lambda: listening()["paused"])
    console.press("[", "-")
    place.wait_until("it is at its beginning, and slower", lambda: (
        listening()["at_us"], listening()["speed_percent"]) == (0, 75))
    console.press("s")
    ring.wait_end()
    place.wait_until("it is over", lambda: not listening())


def says_why_not():
    """what cannot be done is told, and nothing rings"""
    console.press("\x7f")  # what was said before goes first
    console.wait_gone("Pick up your phone first.")
    console.press(":", "recording pause\r")
    console.wait("Your phone plays no")  # as the console knows, or the server
    console.press("/nonsense")
    console.wait("understood")
    console.press("\x15agent = nobody\r")
    console.wait("0, that is all")
    console.press("l")
    console.wait("No recording is selected.")
    console.press("/\x15agent = ana\r")
    console.wait("1, that is all")


def exports():
    """x writes the very sound, for its owner alone"""
    console.press("x")
    console.wait(f"recording-{NUMBER}.wav")
    path = os.path.join(DIRECTORY, f"recording-{NUMBER}.wav")
    place.wait_until("it is whole", lambda: os.path.exists(path)
                     and os.stat(path).st_size == recording["bytes"])
    assert os.stat(path).st_mode & 0o777 == 0o600
    with open(path, "rb") as sound:
        assert sound.read(4) == b"RIFF"
    noted = [e for e in server.events("recording_listened")
             if e["way"] == "download"]
    assert len(noted) == 1, noted


def deletes():
    """d and the recording's number delete it"""
    console.press("d")
    console.wait("cannot be undone")

    def asks_no_more():
        # keys of its first moment count for nothing: they are typed again
        console.press("\x15" + str(NUMBER) + "\t\t\r")
        return api.get(f"/api/recordings/{NUMBER}")["state"] == "deleted"
    place.wait_until("it is deleted", asks_no_more)
    assert console.close() == 0
    assert server.verifies()
    centre.close()


tap.run(plays_by_phone, says_why_not, exports, deletes)
