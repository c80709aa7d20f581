# SPDX-License-Identifier: GPL-3.0-or-later
"""Memory that runs out is an answer: 503, and the server goes on."""

import http.client
import os
import socket

from web_peer import Client, Peer, Tap, last_claims, wait_for

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
strange = []
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
        elif answer.status >= 500:
            strange.append((every, method, path, answer.status, answer.body))
tap.equal("no answer is worse than 503", strange, [])
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

last_claims(tap, peer)
tap.done()
