# SPDX-License-Identifier: GPL-3.0-or-later
"""Callers in flows: numbers typed, wrong ones, silence, and calls that end."""

import glob
import json
import os

import place
import tap
from capture import Capture
from centre import Centre

CARD = "49927398716"  # passes Luhn's formula; 49927398717 does not
PART = {"type": "part", "nodes": [
    {"name": "ask", "type": "survey", "prompt": "menu", "question": "service",
     "wait_ms": 2000, "tries": 1, "next": "back", "on_timeout": "back",
     "on_invalid": "back", "on_error": "back"},
    {"name": "back", "type": "return"}]}
BANK = {"nodes": [
    {"name": "answer", "type": "answer", "next": "customer"},
    {"name": "customer", "type": "collect", "prompt": "menu",
     "variable": "customer", "min": 2, "max": 4, "wait_ms": 600,
     "between_ms": 1500, "tries": 2, "next": "which", "on_timeout": "late",
     "on_invalid": "wrong", "on_error": "wrong"},
    {"name": "which", "type": "switch", "variable": "customer",
     "choices": {"1234": "gold", "77": "card", "55": "part", "42": "loop"},
     "on_other": "wrong"},
    {"name": "gold", "type": "priority", "priority": 3, "next": "mark"},
    {"name": "mark", "type": "tag", "tag": "gold", "next": "sales"},
    {"name": "card", "type": "collect", "prompt": "menu", "variable": "card",
     "min": 8, "max": 19, "check": "luhn", "masked": True, "tries": 1,
     "wait_ms": 600, "between_ms": 1500, "next": "support",
     "on_timeout": "late", "on_invalid": "wrong", "on_error": "wrong"},
    {"name": "part", "type": "sub_flow", "flow": "part", "next": "support",
     "on_error": "wrong"},
    {"name": "loop", "type": "loop", "variable": "n", "times": 3,
     "again": "pause", "next": "support", "on_error": "wrong"},
    {"name": "pause", "type": "wait", "for_ms": 100, "next": "loop"},
    {"name": "late", "type": "wait", "for_ms": 600000, "next": "bye"},
    {"name": "wrong", "type": "wait", "for_ms": 100, "next": "bye"},
    {"name": "sales", "type": "queue", "queue": "sales"},
    {"name": "support", "type": "queue", "queue": "support"},
    {"name": "bye", "type": "hang_up"}]}

centre = Centre()
api = centre.api
centre.publish("part", PART)
centre.publish("bank", BANK)
api.post("/api/entries", name="bank", number="300", flow_id="bank")


def nodes_of(contact):
    return [event["node_name"] for event in centre.events_of(contact)
            if event["type"] == "step_began"]


def comes(node):
    """A caller who is at that node."""
    call = centre.caller("300", hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    reaches(contact, node)
    return call, contact


def reaches(contact, node):
    place.wait_until(f"it is at {node}",
                     lambda: nodes_of(contact)[-1:] == [node])


def ends(call, contact):
    call.hang_up()
    return centre.wait_ended(contact)


def a_number_is_typed():
    """a number typed (RFC 4733) leads on by its value, with priority and tag"""
    call, contact = comes("customer")
    call.media.press("1234")
    reaches(contact, "sales")
    shown = api.get(f"/api/contacts/{contact}")
    assert (shown["queue"], shown["priority"]) == ("sales", 3), shown
    said = [e for e in centre.events_of(contact)
            if e["type"] == "digits_collected"]
    assert [e["digits"] for e in said] == ["1", "12", "123", "1234"], said
    ends(call, contact)


def a_number_by_info():
    """keys by INFO, ended by a hash, are a number, too"""
    call, contact = comes("customer")
    for key in ("7", "7", "#"):
        answer = call.request("INFO", headers=[
            ("Content-Type", "application/dtmf-relay")],
            body=f"Signal={key}\r\nDuration=100\r\n".encode())
        assert answer.status == 200
    reaches(contact, "card")
    ends(call, contact)


def a_card_is_masked():
    """a card's number is checked, and is nowhere in the journal, nor in what a
    WebSocket is told of it"""
    capture = Capture(centre.server)
    call, contact = comes("customer")
    call.media.press("77#")
    reaches(contact, "card")
    call.media.press(CARD + "#")
    reaches(contact, "support")
    ends(call, contact)
    events, frames = capture.end()
    assert [e["masked"] for e in events if e["type"] == "variable_set"
            and e["contact_id"] == contact] == [False, True]
    said = json.dumps(centre.server.events())
    for text in (said, frames):
        assert CARD not in text and CARD[:-1] not in text
    assert [e["masked"] for e in centre.events_of(contact)
            if e["type"] == "variable_set"] == [False, True]
    for path in glob.glob(os.path.join(centre.server.data, "*")):
        if os.path.isfile(path):
            with open(path, "rb") as file:
                assert CARD.encode() not in file.read(), path


def a_wrong_card():
    """one with a wrong check digit is not taken"""
    call, contact = comes("customer")
    call.media.press("77#")
    reaches(contact, "card")
    call.media.press("49927398717#")
    call.wait_end()
    assert centre.wait_ended(contact)["cause"] == "flow_ended"
    assert nodes_of(contact)[-2:] == ["wrong", "bye"]


def nothing_is_typed():
    """who types nothing is asked twice, and led on by the timeout"""
    call, contact = comes("customer")
    reaches(contact, "late")
    assert nodes_of(contact).count("customer") == 2
    ends(call, contact)


def a_number_that_nobody_has():
    """a number that is none of the choices leads elsewhere"""
    call, contact = comes("customer")
    call.media.press("99#")
    call.wait_end()
    assert nodes_of(contact)[-3:] == ["which", "wrong", "bye"]
    centre.wait_ended(contact)


def a_part_comes_back():
    """a flow within a flow asks its question and comes back"""
    call, contact = comes("customer")
    call.media.press("55#")
    reaches(contact, "ask")
    call.media.press("4")
    reaches(contact, "support")
    answers = [e for e in centre.events_of(contact)
               if e["type"] == "survey_answered"]
    assert [(e["question"], e["answer"]) for e in answers] == [
        ("service", 4)], answers
    ends(call, contact)


def a_loop_ends():
    """a loop leads round three times"""
    call, contact = comes("customer")
    call.media.press("42#")
    reaches(contact, "support")
    assert nodes_of(contact).count("pause") == 3
    ends(call, contact)


def the_last_call_tells_the_language():
    """whoever was served in Spanish hears Spanish, when calling again"""
    centre.publish("again", {"nodes": [
        {"name": "language", "type": "language", "by_history": True,
         "en": "", "es": "", "cs": "", "next": "known", "on_other": "new"},
        {"name": "new", "type": "set_language", "language": "es",
         "next": "stay"},
        {"name": "known", "type": "wait", "for_ms": 1, "next": "stay"},
        {"name": "stay", "type": "wait", "for_ms": 600000, "next": "bye"},
        {"name": "bye", "type": "hang_up"}]})
    api.post("/api/entries", name="again", number="302", flow_id="again")
    for way in (["language", "new", "stay"], ["language", "known", "stay"]):
        call = centre.caller("302", caller="34600700800").wait_answer()
        contact = centre.last_contact()["contact_id"]
        reaches(contact, "stay")
        assert nodes_of(contact) == way, nodes_of(contact)
        assert api.get(f"/api/contacts/{contact}")["language"] == "es"
        ends(call, contact)


def calls_that_end():
    """a call may end at every node, and is counted there"""
    for keys, node in (("", "customer"), ("77#", "card"), ("55#", "ask"),
                       ("", "late")):
        call, contact = comes("customer")
        if keys:
            call.media.press(keys)
        reaches(contact, node)
        assert ends(call, contact)["cause"] == "caller_hung_up", node
    ways = api.get("/api/ivr/flows/bank/ways")["items"]
    hung_up = {way["node"]: way["callers"] for way in ways if way["hung_up"]}
    assert hung_up["customer"] == 1, hung_up
    assert hung_up["card"] == 2 and hung_up["late"] == 2, hung_up
    by_value = {way["key"]: way["callers"] for way in ways
                if way["node"] == "which" and way["key"]}
    assert by_value["77"] == 4 and by_value["1234"] == 1, by_value


def a_long_way_is_told_to_its_end():
    """of a contact that went round until its steps were over, all is told"""
    centre.publish("round", {"nodes": [
        {"name": "one", "type": "wait", "for_ms": 1, "next": "other"},
        {"name": "other", "type": "wait", "for_ms": 1, "next": "one"}]})
    api.post("/api/entries", name="round", number="303", flow_id="round")
    call = centre.caller("303", caller="34600700900")
    contact = centre.last_contact()["contact_id"]
    centre.wait_ended(contact)
    call.wait_end()
    events = centre.events_of(contact)
    seqs = [event["seq"] for event in events]
    assert len(seqs) > 1000 and seqs == sorted(set(seqs)), len(seqs)
    assert "contact_ended" in [event["type"] for event in events]
    code, said, errors = centre.server.command("contact", "events",
                                               str(contact), "--jsonl")
    assert code == 0 and len(said.splitlines()) == len(seqs), errors
    assert api.get(f"/api/contacts/{contact}/why")["items"][-1]["event"] \
        == "contact_ended"
    path = api.get(f"/api/contacts/{contact}/path")["items"]
    assert len(path) == 500, len(path)


def templates_are_published():
    """a flow made of a template is published, after a node was added to it"""
    share = {"CCLITE_SHARE_DIR": os.path.join(place.SOURCE, "share")}

    def done(*words, text=None):
        code, said, errors = centre.server.command(
            "ivr", *words, text=text, environment=share)
        assert code == 0, (words, said, errors)
    for name in ("identify", "main", "survey"):
        kind = (["--draft"] if name == "main" else [])
        done("add", f"new-{name}", name, "--template", *kind)
    done("node-add", "new-main", "-",
         text='{"name": "extra", "type": "hang_up"}')
    done("publish", "new-main")
    text = api.ask("GET", "/api/ivr/flows/new-main/text").json
    assert text["nodes"][-1] == {"name": "extra", "type": "hang_up"}, text
    code, _, errors = centre.server.command("ivr", "node-add", "nobodys", "-",
                                            text="{}")
    assert code != 0 and "flow" in errors, errors


tap.run(a_number_is_typed, a_number_by_info, a_card_is_masked, a_wrong_card,
        nothing_is_typed, a_number_that_nobody_has, a_part_comes_back,
        a_loop_ends, the_last_call_tells_the_language, calls_that_end,
        a_long_way_is_told_to_its_end, templates_are_published)
