# SPDX-License-Identifier: GPL-3.0-or-later
"""Who waits leaves the queue by real calls: for an agent, a voicemail box and
an outside number, or stays when that is busy; by a key, and when the longest
wait is over."""

import place
import tap
from centre import Centre

centre = Centre()
api = centre.api
told = centre.told
ana = centre.agent("ana", "support")  # nobody serves sales
api.post("/api/voicemail/boxes", name="later", queue_id="sales")


def way_out(name, **rule):
    """A rule of sales; the number of what was made."""
    return api.post("/api/queue-rules", name=name, queue_id="sales",
                    **rule)["id"]


def waits():
    """A caller who waits in sales: (call, contact's number)."""
    call = centre.in_queue()
    contact = centre.last_contact()["contact_id"]
    place.wait_until("it waits", lambda: told(contact, "contact_queued"))
    return call, contact


def left_by(contact, rule):
    """It has left the queue by that way."""
    left = told(contact, "queue_left")[0]
    assert (left["exit"], left["rule_id"]) == ("overflowed", rule), left
    return why(contact, "queue_left")


def why(contact, event):
    """What the server says of the first such decision."""
    return next(one for one in api.items(f"/api/contacts/{contact}/why")
                if one["event"] == event)


def to_an_agent():
    """a key leads to one agent, who has the caller"""
    rule = way_out("agent", cause="key", moment="wait", key="7",
                   target="agent", target_id="ana")
    call, contact = waits()
    call.media.press("7")
    ring = ana.phone.next_call()
    ring.ring()
    ring.answer(hertz=620)
    call.wait_hears(620)
    said = left_by(contact, rule)
    assert (said["queue_rule_id"], said["rule_id"]) == (rule, 0), said
    assert "way out agent" in said["says"], said
    assert told(contact, "offer_made")[0]["agent_id"] == ana.id
    call.hang_up()
    ring.wait_end()
    centre.wait_ended(contact)
    ana.wait("available")


def to_a_box():
    """a key leads to a voicemail box, in which the caller may speak"""
    rule = way_out("box", cause="key", moment="wait", key="8",
                   target="voicemail", target_id="later")
    call, contact = waits()
    call.media.press("8")
    place.wait_until("the caller is greeted",
                     lambda: told(contact, "voicemail_entered"))
    left_by(contact, rule)
    call.media.press("#")
    place.wait_until("the caller may speak", lambda: [
        e for e in told(contact, "voicemail_went_on")
        if e["stage"] == "speaking"])
    call.hang_up()
    centre.wait_ended(contact)


def to_an_outside_number():
    """a key leads to an outside number, and both hear each other"""
    rule = way_out("outside", cause="key", moment="wait", key="9",
                   target="number", number="00442079460000")
    call, contact = waits()
    call.media.press("9")
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith("sip:00442079460000@"), outside.invite
    outside.answer(hertz=700)
    call.wait_hears(700)
    outside.wait_hears(440)
    left_by(contact, rule)
    call.hang_up()
    outside.wait_end()
    centre.wait_ended(contact)


def a_busy_number_leads_back():
    """a number that is busy leads back to the line, and not out of the house"""
    call, contact = waits()
    call.media.press("9")
    centre.trunk.next_call().reject(486, "Busy Here")
    place.wait_until("it waits again", lambda: len(
        told(contact, "contact_queued")) == 2)
    assert told(contact, "transfer_failed")[0]["result"] == "busy"
    call.hang_up()
    centre.wait_ended(contact)


def a_key_without_a_way_changes_nothing():
    """another key leaves the caller in the line"""
    call, contact = waits()
    call.media.press("5")
    call.media.press("7")
    ring = ana.phone.next_call()
    ring.ring()
    ring.answer(hertz=620)
    call.wait_hears(620)
    assert len(told(contact, "queue_left")) == 2  # sales, and ana's
    call.hang_up()
    ring.wait_end()
    centre.wait_ended(contact)
    ana.wait("available")


def when_the_wait_is_too_long():
    """after the longest wait a rule leads to an agent, also who waits already
    when it becomes shorter"""
    api.put("/api/queues/sales", max_wait_ms=600000)
    rule = way_out("waited", cause="waited", moment="wait", target="agent",
                   target_id="ana")
    call, contact = waits()
    api.put("/api/queues/sales", max_wait_ms=1000)
    ring = ana.phone.next_call()
    ring.ring()
    ring.answer(hertz=620)
    call.wait_hears(620)
    left_by(contact, rule)
    call.hang_up()
    ring.wait_end()
    centre.wait_ended(contact)


def it_is_told_who_did_not_take_it():
    """why a queue did not take a call names the way out, and where it led; a
    queue that is closed by hand, and nothing else, says so"""
    rule = way_out("shut", cause="closed", moment="join", target="voicemail",
                   target_id="later")
    api.post("/api/queues/sales/close")
    call = centre.in_queue()
    contact = centre.last_contact()["contact_id"]
    place.wait_until("it is sent on", lambda: told(contact, "queue_diverted"))
    said = why(contact, "queue_diverted")
    assert said["queue_rule_id"] == rule, said
    for part in ("a way out sent it", "way out shut", "to the box later"):
        assert part in said["says"], said
    call.hang_up()
    centre.wait_ended(contact)
    assert api.ask("DELETE", "/api/queue-rules/shut",
                   headers={"If-Match": "*"}).status == 200
    assert "a way out that is removed" in why(contact, "queue_diverted")["says"]
    call = centre.in_queue()
    contact = centre.last_contact()["contact_id"]
    centre.wait_ended(contact)
    said = why(contact, "queue_diverted")
    assert said["queue_rule_id"] == 0 and "is closed" in said["says"], said
    assert "way out" not in said["says"], said
    api.post("/api/queues/sales/open")


tap.run(to_an_agent, to_a_box, to_an_outside_number,
        a_busy_number_leads_back, a_key_without_a_way_changes_nothing,
        when_the_wait_is_too_long, it_is_told_who_did_not_take_it)
