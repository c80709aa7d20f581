# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows over a WebSocket, to a foreign client: what is so is told, and what
happens is told at once."""

import os

from web_peer import Peer, Tap, last_claims
from ws_peer import Watcher

tap = Tap()
peer = Peer()
root = peer.root
root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
eva = peer.person("eva", "agent")
bob = peer.person("bob", "agent")
ann = peer.person("ann", "analyst")
sue = peer.person("sue", "supervisor")
for name in ("eva", "bob"):
    root.post("/api/devices", {"name": name, "mode": "on_demand"})
    root.post("/api/agents", {"name": name, "user_id": name,
                              "device_id": name})
for name in ("sales", "help"):
    root.post("/api/queues", {"name": name, "wrap_up": "mandatory_manual",
                              "recording": "all"})
root.post("/api/pause-reasons", {"name": "lunch"})
root.post("/api/dispositions", {"name": "sold"})
root.post("/api/queues/sales/assign", {"agent_id": "eva", "priority": 1})
root.post("/api/queues/help/assign", {"agent_id": "bob", "priority": 1})
root.post("/api/ivr/flows", {"name": "main", "nodes": [
    {"name": "hello", "type": "answer", "next": "wait"},
    {"name": "wait", "type": "queue", "queue": "sales"}]})
root.post("/api/voicemail/boxes", {"name": "hers", "agent_id": "eva"})
root.post("/api/voicemail/boxes", {"name": "his", "queue_id": "help"})
root.post("/api/entries", {"name": "front", "number": "100",
                           "flow_id": "main"})

# What is so.
boss = Watcher(peer, token=sue.token)
tap.equal("the greeting says who is there", (boss.hello["role"],
                                             boss.hello["agent_id"]),
          ("supervisor", 0))
tap.equal("and agrees on the protocol", boss.ws.subprotocol, "cclite.1")
tap.equal("a supervisor sees all agents",
          [a["name"] for a in boss.watch("agents").values()], ["eva", "bob"])
tap.equal("and all queues", len(boss.watch("queues")), 2)
tap.equal("an empty topic is told to be empty", boss.watch("contacts"), {})
tap.equal("there is one row of the server",
          [r["release"] for r in boss.watch("server").values()], ["0.1.0"])
# Trunks, whose state the main thread tells once a second.
root.post("/api/trunks", {"name": "prg-2", "address": "192.0.2.1:5060",
                          "max_channels": 40})
root.post("/api/trunks", {"name": "lon-1", "address": "192.0.2.2:5060"})
boss.watch("trunk_states")


def trunk(number, **fields):
    boss.wait_row("trunk_states", number, **fields)
    return boss.rows["trunk_states"][number]


tap.equal("a trunk nobody knows of is not in use, since nobody knows when",
          trunk(2, state="unused")["state_age_us"], -1)
peer.say("trunk 1 up 38 120")
now = trunk(1, state="up")
tap.equal("one that answers is up, with its calls and how many there may be",
          (now["calls"], now["max_channels"], now["answer_ms"]), (38, 40, 31))
tap.claim("and its age", 119e6 < now["state_age_us"] < 300e6, now)
peer.say("trunk 1 down 0 0")
now = trunk(1, state="down")
tap.claim("one that does not is down since just now",
          now["state_age_us"] < 110e6, now)
tap.equal("programs ask for one",
          (lambda t: (t["name"], t["state"], t["address"], t["last_code"]))(
              sue.get("/api/trunks/prg-2/state").json),
          ("prg-2", "down", "192.0.2.1:5060", 200))
tap.equal("or for all", [(t["name"], t["state"], t["for_us"] > 0) for t in
                         sue.get("/api/trunks-now").json["items"]],
          [("prg-2", "down", True), ("lon-1", "unused", False)])
tap.equal("agents and analysts may not", [
    (who.get("/api/trunks-now").status,
     who.get("/api/trunks/1/state").status) for who in (eva, ann)],
    [(403, 403), (403, 403)])
root.remove("/api/trunks/lon-1")
boss.wait("a trunk that is removed has no row",
          lambda: 2 not in boss.rows["trunk_states"])
tap.equal("nor a state", sue.get("/api/trunks/2/state").status, 404)

tap.equal("oneself is one row",
          [r["name"] for r in boss.watch("me").values()], ["sue"])
tap.equal("a supervisor sees phones",
          [d["name"] for d in boss.watch("devices").values()], ["eva", "bob"])

# Everyone sees what is one's own.
screen = Watcher(peer, token=eva.token)
tap.equal("an agent sees the own row",
          [a["name"] for a in screen.watch("agents").values()], ["eva"])
tap.equal("and the own queues",
          [q["name"] for q in screen.watch("queues").values()], ["sales"])
tap.equal("and where to transfer to", sorted(
    (t["to"], t["name"]) for t in screen.watch("targets").values()),
    [("agent", "bob"), ("agent", "eva"), ("flow", "main"), ("queue", "help"),
     ("queue", "sales"), ("voicemail", "hers"), ("voicemail", "his")])
tap.equal("and the boxes whose messages are the own", [
    (m["name"], m["fresh"], m["max_messages"])
    for m in screen.watch("mailboxes").values()], [("hers", 0, 100)])
screen.watch("contacts")
screen.watch("devices")
tap.equal("but no phones", (screen.refused[-1]["topic"],
                            screen.refused[-1]["problem"]["code"]),
          ("devices", "forbidden"))
screen.say(do="watch", topic="nonsense")
screen.wait("a refusal", lambda: len(screen.refused) == 2)
tap.equal("a topic that is none is refused",
          screen.refused[-1]["problem"]["field"], "topic")
screen.say(do="nonsense")
screen.wait("a refusal", lambda: len(screen.refused) == 3)
tap.equal("so is a deed that is none",
          screen.refused[-1]["problem"]["field"], "do")
screen.ws.send_text(b'{"do":')
screen.flush()
screen.wait("a refusal", lambda: len(screen.refused) == 4)
tap.equal("and what is no JSON", screen.refused[-1]["problem"]["code"],
          "not_json")

# What happens.
screen.say(do="attend")
tap.claim("a console that attends is counted",
          boss.wait_row("agents", 1, consoles=1))
peer.say("phone 1")
tap.claim("a phone is seen", screen.wait_row("agents", 1, reachable=True))
eva.post("/api/agents/eva/log-in")
eva.post("/api/agents/eva/pause", {"reason_id": "lunch"})
tap.claim("a pause is told with its reason", boss.wait_row(
    "agents", 1, state="paused", reason="lunch", seen=True))
eva.post("/api/agents/eva/available")
tap.claim("a state counts in the queues",
          boss.wait_row("queues", 1, agents_available=1))

# The night switch of all queues names none of them.
root.post("/api/queues/close", {"until": 4102444800000000})
tap.claim("all queues are closed, and each row says so",
          boss.wait_row("queues", 1, closed=True,
                        closed_until_us=4102444800000000)
          and boss.wait_row("queues", 2, closed=True))
root.post("/api/queues/open")
tap.claim("and open again",
          boss.wait_row("queues", 1, closed=False, closed_until_us=0)
          and boss.wait_row("queues", 2, closed=False))
analyst = Watcher(peer, token=ann.token)
analyst.watch("contacts")
analyst.watch("agents")
peer.say("11 100 +34600123456")
tap.claim("a call is offered to the screen", screen.wait_row(
    "agents", 1, state="offered", caller="+34600123456", caller_name="Bob",
    called="100", queue="sales"))
offer = screen.rows["agents"][1]
tap.claim("with the time that is left", 0 < offer["offer_left_us"] <= 20000000)
tap.claim("and how long the caller waits", offer["waiting_age_us"] >= 0)
tap.claim("the contact is the agent's to see", screen.wait_row(
    "contacts", 1, place="queue", on_offer=True, agent="eva", flow="main",
    step="wait", entry="front"))
tap.claim("the queue counts it", boss.wait_row(
    "queues", 1, waiting=1, on_offer=1, offered=1))
tap.claim("the analyst sees no number", analyst.wait_row(
    "contacts", 1, caller=None, caller_name=None))
tap.claim("nor with the agent", analyst.wait_row(
    "agents", 1, state="offered", caller=None))
analyst.settle()
tap.claim("and it never crosses the wire", b"34600123456" not in
          analyst.bytes and b"Bob" not in analyst.bytes)
analyst.say(do="watch", topic="contacts", filter='caller = "+34600123456"')
analyst.wait("a refusal", lambda: analyst.refused)
tap.equal("nor may be asked for",
          analyst.refused[-1]["problem"]["code"], "forbidden")
eva.post("/api/agents/eva/accept")
tap.claim("accepted is talking", screen.wait_row("agents", 1,
                                                 state="talking"))
tap.claim("what is recorded says so", boss.wait_row(
    "contacts", 1, recording_id=1, recording_paused=False))
eva.post("/api/agents/eva/pause-recording", {"reason": "card"})
tap.claim("also when it pauses", screen.wait_row(
    "agents", 1, recording_id=1, recording_paused=True) and
          screen.rows["agents"][1]["record_left_us"] > 0)
eva.post("/api/agents/eva/mute")
tap.claim("and who is muted", boss.wait_row("contacts", 1, muted=True) and
          boss.wait_row("agents", 1, muted=True))
eva.post("/api/agents/eva/unmute")
eva.post("/api/agents/eva/hold")
tap.claim("hold is told", screen.wait_row("contacts", 1, on_hold=True))
tap.claim("with its age", screen.wait_row("agents", 1, state="hold") and
          screen.rows["agents"][1]["hold_age_us"] >= 0)
eva.post("/api/agents/eva/resume")
eva.post("/api/agents/eva/hang-up")
boss.wait("the contact is gone", lambda: not boss.rows["contacts"])
screen.wait("the contact is gone", lambda: not screen.rows["contacts"])
tap.claim("a contact that ended is gone", True)
eva.post("/api/agents/eva/dispose", {"disposition_id": "sold", "note": "x"})
tap.claim("the day's figures follow", boss.wait_row(
    "queues", 1, answered=1, handled=1, service_level_permille=1000))
tap.claim("the agent's, too", boss.wait_row(
    "agents", 1, offered=1, handled=1, missed=0))
tap.equal("and how many waited of late",
          boss.rows["queues"][1]["history"].split(), ["0"] * 23 + ["1"])

# Who may see what changes.
root.post("/api/queues/help/assign", {"agent_id": "eva", "priority": 2})
tap.claim("a queue that is one's own now appears",
          screen.wait("help", lambda: 2 in screen.rows["queues"]))
root.post("/api/queues/help/unassign", {"agent_id": "eva"})
tap.claim("and goes again",
          screen.wait("no help", lambda: 2 not in screen.rows["queues"]))
tap.claim("nobody missed a message", not any(
    w.gaps for w in (boss, screen, analyst)))

# Filters.
picky = Watcher(peer, token=sue.token)
tap.equal("a filter chooses", list(picky.watch(
    "agents", filter="state = available")), [1])
bob.post("/api/agents/bob/log-in")
eva.post("/api/agents/eva/pause", {"reason_id": "lunch"})
tap.claim("who fits no longer is gone", picky.wait(
    "nobody", lambda: not picky.rows["agents"]))
tap.equal("who never fitted was never told of", b'"bob"' in picky.bytes,
          False)
picky.say(do="watch", topic="agents", filter="state_age_us > 5s")
picky.wait("a refusal", lambda: picky.refused)
tap.equal("what only time changes cannot be asked for",
          picky.refused[-1]["problem"]["code"], "bad_filter")
picky.say(do="leave", topic="agents")
picky.settle()
before = picky.numbers["agents"]
eva.post("/api/agents/eva/available")
boss.wait_row("agents", 1, state="available")
picky.settle()
tap.equal("who has left is told no more", picky.numbers["agents"], before)

# Several consoles of one person.
second = Watcher(peer, token=eva.token)
second.say(do="attend")
tap.claim("the first console hears of the second", screen.wait(
    "a notice", lambda: screen.notices) == ["another_console"])
tap.claim("both are counted", boss.wait_row("agents", 1, consoles=2))
second.say(do="stall", stalled=True)
tap.claim("a stalled one is not", boss.wait_row("agents", 1, consoles=1))
screen.say(do="stall", stalled=True)
tap.claim("when all are stalled, the agent is not there", boss.wait_row(
    "agents", 1, consoles=0, console="stalled", state="unavailable",
    verdict="unattended", needs_console=True))
screen.say(do="stall", stalled=False)
tap.claim("and is, when one goes on", boss.wait_row(
    "agents", 1, console="attached", state="available", verdict="chosen"))
second.close()
screen.close()
tap.claim("nor one that is gone", boss.wait_row("agents", 1, consoles=0))
tap.claim("without a console there are no offers", boss.wait_row(
    "agents", 1, console="none", state="unavailable"))
peer.say("77 100 +34600777777")
tap.claim("so that callers wait", boss.wait_row("queues", 1, waiting=1,
                                                on_offer=0))
screen = Watcher(peer, token=eva.token)
screen.watch("agents")
screen.say(do="attend")
tap.claim("and are offered when somebody is back", screen.wait_row(
    "agents", 1, state="offered", caller="+34600777777"))
eva.post("/api/agents/eva/accept")
tap.claim("taken", screen.wait_row("agents", 1, state="talking"))
eva.post("/api/agents/eva/mute")
eva.post("/api/agents/eva/digits", {"digits": "12"})
tap.claim("mute and keys are told", screen.wait_row(
    "agents", 1, muted=True, digits_sent=2))
screen.close()
tap.claim("a call lives without the console", boss.wait_row(
    "agents", 1, console="none", state="talking"))
screen = Watcher(peer, token=eva.token)
screen.say(do="attend")
tap.equal("who comes back sees it at once",
          [(a["state"], a["caller"])
           for a in screen.watch("agents").values()],
          [("talking", "+34600777777")])
eva.post("/api/agents/eva/hang-up")
screen.close()

# Documents.
root.change("/api/queues/sales", {"label": "Sales"})
tap.claim("a changed document is told",
          boss.wait_row("queues", 1, label="Sales"))
root.post("/api/devices", {"name": "desk9"})
tap.claim("a new one, too", boss.wait(
    "desk9", lambda: "desk9" in [d["name"] for d in
                                 boss.rows["devices"].values()]))
root.remove("/api/devices/desk9")
tap.claim("and one that is removed", boss.wait(
    "no desk9", lambda: "desk9" not in [d["name"] for d in
                                        boss.rows["devices"].values()]))
for watcher in (boss, analyst, picky):
    watcher.close()

last_claims(tap, peer)
tap.done()
