# SPDX-License-Identifier: GPL-3.0-or-later
"""The line of a queue by real calls: pulled, withdrawn, served for a time,
and moved to the queue that takes another's place."""

import time

import place
import tap
from centre import Centre

centre = Centre()
api = centre.api
ana = centre.agent("ana", "support")  # nobody serves sales


def line(queue):
    return [c["contact_id"] for c in api.items(f"/api/queues/{queue}/waiting")]


def waits(known):
    """A caller who waits in sales: (call, contact's number)."""
    call = centre.in_queue()
    place.wait_until("one more waits",
                     lambda: len(line("sales")) == known + 1)
    return call, line("sales")[-1]


def the_second_is_pulled():
    """the second in a line is pulled, and rings at whoever pulled it"""
    first, _ = waits(0)
    second, pulled = waits(1)
    api.post(f"/api/contacts/{pulled}/pull", agent_id="ana")
    ring = ana.phone.next_call()
    ring.ring()
    ring.answer(hertz=620)
    second.wait_hears(620)
    assert len(line("sales")) == 1, line("sales")
    second.hang_up()
    ring.wait_end()
    ana.wait("available")
    first.hang_up()
    place.wait_until("nobody waits", lambda: not line("sales"))


def not_answered_it_keeps_its_place():
    """who pulls and does not answer gives it back to the line"""
    first, contact = waits(0)
    api.post(f"/api/contacts/{contact}/pull", agent_id="ana")
    ring = ana.phone.next_call()
    ring.ring()
    api.post("/api/agents/ana/reject")
    ring.wait_end()
    place.wait_until("it waits for anybody", lambda: line("sales") == [contact]
                     and not api.get(f"/api/contacts/{contact}")["on_offer"])
    first.hang_up()
    place.wait_until("nobody waits", lambda: not line("sales"))


def withdrawn_it_hears_an_announcement():
    """a caller is withdrawn to an announcement, and let go then"""
    api.post("/api/prompts", name="sorry", text="Please call tomorrow.")
    call, contact = waits(0)
    api.post(f"/api/contacts/{contact}/withdraw", target="announcement",
             target_id="sorry")
    call.wait_end()
    assert centre.wait_ended(contact)["cause"] == "by_supervisor"


def an_hour_s_help_takes_the_call():
    """who serves a queue for a time is offered its calls at once"""
    until = int((time.time() + 3600) * 1000000)
    call, contact = waits(0)
    api.post("/api/queues/assign", agents="ana", queues="sales", until=until)
    ring = ana.phone.next_call()
    ring.ring()
    ring.answer(hertz=620)
    call.wait_hears(620)
    call.hang_up()
    ring.wait_end()
    centre.wait_ended(contact)
    api.post("/api/queues/unassign", agents="ana", queues="sales")


def a_queue_s_callers_go_to_the_other():
    """a queue is replaced: who waits rings at the other one's agents"""
    call, contact = waits(0)
    answer = api.ask("DELETE", "/api/queues/sales?replacement=support",
                     headers={"If-Match": "*"})
    assert answer.status == 200, answer.json
    ring = ana.phone.next_call()
    ring.ring()
    ring.answer(hertz=620)
    call.wait_hears(620)
    call.hang_up()
    ring.wait_end()
    centre.wait_ended(contact)
    ana.wait("available")
    # and so does the flow's node, which names it still
    call = centre.in_queue()
    ring = ana.phone.next_call()
    ring.ring()
    ring.answer(hertz=620)
    call.wait_hears(620)
    call.hang_up()
    ring.wait_end()


tap.run(the_second_is_pulled, not_answered_it_keeps_its_place,
        withdrawn_it_hears_an_announcement, an_hour_s_help_takes_the_call,
        a_queue_s_callers_go_to_the_other)
