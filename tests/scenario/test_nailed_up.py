# SPDX-License-Identifier: GPL-3.0-or-later
"""Phones that are called once, and stay connected: mode nailed_up."""

import time

import place
import tap
from centre import Centre

NUMBER = "+442079460000"
SILENT_S = 1


def straight_to(queue):
    """A flow without a menu."""
    return {"nodes": [
        {"name": "answer", "type": "answer", "next": "line"},
        {"name": "line", "type": "queue", "queue": queue, "priority": 50}]}


centre = Centre(flow=straight_to("sales"), queue={"recording": "all"})
api = centre.api
ana = centre.agent("ana", "sales", mode="nailed_up")
api.put("/api/agents/ana", outside="+44", user_id="boss")
centre.publish("help", straight_to("support"))
api.post("/api/entries", name="help", number="201", flow_id="help")
phone = {}  # the calls of phones that stand, by agent's name


def line(agent):
    return agent.state()["line"]


def stands(agent, hertz):
    """The phone rings for the line, and is picked up."""
    ring = phone[agent.name] = agent.phone.next_call()
    ring.ring()
    ring.answer(hertz=hertz)
    place.wait_until(f"the phone of {agent.name} is connected",
                     lambda: line(agent) == "stands")
    return ring


def waits(number="200", hertz=440):
    """Somebody calls, and is answered."""
    return centre.caller(number, hertz=hertz).wait_answer()


def moment(contact, kind):
    return next(event["at_us"] for event in centre.events_of(contact)
                if event["type"] == kind)


def talk():
    """A caller, put through by the agent's key."""
    call = waits()
    ana.wait("offered")
    ana.does("accept")
    call.wait_hears(620)
    phone["ana"].wait_hears(440)
    return call, centre.last_contact()["contact_id"]


def is_over(call, contact, cause):
    """The contact has ended, and the phone is still connected."""
    call.wait_end()
    record = centre.wait_ended(contact)
    assert record["cause"] == cause, record
    ana.wait("available")
    assert not phone["ana"].ended and line(ana) == "stands"
    return record


def it_is_called_once():
    """the phone is called once its agent has logged in, and no offer comes
    before it is picked up"""
    state = ana.state()
    assert state["state"] == "available" and state["line"] == "called", state
    assert state["verdict"] == "no_line", state
    call = waits()
    place.wait_until("it waits", lambda: api.get(
        "/api/queues/sales/stats")["waiting"] == 1)
    ring = stands(ana, 620)
    assert not ring.invite["Call-Info"], ring.invite
    ana.wait("offered")
    ana.does("reject")
    call.hang_up()
    ana.wait("available")


def put_through():
    """the agent's key puts a caller through at once, on the same call of the
    phone; hold, mute and the end of the talk leave that standing"""
    for _ in range(2):
        call, contact = talk()
        took_us = (moment(contact, "talk_began")
                   - moment(contact, "offer_accepted"))
        print(f"# put through after {took_us / 1000:.1f} ms")
        assert took_us < 1000000, took_us
        ana.does("hold")
        place.wait_until("music", lambda: call.media.hears_something()
                         and not call.media.hears(620))
        ana.does("resume")
        call.wait_hears(620)
        ana.does("mute")
        place.wait_until("nothing is heard of her",
                         lambda: not call.media.hears_something())
        ana.does("hang-up")
        is_over(call, contact, "agent_hung_up")
    call, contact = talk()
    call.hang_up()
    is_over(call, contact, "caller_hung_up")
    ana.phone.no_call(0.1)


def each_talk_is_recorded():
    """each of those talks has a recording of its own, and is played to its
    end, or until that is enough, on the same call of the phone"""
    def kept():
        items = api.items("/api/recordings")
        return len(items) == 3 and all(one["state"] == "kept"
                                       for one in items) and items
    items = place.wait_until("three are kept", kept)
    assert len({one["contact_id"] for one in items}) == 3, items
    assert all(one["length_us"] > 0 for one in items), items
    items.sort(key=lambda one: one["length_us"])
    for one in items[0], items[-1]:
        api.do(f"/api/recordings/{one['recording_id']}/listen")
        place.wait_until("it is played on the same call", lambda:
                         phone["ana"].media.hears_something(100))
        if one is items[-1]:
            api.post("/api/listening", action="stop", value=0)
        place.wait_until("it is silent", lambda: not
                         phone["ana"].media.hears_something())
        place.wait_until("it is over", lambda:
                         ana.state()["verdict"] == "chosen")
    ana.phone.no_call(0.1)
    assert line(ana) == "stands" and ana.state()["verdict"] == "chosen"


def the_agent_calls():
    """a number is dialled at once, and its end leaves the phone connected"""
    api.post("/api/agents/ana/dial", number=NUMBER)
    outside = centre.trunk.next_call()
    outside.answer(hertz=800)
    phone["ana"].wait_hears(800)
    outside.wait_hears(620)
    outside.hang_up()
    ana.wait("available")
    assert line(ana) == "stands"


def transfers():
    """the caller is sent on, and taken on by whom the agent asks first"""
    call, contact = talk()
    ana.does("transfer", to="number", number=NUMBER)
    outside = centre.trunk.next_call()
    outside.answer(hertz=800)
    call.wait_hears(800)
    ana.wait("available")
    outside.hang_up()
    is_over(call, contact, "outside_hung_up")
    call, contact = talk()
    ana.does("consult", to="number", number=NUMBER)
    outside = centre.trunk.next_call()
    outside.answer(hertz=800)
    phone["ana"].wait_hears(800)
    ana.does("complete")
    call.wait_hears(800)
    outside.wait_hears(440)
    outside.hang_up()
    is_over(call, contact, "outside_hung_up")


def a_colleague_asks():
    """a colleague who asks rings at the console, and is heard after F2"""
    cal = centre.agent("cal", "support")
    call = waits("201", hertz=450)
    ring = cal.phone.next_call()
    ring.answer(hertz=700)
    call.wait_hears(700)
    contact = centre.last_contact()["contact_id"]
    cal.does("consult", to="agent", to_id="ana")
    place.wait_until("Ana is asked", lambda: "consult_asked" in [
        one["type"] for one in centre.events_of(contact)])
    ana.phone.no_call(0.1)
    ana.does("accept")
    ring.wait_hears(620)
    phone["ana"].wait_hears(700)
    cal.does("complete")
    call.wait_hears(620)
    phone["ana"].wait_hears(450)
    ring.wait_end()
    call.hang_up()
    is_over(call, contact, "caller_hung_up")
    cal.does("log-out")


def silence_ends_no_line():
    """no silence ends what nobody uses; not heard in a talk it is let go, and
    called again by itself"""
    starts_anew(rtp__timeout=f"{SILENT_S}s")
    ring = stands(ana, 620)
    ana.wait("available")
    ring.media.sends = False
    began = time.monotonic()
    place.wait_until("it was silent for long enough",
                     lambda: time.monotonic() > began + 1.5 * SILENT_S)
    assert line(ana) == "stands" and not ring.ended
    call = waits()
    ana.wait("offered")
    ana.does("accept")
    contact = centre.last_contact()["contact_id"]
    call.wait_end()
    assert centre.wait_ended(contact)["cause"] == "media_lost"
    ring.wait_end()
    assert ana.state()["line_end"] == "media_lost", ana.state()
    ana.wait("unavailable")
    stands(ana, 620)
    ana.wait("available")


def a_phone_that_forgot_is_called_again():
    """a phone that lost its power unseen is found when it registers, and called
    again, also in a talk"""
    for talks in (False, True):
        old = phone["ana"]
        call = talk()[0] if talks else None
        byes = ana.phone.count("in", "BYE")
        ana.phone.calls.clear()
        old.let_go()
        ana.plug_in()
        if call:
            call.wait_end()
        stands(ana, 620)
        ana.wait("available")
        assert ana.phone.count("in", "BYE") > byes


def the_phone_hangs_up():
    """hung up, its agent gets no offers and is told why, until it is called
    again because the agent wants that; in a talk it ends that, too"""
    phone["ana"].hang_up()
    ana.wait("unavailable")
    state = ana.state()
    assert state["line"] == "down" and state["line_end"] == "hung_up", state
    assert state["reason"] == "the phone is not connected", state
    ana.phone.no_call(0.3)
    ana.does("line")
    stands(ana, 620)
    ana.wait("available")
    call, contact = talk()
    phone["ana"].hang_up()
    call.wait_end()
    assert centre.wait_ended(contact)["cause"] == "agent_hung_up"
    ana.wait("unavailable")
    ana.does("available")
    stands(ana, 620)
    ana.wait("available")


def starts_anew(**settings):
    """The server is killed, and is back; it has hung up on the phone."""
    centre.settle()
    centre.server.kill()
    centre.server.settings.update(
        (key.replace("__", "."), value) for key, value in settings.items())
    centre.server.start()
    phone["ana"].wait_end()


def the_server_dies():
    """killed in a talk, the server hangs up on the phone when it is back, and
    calls it as soon as that shows life"""
    call, contact = talk()
    starts_anew()
    call.wait_end()
    assert centre.wait_ended(contact)["cause"] == "server_restart"
    stands(ana, 620)
    ana.wait("available")
    call, contact = talk()
    call.hang_up()
    is_over(call, contact, "caller_hung_up")


def logging_out():
    """logging out hangs up"""
    ana.does("log-out")
    phone["ana"].wait_end()
    assert line(ana) == "none"
    answer = api.ask("POST", "/api/agents/ana/line", {})
    assert answer.json["code"] == "not_logged_in", answer.raw


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(
    it_is_called_once,
    put_through,
    each_talk_is_recorded,
    the_agent_calls,
    transfers,
    a_colleague_asks,
    a_phone_that_forgot_is_called_again,
    the_phone_hangs_up,
    the_server_dies,
    silence_ends_no_line,
    logging_out,
    the_books_agree,
)
