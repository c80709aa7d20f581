# SPDX-License-Identifier: GPL-3.0-or-later
"""sipp in menus: keys by RFC 4733 and INFO, wrong ones, none, and hang-ups."""

import place
import tap
from centre import Centre
from sipp import Script, Sipp

FLOW = {"nodes": [
    {"name": "answer", "type": "answer", "next": "menu"},
    {"name": "menu", "type": "menu", "prompt": "silence", "wait_ms": 900,
     "tries": 2, "choices": {"1": "number", "2": "mark"},
     "on_timeout": "late", "on_invalid": "wrong", "on_error": "wrong"},
    {"name": "number", "type": "collect", "prompt": "menu",
     "variable": "number", "min": 2, "max": 3, "wait_ms": 60000,
     "between_ms": 60000, "tries": 1, "next": "mark", "on_timeout": "late",
     "on_invalid": "wrong", "on_error": "wrong"},
    {"name": "mark", "type": "survey", "prompt": "menu", "question": "mark",
     "wait_ms": 60000, "tries": 1, "next": "sales", "on_timeout": "late",
     "on_invalid": "wrong", "on_error": "wrong"},
    {"name": "sales", "type": "queue", "queue": "sales"},
    {"name": "late", "type": "wait", "for_ms": 100, "next": "bye"},
    {"name": "wrong", "type": "wait", "for_ms": 100, "next": "bye"},
    {"name": "bye", "type": "hang_up"}]}

centre = Centre()
centre.publish("menus", FLOW)
centre.api.post("/api/entries", name="menus", number="320", flow_id="menus")
address = place.host(2)
for slot in range(6):
    centre.api.post("/api/trunks", name=f"sipp{slot}", check_ms=0,
                    address=f"{address}:{5060 + slot}")
count = 0


def begin(does, slot):
    """sipp begins to call; several may at once."""
    global count
    count += 1
    script = Script(f"0044201{count:05}")
    does(script)
    return script.caller, Sipp(f"sipp{count}", [
        "-s", "320", "-i", address, "-p", str(5060 + slot),
        "-mp", str(31000 + 4 * slot), "-m", "1",
        f"{centre.server.sip[0]}:{centre.server.sip[1]}"],
        script.whole())


def end(begun):
    """The contact of such a call, and the nodes that it came to."""
    number, run = begun
    assert run.wait() == 0, run.said()
    found = place.wait_until("the contact is known", lambda: [
        one for one in centre.contacts() if one["caller"] == number])
    contact = centre.wait_ended(found[0]["contact_id"])
    return contact, [event["node_name"] for event in
                     centre.events_of(contact["contact_id"])
                     if event["type"] == "step_began"]


def calls(*does):
    """The same of several calls at once."""
    return [end(one) for one in
            [begin(what, slot) for slot, what in enumerate(does)]]


def variables(contact):
    return {event["name"]: event["value"]
            for event in centre.events_of(contact["contact_id"])
            if event["type"] == "variable_set"}


# Whoever presses nothing takes longest: beside the others.
silence = begin(Script.is_hung_up_on, 5)
ALL = ["answer", "menu", "number", "mark", "sales"]


def keys_that_lead():
    """keys by INFO and by RFC 4733 lead through a menu, a number, a question"""
    begun = [
        begin(lambda c: c.info("1").info("123").info("5").is_hung_up_on(), 0),
        begin(lambda c: c.events("1").events("123").events("5")
              .is_hung_up_on(), 1)]
    for number, _ in begun:  # sipp does not know when a key has been heard
        place.wait_until(f"{number} has come to its queue", lambda n=number: [
            one for one in centre.contacts()
            if one["caller"] == n and one["place"] == "queue"])
    for one in centre.contacts():
        if one["place"] == "queue":
            centre.api.do(f"/api/contacts/{one['contact_id']}/end")
    for one in begun:
        contact, nodes = end(one)
        assert nodes == ALL, nodes
        assert variables(contact) == {"number": "123", "mark": "5"}
        assert contact["cause"] == "by_supervisor", contact


def wrong_keys_and_none():
    """wrong keys, and none, are asked for again, and led on in the end"""
    menu, number, mark = calls(
        lambda c: c.info("99").is_hung_up_on(),
        lambda c: c.info("1").info("7#").is_hung_up_on(),
        lambda c: c.info("2").info("9").is_hung_up_on())
    silent = end(silence)
    assert menu[1] == ["answer", "menu", "menu", "wrong", "bye"], menu
    assert menu[0]["cause"] == "flow_ended", menu
    assert number[1][-3:] == ["number", "wrong", "bye"], number
    assert mark[1][-3:] == ["mark", "wrong", "bye"], mark
    assert silent[1] == ["answer", "menu", "menu", "late", "bye"], silent
    assert silent[0]["cause"] == "flow_ended", silent


def hang_ups():
    """a call may end at every node, and is counted there"""
    ends = (("", "menu", "caller_hung_up"), ("1", "number", "caller_hung_up"),
            ("14", "number", "caller_hung_up"),
            ("2", "mark", "caller_hung_up"), ("23", "sales", "abandoned"))
    did = calls(*[lambda c, k=keys: c.info(k).hangs_up()
                  for keys, _, _ in ends])
    for (keys, node, cause), (contact, nodes) in zip(ends, did):
        assert (nodes[-1], contact["cause"]) == (node, cause), (keys, nodes)
    ways = centre.api.get("/api/ivr/flows/menus/ways")["items"]
    left = {way["node"]: way["callers"] for way in ways if way["hung_up"]}
    assert (left["menu"], left["number"], left["mark"]) == (1, 2, 1), left


def a_flood():
    """of many keys those are taken that are asked for"""
    contact, nodes = calls(lambda c: c.info("1" + "4" * 39).hangs_up())[0]
    assert nodes == ALL, nodes
    assert variables(contact) == {"number": "444", "mark": "4"}


tap.run(keys_that_lead, wrong_keys_and_none, hang_ups, a_flood)
