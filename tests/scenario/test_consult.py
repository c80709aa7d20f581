# SPDX-License-Identifier: GPL-3.0-or-later
"""Asking somebody about the caller first: by the console, and by the phone."""

import array
import io
import math
import os
import sys
import wave

import place
import tap
from centre import Centre

sys.path.insert(0, os.path.join(place.SOURCE, "tests/web"))
from ws_peer import Watcher  # noqa: E402

NUMBER = "+442079460000"

centre = Centre()
api = centre.api
ana = centre.agent("ana", "sales")
ben = centre.agent("ben", "support")
api.put("/api/agents/ana", outside="+44")


def types(contact):
    return [event["type"] for event in centre.events_of(contact)]


def refused(what, code, **body):
    answer = api.ask("POST", f"/api/agents/ana/{what}", body)
    assert answer.status in (409, 422) and answer.json["code"] == code, \
        answer.raw


def settle(call, *agents):
    """The contact's record, when all have hung up."""
    contact = centre.last_contact()["contact_id"]
    if not call.ended:
        call.hang_up()
    record = centre.wait_ended(contact)
    for agent in agents or (ana, ben):
        agent.wait("available")
    return record


def music(call, *but):
    place.wait_until("music", lambda: call.media.hears_something()
                     and not any(call.media.hears(hertz) for hertz in but))


def an_agent():
    """the agent asks a colleague, goes back and forth, and leaves both
    together: one contact, two talks"""
    call, ring = centre.talk(ana)
    contact = centre.last_contact()["contact_id"]
    ana.does("consult", to="agent", to_id="ben", note="asks about a refund")
    other = ben.phone.next_call()
    other.ring()
    music(call, 620)
    place.wait_until("Ana hears that it rings", ring.media.hears_something)
    refused("complete", "consult_rings")
    refused("consult", "consults_already", to="number", number=NUMBER)
    other.answer(hertz=700)
    ring.wait_hears(700)
    other.wait_hears(620)
    music(call, 620, 700)
    assert ben.state()["state"] == "available", ben.state()
    ana.does("resume")
    call.wait_hears(620)
    music(other, 620, 440)
    ana.does("hold")
    ring.wait_hears(700)
    ana.does("complete")
    ring.wait_end()
    call.wait_hears(700)
    other.wait_hears(440)
    ben.wait("talking")
    live = api.get(f"/api/contacts/{contact}")
    assert live["agent"] == "ben" and live["handover"], live
    ana.wait("available")
    record = settle(call)
    assert record["agent"] == "ben" and record["contact_id"] == contact
    assert types(contact).count("talk_began") == 2, types(contact)
    assert [one["contact_id"] for one in centre.contacts()].count(contact) \
        == 1


class Board(Watcher):
    """What a supervisor's screens are told."""

    def __init__(self):
        self.socket_path = centre.server.socket
        super().__init__(self, local=True)
        self.watch("agents")
        self.watch("contacts")

    def wait_agent(self, agent, **fields):
        self.wait_row("agents", agent.id, **fields)


def tone(hertz, rate=8000):
    """Two seconds of it, as a WAV file."""
    samples = array.array("h", (
        round(12000 * math.sin(2 * math.pi * hertz * n / rate))
        for n in range(2 * rate)))
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 2, rate, 0, "NONE", ""))
        sound.writeframes(samples.tobytes())
    return file.getvalue()


def the_music_of_the_library():
    """the queue's music may be a prompt of the library: the caller on hold
    hears it, and so does whom the agent leaves for the caller"""
    api.post("/api/prompts", name="lobby")
    answer = api.ask("PUT", "/api/prompts/lobby/sound", raw=tone(950),
                     headers={"If-Match": "*", "Content-Type": "audio/wav"})
    assert answer.status == 200, answer.json
    api.put("/api/queues/sales", music="lobby")
    call, ring = centre.talk(ana)
    ana.does("hold")
    call.wait_hears(950)
    ana.does("resume")
    call.wait_hears(620)
    ana.does("consult", to="agent", to_id="ben")
    call.wait_hears(950)
    other = ben.phone.next_call()
    other.answer(hertz=700)
    ring.wait_hears(700)
    ana.does("resume")
    other.wait_hears(950)
    call.wait_hears(620)
    other.hang_up()
    settle(call)
    api.put("/api/queues/sales", music="music")


def who_is_asked_sees_it():
    """whom the agent asks sees that it rings, and then that they talk, by
    whom, about whom and why; and keeps the word with the caller"""
    board = Board()
    call, ring = centre.talk(ana)
    contact = centre.last_contact()["contact_id"]
    caller = api.get(f"/api/contacts/{contact}")["caller"]
    ana.does("consult", to="agent", to_id="ben", note="asks about a refund")
    other = ben.phone.next_call()
    other.ring()
    board.wait_agent(ben, state="available", consulting=contact,
                     asked="ringing", asked_by="ana", asked_caller=caller,
                     asked_note="asks about a refund")
    other.answer(hertz=700)
    board.wait_agent(ben, asked="talking")
    ana.does("complete")
    ring.wait_end()
    board.wait_agent(ben, state="talking", consulting=0, asked="none",
                     asked_by="", asked_note="")
    board.wait_row("contacts", contact, handover="asks about a refund")
    board.close()
    settle(call)


def back_to_the_caller():
    """whom the agent asks is let go, whether it rings there or not"""
    call, ring = centre.talk(ana)
    ana.does("consult", to="agent", to_id="ben")
    other = ben.phone.next_call()
    other.ring()
    ana.does("retrieve")
    other.wait_end()
    call.wait_hears(620)
    ring.wait_hears(440)
    ana.does("consult", to="number", number=NUMBER)
    outside = centre.trunk.next_call()
    outside.answer(hertz=800)
    ring.wait_hears(800)
    ana.does("hang-up")
    outside.wait_end()
    call.wait_hears(620)
    refused("retrieve", "no_consult")
    settle(call)


def a_number():
    """the agent asks a number, and leaves the caller with it by hanging up"""
    call, ring = centre.talk(ana)
    ana.does("consult", to="number", number=NUMBER)
    outside = centre.trunk.next_call()
    outside.progress(hertz=950)
    ring.wait_hears(950)
    outside.answer(hertz=800)
    ring.wait_hears(800)
    assert ring.hang_up().status == 200
    call.wait_hears(800)
    outside.wait_hears(440)
    ana.wait("available")
    outside.hang_up()
    call.wait_end()
    record = settle(call)
    assert record["cause"] == "outside_hung_up" and record["outside_us"], \
        record


def who_hangs_up():
    """the caller is not lost when whom the agent asks hangs up or is busy;
    when the caller hangs up, nobody is left behind"""
    call, ring = centre.talk(ana)
    ana.does("consult", to="number", number=NUMBER)
    centre.trunk.next_call().reject(486, "Busy Here")
    contact = centre.last_contact()["contact_id"]
    place.wait_until("it is known", lambda: "consult_ended" in types(contact))
    music(call, 620)
    ana.does("resume")
    call.wait_hears(620)
    ana.does("consult", to="agent", to_id="ben")
    other = ben.phone.next_call()
    other.answer(hertz=700)
    ring.wait_hears(700)
    other.hang_up()
    place.wait_until("it is known",
                     lambda: types(contact).count("consult_ended") == 2)
    ana.does("consult", to="agent", to_id="ben")
    other = ben.phone.next_call()
    other.answer(hertz=700)
    ring.wait_hears(700)
    call.hang_up()
    ring.wait_end()
    other.wait_end()
    settle(call)


def what_may_not_be():
    """whom the agent may not call is not asked either"""
    call, _ = centre.talk(ana)
    refused("consult", "not_allowed_out", to="number", number="+4930123456")
    refused("consult", "to_oneself", to="agent", to_id="ana")
    refused("consult", "bad_consult", to="queue", to_id="support")
    refused("complete", "no_consult")
    centre.trunk.no_call(0.2)
    call.wait_hears(620)
    settle(call)


def two_calls():
    """A caller whom Ana's phone holds, and whom it has called: all joined."""
    call, ring = centre.talk(ana)
    ring.offer("sendonly")
    ana.wait("hold")
    music(call, 620)
    second = ana.dials(NUMBER, hertz=640)
    outside = centre.trunk.next_call()
    outside.ring()
    outside.answer(hertz=800)
    second.wait_answer()
    second.wait_hears(800)
    outside.wait_hears(640)
    return call, ring, second, outside


def told(ring, status):
    place.wait_until(f"the phone is told {status}", lambda: any(
        f"SIP/2.0 {status}".encode() in request.body
        for request in ring.requests if request.method == "NOTIFY"))


def by_the_phone():
    """a phone with two calls joins them (REFER with Replaces): it is told how
    it went, and both its calls end"""
    call, ring, second, outside = two_calls()
    contact = centre.last_contact()["contact_id"]
    assert ring.refer_to(second).status == 202
    told(ring, 200)
    call.wait_hears(800)
    outside.wait_hears(440)
    ring.wait_end()
    second.wait_end()
    ana.wait("available")
    outside.hang_up()
    record = settle(call)
    assert record["outside_us"] and record["contact_id"] == contact, record
    assert "consult_completed" in types(contact), types(contact)


def the_other_way_round():
    """which of its two calls the phone says replaces the other is the same"""
    call, ring, second, outside = two_calls()
    assert second.refer_to(ring).status == 202
    told(second, 200)
    call.wait_hears(800)
    ring.wait_end()
    second.wait_end()
    outside.hang_up()
    settle(call)


def guesses():
    """a dialog that is not there, or another's, is not to be had for a
    REFER or an INVITE with Replaces, and nothing changes"""
    call, ring, second, outside = two_calls()
    spoilt = f"{second.target}?Replaces={second.call_id}%3Bto-tag%3D1234" \
             f"%3Bfrom-tag%3D{second.tag}"
    assert ring.refer(spoilt).status == 481
    assert ring.refer(f"{second.target}?Replaces=nonsense").status == 400
    assert ring.refer_to(ring).status == 481
    assert ring.refer(f"{second.target}?Subject=x").status == 603
    theirs = ben.dials("200").wait_answer()
    assert theirs.refer_to(second).status == 403
    for headers, status in ((second.replaces(), 403),
                            ("a;to-tag=b;from-tag=c", 481), ("a", 400)):
        taken = ben.dials("200", headers=[("Replaces", headers)])
        assert taken.wait_refusal() == status, taken.final
    own = ana.dials("200", headers=[("Replaces", second.replaces())])
    assert own.wait_refusal() == 603, own.final
    theirs.hang_up()
    second.wait_hears(800)
    assert not ring.ended and not second.ended
    second.hang_up()
    outside.wait_end()
    ring.offer("sendrecv")
    call.wait_hears(620)
    settle(call)


def what_the_phone_may_not_call():
    """a second call by the phone is bound by the same rights"""
    call, ring = centre.talk(ana)
    assert ana.dials("+4930123456").wait_refusal() == 403
    centre.trunk.no_call(0.2)
    assert not ring.ended
    call.wait_hears(620)
    settle(call)


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(
    an_agent,
    the_music_of_the_library,
    who_is_asked_sees_it,
    back_to_the_caller,
    a_number,
    who_hangs_up,
    what_may_not_be,
    by_the_phone,
    the_other_way_round,
    guesses,
    what_the_phone_may_not_call,
    the_books_agree,
)
