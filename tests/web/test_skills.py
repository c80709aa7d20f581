# SPDX-License-Identifier: GPL-3.0-or-later
"""Skills, their levels, delays, what teams serve, and a queue's demand."""

import os

from web_peer import Peer, Tap, last_claims

tap = Tap()
peer = Peer()
root = peer.root
root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
supervisor = peer.person("sue", "supervisor")
agent = peer.person("eva", "agent")
root.post("/api/teams", {"name": "north"})
root.post("/api/agents", {"name": "eva", "user_id": "eva"})
root.post("/api/agents", {"name": "bob", "team_id": "north"})
root.post("/api/queues", {"name": "sales"})

# Skills and levels.
tap.equal("a skill is made", supervisor.post(
    "/api/skills", {"name": "es", "label": "Spanish"}).status, 201)
tap.equal("not by an agent", agent.post("/api/skills", {"name": "x"}).status,
          403)
tap.equal("an agent gets a level", supervisor.post(
    "/api/agents/eva/skills", {"skill_id": "es", "level": 70}).status, 200)
tap.equal("not from oneself", agent.post(
    "/api/agents/eva/skills", {"skill_id": "es", "level": 99}).status, 403)
tap.equal("above 100 is no level", supervisor.post(
    "/api/agents/eva/skills", {"skill_id": "es", "level": 101}).code,
          "bad_level")
tap.equal("of what there is not, neither", supervisor.post(
    "/api/agents/eva/skills", {"skill_id": "fr", "level": 1}).status, 422)
tap.equal("the agent's list has it", supervisor.get(
    "/api/agents/eva/skills").json["items"],
          [{"agent_id": 1, "agent": "eva", "skill_id": 1, "skill": "es",
            "level": 70}])
tap.equal("the skill's list, too", [row["agent"] for row in supervisor.get(
    "/api/skills/es/agents").json["items"]], ["eva"])

# A demand.
wrong = root.change("/api/queues/sales", {"demand": "0s fr>=10"})
tap.equal("a demand of what there is not is refused, and its field named",
          (wrong.status, wrong.code, wrong.json["field"]),
          (422, "bad_demand", "demand"))
right = root.change("/api/queues/sales", {"demand": "0s es>=50; 30s -es",
                                          "strategy": "best_skill"})
tap.equal("one that can be met is kept", (right.status, right.json["demand"]),
          (200, "0s es>=50; 30s -es"))
tap.equal("and its skill cannot go", root.remove("/api/skills/es").code,
          "in_use")

# Who serves it.
tap.equal("an agent serves it later", supervisor.post(
    "/api/queues/sales/assign",
    {"agent_id": "eva", "priority": 2, "delay_ms": 20000}).status, 200)
tap.equal("a team does", supervisor.post(
    "/api/teams/north/assign",
    {"queue_id": "sales", "priority": 3, "delay_ms": 5000}).status, 200)
tap.equal("so does its member", [
    (row["agent"], row["priority"], row["delay_ms"], row["by_team"])
    for row in supervisor.get("/api/queues/sales/agents").json["items"]],
          [("eva", 2, 20000, False), ("bob", 3, 5000, True)])
tap.equal("the team's list says so", [
    (row["queue"], row["priority"], row["delay_ms"])
    for row in supervisor.get("/api/teams/north/queues").json["items"]],
          [("sales", 3, 5000)])
tap.equal("that of all teams, too", [
    (row["team_id"], row["queue"], row["priority"], row["delay_ms"])
    for row in supervisor.get("/api/team-duties").json["items"]],
          [(1, "sales", 3, 5000)])
tap.equal("a member is not taken out alone", supervisor.post(
    "/api/queues/sales/unassign", {"agent_id": "bob"}).code, "team_serves")
tap.equal("the team is", supervisor.post(
    "/api/teams/north/unassign", {"queue_id": "sales"}).status, 200)
tap.equal("and with it its member", [row["agent"] for row in supervisor.get(
    "/api/queues/sales/agents").json["items"]], ["eva"])
tap.equal("a level is taken away", supervisor.post(
    "/api/agents/eva/unset-skill", {"skill_id": "es"}).status, 200)
tap.equal("once", supervisor.post(
    "/api/agents/eva/unset-skill", {"skill_id": "es"}).code, "no_level")
tap.equal("nobody's priority is changed", supervisor.post(
    "/api/contacts/7/priority", {"priority": 1, "added_ms": 0}).code,
          "no_contact")
tap.equal("nor anybody's demand", supervisor.post(
    "/api/contacts/7/demand", {"demand": ""}).code, "no_contact")

last_claims(tap, peer)
tap.done()
