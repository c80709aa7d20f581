# SPDX-License-Identifier: GPL-3.0-or-later
"""Flows that record what callers say."""

import place
import tap
from office import CALLER_HZ, Office, wait_s
from wav import LEFT, Wav

WISH = {"nodes": [
    {"name": "answer", "type": "answer", "next": "wish"},
    {"name": "wish", "type": "record", "variable": "wish", "min_ms": 800,
     "silence_ms": 1000, "next": "say", "on_silence": "bye",
     "on_invalid": "bye", "on_error": "bye"},
    {"name": "say", "type": "set", "variable": "said", "value": "no {{wish}}",
     "next": "stay", "on_error": "bye"},
    {"name": "stay", "type": "wait", "for_ms": 600000, "next": "bye"},
    {"name": "bye", "type": "hang_up"}]}

office = Office()
office.publish("wish", WISH)
office.api.post("/api/entries", name="wish", number="301", flow_id="wish")


def in_wish(hertz=CALLER_HZ):
    """A caller who speaks to a flow: (call, contact's number)."""
    call = office.caller("301", hertz=hertz).wait_answer()
    office.wait_tone(call)
    contact = office.last_contact()["contact_id"]
    place.wait_until("the caller speaks", lambda: any(
        e["stage"] == "speaking"
        for e in office.told(contact, "utterance_went_on")))
    return call, contact


def recording_of(contact):
    """The only recording of a contact, once it is whole."""
    return place.wait_until("it is whole", lambda: [
        one for one in office.api.items("/api/recordings")
        if one["contact_id"] == contact and one["state"] == "kept"])[0]


def sound_of(recording):
    return Wav(office.api.ask("GET", f"/api/recordings/{recording['recording_id']}"
                              "/download").raw, channels=1)


def a_flow_records():
    """a flow records what the caller says, and goes on with its number"""
    call, contact = in_wish()
    wait_s(1.6)
    call.media.press("#")
    recording = recording_of(contact)
    place.wait_until("the flow goes on", lambda: [
        e for e in office.told(contact, "step_began")
        if e["node_name"] == "stay"])
    values = {e["name"]: e["value"]
              for e in office.told(contact, "variable_set")}
    number = recording["recording_id"]
    assert values == {"wish": f"{number}", "said": f"no {number}"}, values
    assert recording["agent_id"] == 0 and recording["queue_id"] == 0
    wav = sound_of(recording)
    assert wav.share(LEFT, CALLER_HZ, 0.4, 1) > 0.8
    call.hang_up()
    office.wait_ended(contact)


def a_flow_keeps_no_silence():
    """a silence ends the recording of a flow, and is not kept"""
    call, contact = in_wish(None)
    call.wait_end()
    assert [e["exit"] for e in office.told(contact, "step_ended")][1:] == [
        "timeout", "done"], office.events_of(contact)
    assert len(office.told(contact, "recording_deleted")) == 1


def a_flow_records_to_the_end():
    """who hangs up, or is cut off by kill -9, has said what was said"""
    call, contact = in_wish()
    wait_s(1.2)
    call.hang_up()
    assert sound_of(recording_of(contact)).share(
        LEFT, CALLER_HZ, 0.3, 0.6) > 0.8
    call, contact = in_wish()
    wait_s(2.6)
    office.server.kill()
    office.server.start()
    recording = recording_of(contact)
    assert recording["length_us"] > 1e6 and recording["repaired"], recording
    assert sound_of(recording).share(LEFT, CALLER_HZ, 0.3, 0.6) > 0.8
    call.media.close()


def the_books_agree():
    """verify agrees with every recording there was"""
    office.close()


tap.run(a_flow_records, a_flow_keeps_no_silence, a_flow_records_to_the_end,
        the_books_agree)
