# SPDX-License-Identifier: GPL-3.0-or-later
"""A closed queue takes nobody: callers hear why, or go where a rule leads."""

import re
import time

import place
import tap
from centre import Centre

HOUR_US = 3600 * 1000000

centre = Centre()
api = centre.api
told = centre.told
ana = centre.agent("ana", "support")
api.post("/api/prompts", name="night", text="We are closed. Call tomorrow.")


def chooses(key):
    """A caller who has pressed a key: (call, contact's number)."""
    call = centre.caller(hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    place.wait_until("the menu waits", lambda: told(contact, "step_began")
                     and [e for e in told(contact, "step_began")
                          if e["node_name"] == "menu"])
    call.media.press(key)
    return call, contact


def callers_hear_why():
    """who joins a closed queue hears its announcement, and is let go"""
    until = int(time.time() * 1000000) + HOUR_US
    api.post("/api/queues/sales/close", message_id="night", until=until)
    figures = api.get("/api/queues/sales/stats")
    assert figures["closed"] and figures["closed_until_us"] == until, figures
    call, contact = chooses("1")
    place.wait_until("it is sent away",
                     lambda: told(contact, "queue_diverted"))
    place.wait_until("the announcement is heard",
                     call.media.hears_something)
    call.wait_end()
    diverted = told(contact, "queue_diverted")[0]
    assert diverted["cause"] == "closed" and diverted["rule_id"] == 0, diverted
    assert not told(contact, "contact_queued")
    assert centre.wait_ended(contact)["cause"] == "queue_closed"


def a_rule_leads_elsewhere():
    """with a way out for the night, callers go where it leads"""
    api.post("/api/queue-rules", name="to-support", queue_id="sales",
             cause="closed", target="queue", target_id="support")
    call, contact = chooses("1")
    ring = ana.phone.next_call()
    ring.ring()
    ring.answer(hertz=620)
    call.wait_hears(620)
    assert told(contact, "queue_diverted")[0]["rule_id"] > 0
    assert [e["queue_id"] for e in told(contact, "contact_queued")] == [
        api.get("/api/queues/support")["id"]]
    call.hang_up()
    ring.wait_end()
    centre.wait_ended(contact)


def opened_it_takes_calls():
    """opened, the queue takes callers again"""
    api.post("/api/queues/open")
    call, contact = chooses("1")
    place.wait_until("it waits", lambda: api.get(
        f"/api/contacts/{contact}")["queue"] == "sales")
    call.hang_up()
    centre.wait_ended(contact)


def its_calendar_closes_it():
    """outside the hours of its calendar the queue is closed by itself, and
    says until when; opened by hand it is open"""
    def stands():
        figures = api.get("/api/queues/sales/stats")
        return (figures["closed"], figures["closed_by_hours"],
                figures["closed_until_us"] > time.time() * 1000000)

    def listed():
        _, out, _ = centre.server.command("queue", "list")
        return next(line for line in out.splitlines() if "sales" in line)
    day = "mon tue wed thu fri sat sun".split()[
        (time.gmtime().tm_wday + 3) % 7]
    api.post("/api/calendars", name="office", zone="UTC",
             hours=f"{day} 09:00-17:00")
    api.put("/api/queues/sales", calendar_id="office")
    place.wait_until("it is closed", lambda: stands() == (True, True, True))
    assert "out of hours until " in listed(), listed()
    refused = api.ask("POST", "/api/queues/open")
    assert (refused.status, refused.json["code"]) == (409, "none_by_hand")
    api.post("/api/queues/sales/open")
    assert stands() == (False, False, False), stands()
    assert " open " in listed(), listed()
    answer = api.ask("DELETE", "/api/calendars/office", headers={
        "If-Match": "*"})
    assert (answer.status, answer.json["code"]) == (409, "in_use"), answer.raw
    assert ("queue", "sales") in {(one["kind"], one["name"]) for one in
                                  answer.json["used_by"]}, answer.json
    api.put("/api/queues/sales", calendar_id=0)


def a_key_leads_out():
    """who waits and presses the way out's key goes where it leads"""
    api.post("/api/queue-rules", name="key-9", queue_id="sales", cause="key",
             moment="wait", key="9", target="queue", target_id="support")
    call, contact = chooses("1")
    place.wait_until("it waits", lambda: api.get(
        f"/api/contacts/{contact}")["queue"] == "sales")
    call.media.press("9")
    ring = ana.phone.next_call()
    ring.ring()
    ring.answer(hertz=620)
    call.wait_hears(620)
    call.hang_up()
    ring.wait_end()
    centre.wait_ended(contact)


def in_use_says_by_whom():
    """a queue in use is not deleted, and who uses it is named"""
    api.post("/api/routing/rules", name="busy", to="hang_up",
             condition="queue(support).waiting > 3")
    answer = api.ask("DELETE", "/api/queues/support", headers={
        "If-Match": "*"})
    assert answer.status == 409, answer.json
    assert answer.json["code"] == "in_use", answer.json
    used_by = {(one["kind"], one["name"]) for one in answer.json["used_by"]}
    assert used_by == {("flow", "main"), ("queue_rule", "to-support"),
                       ("queue_rule", "key-9"), ("rule", "busy")}, used_by
    assert "flow main" in answer.json["detail"], answer.json
    # ... and the same is told without asking for its end
    leads = {(one["kind"], one["name"])
             for one in api.get("/api/queues/support/uses")["items"]}
    assert leads == used_by, leads
    # a queue's own ways out lead from it, not to it
    assert {(one["kind"], one["name"])
            for one in api.get("/api/queues/sales/uses")["items"]} == {
                ("flow", "main")}
    centre.publish("nightly", {"nodes": [
        {"name": "say", "type": "play", "prompt": "night", "next": "end",
         "on_error": "end"},
        {"name": "end", "type": "hang_up"}]})
    for path, user in (("prompts/night", ("flow", "nightly")),
                       ("ivr/flows/main", ("entry", "reception"))):
        answer = api.ask("DELETE", f"/api/{path}", headers={"If-Match": "*"})
        assert [(one["kind"], one["name"]) for one in
                answer.json["used_by"]] == [user], answer.json


def all_that_lead_there_are_told():
    """more rules than are told at once: the list has them all, and a refusal
    says how many it does not name"""
    names = [f"many{number:02}" for number in range(40)]
    for name in names:
        api.post("/api/routing/rules", name=name, to="hang_up",
                 condition="queue(support).waiting > 3")
    leads = {one["name"] for one in
             api.get("/api/queues/support/uses")["items"]}
    assert leads.issuperset(names), set(names) - leads
    answer = api.ask("DELETE", "/api/queues/support", headers={
        "If-Match": "*"})
    detail = answer.json["detail"]
    more = int(re.search(r"and (\d+) more", detail).group(1))
    named = re.search(r": (.*) and", detail).group(1).count(",") + 1
    assert more + named == len(leads), (detail, leads)
    assert len(answer.json["used_by"]) < answer.json["used_by_count"] == len(
        leads), (answer.json, leads)
    for name in names:
        assert api.ask("DELETE", f"/api/routing/rules/{name}", headers={
            "If-Match": "*"}).status == 200


def a_name_that_is_asked_for_stays():
    """a queue or trunk that conditions name is neither renamed nor replaced,
    and those are named that do"""
    def refused(method, path, **body):
        answer = api.ask(method, path, body or None, {"If-Match": "*"})
        assert (answer.status, answer.json["code"]) == (409, "in_use"), (
            path, answer.raw)
        return {(one["kind"], one["name"]) for one in answer.json["used_by"]}
    centre.publish("asks", {"nodes": [
        {"name": "which", "type": "if", "next": "end", "on_other": "end",
         "condition": "queue(support).waiting > 3 or trunk_up(provider)"},
        {"name": "end", "type": "hang_up"}]})
    path = "/api/queues/support"
    assert refused("PUT", path, name="helpers") == {
        ("flow", "asks"), ("rule", "busy")}
    # a rule is given the other name, a flow is what was published
    assert refused("DELETE", f"{path}?replacement=sales") == {("flow", "asks")}
    trunk = api.get("/api/trunks/provider")
    assert refused("PUT", "/api/trunks/provider", name="other",
                   address=trunk["address"]) == {("flow", "asks")}
    assert ("flow", "asks") in refused("DELETE", "/api/trunks/provider")


tap.run(callers_hear_why, a_rule_leads_elsewhere, opened_it_takes_calls,
        its_calendar_closes_it, a_key_leads_out, in_use_says_by_whom, all_that_lead_there_are_told,
        a_name_that_is_asked_for_stays)
