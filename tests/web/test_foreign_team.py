# SPDX-License-Identifier: GPL-3.0-or-later
"""Every route, by every role of a team, with what belongs to another team.

Made from the description of the API: who adds a route and forgets the team, or
adds a kind of thing and does not say whose it is, is told so here.
"""

import os
import re

from web_peer import Peer, Tap, last_claims, wait_for
from ws_peer import Watcher

tap = Tap()
peer = Peer(free_tries=1000)
root = peer.root
ROLES = ("admin", "supervisor", "agent", "analyst")
TEAMS = ("north", "south")
SECRETS = [b"southzz", b"+346001299", b"Verasouth"]  # stand in nothing else
# Kinds that have no team: within one there is nothing to change of them.
OF_NO_TEAM = {"devices", "flows", "trunks", "lookups", "routes", "caps",
              "calendars", "caller-lists", "rules", "draft", "entries",
              "pause-reasons", "dispositions", "prompts", "skills"}
OF_DEVICES = {"device_unlock"}  # a phone is its agent's


def made(answer, status=201):
    assert answer.status == status, (answer.status, answer.body)
    return answer.json


made(root.post("/api/users", {"name": "admin", "role": "admin",
                              "uid": os.getuid()}))
made(root.post("/api/trunks", {"name": "trunk", "prefixes": "+",
                               "address": "192.0.2.1:5060"}))
people, things = {}, {}
for number, team in enumerate(TEAMS):
    end = team + "zz"
    made(root.post("/api/teams", {"name": team}))
    for role in ROLES:
        people[role, team] = peer.person(f"{role}-{end}", role)
        made(root.change(f"/api/users/{role}-{end}", {
            "team_id": team, "label": f"Vera{team}"}), 200)
    made(root.post("/api/devices", {"name": f"dev-{end}",
                                            "mode": "on_demand"}))
    made(root.post("/api/agents", {
        "name": f"agent-{end}", "user_id": f"agent-{end}", "team_id": team,
        "label": f"Vera{team}", "device_id": f"dev-{end}"}))
    made(root.post("/api/queues", {
        "name": f"queue-{end}", "team_id": team, "wrap_up": "none",
        "recording": "all", "callback_numbers": "+34"}))
    made(root.post(f"/api/queues/queue-{end}/assign",
                   {"agent_id": f"agent-{end}", "priority": 1}), 200)
    boxes = [made(root.post("/api/voicemail/boxes", {
        "name": f"{kind}-{end}", "team_id": team, **more}))["id"]
        for kind, more in (("team", {}),
                           ("own", {"agent_id": f"agent-{end}"}),
                           ("line", {"queue_id": f"queue-{end}"}))]
    rule = made(root.post("/api/queue-rules", {
        "name": f"rule-{end}", "queue_id": f"queue-{end}", "cause": "full",
        "target": "hang_up"}))
    for to, node in (("queue", {"queue": f"queue-{end}"}),
                     ("voicemail", {"box": f"team-{end}"})):
        made(root.post("/api/ivr/flows", {"name": f"{to}{number}", "nodes": [
            {"name": "hello", "type": "answer", "next": "there"},
            {"name": "there", "type": to, **node}]}))
        made(root.post("/api/entries", {
            "name": f"{to}{number}", "flow_id": f"{to}{number}",
            "number": f"10{number}" if to == "queue" else f"20{number}"}))
    made(root.post(f"/api/users/agent-{end}/tokens", {"label": end}))
    things[team] = {
        "teams": [number + 1], "users": [f"agent-{end}"],
        "agents": [number + 1], "queues": [f"queue-{end}"], "boxes": boxes,
        "queue-rules": [rule["id"]]}

# Of each a talk that was recorded, a message, one who waits, a callback.
boss = Watcher(peer, local=True)
for topic in ("agents", "contacts", "mailboxes"):
    boss.watch(topic)
peer.say("keep")
for number, team in enumerate(TEAMS):
    agent = f"/api/agents/agent-{team}zz"
    mine = things[team]
    first = 3 * number + 1
    caller = f"+34600{129 if number else 777}9{first}"
    peer.say(f"phone {number + 1}")
    boss.wait_row("agents", number + 1, reachable=True)
    made(root.post(agent + "/log-in"), 200)
    made(root.post(agent + "/available"), 200)
    peer.say(f"{first} 10{number} {caller}")
    boss.wait_row("agents", number + 1, state="offered")
    made(root.post(agent + "/accept"), 200)
    boss.wait_row("agents", number + 1, state="talking")
    made(root.post(agent + "/log-out"), 200)
    made(root.post(agent + "/hang-up"), 200)
    boss.wait_row("agents", number + 1, state="offline")
    peer.say(f"{first + 1} 20{number} {caller}")
    boss.wait_row("contacts", first + 1, place="voicemail")
    made(root.post(f"/api/contacts/{first + 1}/end"), 200)
    peer.say(f"{first + 2} 10{number} {caller}")
    boss.wait_row("contacts", first + 2, place="queue")
    mine["contacts"] = [first, first + 2]
    mine["callbacks"] = [number + 1]
    mine["recordings"] = [r["recording_id"] for r in root.get(
        "/api/recordings").json["items"] if r["contact_id"] == first]
    mine["voicemail"] = [m["message_id"] for m in root.get(
        "/api/voicemail/messages").json["items"]
        if m["contact_id"] == first + 1]
boss.close()
for number, team in enumerate(TEAMS):
    made(root.post("/api/callbacks", {
        "queue_id": f"queue-{team}zz",
        "number": f"+34600{129 if number else 777}99"}), 200)
own, foreign = things["north"], things["south"]

routes = [(method.upper(), path, operation)
          for path, operations in peer.checker.description["paths"].items()
          for method, operation in operations.items()]


def kind_of(path):
    found = re.search(r"([\w-]+)/{id}", path)
    return found and found.group(1)


def concrete(path, name):
    path = path.replace("{id}", str(name))
    return path.replace("{greeting}", "standard").replace(
        "{token}", "1").replace("{session}", "1").replace("{version}", "1")


def content_of(operation):
    return operation.get("requestBody", {}).get("content", {})


def ask(who, method, path, operation, body=None):
    """With a body, if there is to be one, in which nothing is wrong."""
    kinds = list(content_of(operation))
    headers = {"If-Match": "*"}
    if kinds and "json" not in kinds[0]:
        headers["Content-Type"] = kinds[0]
        body = b"x"
    elif kinds and body is None:
        body = {"pin": "4711", "password": "battery staple", "name": "other",
                "state": "done"}
        known = schema_of(operation).get("properties", {})
        body = {key: value for key, value in body.items() if key in known}
    return who.ask(method, path, body, headers)


def schema_of(operation):
    schema = next(iter(content_of(operation).values()), {}).get("schema", {})
    while "$ref" in schema:
        schema = peer.checker.resolver.resolve(schema["$ref"])[1]
    return schema


def state():
    return root.get("/api/state").json["seq"]


# That they are there; else nothing below would say anything.
for kind, names in foreign.items():
    path = next(p for m, p, _ in routes if m == "GET" and
                p.endswith(kind + "/{id}"))
    tap.equal(f"there are {kind} of the other team",
              [root.get(concrete(path, n)).status for n in names],
              [200] * len(names))
    tap.equal("... and of one's own", [people["supervisor", "north"].get(
        concrete(path, n)).status for n in own[kind]], [200] * len(own[kind]))
tap.equal("it is said of each kind whose it is", sorted(
    {kind_of(p) for _, p, _ in routes} - set(foreign) - OF_NO_TEAM - {None}),
    [])

# What the path names.
for method, path, operation in routes:
    kind, name = kind_of(path), operation["operationId"]
    if kind not in foreign:
        continue
    before, wrong = state(), []
    for role in ROLES:
        who = people[role, "north"]
        for one in foreign[kind]:
            answer = ask(who, method, concrete(path, one), operation)
            if answer.status not in (403, 404):
                wrong.append((role, one, answer.status, answer.body[:200]))
            wrong += [(role, one, s) for s in SECRETS if s in answer.body]
    tap.claim(f"{method} {path} ({name}) does not reach another team",
              not wrong and state() == before, wrong[:3])

# What no team has: read by some, changed by nobody.
for method, path, operation in routes:
    if method == "GET" or kind_of(path) not in OF_NO_TEAM or \
            operation["operationId"] in OF_DEVICES:
        continue
    given = [ask(people[role, "north"], method, concrete(path, 1),
                 operation).status for role in ROLES]
    tap.claim(f"{method} {path} is nothing for a team",
              set(given) <= {403, 404}, given)
tap.equal("a phone of another team's agent is not unlocked", [
    people["supervisor", "north"].post(f"/api/devices/{d}/unlock").status
    for d in (1, 2)], [409, 403])

# What the body names.
REFERENCES = {"user_id": "users", "agent_id": "agents", "queue_id": "queues",
              "wanted_agent_id": "agents", "team_id": "teams",
              "box_id": "boxes", "before_way_id": "queue-rules"}
COMPANIONS = {"overflow_id": "overflow_to", "operator_id": "operator_to",
              "target_id": "target", "to_id": "to", "to2_id": "to2",
              "to3_id": "to3"}
TO_NO_TEAM = {"device_id", "flow_id", "trunk_id", "trunk2_id", "trunk3_id",
              "trunk4_id", "entry_id", "reason_id", "disposition_id",
              "prompt_id", "message_id", "route_id", "cap_id", "skill_id",
              "greeting_id", "busy_id", "closed_id", "holiday_id",
              "calendar_id", "caller_list_id", "callback_calendar_id",
              "callback_never_id", "callback_flow_id", "rule_id", "before_id",
              "lookup_id",
              # in calls that are made up, and erasures: nothing for a team
              "caller_id", "contact_id", "last_agent_id", "last_queue_id",
              "way_id"}  # of the path
LEADS_TO = {"queue": "queues", "agent": "agents", "voicemail": "boxes",
            "callback": "queues"}


def bodies(operation):
    """Each that names one thing of the other team."""
    for field in schema_of(operation).get("properties", {}):
        for one in foreign.get(REFERENCES.get(field), []):
            yield {field: one}
        if field in COMPANIONS:
            for to, kind in LEADS_TO.items():
                for one in foreign[kind]:
                    yield {field: one, COMPANIONS[field]: to}


def whole(path, body):
    """With what a document needs besides."""
    kind = kind_of(path) or path.rpartition("/")[2]
    read = [p for m, p, _ in routes if m == "GET" and
            p.endswith(kind + "/{id}") and kind in own]
    if not read or not re.search(kind + "(/{id})?$", path) or \
            kind in ("contacts", "recordings", "voicemail", "callbacks"):
        return body
    document = root.get(concrete(read[0], own[kind][0])).json
    document = {k: v for k, v in document.items() if k not in ("id", "version")}
    return {**document, **({} if "{id}" in path else {"name": "another"}),
            **body}


tap.equal("it is said of each field whose it is that it names", sorted(
    {field for method, _, operation in routes if method in ("POST", "PUT")
     for field in schema_of(operation).get("properties", {})
     if field.endswith("_id")} - set(REFERENCES) - set(COMPANIONS) -
    TO_NO_TEAM), [])
tried = 0
for method, path, operation in routes:
    kind = kind_of(path)
    if method not in ("POST", "PUT") or (kind and kind not in own):
        continue
    before, wrong = state(), []
    for body in bodies(operation):
        answer = ask(people["supervisor", "north"], method,
                     concrete(path, own[kind][-1] if kind else ""), operation,
                     whole(path, body))
        tried += 1
        if answer.status not in (403, 404) and answer.code != "no_such_name":
            wrong.append((body, answer.status, answer.body[:200]))
        wrong += [(body, s) for s in SECRETS
                  if s in answer.body and s.decode() not in str(body)]
    if wrong or any(True for _ in bodies(operation)):
        tap.claim(f"{method} {path} names nothing of another team",
                  not wrong and state() == before, wrong[:3])
tap.claim("there were many", tried > 70, tried)
for field, path in (("agents", "assign"), ("queues", "unassign")):
    body = {"agents": "agent-northzz", "queues": "queue-northzz",
            field: str(foreign[field][0])}
    tap.equal(f"nor does a list of {field}", people[
        "supervisor", "north"].post(f"/api/queues/{path}", body).code,
        "no_such_name")
tap.claim("nor what replaces a queue", people["supervisor", "north"].ask(
    "DELETE", "/api/queues/queue-northzz?replacement=queue-southzz", None,
    {"If-Match": "*"}).status in (404, 422))

# What is listed, and what is watched.
with open(os.path.join(os.environ.get("top_srcdir", "."), "src", "wire",
                       "topic.def"), encoding="utf-8") as text:
    TOPICS = re.findall(r"^(?:DOCUMENT_)?TOPIC\(\w+, +(\w+),", text.read(),
                        re.MULTILINE)
tap.claim("there are all topics", len(TOPICS) > 25, TOPICS)
for role in ROLES:
    told = [path for method, path, _ in routes
            if method == "GET" and "{" not in path and
            path not in ("/api/openapi.json", "/api/ws", "/metrics") and any(
                s in people[role, "north"].get(path).body for s in SECRETS)]
    screen = Watcher(peer, token=people[role, "north"].token)
    for topic in TOPICS:
        screen.watch(topic)
    screen.settle()
    told += [topic for topic, rows in screen.rows.items()
             if any(s.decode() in str(rows) for s in SECRETS)]
    tap.equal(f"no list and no topic tells the {role} of the other team",
              told, [])
    tap.claim("... but of one's own", b"northzz" in screen.bytes)
    if role == "supervisor":
        tap.equal("a rule of a queue is the queue's", [
            r["name"] for r in screen.rows["queue_rules"].values()],
            ["rule-northzz"])
        root.change("/api/queues/queue-southzz", {"team_id": "north"})
        tap.claim("and goes with it to another team", screen.wait(
            "both", lambda: len(screen.rows["queue_rules"]) == 2))
        root.change("/api/queues/queue-southzz", {"team_id": "south"})
        tap.claim("and from there", screen.wait(
            "one", lambda: len(screen.rows["queue_rules"]) == 1))
    screen.close()

# A contact that crosses teams: led by a rule to the other one's queue, moved to
# one's own, and taken there.
def told_of(who, path, word):
    return word in who.get(path).body


for one in root.get("/api/contacts?filter=live%20%3D%20yes").json["items"]:
    root.post(f"/api/contacts/{one['contact_id']}/end")
led = made(root.post("/api/routing/rules", {
    "name": "quietzz", "to": "queue", "to_id": "queue-southzz"}))["id"]
boss = Watcher(peer, local=True)
for topic in ("agents", "contacts"):
    boss.watch(topic)
peer.say("7 100 +34600777997")
boss.wait("the call is in the other queue", lambda: any(
    c["called"] == "100" and c["queue_id"] == 2
    for c in boss.rows["contacts"].values()))
crossed = max(boss.rows["contacts"])
path = f"/api/contacts/{crossed}"
made(root.post(path + "/move", {"queue_id": "queue-northzz",
                                        "priority": 10}), 200)
north = {role: people[role, "north"] for role in ROLES}
for role in ("admin", "supervisor", "analyst"):
    tap.claim(f"the {role} is told why of what crossed to the own team",
              told_of(north[role], path + "/why", b"queue-northzz"))
    tap.claim("... with the number of the queue that it crossed from",
              not told_of(north[role], path + "/why", b"southzz") and
              told_of(north[role], path + "/why", b"to the queue 2"),
              north[role].get(path + "/why").body)
tap.claim("who is of no team is told both names",
          told_of(root, path + "/why", b"to the queue queue-southzz"))
mine = "/api/agents/agent-northzz"
made(root.post(mine + "/log-in"), 200)
made(root.post(mine + "/available"), 200)
boss.wait_row("agents", 1, state="offered", contact_id=crossed)
made(root.post(mine + "/accept"), 200)
boss.wait_row("agents", 1, state="talking")
one = root.get(path).json
tap.equal("who sees rules is told the name of the one that led",
          (one["rule"], one["rule_id"]), ("quietzz", led))
tap.claim("... and why it came",
          told_of(root, path + "/why", b"rule quietzz"))
one = [north[role].get(path).json for role in ROLES]
tap.equal("within a team there is its number only",
          {(c["rule"], c["rule_id"]) for c in one}, {("", led)})
tap.equal("... and no filter to guess the name by", [[len(who.get(
    f"/api/contacts?filter={asked}").json["items"]) for asked in (
        "rule%20%3D%20quietzz", f"rule_id%20%3D%20{led}")]
    for who in (root, north["agent"], north["supervisor"])],
    [[1, 1], [0, 1], [0, 1]])
for role in ROLES:
    told = north[role].get(path + "/why").body
    tap.claim(f"nor is the {role} told it by why the call came",
              b"quietzz" not in told and f"rule {led}".encode() in told, told)

# The same contact while it goes on: the own team's agent hands it over to the
# other team, whose agent takes it. Names of the other team stand nowhere.


def rows_of(who, topic, filter_=None):
    screen = Watcher(peer, token=who.token)
    rows = screen.watch(topic, **({"filter": filter_} if filter_ else {}))
    screen.settle()
    told = (rows, screen.bytes)
    screen.close()
    return told


def names(record):
    return record["queue"], record["agent"]


def asked(who, path, query):
    items = who.get(f"{path}?filter={query}").json["items"]
    return [one for one in items if one["contact_id"] == crossed]


made(root.post(mine + "/transfer", {"to": "queue",
                                    "to_id": "queue-southzz"}), 200)
boss.wait("it waits in the other queue", lambda: boss.rows["contacts"][
    crossed]["queue_id"] == 2 and boss.rows["contacts"][crossed]["place"] ==
    "queue")
tap.equal("its last agent is of the own team", boss.rows["contacts"][crossed][
    "agent"], "agent-northzz")
for role in ROLES:
    who = north[role]
    one = who.get(path).json
    tap.equal(f"the {role} of the own team is told the number of the queue",
              names(one), ("2", "agent-northzz"))
    tap.equal("... in the list, too", [names(c) for c in who.get(
        "/api/contacts").json["items"] if c["contact_id"] == crossed],
        [("2", "agent-northzz")])
    tap.equal("... and no filter guesses its name",
              [len(asked(who, "/api/contacts", text)) for text in (
                  "queue%20%3D%20queue-southzz", "queue%20%3D%202",
                  "queue_id%20%3D%202")], [0, 1, 1])
    rows, told = rows_of(who, "contacts")
    tap.equal("... nor does the topic tell it",
              ([names(rows[crossed])], b"southzz" in told),
              ([("2", "agent-northzz")], False))
    tap.equal("... nor a filter of it", [crossed in rows_of(
        who, "contacts", text)[0] for text in (
            "queue = queue-southzz", "queue = 2")], [False, True])
tap.equal("who is of no team is told both names", names(root.get(path).json),
          ("queue-southzz", "agent-northzz"))
south = people["supervisor", "south"]
tap.equal("the other team is told the number of the agent",
          names(south.get(path).json), ("queue-southzz", "1"))
rows, told = rows_of(south, "contacts")
tap.equal("... in the topic, too", (names(rows[crossed]), b"northzz" in
                                    str(rows[crossed]).encode()),
          (("queue-southzz", "1"), False))
made(root.post("/api/queues/queue-southzz/assign",
               {"agent_id": "agent-northzz", "priority": 2}), 200)
tap.equal("who serves the queue is told its name", [
    names(north["agent"].get(path).json),
    names(rows_of(north["agent"], "contacts")[0][crossed])],
    2 * [("queue-southzz", "agent-northzz")])
tap.equal("... and why says it, too", told_of(
    north["agent"], path + "/why", b"queue-southzz"), True)
made(root.post("/api/queues/queue-southzz/unassign",
               {"agent_id": "agent-northzz"}), 200)
made(root.post(path + "/end"), 200)
boss.wait("it has ended", lambda: crossed not in boss.rows["contacts"])
wait_for(lambda: root.get(path).status == 200 and
         not root.get(path).json["live"])
for role in ROLES:
    who = north[role]
    tap.equal(f"the {role} is told no more when it has ended", [
        names(who.get(path).json), *[names(c) for c in who.get(
            "/api/contacts").json["items"] if c["contact_id"] == crossed]],
        2 * [("2", "agent-northzz")])
    tap.equal("... nor by its recordings, callers before and their like", [
        (where, secret) for where in (
            "/api/recordings", "/api/contacts", "/api/callbacks",
            "/api/voicemail/messages", path + "/previous", path + "/events",
            path + "/trace")
        for secret in (b"queue-southzz", b"agent-southzz")
        if secret in who.get(where).body], [])
boss.close()

last_claims(tap, peer)
tap.done()
