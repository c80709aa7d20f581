# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever edits a flow is rung, and hears the draft as a caller would."""

import place
import tap
from centre import Centre

MENU = {"nodes": [
    {"name": "answer", "type": "answer", "next": "choose"},
    {"name": "choose", "type": "menu", "prompt": "menu", "wait_ms": 60000,
     "choices": {"1": "sales", "2": "bye"}, "on_timeout": "bye",
     "on_invalid": "bye", "on_error": "bye"},
    {"name": "sales", "type": "queue", "queue": "sales"},
    {"name": "bye", "type": "hang_up"}]}

centre = Centre()
api = centre.api
ana = centre.agent("ana", "sales")
eva = centre.agent("eva", "support")
api.put("/api/agents/eva", user_id="boss")  # who asks is Eva
centre.publish("house", {"nodes": MENU["nodes"][3:]})
tag = api.ask("GET", "/api/ivr/flows/house").headers["ETag"]
assert api.ask("PUT", "/api/ivr/flows/house",
               {"name": "house", "draft": True, **MENU},
               headers={"If-Match": tag}).status == 200


def nodes_of(contact):
    return [event["node_name"] for event in centre.events_of(contact)
            if event["type"] == "step_began"]


def rung(**body):
    """The call to Eva's phone, which she has picked up, and its contact."""
    api.post("/api/ivr/flows/house/call", **body)
    ring = eva.phone.next_call()
    ring.ring()
    ring.answer(hertz=300)
    return ring, centre.newest_contact()["contact_id"]


def wait_node(contact, node):
    place.wait_until(node, lambda: nodes_of(contact)[-1:] == [node])


def waits():
    return api.get("/api/queues/sales/stats")["offered"]


def draft_is_heard():
    """the phone rings, keys lead on, and no queue has a caller by it"""
    before = waits()
    ring, contact = rung(language="cs")
    wait_node(contact, "choose")
    place.wait_until("the menu is heard",
                     lambda: any(map(abs, ring.media.heard())))
    ring.media.press("1")
    wait_node(contact, "sales")
    ring.wait_end()
    row = centre.wait_ended(contact)
    assert row["cause"] == "flow_tried" and not row["queue_id"], row
    assert row["language"] == "cs", row
    assert waits() == before
    assert ana.state()["state"] == "available", ana.state()
    assert api.items("/api/ivr/flows/house/ways") == []


def listener_hangs_up():
    """hung up half-way, it is told apart from a caller's call"""
    ring, contact = rung()
    wait_node(contact, "choose")
    ring.hang_up()
    assert centre.wait_ended(contact)["cause"] == "flow_tried"


def version_is_heard():
    """what is published is heard by its number, whatever the draft is"""
    ring, contact = rung(version=1)
    ring.wait_end()
    centre.wait_ended(contact)
    assert nodes_of(contact) == ["bye"], nodes_of(contact)
    told = [event for event in centre.events_of(contact)
            if event["type"] in ("visit_called", "flow_entered")]
    assert [event["flow_version"] for event in told] == [1, 1], told


def refused(flow="house", **body):
    answer = api.ask("POST", f"/api/ivr/flows/{flow}/call", body)
    return answer.status, answer.json.get("code"), answer.json.get("field")


def says_why_not():
    """no such flow, a draft that leads nowhere, a phone that is taken"""
    assert refused("nowhere")[0] == 404
    assert refused(version=99)[0] == 404
    assert refused(language="fr")[0] == 422
    answer = api.ask("POST", "/api/ivr/flows", {
        "name": "open", "draft": True, "nodes": [
            {"name": "choose", "type": "play", "prompt": "menu"}]})
    assert answer.status == 201, answer.json
    status, code, field = refused("open")
    assert (status, code) == (422, "flow_not_ready"), (status, code)
    assert field.startswith("choose."), field
    ring, contact = rung()
    assert refused()[0] == 409, refused()
    ring.hang_up()
    centre.wait_ended(contact)


tap.run(draft_is_heard, listener_hangs_up, version_is_heard, says_why_not)
