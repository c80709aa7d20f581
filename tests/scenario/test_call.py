# SPDX-License-Identifier: GPL-3.0-or-later
"""One call through the whole house, and every way to end it."""

import time

import place
import tap
from centre import Centre
from sip_message import Message

centre = Centre(queue={"wrap_up": "mandatory_manual",
                       "callback_numbers": "+44"})
ana = centre.agent("ana")
centre.api.post("/api/dispositions", name="solved", label="Solved")


def wrapped_up():
    ana.wait("acw")
    ana.does("dispose", disposition_id="solved")
    ana.wait("available")


def a_caller_goes_all_the_way():
    """a caller hears the menu, waits, talks to an agent, and is wrapped up"""
    call = centre.caller(hertz=440, caller="+447700900123").wait_answer()
    centre.wait_menu(call)
    contact = centre.last_contact()
    assert contact["live"] and contact["place"] == "ivr", contact
    assert contact["caller"] == "+447700900123", contact

    call.media.press("1")
    ring = ana.phone.next_call()
    ana.wait("offered")
    place.wait_until("music while waiting", call.media.hears_something)
    assert "+447700900123" in ring.invite["From"], ring.invite["From"]
    ring.ring()
    ring.answer(hertz=620)
    ring.wait_hears(440)
    call.wait_hears(620)
    ana.wait("talking")

    assert ring.hang_up().status == 200
    call.wait_end()
    ana.wait("acw")
    ana.does("dispose", disposition_id="solved", note="all is well")
    ana.wait("available")
    ended = centre.wait_ended(contact["contact_id"])
    assert ended["cause"] == "agent_hung_up" and ended["answered"], ended
    assert ended["queue"] == "sales" and ended["agent"] == "ana", ended
    assert ended["talk_us"] > 0 and ended["total_us"] >= ended["talk_us"]


def all_of_it_is_in_the_journal():
    """the journal tells that call from its arrival to its wrap-up"""
    contact = centre.last_contact()["contact_id"]
    told = [event["type"] for event in
            centre.events_of(contact)]
    wanted = ["contact_arrived", "answer_asked", "caller_connected",
              "digit_pressed", "contact_queued", "offer_made", "offer_taken",
              "talk_began", "talk_ended", "contact_ended", "wrap_up_ended"]
    assert [kind for kind in told if kind in wanted] == wanted, told
    assert told.count("step_began") == told.count("step_ended") == 3, told
    whole = centre.server.events()
    seqs = [event["seq"] for event in whole]
    assert seqs == list(range(1, len(seqs) + 1)), "the journal has gaps"


def the_routing_is_explained():
    """contact why names the agent who was chosen"""
    contact = centre.last_contact()["contact_id"]
    decisions = centre.api.items(f"/api/contacts/{contact}/why")
    offer = [one for one in decisions if one["event"] == "offer_made"]
    assert offer and offer[0]["agent_id"] == ana.id, decisions
    chosen = [row["agent_id"] for row in offer[0]["candidates"]["rows"]
              if row["verdict"] == "chosen"]
    assert chosen == [ana.id], offer[0]
    code, out, errors = centre.server.command("contact", "why", str(contact))
    assert code == 0 and "ana" in out, (code, out, errors)


def hold_and_resume_from_the_console():
    """on hold the caller hears music and the agent nothing; then both again"""
    call, ring = centre.talk(ana)
    ana.does("hold")
    ana.wait("hold")
    place.wait_until("music", lambda: call.media.hears_something()
                     and not call.media.hears(620))
    place.wait_until("silence for the agent",
                     lambda: not ring.media.hears(440))
    ana.does("resume")
    ana.wait("talking")
    call.wait_hears(620)
    ring.wait_hears(440)
    ring.hang_up()
    wrapped_up()
    over = centre.last_contact()
    assert not over["live"] and over["hold_us"] > 0 and over["holds"] == 1, over


def called_back_after_the_call():
    """a wrap-up asks for a callback, or is refused as a whole"""
    call, ring = centre.talk(ana)
    contact = centre.last_contact()["contact_id"]
    call.hang_up()
    ring.wait_end()
    ana.wait("acw")
    wish = {"disposition_id": "solved", "note": "the price",
            "callback_own": True}
    for number, code in (("+33123456", "not_called_back"),
                         ("", "bad_number"), ("Jana", "bad_characters")):
        answer = centre.api.ask("POST", "/api/agents/ana/dispose",
                                {**wish, "callback_number": number})
        assert answer.json["code"] == code, (number, answer.json)
    assert ana.state()["state"] == "acw"
    due_us = int((time.time() + 86400) * 1e6)
    ana.does("dispose", **wish, callback_number="+442079460000",
             callback_due_us=due_us)
    ana.wait("available")
    one, = centre.api.items("/api/callbacks")
    assert (one["asked_by"], one["agent"], one["due_us"], one["note"]) == (
        contact, "ana", due_us, "the price"), one
    call, ring = centre.talk(ana)
    call.hang_up()
    ring.wait_end()
    ana.wait("acw")
    code, _, err = centre.server.command(
        "agent", "dispose", "ana", "solved", "--callback-number",
        "+442079460001", "--callback-own", "yes", "--callback-due-us",
        "2099-01-01T09:00")
    assert code == 1 and "90" in err, (code, err)  # too far away
    code, _, err = centre.server.command(
        "agent", "dispose", "ana", "solved", "--callback-number",
        "+442079460001", "--callback-due-us",
        time.strftime("%Y-%m-%dT%H:%M", time.gmtime(time.time() + 86400)))
    assert code == 0, err
    ana.wait("available")
    assert [(one["number"], one["agent"], one["state"])
            for one in centre.api.items("/api/callbacks")] == [
        ("+442079460000", "ana", "waiting"), ("+442079460001", "", "waiting")]


def hold_and_resume_from_the_phone():
    """a phone that holds by itself puts the caller on hold, too"""
    call, ring = centre.talk(ana)
    assert ring.offer("sendonly").status == 200
    ana.wait("hold")
    place.wait_until("music", lambda: call.media.hears_something()
                     and not call.media.hears(620))
    assert ring.offer("sendrecv").status == 200
    ana.wait("talking")
    call.wait_hears(620)
    ring.wait_hears(440)
    ring.hang_up()
    wrapped_up()


def the_caller_hangs_up():
    """a caller who hangs up releases the agent's phone"""
    call, ring = centre.talk(ana)
    assert call.hang_up().status == 200
    ring.wait_end()
    assert ring.bye is not None
    wrapped_up()
    assert centre.last_contact()["cause"] == "caller_hung_up"


def the_console_hangs_up():
    """an agent who hangs up in the console releases both"""
    call, ring = centre.talk(ana)
    ana.does("hang-up")
    call.wait_end()
    ring.wait_end()
    wrapped_up()
    assert centre.last_contact()["cause"] == "agent_hung_up"


def a_supervisor_ends_it():
    """a contact that a supervisor ends lets go of both"""
    call, ring = centre.talk(ana)
    contact = centre.last_contact()["contact_id"]
    centre.api.post(f"/api/contacts/{contact}/end")
    call.wait_end()
    ring.wait_end()
    wrapped_up()
    assert centre.wait_ended(contact)["cause"] == "by_supervisor"


def a_caller_leaves_in_the_menu():
    """who hangs up in the menu is no abandoned contact"""
    call = centre.caller(hertz=440).wait_answer()
    centre.wait_menu(call)
    contact = centre.last_contact()["contact_id"]
    assert call.hang_up().status == 200
    ended = centre.wait_ended(contact)
    assert ended["cause"] == "caller_hung_up", ended
    assert not ended["answered"] and ended["queue_id"] == 0, ended
    end = [event for event in
           centre.events_of(contact)
           if event["type"] == "contact_ended"]
    assert [event["place"] for event in end] == ["ivr"], end


def crossing_byes_end_once():
    """when both hang up at once there is one end, and both BYEs are answered"""
    call, ring = centre.talk(ana)
    contact = centre.last_contact()["contact_id"]
    answers = [side.peer.send_request(_bye(side), side.next_hop)
               for side in (call, ring)]
    for answer in answers:
        assert answer.get(timeout=place.PATIENCE_S).status in (200, 481)
    centre.wait_ended(contact)
    wrapped_up()
    ends = [event for event in centre.server.events("contact_ended")
            if event["contact_id"] == contact]
    assert len(ends) == 1, ends


def _bye(call):
    call.ended = True
    return Message(f"BYE {call.target} SIP/2.0", call._headers("BYE"))


def everything_is_let_go():
    """after all that no leg, no port and no live contact is left"""
    def idle():
        state = centre.api.get("/api/state")
        return state["contacts_live"] == 0
    place.wait_until("no contact is live", idle)
    centre.close()


tap.run(
    a_caller_goes_all_the_way,
    all_of_it_is_in_the_journal,
    the_routing_is_explained,
    hold_and_resume_from_the_console,
    hold_and_resume_from_the_phone,
    the_caller_hangs_up,
    the_console_hangs_up,
    a_supervisor_ends_it,
    a_caller_leaves_in_the_menu,
    called_back_after_the_call,
    crossing_byes_end_once,
    everything_is_let_go,
)
