# SPDX-License-Identifier: GPL-3.0-or-later
"""Live screens and history: contacts, agents, queues, events, and why."""

import os

from web_peer import Peer, Tap, last_claims, wait_for

tap = Tap()
peer = Peer()
root = peer.root
root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
agent = peer.person("eva", "agent")
analyst = peer.person("ann", "analyst")
supervisor = peer.person("sue", "supervisor")
root.post("/api/devices", {"name": "desk1", "mode": "on_demand"})
root.post("/api/agents", {"name": "eva", "user_id": "eva",
                          "device_id": "desk1"})
root.post("/api/agents", {"name": "bob"})
root.post("/api/queues", {"name": "sales", "label": "Sales",
                          "label_es": "Ventas", "wrap_up": "mandatory_manual"})
root.post("/api/queues", {"name": "help"})
root.post("/api/dispositions", {"name": "sold"})
root.post("/api/pause-reasons", {"name": "lunch", "label": "Lunch",
                                 "label_cs": "Oběd"})
root.post("/api/ivr/flows", {"name": "main", "nodes": [
    {"name": "hello", "type": "answer", "next": "wait"},
    {"name": "wait", "type": "queue", "queue": "sales"}]})
root.post("/api/entries", {"name": "front", "number": "100",
                           "flow_id": "main"})


def eva():
    return agent.get("/api/agents/eva/state").json


def contacts(query=""):
    return supervisor.get("/api/contacts" + query).json["items"]


tap.equal("the agent serves a queue",
          supervisor.post("/api/queues/sales/assign",
                          {"agent_id": "eva", "priority": 1}).status, 200)
tap.equal("which its list says",
          [a["agent"] for a in
           supervisor.get("/api/queues/sales/agents").json["items"]], ["eva"])
tap.equal("a queue in the path is not in the body",
          supervisor.post("/api/queues/sales/assign", {
              "agent_id": "bob", "priority": 1, "queue_id": 2}).code,
          "unknown_field")

# The agent's day.
tap.equal("offline at first", eva()["state"], "offline")
tap.equal("logged in is paused", (agent.post("/api/agents/eva/log-in").status,
                                  eva()["state"]), (200, "paused"))
tap.equal("a pause has a reason",
          (agent.post("/api/agents/eva/pause", {"reason_id": "lunch"}).status,
           agent.get("/api/agents/eva/state",
                     **{"Accept-Language": "cs"}).json["reason"]),
          (200, "Oběd"))
tap.equal("without a phone nobody is available",
          agent.post("/api/agents/eva/available").code, "phone_unreachable")
peer.say("phone 1")
tap.claim("a phone is seen", wait_for(lambda: eva()["reachable"]))
agent.post("/api/agents/eva/available")
tap.equal("with one, yes", eva()["state"], "available")
tap.equal("nothing to accept", agent.post("/api/agents/eva/accept").code,
          "no_offer")

# Somebody at the console, and nobody.
peer.say("console 1 1")
tap.claim("a console is attached", wait_for(
    lambda: eva()["console"] == "attached"))
peer.say("console 1 2")
tap.claim("a stalled one makes the agent unavailable", wait_for(
    lambda: eva()["state"] == "unavailable"))
tap.equal("which is told to the supervisor, with why",
          (lambda a: (a["console"], a["needs_console"], a["verdict"],
                      a["reason"]))(
              supervisor.get("/api/agents/eva/state").json),
          ("stalled", True, "unattended", "the console is stalled"))
peer.say("console 1 0")
tap.claim("a console that is gone is, too", wait_for(
    lambda: eva()["reason"] == "nobody at the console"))
tap.equal("a supervisor cannot say that somebody is there",
          (lambda a: (a.status, a.code))(
              supervisor.post("/api/agents/eva/available")),
          (409, "nobody_there"))
peer.say("console 1 1")
tap.claim("back at the console, back at work", wait_for(
    lambda: eva()["state"] == "available"))
peer.say("console 1 0")
tap.claim("gone again", wait_for(lambda: eva()["state"] == "unavailable"))
tap.equal("who says to be ready works without a console",
          (agent.post("/api/agents/eva/available").status,
           eva()["state"], eva()["needs_console"]),
          (200, "available", False))

# A call.
peer.say("11 100 +34600123456")
tap.claim("a call is offered", wait_for(lambda: eva()["state"] == "offered"))
now = eva()
tap.equal("the agent sees who calls", (now["caller"], now["caller_name"],
                                       now["queue"]),
          ("+34600123456", "Bob", "sales"))
tap.claim("and how long it rings", 0 < now["offer_left_us"] <= 20000000, now)
live = contacts()[0]
tap.equal("the supervisor sees it", (live["live"], live["place"],
                                     live["on_offer"], live["agent"]),
          (True, "queue", True, "eva"))
hidden = analyst.get("/api/contacts").json["items"][0]
tap.equal("the analyst does not see the number",
          (hidden["caller"], hidden["caller_name"]), (None, None))
tap.equal("nor may ask for it",
          analyst.get("/api/contacts?filter=caller~34600").status, 403)
tap.equal("the queue tells its figures",
          (lambda q: (q["waiting"], q["on_offer"], q["agents_offered"]))(
              analyst.get("/api/queues/sales/stats").json), (1, 1, 1))
tap.equal("and who waits", [c["contact_id"] for c in supervisor.get(
    "/api/queues/sales/waiting").json["items"]], [live["contact_id"]])
agent.post("/api/agents/eva/accept")
tap.claim("accepted is talking", wait_for(lambda: eva()["state"] == "talking"))
agent.post("/api/agents/eva/hold")
tap.claim("held", wait_for(lambda: eva()["state"] == "hold"))
tap.equal("twice is refused", agent.post("/api/agents/eva/hold").code,
          "on_hold")
tap.equal("an open contact says so", contacts()[0]["on_hold"], True)
agent.post("/api/agents/eva/resume")
tap.equal("an agent is muted, and seen to be",
          (agent.post("/api/agents/eva/mute").status, eva()["muted"]),
          (200, True))
tap.equal("twice is refused, with what to do",
          (lambda a: (a.code, bool(a.json["fix"])))(
              agent.post("/api/agents/eva/mute")), ("muted", True))
tap.equal("keys are pressed", agent.post("/api/agents/eva/digits", {
    "digits": "409#"}).status, 200)
tap.equal("masked ones, too", agent.post("/api/agents/eva/digits", {
    "digits": "271828", "masked": True}).status, 200)
# Sent again under its key it is done once; and nothing is kept of it by which
# the few digits of a PIN could be found out.
again = {"Idempotency-Key": "pin"}
tap.equal("masked ones under a key are pressed once", [
    agent.post("/api/agents/eva/digits", {"digits": digits, "masked": True},
               again).status for digits in ("31415", "31415", "27182")],
    [200, 200, 200])
tap.equal("what is no key is refused by its field",
          (lambda a: (a.status, a.json.get("field")))(
              agent.post("/api/agents/eva/digits", {"digits": "12x"})),
          (422, "digits"))
tap.equal("and unmuted", (agent.post("/api/agents/eva/unmute").status,
                          eva()["muted"]), (200, False))
agent.post("/api/agents/eva/mute")
agent.post("/api/agents/eva/hang-up")
tap.claim("after the call is acw", wait_for(lambda: eva()["state"] == "acw"))
tap.equal("the work is ended",
          agent.post("/api/agents/eva/dispose", {
              "disposition_id": "sold", "note": "žluťoučký"}).status, 200)
tap.claim("and the agent free", wait_for(
    lambda: eva()["state"] == "available"))
tap.claim("the contact has ended", wait_for(
    lambda: not contacts()[0]["live"]))
ended = contacts()[0]
tap.equal("with its cause and its agent",
          (ended["cause"], ended["agent"], ended["answered"]),
          ("agent_hung_up", "eva", True))
tap.equal("where it was when it ended, and the flow that it went through",
          (ended["place"], ended["flow_id"]), ("talk", 1))
tap.equal("and found by that", [c["contact_id"] for c in contacts(
    "?filter=live%20=%20no%20and%20place%20=%20talk")], [ended["contact_id"]])
tap.equal("read by its number",
          supervisor.get(f"/api/contacts/{ended['contact_id']}").json, ended)
tap.equal("mute has ended with the talk", eva()["muted"], False)
keys = [e for e in supervisor.get(
    f"/api/contacts/{ended['contact_id']}/events").json["items"]
    if e["type"] == "digits_sent"]
tap.equal("keys are in the journal, but masked ones", [
    (e["count"], e["digits"], e["masked"]) for e in keys],
    [(4, "409#", False), (6, "", True), (5, "", True)])
tap.equal("nor are they anywhere else on the disk", any(
    b"271828" in open(os.path.join(peer.directory, name), "rb").read()
    for name in os.listdir(peer.directory) if name.startswith("cclite.db")),
    False)
figures = supervisor.get("/api/queues/sales/stats").json
tap.equal("the day's figures count it",
          (figures["offered"], figures["answered"], figures["handled"],
           figures["service_level_permille"]), (1, 1, 1, 1000))

# Why.
why = supervisor.get(f"/api/contacts/{ended['contact_id']}/why").json["items"]
tap.equal("its way is told in order", [d["event"] for d in why], [
    "contact_arrived", "contact_queued", "offer_made", "offer_accepted",
    "offer_taken", "queue_left", "talk_began", "talk_ended", "contact_ended"])
tap.equal("the number, the entry and the flow are named", why[0]["says"],
          "The call came in, and an entry led it to a flow. · 100 · front"
          " · to the flow main")
tap.equal("and its end is told in words", why[-1]["says"].split(" · ")[-1],
          "agent hung up")
tap.equal("of the reader's language", supervisor.get(
    f"/api/contacts/{ended['contact_id']}/why",
    **{"Accept-Language": "cs"}).json["items"][-1]["says"].split(" · ")[-1],
          "zavěsil operátor")
offer = why[2]
tap.equal("an offer tells who was looked at",
          [c["verdict"] for c in offer["candidates"]["rows"]], ["chosen"])
events = supervisor.get(f"/api/contacts/{ended['contact_id']}/events").json
tap.claim("all its events can be read", len(events["items"]) > len(why))
path = f"/api/contacts/{ended['contact_id']}/events"
seqs = []
after = 0
while after is not None:
    page = supervisor.get(f"{path}?limit=3&after={after}").json
    seqs += [e["seq"] for e in page["items"]]
    after = page["next"]
tap.equal("page by page they are the same", seqs,
          [e["seq"] for e in events["items"]])
tap.equal("of one type, too", [e["type"] for e in supervisor.get(
    f"{path}?filter=type%20=%20offer_made").json["items"]], ["offer_made"])
tap.equal("after the last one there is nothing, for who may read it",
          [(answer.status, answer.json["items"], answer.json["next"])
           for answer in (who.get(f"{path}?after={seqs[-1]}")
                          for who in (supervisor, agent))],
          2 * [(200, [], None)])
tap.equal("an agent may read its own",
          agent.get(f"/api/contacts/{ended['contact_id']}/why").status, 200)

# More calls than agents.
for call in range(20, 24):
    peer.say(f"{call} 100 +3460000{call}")
tap.claim("one is offered, three wait", wait_for(
    lambda: supervisor.get("/api/queues/sales/stats").json["waiting"] == 4))
waiting = supervisor.get("/api/queues/sales/waiting").json["items"]
tap.equal("in the order of arrival", [c["ahead"] for c in waiting],
          [0, 1, 2, 3])
last = waiting[-1]["contact_id"]
tap.equal("one is moved", supervisor.post(f"/api/contacts/{last}/move", {
    "queue_id": "help", "priority": 5}).status, 200)
tap.equal("to where it was sent",
          supervisor.get(f"/api/contacts/{last}").json["queue"], "help")
tap.equal("one is ended",
          supervisor.post(f"/api/contacts/{last}/end").status, 200)
tap.equal("which cannot be done twice",
          supervisor.post(f"/api/contacts/{last}/end").json["status"] >= 404,
          True)
tap.equal("an agent sees its own contacts only",
          {c["agent"] for c in agent.get("/api/contacts").json["items"]},
          {"eva"})
tap.equal("pages of contacts make the whole",
          (lambda a, b: a + b)(
              [c["contact_id"] for c in contacts("?limit=2")],
              [c["contact_id"] for c in contacts(
                  "?limit=10&cursor=" + supervisor.get(
                      "/api/contacts?limit=2").json["next"])]),
          [c["contact_id"] for c in contacts()])
tap.equal("contacts are filtered",
          {c["cause"] for c in contacts(
              "?filter=live%20=%20no%20and%20cause%20=%20by_supervisor")},
          {"by_supervisor"})

# The journal.
seqs = []
after = 0
while after is not None:
    page = supervisor.get(f"/api/events?limit=37&after={after}").json
    seqs += [e["seq"] for e in page["items"]]
    after = page["next"]
tap.equal("the journal is read without a gap", seqs,
          list(range(1, len(seqs) + 1)))
tap.equal("events are filtered",
          {e["type"] for e in supervisor.get(
              "/api/events?filter=type%20=%20offer_made").json["items"]},
          {"offer_made"})
private = analyst.get(
    "/api/events?filter=type%20=%20contact_arrived").json["items"][0]
tap.equal("private fields are hidden from who may not see them",
          (private["caller"], private["called"]), (None, "100"))

# Figures.
metrics = root.ask("GET", "/metrics").body.decode()
tap.claim("Prometheus gets the queue's figures",
          'cclite_queue_waiting{queue="sales"} 3' in metrics, metrics[-900:])
tap.claim("and each figure has its help and its type",
          metrics.count("# HELP ") == metrics.count("# TYPE ") > 40)
state = supervisor.get("/api/state").json
tap.equal("the state counts", (state["queues"], state["contacts_waiting"],
                               state["agents_logged_in"]), (2, 3, 1))
server = supervisor.get("/api/server").json
tap.equal("the server tells its release", server["release"], "0.1.0")
tap.equal("the server tells where phones register", server["sip_address"],
          "192.0.2.1:5071")
tap.equal("all queues at once",
          [q["name"] for q in agent.get("/api/queues-now").json["items"]],
          ["sales", "help"])
tap.equal("in the language of the request",
          agent.get("/api/queues-now", **{"Accept-Language": "es"})
          .json["items"][0]["label"], "Ventas")
tap.equal("all agents at once",
          [a["name"] for a in agent.get("/api/agents-now").json["items"]],
          ["eva", "bob"])
peer.say("40 999 +34600999999")
tap.claim("a number that nobody serves comes in", wait_for(
    lambda: contacts()[0]["cause"] == "no_entry"))
why = supervisor.get(
    f"/api/contacts/{contacts()[0]['contact_id']}/why").json["items"]
tap.equal("and so it is told", [d["says"] for d in why], [
    "The call came in, but no entry serves its number. · 999",
    "The contact ended. · nobody serves the number"])
tap.equal("it is ready", root.get("/readyz").status, 200)

last_claims(tap, peer)
tap.done()
