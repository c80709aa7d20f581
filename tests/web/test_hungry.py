# SPDX-License-Identifier: GPL-3.0-or-later
"""Memory that runs out is an answer: 503, and the server goes on."""

import http.client
import json
import os
import socket

from web_peer import Client, Peer, Tap, last_claims, wait_for
from ws_peer import Closed, Watcher

tap = Tap()
peer = Peer(free_tries=100000)
root = peer.root
root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
boss = peer.person("boss", "admin")
root.post("/api/queues", {"name": "sales"})
root.post("/api/agents", {"name": "eva"})
FLOW = [{"name": "end", "type": "hang_up"}]
peer.say("1 100 +34600")

REQUESTS = [
    ("GET", "/api/me", None), ("GET", "/api/queues", None),
    ("GET", "/api/queues/sales/stats", None), ("GET", "/api/queues-now", None),
    ("GET", "/api/queues/sales/versions", None),
    ("GET", "/api/queues/sales/versions/1", None),
    ("GET", "/api/agents-now", None), ("GET", "/api/contacts", None),
    ("GET", "/api/contacts/1/why", None), ("GET", "/api/events", None),
    ("GET", "/api/openapi.json", None), ("GET", "/metrics", None),
    ("GET", "/api/users/boss/tokens", None), ("GET", "/api/unknown", None),
    ("POST", "/api/users/boss/tokens", {"label": "x"}),
    ("POST", "/api/queues/sales/assign", {"agent_id": "eva", "priority": 1}),
    ("POST", "/api/queues", {"name": 7}),
    ("POST", "/api/sessions", {"name": "boss", "password": "correct horse"}),
    ("POST", "/api/sessions", {"name": "boss", "password": "wrong"}),
    ("PUT", "/api/users/boss/password", {"password": "correct horse"}),
    ("POST", "/api/agents/eva/log-in", None),
    ("POST", "/api/server/verify", None),
]
TOPICS = ("agents", "queues", "contacts", "assignments", "targets", "server")


def watcher():
    made = Watcher(peer, token=boss.token)
    for topic in TOPICS:
        made.say(do="watch", topic=topic)
    return made.follow()


hungry_ones = [watcher() for _ in range(3)]
codes = set()
strange = []
problems = set()
busy = 0
number = 0
for every in (2, 3, 5, 7, 11, 17, 29, 53, 101, 211):
    peer.say(f"hungry {every}")
    for method, path, body in REQUESTS + [
            ("POST", "/api/ivr/flows", {"name": f"f{every}", "nodes": FLOW})]:
        number += 1
        headers = {"Idempotency-Key": f"k{number}"} if method == "POST" else {}
        try:
            answer = boss.ask(method, path, body, headers)
        except (http.client.HTTPException, ConnectionError, socket.timeout):
            boss.connection = None
            busy += 1
            continue
        if answer.status == 503:
            busy += 1
            problems.add((answer.headers["Content-Type"],
                          json.loads(answer.body)["code"]))
        elif answer.status >= 500:
            strange.append((every, method, path, answer.status, answer.body))
    for one in list(hungry_ones):
        try:
            one.pump(0.05)
            close = one.ws.close_rcvd
            if close is None:
                one.say(do="watch", topic="queues")
                continue
            codes.add(close.code)
        except (Closed, ConnectionError) as closed:
            codes.add(getattr(closed, "code", 1006))
        hungry_ones.remove(one)
tap.equal("no answer is worse than 503", strange, [])
tap.equal("which is a problem as any other", problems,
          {("application/problem+json", "try_again")})
tap.claim("memory did run out", busy > 20, busy)
peer.say("hungry 0")
tap.claim("it goes on when there is memory", wait_for(
    lambda: root.get("/api/me").status == 200))
fresh = peer.sign_in("boss")
tap.equal("with all that was kept", root.post("/api/server/verify").json["ok"],
          True)
for method, path, body in REQUESTS:
    if method == "GET" and path != "/api/unknown":
        tap.equal(f"{path} is there", fresh.get(path).status, 200)

# Those who watched meanwhile have it right in the end, or were told to go.
tap.claim("a WebSocket that is closed is told to try later",
          codes <= {1006, 1011, 1013}, codes)
hungry_ones.append(watcher())
root.change("/api/queues/sales", {"label": "Full"})
for one in hungry_ones:
    one.wait_row("queues", 1, label="Full")
    one.wait("all topics", lambda w=one: set(TOPICS) <= w.ready)
    seq = root.get("/api/state").json["seq"]
    one.wait("all events", lambda w=one: w.seq >= seq)
    tap.equal("no event is missing", [e["seq"] for e in one.events],
              list(range(1, len(one.events) + 1)))
    tap.equal("and the agent's row is as it is",
              one.rows["agents"][1]["state"],
              root.get("/api/agents/eva/state").json["state"])
    one.close()

last_claims(tap, peer)
tap.done()
