# SPDX-License-Identifier: GPL-3.0-or-later
"""What agents dial on their phones: colleagues, queues, codes, the outside
line; these are contacts, and move the state of whoever's phone it is."""

import place
import tap
from centre import PHONE_PASSWORD, Centre
from sip_message import digest

centre = Centre()
api = centre.api
ana = centre.agent("ana", "sales")
ben = centre.agent("ben", "sales", priority=2)
eva = centre.agent("eva", "support")
for name, number in (("ana", "301"), ("ben", "302")):
    api.put(f"/api/agents/{name}", extension=number)
api.put("/api/queues/support", extension="300")
api.put("/api/devices/ana", line_prefix="9")
api.put("/api/agents/ana", outside="+44")


def dials(agent, number):
    """The agent's phone calls a number, and says who it is."""
    uri = f"sip:{number}@{centre.server.address}"
    asked = agent.phone.call(uri, centre.server.sip)
    assert asked.wait_refusal() == 401, asked.final
    answer = digest(asked.final["WWW-Authenticate"], "INVITE", uri, agent.name,
                    PHONE_PASSWORD)
    return agent.phone.call(uri, centre.server.sip, hertz=620,
                            headers=[("Authorization", answer)])


def is_refused(agent, number, status, phrase):
    call = dials(agent, number)
    assert call.wait_refusal() == status, call.final
    assert phrase in str(call.final), str(call.final)


def does(agent, code, state):
    """A code is answered, and the call let go."""
    call = dials(agent, code).wait_answer()
    call.wait_end()
    agent.wait(state)


def a_colleague():
    """both hear each other and both are busy, and no queue counts it"""
    call = dials(ana, "302").wait_answer()
    ring = ben.phone.next_call()
    assert "301" in ring.invite["From"], ring.invite
    assert ana.state()["state"] == "paused", ana.state()
    place.wait_until("it rings", call.media.hears_something)
    ring.answer(hertz=700)
    call.wait_hears(700)
    ring.wait_hears(620)
    ben.wait("talking")
    contact = centre.newest_contact()["contact_id"]
    ring.hang_up()
    call.wait_end()
    record = centre.wait_ended(contact)
    assert record["agent"] == "ben" and record["device_id"], record
    ana.wait("available")
    ben.wait("available")
    assert api.get("/api/queues/sales/stats")["offered"] == 0


def a_colleague_who_declines():
    """a colleague who does not take it ends the call, and gets no other's"""
    call = dials(ana, "302").wait_answer()
    ben.phone.next_call().reject(603, "Decline")
    call.wait_end()
    ana.wait("available")
    eva.phone.no_call(0.1)


def who_cannot_be_called():
    """who is busy, away or nobody is told to the phone, with the reason"""
    is_refused(ana, "309", 404, "no extension")
    is_refused(ana, "301", 403, "to oneself")
    is_refused(ana, "*97", 404, "no own box")
    is_refused(ana, "*8", 480, "nothing rings")
    does(ben, "*44", "offline")
    is_refused(ana, "302", 480, "agent not there")
    place.wait_until("it is in the journal", lambda: centre.server.events(
        "call_refused")[-1]["refused"] == "agent_not_there")
    assert not [one for one in centre.server.events("call_refused")
                if one["agent_id"] != ana.id]
    does(ben, "*41", "paused")


def a_paused_colleague():
    """a colleague who pauses is rung, and pauses on after it"""
    call = dials(ana, "302").wait_answer()
    ring = ben.phone.next_call()
    ring.answer(hertz=700)
    call.wait_hears(700)
    ben.wait("talking")
    call.hang_up()
    ring.wait_end()
    ben.wait("paused")
    ana.wait("available")
    does(ben, "*42", "available")


def a_call_back():
    """*69 calls whoever called last: a colleague by the extension, a caller by
    the number, and nobody whom the agent may not call"""
    call = dials(ben, "*69").wait_answer()
    ring = ana.phone.next_call()
    assert "302" in ring.invite["From"], ring.invite
    ring.reject(603, "Decline")
    call.wait_end()
    ben.wait("available")
    caller = centre.in_queue(caller="+442079460000")
    ring = ana.phone.next_call()
    ring.answer(hertz=700)
    caller.wait_hears(700)
    caller.hang_up()
    ana.wait("available")
    call = dials(ana, "*69")
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith("sip:+442079460000@"), outside.invite
    outside.reject(486, "Busy Here")
    call.wait_refusal()
    ana.wait("available")
    caller = centre.in_queue(caller="+34600")
    ring = ana.phone.next_call()
    ring.answer(hertz=700)
    caller.wait_hears(700)
    caller.hang_up()
    ana.wait("available")
    is_refused(ana, "*69", 403, "not allowed out")


def a_queue():
    """a phone joins a queue by its extension, and its agent is busy"""
    call = dials(ana, "300").wait_answer()
    ring = eva.phone.next_call()
    ring.answer(hertz=700)
    call.wait_hears(700)
    assert ana.state()["state"] == "paused"
    call.hang_up()
    ring.wait_end()
    ana.wait("available")
    eva.wait("available")


def a_pick_up():
    """what rings at a colleague is taken by *8 and talked to"""
    caller = centre.in_queue()
    ring = ana.phone.next_call()
    ring.ring()
    taken = dials(ben, "*8").wait_answer()
    taken.wait_hears(440)
    caller.wait_hears(620)
    ring.wait_end()
    ben.wait("talking")
    ana.wait("available")
    contact = centre.last_contact()["contact_id"]
    taken.hang_up()
    caller.wait_end()
    assert centre.wait_ended(contact)["agent"] == "ben"
    ben.wait("available")


def the_outside_line():
    """outside numbers want the line's prefix, emergencies do not"""
    is_refused(ana, "+44207", 404, "no extension")
    is_refused(ana, "9+34600", 403, "not allowed out")
    call = dials(ana, "9+44207")
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith("sip:+44207@"), outside.invite
    outside.answer(hertz=800)
    call.wait_answer()
    call.wait_hears(800)
    outside.hang_up()
    call.wait_end()
    ana.wait("available")
    api.put("/api/trunks/provider", emergency="112")
    for number in ("112", "9112"):
        call = dials(ana, number).wait_answer()
        outside = centre.trunk.next_call()
        assert outside.invite.uri.startswith("sip:112@"), outside.invite
        call.hang_up()
        outside.wait_end()


def help_without_encryption():
    """a phone whose sound must be encrypted, and is not, calls for help only,
    with the outside line's prefix or without"""
    api.put("/api/devices/ana", srtp="required")
    assert dials(ana, "9020123").wait_refusal() == 488
    for number in ("112", "9112"):
        call = dials(ana, number).wait_answer()
        outside = centre.trunk.next_call()
        assert outside.invite.uri.startswith("sip:112@"), outside.invite
        call.hang_up()
        outside.wait_end()
    api.put("/api/devices/ana", srtp="no")


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(
    a_colleague,
    a_colleague_who_declines,
    who_cannot_be_called,
    a_paused_colleague,
    a_call_back,
    a_queue,
    a_pick_up,
    the_outside_line,
    help_without_encryption,
    the_books_agree,
)
