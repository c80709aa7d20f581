# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept of what callers say, and what is not."""

import place
import tap
from office import CALLER_HZ, Office, wait_s
from wav import LEFT, Wav

office = Office()
server, api = office.server, office.api


def caller_begins_anew():
    """2 throws away what was said: one message, with what was said last"""
    call, contact = office.speaking()
    caller = office.last_number
    wait_s(1)
    call.media.press("#")
    office.wait_stage(contact, "menu")
    call.media.press("2")
    office.wait_stage(contact, "speaking")
    wait_s(2)
    call.hang_up()
    message = office.wait_message(caller)
    assert message["length_us"] > 1.6e6, message
    lost = [e for e in office.events_of(contact)
            if e["type"] == "message_dropped"]
    assert [e["why"] for e in lost] == ["taken_back"], lost
    assert len(office.messages(caller=caller)) == 1


def too_little_is_not_kept():
    """what is too short, and a silence, are no messages"""
    for hertz, seconds, why in ((CALLER_HZ, 0.2, "too_short"),
                                (None, 1, "silent")):
        call, contact = office.speaking(hertz)
        wait_s(seconds)
        call.hang_up()
        lost = place.wait_until(f"it is {why}", lambda: [
            e for e in office.events_of(contact)
            if e["type"] == "message_dropped"])
        assert lost[0]["why"] == why, lost
        assert not office.messages(contact_id=contact)


def silence_ends_it():
    """a silence ends the message, and who does not choose sends it"""
    api.put("/api/voicemail/boxes/support", silence_ms=1000)
    call, contact = office.speaking(None)
    office.wait_stage(contact, "menu")
    call.hang_up()
    api.put("/api/voicemail/boxes/support", silence_ms=0)


def survives_being_killed():
    """kill -9 while somebody speaks: what was said by then is a message"""
    call, contact = office.speaking()
    caller = office.last_number
    wait_s(2.6)
    server.kill()
    server.start()
    message = office.wait_message(caller)
    assert message["length_us"] > 1e6 and message["repaired"], message
    wav = Wav(office.sound_of(message).raw, channels=1)
    assert wav.share(LEFT, CALLER_HZ, 0.3, 1) > 0.8
    call.media.close()


def the_books_agree():
    """verify agrees with every message there was"""
    office.close()


tap.run(caller_begins_anew, too_little_is_not_kept, silence_ends_it,
        survives_being_killed, the_books_agree)
