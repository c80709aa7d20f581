# SPDX-License-Identifier: GPL-3.0-or-later
"""Two teams: what is one's own is seen and commanded, and of the other not a
byte crosses the wire, neither by rows nor by any answer."""

import os

from web_peer import Peer, Tap, last_claims
from ws_peer import Watcher

tap = Tap()
peer = Peer()
root = peer.root
root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
TEAMS = ("north", "south")
# Words that stand in nothing else, so that a search finds no other.
SECRETS = {team: [f"{team}zz".encode(), f"+3460012{n}".encode(),
                  f"Vera{team}".encode()]
           for n, team in enumerate(TEAMS)}
people = {}
for number, team in enumerate(TEAMS):
    root.post("/api/teams", {"name": team})
    for role in ("supervisor", "agent"):
        name = f"{role[:3]}-{team}zz"
        people[role, team] = peer.person(name, role)
        root.change(f"/api/users/{name}", {"team_id": team,
                                           "label": f"Vera{team} {role}"})
    root.post("/api/devices", {"name": f"dev-{team}zz", "mode": "on_demand"})
    root.post("/api/agents", {
        "name": f"agent-{team}zz", "user_id": f"age-{team}zz",
        "label": f"Vera{team}", "device_id": f"dev-{team}zz",
        "team_id": team})
    root.post("/api/queues", {"name": f"queue-{team}zz", "team_id": team,
                              "wrap_up": "none", "recording": "all"})
    root.post(f"/api/queues/queue-{team}zz/assign",
              {"agent_id": f"agent-{team}zz", "priority": 1})
    root.post("/api/ivr/flows", {"name": f"flow{number}", "nodes": [
        {"name": "hello", "type": "answer", "next": "wait"},
        {"name": "wait", "type": "queue", "queue": f"queue-{team}zz"}]})
    root.post("/api/entries", {"name": f"entry{number}",
                               "number": f"10{number}",
                               "flow_id": f"flow{number}"})

TOPICS = ["me", "agents", "queues", "assignments", "contacts", "targets",
          "alarms", "server", "users", "devices", "agent_settings",
          "queue_settings", "flows", "trunks", "entries", "pause_reasons",
          "dispositions", "teams"]
screens = {}
for who, client in people.items():
    screens[who] = Watcher(peer, token=client.token)
    for topic in TOPICS:
        screens[who].watch(topic)
    screens[who].say(do="follow", after=0)
boss = Watcher(peer, local=True)
for topic in ("agents", "queues", "contacts"):
    boss.watch(topic)
tap.equal("who is of no team sees both", len(boss.rows["agents"]), 2)
tap.equal("a supervisor sees the team's agent",
          [a["name"] for a in
           screens["supervisor", "north"].rows["agents"].values()],
          ["agent-northzz"])
tap.equal("and the team's people", sorted(
    u["name"] for u in screens["supervisor", "north"].rows["users"].values()),
    ["age-northzz", "sup-northzz"])
tap.equal("and where the team may transfer to", sorted(
    t["name"] for t in
    screens["agent", "south"].rows["targets"].values()),
    ["agent-southzz", "flow0", "flow1", "queue-southzz"])

# Both work.
for number, team in enumerate(TEAMS):
    agent = people["agent", team]
    peer.say(f"phone {number + 1}")
    boss.wait_row("agents", number + 1, reachable=True)
    agent.post(f"/api/agents/agent-{team}zz/log-in")
    agent.post(f"/api/agents/agent-{team}zz/available")
    peer.say(f"{11 + number} 10{number} +3460012{number}")
    boss.wait_row("agents", number + 1, state="offered")
    agent.post(f"/api/agents/agent-{team}zz/accept")
    boss.wait_row("agents", number + 1, state="talking")
    boss.wait_row("contacts", number + 1, place="talk")
for team in TEAMS:
    screens["supervisor", team].wait("a contact", lambda: len(
        screens["supervisor", team].rows["contacts"]) == 1)
    tap.claim(f"{team} sees its call", True)

# Everything that can be asked for.
answers = {who: b"" for who in people}
paths = [path for path, operations in peer.checker.description[
    "paths"].items() if "get" in operations and path not in (
    "/api/openapi.json", "/metrics", "/api/ws")]
for who, client in people.items():
    other = TEAMS[1 - TEAMS.index(who[1])]
    for path in paths:
        for name in ({"1", "2", f"queue-{other}zz", f"agent-{other}zz",
                      f"age-{other}zz", other} if "{id}" in path else {""}):
            answers[who] += client.get(path.replace("{id}", name)).body

tap.equal("a supervisor sees the team's recordings", [
    r["agent"] for r in people["supervisor", "north"].get(
        "/api/recordings").json["items"]], ["agent-northzz"])

# Sorted by what there is an index for, page by page.


def pages(sort):
    seen, cursor = [], ""
    while cursor is not None:
        page = root.get(f"/api/recordings?sort={sort}&limit=1{cursor}").json
        seen += [r["recording_id"] for r in page["items"]]
        cursor = page["next"] and f"&cursor={page['next']}"
    return seen


by_agent = {r["agent_id"]: r["recording_id"] for r in root.get(
    "/api/recordings").json["items"]}
tap.equal("recordings are sorted by agent, and the other way round",
          (pages("agent_id"), pages("-agent_id")),
          ([by_agent[a] for a in sorted(by_agent)],
           [by_agent[a] for a in sorted(by_agent, reverse=True)]))
tap.equal("and by number", (pages("recording_id"), pages("-recording_id")),
          (sorted(by_agent.values()), sorted(by_agent.values(),
                                             reverse=True)))
tap.equal("a supervisor's pages hold the team's only", [
    r["agent"] for r in people["supervisor", "north"].get(
        "/api/recordings?sort=-agent_id").json["items"]], ["agent-northzz"])
for path, fix in (
        ("/api/recordings?sort=length_us", "Leave sort out, or name another "
         "field (recording_id, contact_id, agent_id)."),
        ("/api/contacts?sort=contact_id", "Leave sort out, or name another "
         "field.")):
    answer = root.get(path)
    tap.equal(f"{path} is refused with the reason",
              (answer.status, answer.code, answer.json["field"],
               answer.json["fix"]), (400, "not_sorted", "sort", fix))

# Things of the other team cannot be named, commanded or changed.
north = people["supervisor", "north"]
for says, answer, status in [
        ("a queue of the others is not there",
         north.get("/api/queues/queue-southzz"), 404),
        ("nor by its number", north.get("/api/queues/2"), 404),
        ("nor their agent", north.post("/api/agents/2/pause",
                                       {"reason_id": 1}), 404),
        ("nor their recording", north.get("/api/recordings/2"), 404),
        ("nor to be listened to",
         north.get("/api/recordings/2/download"), 404),
        ("nor their contact", north.get("/api/contacts/2"), 403),
        ("nor to be ended", north.post("/api/contacts/2/end"), 404),
        ("nor to be explained", north.get("/api/contacts/2/why"), 403),
        ("an agent of theirs is not assigned",
         north.post("/api/queues/queue-northzz/assign",
                    {"agent_id": 2, "priority": 1}), 422),
        ("an overflow does not lead to them", north.post(
            "/api/queues", {"name": "x", "overflow_to": "queue",
                            "overflow_id": 2}), 422),
        ("a transfer does not, either", people["agent", "north"].post(
            "/api/agents/agent-northzz/transfer",
            {"to": "queue", "to_id": 2}), 422),
        ("the journal is not a team's to read", north.get("/api/events"),
         403),
        ("nor is a team made by one of a team",
         north.post("/api/teams", {"name": "east"}), 403),
        ("a queue is not given away", north.post(
            "/api/queues", {"name": "y", "team_id": "south"}), 422),
        ("but made for one's own", north.post("/api/queues",
                                              {"name": "mine"}), 201)]:
    tap.equal(says, answer.status, status)
    answers["supervisor", "north"] += answer.body
tap.equal("why another team's contact is not told is", north.get(
    "/api/contacts/2").json["detail"],
    "Not allowed: you may do this only with what is your team's")
tap.equal("what a team makes is the team's",
          root.get("/api/queues/mine").json["team_id"], 1)
tap.claim("and shown to it", screens["supervisor", "north"].wait(
    "mine", lambda: any(q["name"] == "mine" for q in
                        screens["supervisor", "north"].rows[
                            "queues"].values())))
tap.equal("its people may not take themselves out of it", [
    people["supervisor", "north"].ask(
        "PUT", "/api/users/sup-northzz", {"name": "sup-northzz"},
        {"If-Match": "*"}).status], [403])

# The search.
for number in range(2):
    team = TEAMS[number]
    people["agent", team].post(f"/api/agents/agent-{team}zz/hang-up")
    boss.wait("the call is over", lambda: number + 1 not in
              boss.rows["contacts"])
for who, screen in screens.items():
    screen.settle()
    other = TEAMS[1 - TEAMS.index(who[1])]
    seen = screen.bytes + answers[who]
    tap.equal(f"{who[0]} of {who[1]} was sent nothing of {other}",
              [s for s in SECRETS[other] if s in seen], [])
    tap.claim("but of the own team", all(
        s in seen for s in SECRETS[who[1]][:1]))
    tap.claim("and refused the journal", any(
        r["topic"] == "events" for r in screen.refused))

# Whoever changes the team sees the other from then on, and this one no more.
screen = screens["supervisor", "north"]
root.change("/api/users/sup-northzz", {"team_id": "south"})
tap.equal("another team means to come again", screen.wait_closed(), 4002)
again = Watcher(peer, token=north.token)
tap.equal("and to see it", [a["name"] for a in
                            again.watch("agents").values()],
          ["agent-southzz"])
root.change("/api/agents/agent-southzz", {"team_id": "north"})
tap.claim("an agent who leaves the team is gone", again.wait(
    "nobody", lambda: not again.rows["agents"]))
again.close()
tap.equal("a team in use stays", root.remove("/api/teams/north").code,
          "in_use")
for watcher in screens.values():
    watcher.close()
boss.close()

last_claims(tap, peer)
tap.done()
