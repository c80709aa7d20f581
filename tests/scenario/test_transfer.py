# SPDX-License-Identifier: GPL-3.0-or-later
"""Blind transfers: to a queue, an agent, a number; trunks that fail."""

import place
import tap
from api import Api
from centre import Centre
from sip_peer import Peer

centre = Centre()
api = centre.api
ana = centre.agent("ana", "sales")
ben = centre.agent("ben", "support")
api.put("/api/agents/ana", outside="+44 +88")
second = Peer(place.host(2), 5060, name="second")


def set_trunks(first=True, other=False):
    """Which of the two trunks may be dialled through."""
    api.put("/api/trunks/provider", outbound=first, preference=1)
    if "second" not in [t["name"] for t in api.items("/api/trunks")]:
        api.post("/api/trunks", name="second", preference=2, check_ms=0,
                 prefixes="+44",
                 address=f"{second.address}:{second.port}")
    api.put("/api/trunks/second", outbound=other)


def end_and_settle(call, *agents):
    contact = centre.last_contact()["contact_id"]
    if not call.ended:
        call.hang_up()
    ended = centre.wait_ended(contact)
    for agent in agents or (ana, ben):
        agent.wait("available")
    return ended


def to_a_queue():
    """sent to another queue, the caller talks to an agent of that one"""
    call, ring = centre.talk(ana)
    ana.does("transfer", to="queue", to_id="support")
    ring.wait_end()
    other = ben.phone.next_call()
    place.wait_until("music meanwhile", call.media.hears_something)
    other.answer(hertz=700)
    call.wait_hears(700)
    other.wait_hears(440)
    ana.wait("available")
    ended = end_and_settle(call)
    assert ended["agent"] == "ben" and ended["queue"] == "support", ended


def to_an_agent():
    """sent to an agent, the caller talks to that agent and nobody else"""
    call, ring = centre.talk(ana)
    ana.does("transfer", to="agent", to_id="ben")
    ring.wait_end()
    other = ben.phone.next_call()
    other.answer(hertz=700)
    call.wait_hears(700)
    end_and_settle(call)


def to_an_agent_who_does_not_answer():
    """an agent who does not take it leaves the caller to the queue"""
    api.put("/api/queues/sales", ring_ms=1000)
    call, ring = centre.talk(ana)
    ana.does("transfer", to="agent", to_id="ben")
    ring.wait_end()
    ben.phone.next_call().ring()
    back = ana.phone.next_call()
    back.answer(hertz=620)
    call.wait_hears(620)
    end_and_settle(call, ana)
    api.put("/api/queues/sales", ring_ms=20000)
    place.wait_until("Ben is back", lambda: ben.state()["state"]
                     == "available")


def to_a_number():
    """sent to a number, caller and number hear each other"""
    set_trunks(first=True)
    call, ring = centre.talk(ana)
    ana.does("transfer", to="number", number="+442079460000")
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith("sip:+442079460000@"), \
        outside.invite.uri
    outside.ring()
    outside.answer(hertz=800)
    call.wait_hears(800)
    outside.wait_hears(440)
    ring.wait_end()
    ana.wait("available")
    assert outside.hang_up().status == 200
    call.wait_end()
    ended = end_and_settle(call)
    assert ended["cause"] == "outside_hung_up" and ended["outside_us"] > 0, \
        ended


def the_number_speaks_early():
    """what the number says before it answers is heard by the caller, and from
    there it is a talk"""
    call, ring = centre.talk(ana)
    ana.does("transfer", to="number", number="+442079460005")
    ring.wait_end()
    outside = centre.trunk.next_call()
    outside.progress(hertz=950)
    call.wait_hears(950)
    contact = centre.last_contact()["contact_id"]
    assert centre.api.get(f"/api/contacts/{contact}")["place"] == "transfer"
    outside.answer(hertz=800)
    call.wait_hears(800)
    outside.wait_hears(440)
    assert outside.hang_up().status == 200
    call.wait_end()
    assert end_and_settle(call)["cause"] == "outside_hung_up"


def early_words_that_end():
    """who spoke early and then fails leaves the caller our tone until another
    trunk answers, and music with the queue"""
    set_trunks(first=True, other=True)
    call, ring = centre.talk(ana)
    ana.does("transfer", to="number", number="+442079460006")
    ring.wait_end()
    outside = centre.trunk.next_call()
    outside.progress(hertz=950)
    call.wait_hears(950)
    outside.reject(503, "Service Unavailable")
    other = second.next_call()
    call.wait_hears(425)
    other.progress(hertz=900)
    call.wait_hears(900)
    other.reject(486, "Busy Here")
    back = ana.phone.next_call()
    place.wait_until("music meanwhile", lambda: call.media.hears_something()
                     and not call.media.hears(900))
    back.answer(hertz=620)
    call.wait_hears(620)
    end_and_settle(call)
    set_trunks(first=True)


def by_the_phone():
    """a REFER from the agent's phone is a blind transfer"""
    call, ring = centre.talk(ana)
    answer = ring.refer("sip:+442079460001@anywhere.example")
    assert answer.status == 202
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith("sip:+442079460001@"), \
        outside.invite.uri
    outside.answer(hertz=800)
    call.wait_hears(800)
    ring.wait_end()
    end_and_settle(call)


def the_first_trunk_refuses():
    """a trunk that answers 503 is passed over for the next one"""
    set_trunks(first=True, other=True)
    call, _ = centre.talk(ana)
    ana.does("transfer", to="number", number="+442079460002")
    centre.trunk.next_call().reject(503, "Service Unavailable")
    outside = second.next_call()
    outside.answer(hertz=800)
    call.wait_hears(800)
    end_and_settle(call)


def the_number_is_busy():
    """a busy number is not dialled twice, and the caller is not lost"""
    call, _ = centre.talk(ana)
    ana.does("transfer", to="number", number="+442079460003")
    centre.trunk.next_call().reject(486, "Busy Here")
    second.no_call(0.5)
    contact = centre.last_contact()["contact_id"]
    place.wait_until("it failed", lambda: any(
        event["type"] == "transfer_failed" for event in
        centre.events_of(contact)))
    end_and_settle(call)


def no_way_out():
    """without a trunk to dial through the transfer is refused at once"""
    set_trunks(first=False, other=False)
    call, ring = centre.talk(ana)
    answer = api.ask("POST", "/api/agents/ana/transfer",
                     {"to": "number", "number": "+442079460004"})
    assert answer.status == 409 and answer.json["code"] == "no_way_out"
    assert not ring.ended
    call.wait_hears(620)
    end_and_settle(call)


def a_dear_number():
    """a premium number that no route names is not dialled, by whatever way
    asked"""
    set_trunks(first=True, other=True)
    call, ring = centre.talk(ana)
    answer = api.ask("POST", "/api/agents/ana/transfer",
                     {"to": "number", "number": "+88216001234"})
    assert answer.status == 409 and answer.json["code"] == "number_barred"
    assert ring.refer("sip:+88216001234@anywhere.example").status == 202
    place.wait_until("the phone is told", lambda: any(
        b"SIP/2.0 403" in request.body for request in ring.requests
        if request.method == "NOTIFY"))
    centre.trunk.no_call(0.3)
    assert not ring.ended
    call.wait_hears(620)
    end_and_settle(call)


def bad_destinations():
    """a transfer to nowhere is refused, and the talk goes on"""
    call, _ = centre.talk(ana)
    for body, code in (
            ({"to": "queue", "to_id": "nowhere"}, None),
            ({"to": "agent", "to_id": "ana"}, "to_oneself"),
            ({"to": "number", "number": "sip:x@y"}, None),
            ({"to": "hang_up"}, "bad_destination")):
        answer = api.ask("POST", "/api/agents/ana/transfer", body)
        assert answer.status in (400, 404, 409, 422), answer.raw
        assert code in (None, answer.json["code"]), answer.json
    call.wait_hears(620)
    end_and_settle(call)


def the_trunk_is_full():
    """a call over the trunk's cap is refused, and the next one is not"""
    api.put("/api/trunks/provider", max_channels=1)
    call = centre.caller(hertz=440).wait_answer()
    assert centre.caller().wait_refusal() in (486, 503)
    call.hang_up()
    place.wait_until("the channel is free again", lambda: _gets_through())
    api.put("/api/trunks/provider", max_channels=30)


def _gets_through():
    call = centre.caller()
    if call.wait_refusal() != 200:
        return False
    call.hang_up()
    return True


def a_stranger():
    """who calls from an address that is no trunk's is refused"""
    stranger = Peer(place.host(3), name="stranger")
    call = stranger.call(f"sip:200@{centre.server.address}",
                         centre.server.sip)
    assert call.wait_refusal() in (401, 403)
    stranger.close()


def signed_in(user):
    token = api.post("/api/sessions", name=user,
                     password="correct horse")["token"]
    return Api((centre.server.address, 8080), token=token)


def who_passes_on_keeps_it_in_the_list():
    """an agent who sees only the own contacts sees those, too, that somebody
    else talked to last"""
    api.post("/api/users", name="ana-user", role="agent")
    api.put("/api/agents/ana", user_id="ana-user")
    api.set_password("/api/users/ana-user/password", "correct horse")
    own = signed_in("ana-user")
    seen = {one["contact_id"] for one in own.items("/api/contacts")}
    passed_on = {one["contact_id"] for one in api.items("/api/contacts")
                 if one["agent"] == "ben"}
    assert passed_on and passed_on <= seen, (passed_on, seen)
    few = own.get("/api/contacts?limit=2&filter=live%20%3D%20no")["items"]
    assert len(few) == 2, few


def who_passes_on_may_read_it():
    """... and may read them, while the caller talks to the other agent and
    afterwards; an agent who had no part in one may not"""
    own = signed_in("ana-user")
    api.post("/api/users", name="eve-user", role="agent")
    api.post("/api/agents", name="eve", user_id="eve-user")
    api.set_password("/api/users/eve-user/password", "correct horse")
    eve = signed_in("eve-user")
    call, ring = centre.talk(ana)
    ana.does("transfer", to="queue", to_id="support")
    ring.wait_end()
    ben.phone.next_call().answer()
    ben.wait("talking")
    contact = f"/api/contacts/{centre.last_contact()['contact_id']}"
    place.wait_until("it may be read", lambda: own.ask(
        "GET", contact).status == 200)
    live = own.get(contact)
    assert live["live"] and live["agent"] == "ben", live
    assert eve.ask("GET", contact).status == 403
    end_and_settle(call)
    ended = own.get(contact)
    assert not ended["live"] and ended["agent"] == "ben", ended
    for part in ("", "/events", "/why", "/path"):
        assert own.ask("GET", contact + part).status == 200, part
        assert eve.ask("GET", contact + part).status == 403, part


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    second.close()
    centre.close()


tap.run(
    to_a_queue,
    to_an_agent,
    to_an_agent_who_does_not_answer,
    to_a_number,
    the_number_speaks_early,
    early_words_that_end,
    by_the_phone,
    the_first_trunk_refuses,
    the_number_is_busy,
    no_way_out,
    a_dear_number,
    bad_destinations,
    the_trunk_is_full,
    a_stranger,
    who_passes_on_keeps_it_in_the_list,
    who_passes_on_may_read_it,
    the_books_agree,
)
