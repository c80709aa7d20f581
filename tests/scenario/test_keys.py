# SPDX-License-Identifier: GPL-3.0-or-later
"""Mute and keys of an agent, as the caller's telephone hears them."""

import place
import tap
from centre import Centre
from rtp_peer import KEYS
from sip_message import sdp

centre = Centre(queue={"wrap_up": "none"})
ana = centre.agent("ana")


def pressed(call):
    """The keys that the caller's telephone took in, each once."""
    first = {}
    for stamp, event, *_ in list(call.media.events):
        first.setdefault(stamp, KEYS[event])
    return "".join(key for _, key in sorted(first.items()))


def events(kind):
    return [event for event in centre.server.events(kind)]


def the_caller_hears_nothing_of_a_muted_agent():
    """a muted agent hears the caller, and is not heard"""
    call, ring = centre.talk(ana, hertz=620)
    ana.does("mute")
    place.wait_until("nothing is heard", lambda:
                     len(call.media.heard()) >= 1600
                     and not call.media.hears_something())
    ring.wait_hears(440)
    assert ana.state()["muted"]

    ana.does("hold")
    ana.wait("hold")
    place.wait_until("the music is heard", call.media.hears_something)
    ana.does("resume")
    place.wait_until("nothing is heard after the hold", lambda:
                     not call.media.hears_something())
    ana.does("unmute")
    call.wait_hears(620)
    call.hang_up()
    ring.wait_end()
    ana.wait("available")


def mute_ends_with_the_talk():
    """the next caller hears the agent who was muted for the last one"""
    call, ring = centre.talk(ana)
    ana.does("mute")
    call.hang_up()
    ring.wait_end()
    ana.wait("available")
    assert not ana.state()["muted"]
    call, ring = centre.talk(ana)  # waits until the agent is heard
    call.hang_up()
    ring.wait_end()
    ana.wait("available")


def the_caller_gets_the_keys():
    """keys reach the caller's telephone in order, also while muted"""
    call, ring = centre.talk(ana)
    ana.does("digits", digits="409#")
    place.wait_until("the keys are there", lambda: pressed(call) == "409#")
    ana.does("mute")
    ana.does("digits", digits="11", masked=True)
    place.wait_until("and more", lambda: pressed(call) == "409#11")
    ana.does("hang-up")
    call.wait_end()
    ring.wait_end()
    ana.wait("available")
    sent = [(e["digits"], e["masked"], e["count"])
            for e in events("digits_sent")]
    assert sent == [("409#", False, 4), ("", True, 2)], sent
    assert not events("digits_lost")


def too_many_keys_are_told():
    """keys that come faster than a telephone takes them are told as lost"""
    call, ring = centre.talk(ana)
    for _ in range(3):
        ana.does("digits", digits="0123456789" * 3)
    place.wait_until("some are lost", lambda: events("digits_lost"))
    place.wait_until("the others are there", lambda:
                     len(pressed(call)) >= 30)
    call.hang_up()
    ring.wait_end()
    ana.wait("available")
    lost = sum(event["count"] for event in events("digits_lost"))
    assert 0 < lost <= 60, lost


def keys_that_nobody_takes_are_told():
    """a telephone that takes no keys gets none, and that is told"""
    call, ring = centre.talk(ana)
    answer = call.offer(body=sdp(call.peer.address, call.media.port,
                                 version=9, formats=(0, 8)))
    assert answer.status == 200, answer
    contact = centre.last_contact()["contact_id"]
    ana.does("digits", digits="123")
    place.wait_until("all are lost", lambda: centre.api.get(
        f"/api/contacts/{contact}")["digits_lost"] == 3)
    assert pressed(call) == "", pressed(call)
    call.wait_hears(620)
    call.hang_up()
    ring.wait_end()
    ana.wait("available")


def all_is_over():
    """after all that no live contact is left"""
    place.wait_until("no contact is live", lambda: centre.api.get(
        "/api/state")["contacts_live"] == 0)
    centre.close()


tap.run(
    the_caller_hears_nothing_of_a_muted_agent,
    mute_ends_with_the_talk,
    the_caller_gets_the_keys,
    too_many_keys_are_told,
    keys_that_nobody_takes_are_told,
    all_is_over,
)
