# SPDX-License-Identifier: GPL-3.0-or-later
"""Callers leave messages in a box; nothing of them is lost."""

import hashlib

import place
import tap
from office import CALLER_HZ, PHONE_HZ, TONE_HZ, Office, wait_s
from wav import LEFT, Wav

office = Office()
server, api, ana, bob = office.server, office.api, office.ana, office.bob


def queue_leads_to_a_box():
    """whoever waits too long is greeted, hears a tone, speaks and hangs up"""
    message = office.leave(2.4)
    assert message["box"] == "support" and message["state"] == "new", message
    assert message["caller"] == office.last_number
    assert 2e6 < message["length_us"] < 6e6, message
    sound = office.sound_of(message)
    assert sound.status == 200
    assert hashlib.sha256(sound.raw).hexdigest() == message["digest"]
    wav = Wav(sound.raw, channels=1)
    assert wav.share(LEFT, CALLER_HZ, 0.5, 2) > 0.8
    assert wav.share(LEFT, TONE_HZ, 0) < 0.05
    assert "message-" in sound.headers["Content-Disposition"]


def caller_listens_and_sends():
    """# ends it; 1 plays it to the caller; 3 is urgent; # sends it"""
    call, contact = office.speaking()
    caller = office.last_number
    wait_s(1.2)
    call.media.press("#")
    office.wait_stage(contact, "menu")
    place.wait_until("it is whole", lambda: [
        e for e in office.events_of(contact)
        if e["type"] == "recording_ended"])
    call.media.press("1")
    call.wait_hears(CALLER_HZ)
    call.media.press("*")
    office.wait_stage(contact, "menu")
    call.media.press("3")
    place.wait_until("it is urgent", lambda: [
        e for e in office.events_of(contact)
        if e["type"] == "message_urgent" and e["urgent"]])
    call.media.press("#")
    office.wait_stage(contact, "goodbye")
    call.wait_end()
    message = office.wait_message(caller)
    assert message["urgent"], message
    assert office.wait_ended(contact)["cause"] == "voicemail"


def full_box_says_so():
    """a box that is full says so, and lets the caller go"""
    held = len([m for m in office.messages(box="support")
                if m["state"] != "deleted"])
    api.put("/api/voicemail/boxes/support", max_messages=held)
    call, contact = office.in_box()
    entered = [e for e in office.events_of(contact)
               if e["type"] == "voicemail_entered"]
    assert entered[0]["full"], entered
    call.wait_end()
    assert office.wait_ended(contact)["cause"] == "voicemail"


def full_box_hands_on():
    """... or leads the caller to its operator, if it has one"""
    api.put("/api/voicemail/boxes/support", operator_to="queue",
            operator_id="support")
    call, contact = office.in_box()
    place.wait_until("it is handed on", lambda: [
        one["type"] for one in office.events_of(contact)
        if one["type"] in ("voicemail_left", "contact_queued")][-2:] == [
            "voicemail_left", "contact_queued"])
    call.hang_up()
    api.put("/api/voicemail/boxes/support", max_messages=100,
            operator_to="hang_up", operator_id=0)


def operator_takes_over():
    """0 leads to the box's operator; what was said by then is a message"""
    api.put("/api/voicemail/boxes/support", operator_to="queue",
            operator_id="sales")
    call, _ = office.in_box()
    call.media.press("0")
    ring = place.wait_until("somebody is offered it", lambda: [
        s for s in (ana, bob) if s.state()["state"] == "offered"]
                            )[0].phone.next_call()
    ring.ring()
    ring.answer(hertz=PHONE_HZ)
    call.wait_hears(PHONE_HZ)
    call.hang_up()
    ring.wait_end()
    api.put("/api/voicemail/boxes/support", operator_to="hang_up",
            operator_id=0)


def greetings_are_set():
    """PUT /api/voicemail/greetings sets prompts, and refuses what cannot be"""
    api.post("/api/prompts", name="away", text="We are on holiday.")
    box = api.ask("PUT", "/api/voicemail/greetings", {
        "box_id": "support", "holiday_id": "away",
        "holiday_from": "2020-01-01", "holiday_until": "2099-12-31"})
    assert box.status == 200, box.json
    assert box.json["holiday_until"] == "2099-12-31", box.json
    call, contact = office.in_box()
    entered = [e for e in office.events_of(contact)
               if e["type"] == "voicemail_entered"]
    assert entered[0]["greeting"] == "holiday", entered
    call.hang_up()
    for body, status, code in (
            ({"box_id": "support", "holiday_id": "away",
              "holiday_from": "2021-02-29", "holiday_until": "2021-03-01"},
             422, "bad_holiday"),
            ({"box_id": "support", "greeting_id": 99}, 404, "no_prompt"),
            ({"box_id": 99}, 404, "not_found")):
        assert office.refused("PUT", "/api/voicemail/greetings", body) == (
            status, code), body


def the_books_agree():
    """verify agrees with every message there was"""
    office.close()


tap.run(queue_leads_to_a_box, caller_listens_and_sends, full_box_says_so,
        full_box_hands_on, operator_takes_over, greetings_are_set,
        the_books_agree)
