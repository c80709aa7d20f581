# SPDX-License-Identifier: GPL-3.0-or-later
"""Offers that are not answered, and who gets the contact then."""

import place
import tap
from centre import PHONE_PASSWORD, Centre
from sip_peer import Peer

centre = Centre(queue={"ring_ms": 1500, "max_misses": 3,
                       "cool_no_answer_ms": 3000, "cool_busy_ms": 3000,
                       "cool_rejected_ms": 3000, "cool_failed_ms": 3000})
ana = centre.agent("ana")


def results_of(contact):
    return [event["result"] for event in
            centre.events_of(contact)
            if event["type"] == "offer_ended"]


def taken_by_another(first_does):
    """Ana is offered a contact and does not take it; Ben gets it."""
    call = centre.in_queue()
    ring = ana.phone.next_call()
    contact = centre.last_contact()["contact_id"]
    first_does(ring)
    other = ben.phone.next_call()
    other.answer(hertz=700)
    call.wait_hears(700)
    other.hang_up()
    call.wait_end()
    centre.wait_ended(contact)
    for agent in (ana, ben):
        if agent.state()["state"] == "paused":
            agent.does("available")
        agent.wait("available")
    place.wait_until("Ana's cool-down has ended", lambda:
                     ana.state()["cool_down_left_us"] == 0)
    return results_of(contact), ring


def not_answered():
    """who does not answer is passed over, and the phone stops ringing"""
    results, ring = taken_by_another(lambda ring: ring.ring())
    assert results == ["no_answer"], results
    assert ring.cancelled


def busy():
    """a phone in use is busy, and the next agent is rung at once"""
    results, _ = taken_by_another(lambda ring: ring.reject(486, "Busy"))
    assert results == ["busy"], results


def rejected():
    """a phone that declines rejects the offer"""
    results, _ = taken_by_another(lambda ring: ring.reject(603, "Decline"))
    assert results == ["rejected"], results


def broken():
    """a phone that fails has failed"""
    results, _ = taken_by_another(
        lambda ring: ring.reject(500, "Internal Error"))
    assert results == ["failed"], results


def a_redirect_is_not_followed():
    """a phone that forwards is not followed to where it likes"""
    elsewhere = Peer(place.host(3), 5060, name="elsewhere")
    results, _ = taken_by_another(lambda ring: ring.reject(
        302, "Moved", headers=[("Contact", f"<sip:x@{place.host(3)}>")]))
    assert results in (["failed"], ["rejected"]), results
    elsewhere.no_call(0.3)
    elsewhere.close()


def abandoned_while_waiting():
    """who hangs up in the queue is an abandoned contact"""
    ana.does("pause", reason_id="break")
    ben.does("pause", reason_id="break")
    call = centre.in_queue()
    contact = centre.last_contact()["contact_id"]
    place.wait_until("it waits", lambda: centre.api.get(
        f"/api/contacts/{contact}")["place"] == "queue")
    call.hang_up()
    ended = centre.wait_ended(contact)
    assert ended["cause"] == "abandoned" and ended["short_abandon"], ended
    stats = centre.api.get("/api/queues/sales/stats")
    assert stats["abandoned"] >= 1 and stats["waiting"] == 0, stats
    ana.does("available")
    ben.does("available")


def abandoned_while_ringing():
    """who hangs up while the phone rings stops its ringing"""
    call = centre.in_queue()
    ring = place.wait_until("a phone rings", lambda: next(
        (agent.phone.incoming.get_nowait() for agent in (ana, ben)
         if not agent.phone.incoming.empty()), None))
    ring.ring()
    contact = centre.last_contact()["contact_id"]
    call.hang_up()
    ring.wait_end()
    assert ring.cancelled
    assert centre.wait_ended(contact)["cause"] == "abandoned"
    assert results_of(contact) == ["cancelled"]
    ana.wait("available")
    ben.wait("available")


def told_the_phone_picks_up():
    """in the mode phone_told the phone rings at once, and is told to pick up
    when the agent accepts; one that does not know that rings on"""
    noe = centre.agent("noe", mode="phone_told")
    call = centre.in_queue()
    ring = noe.phone.next_call()
    assert not ring.invite["Call-Info"], ring.invite
    ring.ring()
    noe.wait("offered")

    def told():
        return [one for one in ring.requests if one.method == "NOTIFY"]
    place.wait_until("the phone is told", lambda: noe.api.ask(
        "POST", "/api/agents/noe/accept", {}).status == 200 and told())
    assert told()[0]["Event"] == "talk", told()[0]
    assert told()[0]["To"].endswith(ring.tag), told()[0]
    assert noe.state()["state"] == "offered"
    ring.answer(hertz=620)
    call.wait_hears(620)
    call.hang_up()
    ring.wait_end()
    noe.does("log-out")


def on_demand_the_phone_answers_by_itself():
    """on demand the console accepts, and the phone is told to answer"""
    ana.does("pause", reason_id="break")
    ben.does("pause", reason_id="break")
    eva = centre.agent("eva", mode="on_demand")
    call = centre.in_queue()
    eva.wait("offered")
    eva.phone.no_call(0.3)
    eva.does("accept")
    ring = eva.phone.next_call()
    told = (ring.invite["Call-Info"] or "") + (ring.invite["Alert-Info"] or "")
    assert "answer-after=0" in told, ring.invite.headers
    ring.answer(hertz=700)
    call.wait_hears(700)
    ring.wait_hears(440)
    call.hang_up()
    eva.wait("available")

    call = centre.in_queue()
    eva.wait("offered")
    eva.does("reject")
    eva.phone.no_call(0.2)
    assert results_of(centre.last_contact()["contact_id"]) == ["rejected"]
    call.hang_up()
    eva.does("log-out")
    ana.does("available")
    ben.does("available")


def misses_pause():
    """who misses three in a row is paused, and told why"""
    ben.does("pause", reason_id="break")
    call = centre.in_queue()
    contact = centre.last_contact()["contact_id"]
    for _ in range(3):
        ana.phone.next_call(12).ring()
    ana.wait("paused")
    state = ana.state()
    assert state["misses"] >= 3, state
    assert results_of(contact) == ["no_answer"] * 3, results_of(contact)
    ben.does("available")
    ring = ben.phone.next_call()
    ring.answer(hertz=700)
    call.wait_hears(700)
    call.hang_up()
    ana.does("available")


def unplugged():
    """an agent whose phone is gone is unavailable, and back when it is"""
    answer = ana.phone.register(centre.server.sip, PHONE_PASSWORD,
                                expires_s=0, realm=centre.realm)
    assert answer.status == 200
    ana.wait("unavailable")
    ana.plug_in()
    place.wait_until("back", lambda: ana.state()["state"] != "unavailable")


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


centre.api.post("/api/pause-reasons", name="break", label="Break")
ben = centre.agent("ben", priority=2)

tap.run(
    not_answered,
    busy,
    rejected,
    broken,
    a_redirect_is_not_followed,
    abandoned_while_waiting,
    abandoned_while_ringing,
    told_the_phone_picks_up,
    on_demand_the_phone_answers_by_itself,
    misses_pause,
    unplugged,
    the_books_agree,
)
