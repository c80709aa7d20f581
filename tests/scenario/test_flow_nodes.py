# SPDX-License-Identifier: GPL-3.0-or-later
"""Nodes that ask the house and send callers elsewhere; a queue's own question.
"""

import place
import tap
from centre import Centre
from rtp_peer import KEYS

STAY = {"type": "wait", "for_ms": 600000, "next": "bye"}
NODES = {"nodes": [
    {"name": "begin", "type": "start", "next": "order"},
    {"name": "order", "type": "set", "variable": "order", "value": "42",
     "next": "lot", "on_error": "wrong"},
    {"name": "lot", "type": "split", "percent": 100, "next": "open",
     "on_other": "wrong"},
    {"name": "open", "type": "hours", "calendar": "always", "next": "known",
     "on_closed": "wrong", "on_holiday": "wrong", "on_error": "wrong"},
    {"name": "known", "type": "caller_list", "caller_list": "vip",
     "next": "sure", "on_other": "stranger"},
    {"name": "stranger", **STAY},
    {"name": "sure", "type": "if", "condition": "data.order == 42",
     "next": "tape", "on_other": "wrong"},
    {"name": "tape", "type": "recording", "choice": "always",
     "next": "tones"},
    {"name": "tones", "type": "send_digits", "digits": "5{{order}}#",
     "next": "choose", "on_error": "wrong"},
    {"name": "choose", "type": "collect", "prompt": "menu", "variable": "to",
     "min": 1, "max": 1, "end_key": "", "wait_ms": 60000, "next": "where",
     "on_timeout": "wrong", "on_invalid": "wrong", "on_error": "wrong"},
    {"name": "where", "type": "switch", "variable": "to",
     "choices": {"1": "spoken", "2": "back", "3": "box", "4": "ana",
                 "5": "outside", "6": "bob", "7": "asked"},
     "on_other": "wrong"},
    {"name": "spoken", "type": "say", "text_en": "Order {number:{{order}}}.",
     "next": "stay", "on_error": "wrong"},
    {"name": "back", "type": "callback", "queue": "sales",
     "number": "{{caller}}", "next": "bye", "on_other": "wrong",
     "on_error": "wrong"},
    {"name": "asked", "type": "callback", "queue": "sales", "next": "stay",
     "on_other": "wrong", "on_error": "wrong"},
    {"name": "box", "type": "voicemail", "box": "box", "on_error": "wrong"},
    {"name": "ana", "type": "transfer", "agent": "ana", "on_error": "wrong"},
    {"name": "bob", "type": "transfer", "agent": "bob", "on_error": "wrong"},
    {"name": "outside", "type": "transfer", "number": "00442079460000",
     "on_error": "wrong"},
    {"name": "stay", **STAY},
    {"name": "wrong", **STAY},
    {"name": "bye", "type": "hang_up"}]}
QUESTION = {"type": "callback", "nodes": [
    {"name": "ask", "type": "menu", "prompt": "menu", "wait_ms": 60000,
     "tries": 1, "choices": {"1": "mine", "2": "back"},
     "on_timeout": "back", "on_invalid": "back", "on_error": "back"},
    {"name": "mine", "type": "callback", "number": "{{caller}}",
     "next": "bye", "on_other": "back", "on_error": "back"},
    {"name": "back", "type": "return"},
    {"name": "bye", "type": "hang_up"}]}
VIP = "0044770099{:04}"

centre = Centre(queue={"callback_numbers": "0044 +44"})
api = centre.api
api.post("/api/calendars", name="always", zone="UTC")
api.post("/api/caller-lists", name="vip", country="44")
loaded = api.ask("POST", "/api/caller-lists/vip/numbers",
                 raw="".join(f"+{VIP.format(n)[2:]}\n"
                             for n in range(20)).encode(),
                 headers={"Content-Type": "text/csv", "If-Match": "*"})
assert loaded.status == 200, loaded.raw
api.post("/api/voicemail/boxes", name="box")
ana = centre.agent("ana", "sales")
ana.does("pause", reason_id=api.post("/api/pause-reasons", name="lunch")["id"])
ana.wait("paused")
centre.seat("bob", "support")
centre.publish("nodes", NODES)
api.post("/api/entries", name="nodes", number="310", flow_id="nodes")


def nodes_of(contact):
    return [event["node_name"] for event in centre.events_of(contact)
            if event["type"] == "step_began"]


def reaches(contact, node):
    place.wait_until(f"it is at {node}",
                     lambda: nodes_of(contact)[-1:] == [node])


vips = iter(range(20))


def comes(keys="", node="choose"):
    """A caller of the list, who presses keys: (call, contact's number)."""
    call = centre.caller("310", caller=VIP.format(next(vips)),
                         hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    reaches(contact, "choose")
    if keys:
        call.media.press(keys)
        reaches(contact, node)
    return call, contact


def ends(call, contact):
    call.hang_up()
    return centre.wait_ended(contact)


def pressed(call):
    """The keys that the caller's telephone took in, each once."""
    first = {}
    for stamp, event, *_ in list(call.media.events):
        first.setdefault(stamp, KEYS[event])
    return "".join(key for _, key in sorted(first.items()))


def who_is_known_comes_through():
    """a caller goes by lot, hours, list and condition, and is sent keys"""
    call, contact = comes()
    assert nodes_of(contact) == [
        "begin", "order", "lot", "open", "known", "sure", "tape", "tones",
        "choose"], nodes_of(contact)
    place.wait_until("the keys are heard", lambda: pressed(call) == "542#")
    ends(call, contact)


def who_is_not_known_goes_elsewhere():
    """one who is not on the list goes another way"""
    call = centre.caller("310", hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    reaches(contact, "stranger")
    ends(call, contact)


def a_callback_is_booked_without_a_question():
    """a callback is booked at the number that calls, without asking"""
    call, contact = comes("2", "bye")
    number = centre.last_number
    call.wait_end()
    assert centre.wait_ended(contact)["cause"] == "flow_ended"
    booked = [one for one in api.items("/api/callbacks")
              if one["number"] == number]
    assert len(booked) == 1 and booked[0]["origin"] == "flow", booked
    api.post(f"/api/callbacks/{booked[0]['callback_id']}/cancel")


def an_agent_gets_the_caller():
    """a caller is sent to an agent, and the talk is recorded"""
    ana.does("available")
    call, contact = comes("4", "ana")
    ring = ana.phone.next_call()
    ring.answer(hertz=620)
    call.wait_hears(620)
    ana.wait("talking")
    place.wait_until("the talk is recorded", lambda: centre.told(
        contact, "recording_started"))
    ends(call, contact)
    ring.wait_end()
    ana.wait("available").does("pause", reason_id="lunch")
    ana.wait("paused")


def a_number_gets_the_caller():
    """a caller is sent to an outside number"""
    call, contact = comes("5", "outside")
    outside = centre.trunk.next_call()
    outside.answer(hertz=700)
    call.wait_hears(700)
    ends(call, contact)
    outside.wait_end()


def who_is_signed_out_gets_nobody():
    """an agent who is signed out is no target: the error leads on"""
    call, contact = comes("6", "wrong")
    assert nodes_of(contact)[-2:] == ["bob", "wrong"]
    ends(call, contact)


def calls_may_end_anywhere():
    """a call may end at each of these nodes, and is counted there"""
    for keys, node in (("", "choose"), ("1", "spoken"), ("7", "asked")):
        call, contact = comes(keys, node)
        ended = ends(call, contact)
        assert ended["cause"] == "caller_hung_up", (node, ended)
    call, contact = comes("3", "box")
    place.wait_until("it is in the box", lambda: api.get(
        f"/api/contacts/{contact}")["place"] == "voicemail")
    assert ends(call, contact)["cause"] == "caller_hung_up"
    hung_up = {way["node"]: way["callers"] for way in
               api.get("/api/ivr/flows/nodes/ways")["items"]
               if way["hung_up"]}
    assert hung_up["choose"] >= 1 and hung_up["spoken"] + \
        hung_up.get("stay", 0) >= 1 and hung_up["asked"] == 1, hung_up


def a_queue_asks_by_a_flow():
    """a queue's own flow asks who waits; who does not want it waits on"""
    centre.publish("question", QUESTION)
    answer = api.ask("GET", "/api/queues/sales")
    queue = {key: value for key, value in answer.json.items()
             if key not in ("id", "version")}
    wrong = api.ask("PUT", "/api/queues/sales",
                    {**queue, "callback_flow_id": "main"},
                    headers={"If-Match": answer.headers["ETag"]})
    assert (wrong.status, wrong.json["code"], wrong.json["field"]) == (
        422, "back_flow_type", "callback_flow_id"), wrong.raw
    api.put("/api/queues/sales", callback_flow_id="question")
    api.post("/api/queue-rules", name="back", queue_id="sales", cause="key",
             moment="wait", key="1", target="callback")
    call = centre.in_queue(key="1")
    contact = centre.last_contact()["contact_id"]
    number = centre.last_number
    place.wait_until("it waits", lambda: centre.told(contact,
                                                     "contact_queued"))
    since = centre.told(contact, "contact_queued")[0]["since_us"]
    call.media.press("1")
    reaches(contact, "ask")
    call.media.press("2")
    place.wait_until("it waits again", lambda: len(
        centre.told(contact, "contact_queued")) == 2)
    assert centre.told(contact, "contact_queued")[1]["since_us"] == since
    call.media.press("1")
    place.wait_until("it is asked again", lambda: nodes_of(contact).count(
        "ask") == 2)
    call.media.press("1")
    call.wait_end()
    assert centre.wait_ended(contact)["cause"] == "callback"
    booked = place.wait_until("the callback waits", lambda: next(
        (one for one in api.items("/api/callbacks")
         if one["number"] == number), None))
    api.post(f"/api/callbacks/{booked['callback_id']}/cancel")
    centre.close()


tap.run(who_is_known_comes_through, who_is_not_known_goes_elsewhere,
        a_callback_is_booked_without_a_question, an_agent_gets_the_caller,
        a_number_gets_the_caller, who_is_signed_out_gets_nobody,
        calls_may_end_anywhere, a_queue_asks_by_a_flow)
