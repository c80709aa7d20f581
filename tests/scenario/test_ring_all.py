# SPDX-License-Identifier: GPL-3.0-or-later
"""Several phones ring for one caller; skills, and who knows the caller."""

import place
import tap
from centre import Centre

centre = Centre(queue={"strategy": "ring_all", "ring_ms": 10000,
                       "wrap_up": "none"})
api = centre.api
api.post("/api/pause-reasons", name="break", label="Break")
ana = centre.agent("ana")
ben = centre.agent("ben")


def change(**settings):
    """The queue's settings, with these changed."""
    api.put("/api/queues/sales", **settings)


def ended_offers(contact):
    return sorted((event["result"], event["elsewhere"]) for event in
                  centre.events_of(contact) if event["type"] == "offer_ended")


def who_answers_first_has_it():
    """ring_all rings all phones; the others are told that it was answered
    elsewhere, and have missed nothing"""
    call = centre.in_queue()
    at_ana, at_ben = ana.phone.next_call(), ben.phone.next_call()
    at_ana.ring()
    at_ben.ring()
    contact = centre.last_contact()["contact_id"]
    at_ben.answer(hertz=700)
    call.wait_hears(700)
    at_ana.wait_end()
    assert at_ana.cancelled
    reason = next(message["Reason"] for message in at_ana.requests
                  if message.method == "CANCEL")
    assert "cause=200" in reason and "completed elsewhere" in reason, reason
    ana.wait("available")
    assert ended_offers(contact) == [("cancelled", True)]
    assert ana.state()["misses"] == 0
    at_ben.hang_up()
    call.wait_end()
    centre.wait_ended(contact)
    ben.wait("available")


def who_hangs_up_stops_them_all():
    """a caller who gives up silences all phones that ring"""
    call = centre.in_queue()
    rings = [agent.phone.next_call() for agent in (ana, ben)]
    for ring in rings:
        ring.ring()
    contact = centre.last_contact()["contact_id"]
    call.hang_up()
    for ring in rings:
        ring.wait_end()
        assert ring.cancelled
    assert centre.wait_ended(contact)["cause"] == "abandoned"
    assert ended_offers(contact) == [("cancelled", False)] * 2
    ana.wait("available")
    ben.wait("available")


def who_lacks_the_skill_is_not_rung():
    """a demand keeps a call from whoever lacks the skill; why says so"""
    api.post("/api/skills", name="es")
    api.post("/api/agents/ana/skills", skill_id="es", level=30)
    api.post("/api/agents/ben/skills", skill_id="es", level=80)
    assert [row["level"] for row in
            api.get("/api/skills/es/agents")["items"]] == [30, 80]
    change(strategy="longest_idle", demand="0s es>=50")
    ben.does("pause", reason_id="break")
    call = centre.in_queue()
    contact = centre.last_contact()["contact_id"]
    place.wait_until("it waits", lambda: api.get(
        f"/api/contacts/{contact}")["place"] == "queue")
    now = api.get(f"/api/contacts/{contact}/why")["items"][-1]
    assert now["event"] == "waiting", now
    of_ana = next(row for row in now["candidates"]["rows"]
                  if row["verdict"] == "unskilled")
    assert (of_ana["level"], of_ana["needed"]) == (30, 50), of_ana
    code, out, _ = centre.server.command("contact", "why", str(contact))
    assert code == 0 and "es 30 < 50" in out, out
    ana.phone.no_call(0.3)
    ben.does("available")
    at_ben = ben.phone.next_call()
    at_ben.answer(hertz=700)
    call.wait_hears(700)
    call.hang_up()
    at_ben.wait_end()
    centre.wait_ended(contact)
    ben.wait("available")


def who_knows_the_caller_is_rung():
    """with sticky_days a caller comes to the agent of the last call"""
    change(strategy="longest_idle", demand="", sticky_days=30)
    call = centre.in_queue(caller="+420777123456")
    first = place.wait_until("a phone rings", lambda: next(
        (agent for agent in (ana, ben)
         if not agent.phone.incoming.empty()), None))
    other = ben if first is ana else ana
    ring = first.phone.next_call()
    ring.answer(hertz=700)
    call.wait_hears(700)
    call.hang_up()
    ring.wait_end()
    first.wait("available")  # idle for less time now: it would be the other's
    call = centre.in_queue(caller="+420777123456")
    ring = first.phone.next_call()
    ring.answer(hertz=710)
    call.wait_hears(710)
    other.phone.no_call(0.2)
    call.hang_up()
    ring.wait_end()


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(
    who_answers_first_has_it,
    who_hangs_up_stops_them_all,
    who_lacks_the_skill_is_not_rung,
    who_knows_the_caller_is_rung,
    the_books_agree,
)
