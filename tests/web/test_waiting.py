# SPDX-License-Identifier: GPL-3.0-or-later
"""The line of a queue: pulled and withdrawn; many assignments, for a time."""

import os
import time

from web_peer import Peer, Tap, last_claims, wait_for

tap = Tap()
peer = Peer()
root = peer.root
root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
supervisor = peer.person("sue", "supervisor")
agent = peer.person("eva", "agent")
root.post("/api/devices", {"name": "desk1"})
root.post("/api/devices", {"name": "desk2"})
root.post("/api/agents", {"name": "sue", "user_id": "sue",
                          "device_id": "desk1"})
root.post("/api/agents", {"name": "eva", "user_id": "eva",
                          "device_id": "desk2"})
root.post("/api/teams", {"name": "north"})
root.post("/api/agents", {"name": "bob", "team_id": "north"})
for name in ("sales", "help"):
    root.post("/api/queues", {"name": name})
root.post("/api/ivr/flows", {"name": "main", "nodes": [
    {"name": "hello", "type": "answer", "next": "wait"},
    {"name": "wait", "type": "queue", "queue": "sales"}]})
root.post("/api/entries", {"name": "front", "number": "100",
                           "flow_id": "main"})


def line(queue="sales"):
    return [c["contact_id"] for c in supervisor.get(
        f"/api/queues/{queue}/waiting").json["items"]]


def place(contact):
    return supervisor.get(f"/api/contacts/{contact}").json


for call in range(1, 5):
    peer.say(f"{call} 100 +3460000{call}")
tap.claim("four wait", wait_for(lambda: len(line()) == 4))
first, second, third, fourth = line()

tap.claim("the figures tell how many waited of late", wait_for(
    lambda: (lambda h: len(h) == 24 and h[-1] == "4")(
        supervisor.get("/api/queues/sales/stats").json["history"].split())))

# How long they will wait.
told = supervisor.get("/api/queues/sales/estimates").json["items"]
tap.equal("each of them has an estimate, and who would join comes last",
          [(t["ahead"], t["contact_id"]) for t in told],
          [(n, c) for n, c in enumerate(line() + [0])])
tap.equal("... where nobody works nothing is known",
          {t["estimated_wait_us"] for t in told}, {-1})
tap.equal("... of no queue there is none",
          supervisor.get("/api/queues/none/estimates").code, "not_found")

# Pulled.
tap.equal("whoever is no agent says who", supervisor.post(
    f"/api/contacts/{third}/pull", {"agent_id": 9}).code, "no_agent")
tap.equal("nobody pulls who is not ready",
          (lambda a: (a.status, a.code, a.json["field"]))(
              supervisor.post(f"/api/contacts/{third}/pull")),
          (409, "agent_not_ready", "agent_id"))
tap.equal("an agent does not pull", agent.post(
    f"/api/contacts/{third}/pull").status, 403)
peer.say("phone 1")
supervisor.post("/api/agents/sue/log-in")
tap.claim("the supervisor gets ready", wait_for(
    lambda: supervisor.post("/api/agents/sue/available").code != "phone_"
    "unreachable" and supervisor.get(
        "/api/agents/sue/state").json["state"] == "available"))
tap.equal("and pulls the third, by saying nothing more", supervisor.post(
    f"/api/contacts/{third}/pull").status, 200)
tap.claim("which rings there", wait_for(
    lambda: place(third)["on_offer"] and place(third)["agent"] == "sue"))
tap.equal("the others stay as they were",
          [c for c in line() if c != third], [first, second, fourth])
tap.claim("and why tells it", any(
    d["event"] == "contact_pulled" for d in supervisor.get(
        f"/api/contacts/{third}/why").json["items"]))

# Withdrawn.
tap.equal("to another queue", supervisor.post(
    f"/api/contacts/{second}/withdraw",
    {"target": "queue", "target_id": "help"}).status, 200)
tap.equal("where it waits", line("help"), [second])
tap.equal("to where it is, is refused", supervisor.post(
    f"/api/contacts/{second}/withdraw",
    {"target": "queue", "target_id": "help"}).code, "already_so")
tap.equal("to who is offline, too",
          (lambda a: (a.code, a.json["field"]))(supervisor.post(
              f"/api/contacts/{second}/withdraw",
              {"target": "agent", "target_id": "eva"})),
          ("target_not_there", "target_id"))
tap.equal("and to where no trunk dials", supervisor.post(
    f"/api/contacts/{second}/withdraw",
    {"target": "number", "number": "+420555"}).code, "no_way_out")
for target, code in (("queue", "no_queue"), ("flow", "no_flow"),
                     ("agent", "no_agent"), ("voicemail", "no_box"),
                     ("announcement", "no_prompt")):
    tap.equal(f"to no {target}",
              (lambda a: (a.code, a.json["field"]))(supervisor.post(
                  f"/api/contacts/{second}/withdraw",
                  {"target": target, "target_id": 99})), (code, "target_id"))
supervisor.post("/api/queues/sales/close")
tap.equal("nor to one that is closed",
          (lambda a: (a.code, a.json["field"]))(supervisor.post(
              f"/api/contacts/{second}/withdraw",
              {"target": "queue", "target_id": "sales"})),
          ("queue_is_closed", "target_id"))
supervisor.post("/api/queues/sales/open")
tap.equal("it is hung up on", supervisor.post(
    f"/api/contacts/{second}/withdraw", {"target": "hang_up"}).status, 200)
tap.equal("by a supervisor", place(second)["cause"], "by_supervisor")
tap.claim("who is gone is not withdrawn", supervisor.post(
    f"/api/contacts/{second}/withdraw", {"target": "hang_up"}).code in
          ("contact_ended", "no_contact"))
tap.equal("an agent withdraws nobody", agent.post(
    f"/api/contacts/{first}/withdraw", {"target": "hang_up"}).status, 403)

# Many at once.
many = [f"m{i}" for i in range(101)]
for name in many:
    root.post("/api/agents", {"name": name})


def serve(queue):
    return {a["agent"]: a["priority"] for a in supervisor.get(
        f"/api/queues/{queue}/agents").json["items"]}


tap.equal("two agents serve two queues", supervisor.post(
    "/api/queues/assign", {"agents": "sue, eva", "queues": "sales help",
                           "priority": 4}).status, 200)
tap.equal("all of it", (serve("sales"), serve("help")),
          ({"sue": 4, "eva": 4}, {"sue": 4, "eva": 4}))
wrong = supervisor.post("/api/queues/assign", {
    "agents": "bob,nobody", "queues": "sales"})
tap.equal("one who is not there is named",
          (wrong.status, wrong.code, wrong.json["field"]),
          (422, "no_such_name", "agents"))
tap.equal("and nothing is done", serve("sales"), {"sue": 4, "eva": 4})
tap.equal("an agent does not say who serves", agent.post(
    "/api/queues/assign", {"agents": "eva", "queues": "sales"}).status, 403)
tap.equal("a list without end is refused", supervisor.post(
    "/api/queues/assign", {"agents": "eva " * 300, "queues": "sales"}).code,
          "too_long")
tap.equal("for a time", supervisor.post("/api/queues/assign", {
    "agents": "eva bob", "queues": "2", "priority": 1,
    "until": int((time.time() + 3) * 1e6)}).status, 200)
tap.equal("which the list says", [
    (a["agent"], a["priority"], a["until_us"] > 0, a["then_priority"])
    for a in supervisor.get("/api/queues/help/agents").json["items"]],
          [("sue", 4, False, 0), ("eva", 1, True, 4), ("bob", 1, True, 0)])
tap.equal("not in the past", supervisor.post("/api/queues/assign", {
    "agents": "eva", "queues": "help", "until": 1}).code, "until_is_past")
tap.claim("and then all is as before", wait_for(
    lambda: serve("help") == {"sue": 4, "eva": 4}))
tap.equal("one alone is for a time, too", supervisor.post(
    "/api/queues/help/assign", {
        "agent_id": "bob", "priority": 2,
        "until": int((time.time() + 3600) * 1e6)}).status, 200)


def duty(agent, queue="help"):
    return [(a["priority"], a["delay_ms"], a["until_us"])
            for a in supervisor.get(f"/api/queues/{queue}/agents").json["items"]
            if a["agent"] == agent][0]


hour = int((time.time() + 3600) * 1e6)
one, all_of_it = "/api/queues/help/assign", "/api/queues/assign"
for path, who in ((one, {"agent_id": "bob"}),
                  (all_of_it, {"agents": "bob", "queues": "help"})):
    supervisor.post(path, {**who, "priority": 3, "delay_ms": 20000,
                           "until": hour})
    tap.equal(f"{path}: a priority leaves the delay and the end",
              (supervisor.post(path, {**who, "priority": 5}).status,
               duty("bob")), (200, (5, 20000, hour)))
    tap.equal(f"{path}: a delay leaves the priority and the end",
              (supervisor.post(path, {**who, "delay_ms": 7000}).status,
               duty("bob")), (200, (5, 7000, hour)))
    tap.equal(f"{path}: null takes the delay and the end away",
              (supervisor.post(path, {**who, "delay_ms": None,
                                      "until": None}).status,
               duty("bob")), (200, (5, 0, 0)))
    tap.equal(f"{path}: 0 does, too",
              [(supervisor.post(path, {**who, **body}).status, duty("bob"))
               for body in ({"delay_ms": 9000, "until": hour},
                            {"delay_ms": 0, "until": 0})],
              [(200, (5, 9000, hour)), (200, (5, 0, 0))])
    tap.equal(f"{path}: who changes nothing is told so",
              supervisor.post(path, who).code, "already_so")
    for field, value in (("priority", None), ("priority", 0),
                         ("priority", -1), ("delay_ms", -1), ("until", -1),
                         ("delay_ms", 3600001)):
        answer = supervisor.post(path, {**who, field: value})
        tap.equal(f"{path}: {field} is not {value}",
                  (answer.status, answer.code, answer.json["field"]),
                  (422, "out_of_range", field))
root.post("/api/teams/north/assign", {"queue_id": "sales", "priority": 3,
                                      "delay_ms": 8000})
tap.equal("a team keeps its delay under another priority",
          (root.post("/api/teams/north/assign",
                     {"queue_id": "sales", "priority": 6}).status,
           duty("bob", "sales")), (200, (6, 8000, 0)))
root.post("/api/teams/north/unassign", {"queue_id": "sales"})
schema = root.get("/api/openapi.json").json["paths"][one.replace(
    "help", "{id}")]["post"]["requestBody"]["content"]["application/json"][
        "schema"]
tap.equal("OpenAPI says what may be left out and null",
          ({name: schema["properties"][name]["type"]
            for name in ("priority", "delay_ms", "until")},
           schema["required"],
           "left out: as it is" in schema["properties"]["until"]["description"]),
          ({"priority": "integer", "delay_ms": ["integer", "null"],
            "until": ["integer", "null"]}, [], True))
tap.equal("many no longer serve", supervisor.post(
    "/api/queues/unassign", {"agents": "eva sue bob",
                             "queues": "help"}).status, 200)
tap.equal("none of them", serve("help"), {})
tap.equal("twice is refused",
          (lambda a: (a.code, a.json["field"]))(supervisor.post(
              "/api/queues/unassign", {"agents": "eva", "queues": "help"})),
          ("not_assigned", "queues"))
root.post("/api/teams/north/assign", {"queue_id": "help", "priority": 3})
tap.equal("and what the team serves",
          (lambda a: (a.code, a.json["field"]))(supervisor.post(
              "/api/queues/unassign", {"agents": "bob", "queues": "help"})),
          ("team_serves", "queues"))
root.post("/api/teams/north/unassign", {"queue_id": "help"})
tap.equal("more than 200 at once is refused",
          (lambda a: (a.code, a.json["field"]))(supervisor.post(
              "/api/queues/assign", {
                  "agents": " ".join(many), "queues": "sales help"})),
          ("too_many_at_once", "agents"))

# A queue whose place another one takes.
def refusal(answer):
    return answer.status, answer.code


root.post("/api/voicemail/boxes", {"name": "after", "queue_id": "sales"})
path = "/api/queues/sales"
tag = {"If-Match": root.get(path).headers["ETag"]}
refused = root.ask("DELETE", path, None, tag)
tap.equal("a queue in use does not go", refused.code, "in_use")
tap.equal("what uses it is told without asking for that", sorted(
    (one["kind"], one["name"], one["of_draft"])
    for one in root.get(f"{path}/uses").json["items"]),
    sorted((one["kind"], one["name"], False)
           for one in refused.json["used_by"]))
tap.equal("of a queue that there is not, nothing", refusal(
    root.get("/api/queues/nobody/uses")), (404, "not_found"))
for wrong, problem in (("nobody", (404, "not_found")),
                       ("sales", (422, "replaced_by_self"))):
    answer = root.ask("DELETE", f"{path}?replacement={wrong}", None, tag)
    tap.equal(f"nor for {wrong}",
              (answer.status, answer.code, answer.json["field"]),
              problem + ("replacement",))

# A condition of a flow names it: nothing else can take the name's place.
def asks(condition):
    return {"name": "asks", "nodes": [
        {"name": "hello", "type": "answer", "next": "which"},
        {"name": "which", "type": "if", "condition": condition,
         "next": "end", "on_other": "end"},
        {"name": "end", "type": "hang_up"}]}


root.post("/api/trunks", {"name": "isp", "address": "192.0.2.1:5060"})
root.post("/api/ivr/flows", asks("queue(sales).waiting > 3 or trunk_up(isp)"))
named = (409, "in_use")
tap.equal("a queue that a flow names is not replaced", refusal(root.ask(
    "DELETE", f"{path}?replacement=help", None, tag)), named)
tap.equal("nor renamed", refusal(root.ask(
    "PUT", path, {"name": "sold"}, tag)), named)
tap.equal("but changed", root.ask(
    "PUT", path, {"name": "sales", "weight": 2}, tag).status, 200)
tag = {"If-Match": root.get(path).headers["ETag"]}
trunk = {"If-Match": root.get("/api/trunks/isp").headers["ETag"]}
tap.equal("a trunk that a flow names is not renamed", refusal(root.ask(
    "PUT", "/api/trunks/isp", {"name": "other", "address": "192.0.2.1:5060"},
    trunk)), named)
tap.equal("nor removed", refusal(root.ask(
    "DELETE", "/api/trunks/isp", None, trunk)), named)
root.ask("PUT", "/api/ivr/flows/asks", asks("queue(help).waiting > 3"),
         {"If-Match": root.get("/api/ivr/flows/asks").headers["ETag"]})
tap.equal("once it does no longer, it is removed", root.ask(
    "DELETE", "/api/trunks/isp", None, trunk).status, 200)
tap.equal("what is no parameter is refused", root.ask(
    "DELETE", "/api/skills/x?replacement=y", None, tag).status, 400)
waited = line()
tap.equal("with another one it goes", root.ask(
    "DELETE", f"{path}?replacement=help", None, tag).status, 200)
tap.equal("who waited waits there, in the same order", line("help"), waited)
tap.equal("the flow leads there",
          'queue": "help"' in root.get("/api/ivr/flows/main/text").body.decode()
          or '"queue":"help"' in
          root.get("/api/ivr/flows/main/text").body.decode(), True)
tap.equal("and the box is its", root.get(
    "/api/voicemail/boxes/after").json["queue_id"], 2)
peer.say("9 100 +34600009")
tap.claim("who calls now waits there, too", wait_for(
    lambda: len(line("help")) == len(waited) + 1))
tap.equal("which cannot go without one either", root.remove(
    "/api/queues/help").code, "in_use")

# Levels of all.
supervisor.post("/api/skills", {"name": "es"})
supervisor.post("/api/agents/eva/skills", {"skill_id": "es", "level": 70})
supervisor.post("/api/agents/bob/skills", {"skill_id": "es", "level": 5})
tap.equal("all levels are listed", [
    (row["agent"], row["skill"], row["level"])
    for row in supervisor.get("/api/levels").json["items"]],
          [("eva", "es", 70), ("bob", "es", 5)])
tap.equal("not for an agent", agent.get("/api/levels").status, 403)

last_claims(tap, peer)
tap.done()
