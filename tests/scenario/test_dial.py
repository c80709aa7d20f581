# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that agents make: by the API, and what becomes of them."""

import place
import tap
from centre import Centre

NUMBER = "+442079460000"

centre = Centre()
api = centre.api
ana = centre.agent("ana", "sales")
ben = centre.agent("ben", "support", mode="on_demand")
api.put("/api/agents/ana", outside="+44")
api.put("/api/agents/ben", outside="*")


def dial(agent, number=NUMBER, **more):
    """Calls; the contact's number, when the own phone has been rung."""
    agent.does("dial", number=number, **more)
    return centre.newest_contact()["contact_id"]


def connect(agent, number=NUMBER):
    """A talk that the agent began: (contact, phone, outside)."""
    contact = dial(agent, number)
    phone = agent.phone.next_call()
    phone.answer(hertz=620)
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith(f"sip:{number}@"), outside.invite.uri
    outside.ring()
    place.wait_until("the agent hears that it rings",
                     phone.media.hears_something)
    outside.answer(hertz=800)
    phone.wait_hears(800)
    outside.wait_hears(620)
    agent.wait("talking")
    return contact, phone, outside


def ended(contact, agent, cause, then="available"):
    record = centre.wait_ended(contact)
    agent.wait(then)
    assert record["cause"] == cause and record["outbound"], record
    assert record["agent"] == agent.name, record
    return record


def a_call():
    """the own phone is rung, then the number; both hear each other"""
    contact, phone, outside = connect(ana)
    live = api.get(f"/api/contacts/{contact}")
    assert live["outbound"] and live["caller"] == NUMBER, live
    assert live["place"] == "talk" and live["queue"] == "sales", live
    assert outside.hang_up().status == 200
    phone.wait_end()
    record = ended(contact, ana, "caller_hung_up")
    assert record["agent"] == "ana" and record["talk_us"] > 0, record


def the_agent_hangs_up():
    """who hangs up with the phone ends the call at the other end, too"""
    contact, phone, outside = connect(ana)
    assert phone.hang_up().status == 200
    outside.wait_end()
    ended(contact, ana, "agent_hung_up")


def from_a_pause():
    """whoever paused goes on pausing afterwards"""
    reason = api.post("/api/pause-reasons", name="lunch")["id"]
    ana.does("pause", reason_id=reason)
    contact, phone, outside = connect(ana)
    outside.hang_up()
    phone.wait_end()
    ended(contact, ana, "caller_hung_up", then="paused")
    assert ana.state()["reason_id"] == reason
    ana.does("available")
    ana.wait("available")


def the_phone_answers_by_itself():
    """in the mode on_demand the own phone is told to answer by itself"""
    contact, phone, outside = connect(ben, "+4930123456")
    assert phone.invite["Call-Info"].endswith("answer-after=0"), \
        phone.invite
    outside.hang_up()
    phone.wait_end()
    ended(contact, ben, "caller_hung_up")


def a_held_call():
    """who was called hears music on hold, and is sent on to a queue"""
    contact, phone, outside = connect(ana)
    ana.does("hold")
    place.wait_until("music", lambda: not outside.media.hears(620)
                     and outside.media.hears_something())
    ana.does("resume")
    outside.wait_hears(620)
    ana.does("transfer", to="queue", to_id="support")
    phone.wait_end()
    ben.wait("offered").does("accept")
    other = ben.phone.next_call()
    other.answer(hertz=700)
    outside.wait_hears(700)
    outside.hang_up()
    other.wait_end()
    ended(contact, ben, "caller_hung_up")
    ana.wait("available")


def a_busy_number():
    """a number that is busy ends the call, and the agent is free again"""
    contact = dial(ana)
    phone = ana.phone.next_call()
    phone.answer(hertz=620)
    centre.trunk.next_call().reject(486, "Busy Here")
    phone.wait_end()
    ended(contact, ana, "not_reached")
    results = [e["result"] for e in centre.events_of(contact)
               if e["type"] == "dialling_ended"]
    assert results == ["busy"], results


def an_own_phone_that_declines():
    """nothing is dialled when the own phone is not picked up"""
    contact = dial(ana)
    ana.phone.next_call().reject(486, "Busy Here")
    ended(contact, ana, "phone_failed")
    centre.trunk.no_call(0.3)


def an_agent_who_gives_up():
    """who hangs up while it rings there cancels the call"""
    contact = dial(ana)
    phone = ana.phone.next_call()
    phone.answer(hertz=620)
    outside = centre.trunk.next_call()
    outside.ring()
    phone.hang_up()
    outside.wait_end()
    ended(contact, ana, "agent_hung_up")


def by_the_phone():
    """a number dialled on the phone is the agent's call, by the agent's
    rights"""
    phone = ana.dials(NUMBER)
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith(f"sip:{NUMBER}@"), outside.invite.uri
    assert ana.state()["state"] == "talking"
    outside.ring()
    place.wait_until("the phone is told that it rings",
                     lambda: 180 in phone.statuses)
    assert phone.final is None, phone.final
    outside.answer(hertz=800)
    phone.wait_answer()
    phone.wait_hears(800)
    outside.wait_hears(620)
    contact = centre.newest_contact()["contact_id"]
    assert phone.hang_up().status == 200
    outside.wait_end()
    ended(contact, ana, "agent_hung_up")


def the_network_speaks():
    """what the network says before the answer is heard by the phone that
    called, which is not answered for that; and the refusal is its own"""
    phone = ana.dials(NUMBER)
    outside = centre.trunk.next_call()
    outside.progress(hertz=950)
    phone.wait_hears(950)
    assert 183 in phone.statuses and phone.final is None, phone.statuses
    contact = centre.newest_contact()["contact_id"]
    outside.reject(486, "Busy Here")
    assert phone.wait_refusal() == 486
    ended(contact, ana, "not_reached")


def the_network_speaks_to_who_was_rung():
    """a phone that was rung first hears it, too, instead of our tone"""
    contact = dial(ana)
    phone = ana.phone.next_call()
    phone.answer(hertz=620)
    outside = centre.trunk.next_call()
    outside.progress(hertz=950)
    phone.wait_hears(950)
    outside.answer(hertz=800)
    phone.wait_hears(800)
    outside.hang_up()
    phone.wait_end()
    ended(contact, ana, "caller_hung_up")


def a_phone_that_gives_up():
    """a phone that hangs up while it rings there leaves nobody ringing"""
    phone = ana.dials(NUMBER)
    outside = centre.trunk.next_call()
    outside.ring()
    contact = centre.newest_contact()["contact_id"]
    assert phone.cancel().status == 487
    outside.wait_end()
    ended(contact, ana, "agent_hung_up")


def by_the_phone_what_may_not_be():
    """a number that the agent may not call is refused to the phone, too, and
    the journal knows of it"""
    phone = ana.dials("+88216001234")
    assert phone.wait_refusal() == 403
    record = centre.wait_ended(centre.newest_contact()["contact_id"])
    assert record["cause"] == "not_allowed", record
    assert record["called"] == "+88216001234", record
    centre.trunk.no_call(0.2)


def alarms():
    return api.get("/api/server")["alarms"]


def an_emergency():
    """an emergency number goes out from the phone of whoever is at it, over a
    trunk that is full and has no such prefix; without one there is an alarm"""
    ben.does("log-out")
    ben.wait("offline")
    api.put("/api/trunks/provider", emergency="")
    assert ben.dials("112").wait_refusal() in (403, 404)
    place.wait_until("an alarm", lambda: "no_emergency_number" in alarms())
    api.put("/api/trunks/provider", outbound=False)
    place.wait_until("nobody calls out", lambda: "no_emergency_number"
                     not in alarms())
    api.put("/api/trunks/provider", outbound=True, emergency="112",
            max_channels=1)
    place.stays("no alarm", lambda: "no_emergency_number" not in alarms(), 1.5)
    held = centre.caller(hertz=440).wait_answer()
    phone = ben.dials("112").wait_answer()
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith("sip:112@"), outside.invite.uri
    outside.answer(hertz=800)
    phone.wait_hears(800)
    outside.wait_hears(620)
    contact = centre.newest_contact()["contact_id"]
    types = [event["type"] for event in centre.events_of(contact)]
    assert "emergency_dialled" in types, types
    outside.hang_up()
    phone.wait_end()
    assert centre.wait_ended(contact)["cause"] == "outside_hung_up"
    held.hang_up()
    api.put("/api/trunks/provider", max_channels=30)


def what_may_not_be():
    """a call that is not allowed, or not possible, is refused, and rings
    nobody"""
    for body, code in (
            ({"number": "+4930123456"}, "not_allowed_out"),
            ({"number": "+88216001234"}, "not_allowed_out"),
            ({"number": "sip:a@b"}, None),
            ({"number": NUMBER, "queue_id": "support"}, "not_assigned")):
        answer = api.ask("POST", "/api/agents/ana/dial", body)
        assert answer.status in (400, 404, 409, 422), answer.raw
        assert code in (None, answer.json["code"]), answer.json
    answer = api.ask("POST", "/api/agents/ben/dial",
                     {"number": "+88216001234"})
    assert answer.status == 409 and answer.json["code"] == "number_barred"
    ana.phone.no_call(0.2)
    centre.trunk.no_call(0.2)


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(
    a_call,
    the_agent_hangs_up,
    from_a_pause,
    the_phone_answers_by_itself,
    a_held_call,
    a_busy_number,
    an_own_phone_that_declines,
    an_agent_who_gives_up,
    by_the_phone,
    the_network_speaks,
    the_network_speaks_to_who_was_rung,
    a_phone_that_gives_up,
    by_the_phone_what_may_not_be,
    what_may_not_be,
    an_emergency,
    the_books_agree,
)
