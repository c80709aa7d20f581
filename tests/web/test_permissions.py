# SPDX-License-Identifier: GPL-3.0-or-later
"""Every route against every role: who may, may not, and changes nothing."""

import os
import re

from web_peer import Client, Peer, Tap, last_claims

tap = Tap()
peer = Peer(free_tries=1000)
root = peer.root

# The matrix as the manual has it, written down apart from the server's table:
# Y may, N may not, O may for one's own. admin, supervisor, agent, analyst.
MATRIX = {
    "signed-in": "YYYY", "password.set": "YOOO", "token.see": "YOOO",
    "token.set": "YOOO", "user.see": "YYON", "user.set": "YNNN",
    "device.see": "YYNN", "device.set": "YNNN", "agent.see": "YYYY",
    "agent.set": "YYNN", "agent.command": "YYON", "queue.see": "YYYY",
    "queue.set": "YYNN", "queue.switch": "YYNN", "queue.assign": "YYNN", "flow.see": "YYNY",
    "flow.set": "YNNN", "lookup.see": "YYNN", "lookup.set": "YNNN",
    "trunk.see": "YYNN", "trunk.set": "YNNN",
    "route.see": "YYNN", "route.set": "YNNN",
    "rule.see": "YYNY", "rule.set": "YYNN", "caller-list.set": "YYNN",
    "entry.see": "YYNY", "entry.set": "YNNN", "pause-reason.see": "YYYY",
    "pause-reason.set": "YYNN", "disposition.see": "YYYY",
    "disposition.set": "YYNN", "team.see": "YYYY", "team.set": "YNNN",
    "skill.see": "YYNY", "skill.set": "YYNN",
    "prompt.see": "YYNY", "prompt.set": "YNNN",
    "contact.see": "YYOY", "trace.see": "YYNY",
    "recording.see": "YYOY", "recording.listen": "YYON",
    "recording.delete": "YNNN", "box.see": "YYNN", "box.set": "YYNN",
    "voicemail.see": "YYON", "voicemail.listen": "YYON",
    "voicemail.set": "YYON", "callback.see": "YYOY", "callback.set": "YYON",
    "callback.override": "YYNN",
    "contact.command": "YYNN", "contact.erase": "YNNN",
    "event.see": "YYNY", "state.see": "YYYY",
    "server.see": "YYNY", "server.command": "YNNN", "anyone": "YYYY",
}
ROLES = ["admin", "supervisor", "agent", "analyst"]

root.post("/api/users", {"name": "first", "role": "admin", "uid": os.getuid()})
people = {role: peer.person("the-" + role, role) for role in ROLES}
root.post("/api/devices", {"name": "phone"})
root.post("/api/agents", {"name": "own", "user_id": "the-agent",
                          "device_id": "phone"})
root.post("/api/agents", {"name": "foreign"})
root.post("/api/queues", {"name": "queue"})
root.post("/api/ivr/flows", {"name": "flow", "nodes": [
    {"name": "end", "type": "hang_up"}]})
root.post("/api/trunks", {"name": "trunk", "address": "192.0.2.1:5060"})
root.post("/api/entries", {"name": "entry", "number": "100",
                           "flow_id": "flow"})
root.post("/api/pause-reasons", {"name": "reason"})
root.post("/api/dispositions", {"name": "disposition"})
root.post("/api/teams", {"name": "team"})
root.post("/api/prompts", {"name": "prompt"})
root.post("/api/routes", {"name": "route", "number": "+44*"})
root.post("/api/caps", {"name": "cap"})
root.post("/api/skills", {"name": "skill"})
root.post("/api/voicemail/boxes", {"name": "box"})
root.post("/api/calendars", {"name": "calendar"})
root.post("/api/caller-lists", {"name": "callers"})
root.post("/api/routing/rules", {"name": "rule", "to": "busy"})
root.post("/api/lookups", {"name": "lookup", "url": "https://crm.example/",
                           "values": "level=level"})
root.post("/api/queue-rules", {"name": "rule", "queue_id": "queue",
                              "cause": "closed", "target": "hang_up"})

OF_PATH = {"users": "the-supervisor", "devices": "phone", "agents": "foreign",
           "queues": "queue", "flows": "flow", "trunks": "trunk",
           "entries": "entry", "pause-reasons": "reason",
           "dispositions": "disposition", "teams": "team",
           "prompts": "prompt",
           "routes": "route", "caps": "cap",
           "skills": "skill", "boxes": "box",
           "voicemail": "1", "callbacks": "1",
           "calendars": "calendar",
           "caller-lists": "callers", "rules": "rule", "draft": "rule",
           "queue-rules": "rule", "lookups": "lookup",
           "contacts": "1",
           "recordings": "1"}


def concrete(path):
    """{id} as something that exists and is nobody's own."""
    kind = re.search(r"([\w-]+)/{id}", path)
    path = path.replace("{id}", OF_PATH[kind.group(1)]) if kind else path
    return path.replace("{token}", "99999").replace("{session}", "99999")


routes = []
for path, operations in peer.checker.description["paths"].items():
    for method, operation in operations.items():
        routes.append((method.upper(), path, operation["operationId"],
                       operation["x-permission"]))
tap.claim("there are all routes", len(routes) > 80, len(routes))
tap.equal("each has a permission that the manual names",
          sorted({r[3] for r in routes} - set(MATRIX)), [])

STRANGER = Client(peer)
SKIPPED = {"session_close", "server_drain"}  # would end what goes on here
BODY = {"nonsense": "of no resource"}


def state():
    return root.get("/api/state").json["seq"]


# A body that no resource takes, so that who may does not change anything:
# refused is 401 or 403, anything else is "may".
for method, path, name, permission in routes:
    if permission == "anyone" or name in SKIPPED:
        continue
    where = concrete(path)
    body = BODY if method in ("POST", "PUT") else None
    headers = {"If-Match": '"0"'}
    before = state()
    answer = STRANGER.ask(method, where, body, headers)
    given = "401" if answer.status == 401 else str(answer.status)
    wanted = "401"
    for index, role in enumerate(ROLES):
        answer = people[role].ask(method, where, body, headers)
        given += "N" if answer.status == 403 else "Y"
        letter = MATRIX[permission][index]
        if letter == "O":
            # Lists show what is one's own; the supervisor's own is meant
            # by /api/users/the-supervisor; contact 1 does not exist, nor
            # does recording 1, nor message 1, nor callback 1.
            listed = "{id}" not in path or re.search(
                "/(contacts|recordings|voicemail|callbacks)/", path)
            own = role == "supervisor" and "/users/" in where
            letter = "Y" if listed or own else "N"
        wanted += letter
    if "server/verify" in path:
        before = state()
    tap.claim(f"{method} {path} ({permission})",
              given == wanted and state() == before,
              f"given {given}, wanted {wanted}, seq {before} to {state()}")

# One's own.
agent = people["agent"]
tap.equal("an agent logs itself in",
          agent.post("/api/agents/own/log-in").status, 200)
tap.equal("but not another", agent.post("/api/agents/foreign/log-in").status,
          403)


def forbidden(who, method, path, body=None, language="en"):
    """The right that is missing, or why it does not suffice."""
    told = who.ask(method, path, body, {"Accept-Language": language}).json
    assert told["code"] == "forbidden", told
    return told.get("right"), told["detail"], told.get("field")


tap.equal("a right that is missing is named",
          forbidden(agent, "GET", "/api/server"),
          ("server.see", "This needs the right server.see.", None))
tap.equal("one that is there, for the own things only, is not",
          forbidden(agent, "POST", "/api/agents/foreign/log-in"),
          (None, "Not allowed: you may do this only with what is your own",
           None))
tap.equal("a box of somebody else needs another right than the own one",
          forbidden(agent, "PUT", "/api/voicemail/boxes/box/greeting",
                    {"text": "Hi."}),
          ("box.set", "This needs the right box.set.", None))
tap.equal("... also in the language that is asked for",
          forbidden(agent, "PUT", "/api/voicemail/boxes/box/greeting",
                    {"prompt_id": "prompt"}, "es")[1],
          "Para esto hace falta el permiso box.set.")
tap.equal("a filter by callers needs the right to see them",
          forbidden(people["analyst"], "GET",
                    "/api/contacts?filter=caller=441"),
          ("number.see", "This needs the right number.see.", "filter"))
tap.equal("an agent sees its own user only",
          [u["name"] for u in agent.get("/api/users").json["items"]],
          ["the-agent"])
tap.equal("an analyst sets its own password",
          people["analyst"].ask("PUT", "/api/users/the-analyst/password",
                                {"password": "battery staple"}).status, 204)
tap.equal("but no other",
          people["analyst"].ask("PUT", "/api/users/the-agent/password",
                                {"password": "battery staple"}).status, 403)
tap.equal("nobody gives oneself a role",
          agent.ask("PUT", "/api/users/the-agent",
                    {"name": "the-agent", "role": "admin"},
                    {"If-Match": "*"}).status, 403)

# What is taken away counts at once.
root.change("/api/users/the-analyst", {"role": "agent"})
tap.equal("a new role counts at once",
          people["analyst"].get("/api/events").status, 403)
root.change("/api/users/the-analyst", {"enabled": False})
tap.equal("a locked user is out at once",
          people["analyst"].get("/api/me").status, 401)
root.change("/api/users/the-analyst", {"enabled": True})
tap.equal("and in again when unlocked",
          people["analyst"].get("/api/me").status, 200)
root.remove("/api/users/the-analyst")
tap.equal("a removed user is out",
          people["analyst"].get("/api/me").status, 401)

# Paths that are none.
for method, path, status in [("GET", "/api/unknown", 404), ("GET", "/", 404),
                             ("DELETE", "/api/me", 405),
                             ("PATCH", "/api/users/first", 405),
                             ("OPTIONS", "/api/users", 405),
                             ("GET", "/api/../etc/passwd", 404),
                             ("GET", "/api/queues/..%5c..%5cx", 404),
                             ("GET", "/api/queues/%2e%2e", 404),
                             ("GET", "/api/queues/a%2fb", 404),
                             ("GET", "/api/queues/a%00", 404)]:
    tap.equal(f"{method} {path} is {status}", root.ask(method, path).status,
              status)
tap.equal("405 names what may be done",
          root.ask("PATCH", "/api/users/first").headers["Allow"],
          "GET, PUT, DELETE, HEAD")
head = root.ask("HEAD", "/api/users")
tap.equal("HEAD has no body", (head.status, head.body), (200, b""))

last_claims(tap, peer)
tap.done()
