# SPDX-License-Identifier: GPL-3.0-or-later
"""What an agent's screen asks for: pauses, targets, the caller, wrap-up."""

import os

from web_peer import Peer, Tap, last_claims, wait_for
from ws_peer import Watcher

tap = Tap()
peer = Peer()
root = peer.root
root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
agent = peer.person("eva", "agent")
other = peer.person("bob", "agent")
analyst = peer.person("ann", "analyst")
supervisor = peer.person("sue", "supervisor")
for name in ("eva", "bob"):
    root.post("/api/devices", {"name": name, "mode": "on_demand"})
    root.post("/api/agents", {"name": name, "label": name.title(),
                              "user_id": name, "device_id": name})
root.post("/api/queues", {"name": "sales", "label_es": "Ventas",
                          "label": "Sales", "wrap_up_ms": 60000,
                          "wrap_up_more_ms": 30000, "wrap_up_max_ms": 80000})
root.post("/api/queues", {"name": "full", "max_waiting": 1})
root.post("/api/dispositions", {"name": "sold", "label": "Sold",
                                "label_cs": "Prodáno"})
root.post("/api/pause-reasons", {
    "name": "lunch", "label": "Lunch", "label_cs": "Oběd", "key": "l",
    "daily_ms": 2700000})
root.post("/api/pause-reasons", {"name": "coaching", "productive": True})
root.post("/api/trunks", {"name": "out", "address": "192.0.2.1:5060",
                          "prefixes": "+34 +44"})
root.post("/api/trunks", {"name": "in", "address": "192.0.2.2:5060",
                          "outbound": False, "prefixes": "*"})
root.post("/api/ivr/flows", {"name": "main", "nodes": [
    {"name": "hello", "type": "answer", "next": "speech"},
    {"name": "speech", "type": "set_language", "language": "es",
     "next": "wait"},
    {"name": "wait", "type": "queue", "queue": "sales"}]})
root.post("/api/entries", {"name": "front", "number": "100",
                           "flow_id": "main"})
root.post("/api/queues/sales/assign", {"agent_id": "eva", "priority": 1})
peer.say("phone 1")
peer.say("phone 2")
tap.claim("the phones are there", wait_for(lambda: all(
    a["reachable"] for a in root.get("/api/agents-now").json["items"])))


def eva():
    return agent.get("/api/agents/eva/state").json


def does(what, **body):
    return agent.post(f"/api/agents/eva/{what}", body or None)


def pauses(language="en"):
    return {p["name"] or p["label"]: p for p in agent.get(
        "/api/agents/eva/pauses", **{"Accept-Language": language})
            .json["items"]}


def talk(number, call):
    """A caller who talks with Eva: the contact's number."""
    does("available")
    peer.say(f"{call} 100 {number}")
    tap.claim("a call comes", wait_for(lambda: eva()["state"] == "offered"))
    does("accept")
    tap.claim("and is taken", wait_for(lambda: eva()["state"] == "talking"))
    return eva()["contact_id"]


# Keys and budgets.
tap.equal("a key is a pause reason's alone", (lambda a: (a.status, a.code,
                                                         a.json["field"]))(
    root.post("/api/pause-reasons", {"name": "x", "key": "l"})),
    (409, "key_taken", "key"))
tap.equal("ready has its own", root.post("/api/pause-reasons", {
    "name": "x", "key": "r"}).code, "key_taken")
tap.equal("a key is one character", root.post("/api/pause-reasons", {
    "name": "x", "key": "ab"}).status, 422)
does("log-in")
first = pauses()
tap.equal("the product's own reasons come first",
          list(first)[:3], ["just logged in", "missed offers", "fault"])
tap.equal("with each its key and its budget",
          (first["lunch"]["key"], first["lunch"]["daily_us"],
           first["coaching"]["key"], first["coaching"]["daily_us"],
           first["coaching"]["productive"]),
          ("l", 2700000000, "", 0, True))
tap.equal("nothing is used yet", first["lunch"]["used_us"], 0)
does("pause", reason_id="lunch")
tap.claim("a pause that runs counts", wait_for(
    lambda: pauses()["lunch"]["used_us"] > 0))
tap.equal("and is marked", [n for n, p in pauses().items() if p["current"]],
          ["lunch"])
tap.equal("in the reader's language", pauses("cs")["lunch"]["label"], "Oběd")
does("available")
used = pauses()["lunch"]["used_us"]
tap.claim("what was used stays", used > 0 and
          pauses()["lunch"]["used_us"] == used)
tap.equal("a colleague's pauses are nobody's business",
          other.get("/api/agents/eva/pauses").status, 403)
tap.equal("but the supervisor's", supervisor.get(
    "/api/agents/eva/pauses").status, 200)

# The first call.
first = talk("+34600123456", 11)
tap.equal("its way through the flow is told", [
    (s["step"], s["flow"], s["node"], s["node_type"], s["exit"], s["over"])
    for s in agent.get(f"/api/contacts/{first}/path").json["items"]],
    [(1, "main", "hello", "answer", "done", True),
     (2, "main", "speech", "set_language", "done", True),
     (3, "main", "wait", "queue", "done", True)])
tap.equal("but not to another agent",
          other.get(f"/api/contacts/{first}/path").status, 403)
tap.equal("a contact that there is not has none",
          agent.get("/api/contacts/99999/path").status, 404)
tap.equal("the caller did not call before",
          agent.get(f"/api/contacts/{first}/previous").json["items"], [])
does("hold")
does("resume")
does("hold")
does("resume")
contact = agent.get(f"/api/contacts/{first}").json
tap.equal("holds are counted, and the language is the caller's choice",
          (contact["holds"], contact["language"]), (2, "es"))
tap.claim("talk and hold run", contact["talk_us"] > 0
          and contact["hold_us"] > 0, contact)

# What next.
tap.equal("nothing was asked for", does("cancel-request").code, "no_request")
does("pause", reason_id="lunch")
tap.equal("a pause is asked for next",
          (eva()["has_request"], eva()["requested_state"]), (True, "paused"))
tap.equal("and taken back", (does("cancel-request").status,
                             eva()["has_request"]), (200, False))

# A note while one talks.
tap.equal("a note is kept", (does("note", note="wants 40").status,
                             does("note", note="wants 50\nseats").status),
          (200, 200))
tap.equal("and read again, by whoever comes back to the screen",
          agent.get("/api/agents/eva/note").json,
          {"agent_id": 1, "contact_id": first, "note": "wants 50\nseats"})
tap.equal("but by no colleague", other.get("/api/agents/eva/note").status, 403)
tap.equal("the same again is nothing to do",
          does("note", note="wants 50\nseats").code, "already_so")

# Targets.
targets = agent.get("/api/agents/eva/targets").json["items"]
tap.equal("queues, agents, flows and numbers can be targets",
          [(t["to"], t["name"], t["possible"]) for t in targets],
          [("queue", "sales", True), ("queue", "full", True),
           ("agent", "eva", False), ("agent", "bob", False),
           ("flow", "main", True), ("number", "", True)])
tap.equal("a number says how it may begin", targets[-1]["label"], "+34 +44")
tap.equal("an agent who is away says so", targets[3]["state"], "offline")
other.post("/api/agents/bob/log-in")
targets = agent.get("/api/agents/eva/targets",
                    **{"Accept-Language": "es"}).json["items"]
tap.equal("and when there, what for", (targets[3]["possible"],
                                       targets[3]["state"],
                                       targets[0]["label"]),
          (True, "paused", "Ventas"))
root.post("/api/queues/sales/close")
tap.equal("a closed queue is none, and says why, in the reader's language",
          [(t["possible"], t["reason"]) for t in agent.get(
              "/api/agents/eva/targets", **{"Accept-Language": "es"}
          ).json["items"][:2]], [(False, "cerrada"), (True, "")])
root.post("/api/queues/sales/open")
tap.equal("targets are the agent's own",
          other.get("/api/agents/eva/targets").status, 403)

# The work after it.
tap.equal("no more time before the work", does("extend").code,
          "not_wrapping_up")
does("hang-up")
tap.claim("after the call is wrap-up", wait_for(
    lambda: eva()["state"] == "acw"))
now = eva()
tap.claim("with a time limit", 0 < now["wrap_up_left_us"] <= 60000000, now)
tap.equal("and so much more for the asking",
          (now["wrap_up_more_us"], now["disposition_needed"]),
          (20000000, True))
tap.equal("more time is given", does("extend").status, 200)
now = eva()
tap.claim("which is seen", 60000000 < now["wrap_up_left_us"] <= 80000000
          and now["wrap_up_more_us"] == 0, now)
tap.equal("but not without end",
          (lambda a: (a.status, a.code))(does("extend")),
          (409, "no_more_time"))
tap.equal("then a pause needs its reason", does(
    "dispose", disposition_id="sold", then="paused").code, "no_pause_reason")
tap.equal("a word that there is not is refused", does(
    "dispose", disposition_id="sold", then="gone").status, 422)
for says, code, field, body in (
        ("a number that nobody calls back", "not_called_back",
         "callback_number", {"callback_number": "+34600123456"}),
        ("a time without a number", "bad_number", "callback_number",
         {"callback_due_us": int(4e15)}),
        ("a time that is over", "bad_due", "callback_due_us",
         {"callback_number": "+34600123456", "callback_due_us": 1})):
    answer = does("dispose", disposition_id="sold", **body)
    tap.equal(f"{says} is refused by its own field",
              (answer.code, answer.json["field"]), (code, field))
tap.equal("disposition, note and pause in one", (does(
    "dispose", disposition_id="sold", then="paused",
    reason_id="lunch").status, eva()["state"], eva()["reason"]),
    (200, "paused", "Lunch"))

# The same caller again.
second = talk("+34600123456", 12)
tap.claim("the first call is kept", wait_for(lambda: agent.get(
    f"/api/contacts/{second}/previous").json["items"]))
before = agent.get(f"/api/contacts/{second}/previous",
                   **{"Accept-Language": "cs"}).json["items"]
tap.equal("what was before is told", [
    (p["contact_id"], p["agent"], p["queue"], p["cause"], p["disposition"],
     p["note"], p["answered"]) for p in before],
    [(first, "eva", "sales", "agent_hung_up", "Prodáno", "wants 50\nseats",
      True)])
tap.equal("not to whom the call is not",
          other.get(f"/api/contacts/{second}/previous").status, 403)
tap.equal("notes are hidden from who may not see numbers",
          [p["note"] for p in analyst.get(
              f"/api/contacts/{second}/previous").json["items"]], [None])
for says, who, contact, code, field in (
        ("after one's own call it is the queue that says no", agent, first,
         "not_called_back", "number"),
        ("a callback after a colleague's call is nobody else's to ask for",
         other, first, "forbidden", "contact_id"),
        ("nor one after a call that there never was", agent, 99999,
         "no_contact", "contact_id")):
    answer = who.post("/api/callbacks", {
        "queue_id": "sales", "number": "+34600123456", "contact_id": contact,
        "agent_id": "bob" if who is other else "eva"})
    tap.equal(says, (answer.code, answer.json["field"]), (code, field))
tap.claim("the agent's row says that the queue calls nobody back", Watcher(
    peer, token=agent.token).watch("agents")[1]["calls_nobody_back"])
tap.equal("nobody called before who is not there",
          agent.get("/api/contacts/99999/previous").status, 404)
does("transfer", to="agent", to_id="bob", note="wants a discount")
other.post("/api/agents/bob/available")
tap.claim("a colleague is offered the call", wait_for(
    lambda: other.get("/api/agents/bob/state").json["contact_id"] == second))
tap.equal("with what the other wrote", other.get(
    f"/api/contacts/{second}").json["handover"], "wants a discount")
tap.equal("which who sees no numbers does not see", analyst.get(
    f"/api/contacts/{second}").json["handover"], None)
tap.equal("who then sees what was before, too", len(other.get(
    f"/api/contacts/{second}/previous").json["items"]), 1)
other.post("/api/agents/bob/accept")
tap.claim("and takes it", wait_for(lambda: other.get(
    "/api/agents/bob/state").json["state"] == "talking"))

last_claims(tap, peer)
tap.done()
