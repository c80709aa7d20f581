# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of today end at the house's midnight, wherever they are told."""

import calendar
import os

from web_peer import Peer, Tap, last_claims, wait_for
from ws_peer import Watcher

tap = Tap()
peer = Peer(time_zone="Europe/Madrid")
root = peer.root
root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
eva = peer.person("eva", "agent")
sue = peer.person("sue", "supervisor")
root.post("/api/devices", {"name": "desk1", "mode": "on_demand"})
root.post("/api/agents", {"name": "eva", "user_id": "eva",
                          "device_id": "desk1"})
root.post("/api/queues", {"name": "sales", "wrap_up": "none"})
root.post("/api/pause-reasons", {"name": "lunch"})
root.post("/api/queues/sales/assign", {"agent_id": "eva", "priority": 1})
root.post("/api/ivr/flows", {"name": "main", "nodes": [
    {"name": "hello", "type": "answer", "next": "wait"},
    {"name": "wait", "type": "queue", "queue": "sales"}]})
root.post("/api/entries", {"name": "front", "number": "100",
                           "flow_id": "main"})
calls = 0


def clock(*moment):
    """The wall clock shows that moment of UTC."""
    us = calendar.timegm((*moment, 0, 0)[:6]) * 10**6
    peer.say(f"clock {us}")
    assert wait_for(lambda: any(
        e["wall_us"] == us for e in root.get(
            "/api/events?filter=type%20=%20clock_set&limit=500")
        .json["items"]))


def metric(name):
    wanted = f'cclite_queue_{name}{{queue="sales"}} '
    for line in root.ask("GET", "/metrics").body.decode().splitlines():
        if line.startswith(wanted):
            return float(line[len(wanted):])
    raise AssertionError(name)


def told():
    """What the metrics, the queue's figures, the flow's ways and
    the pauses tell of today."""
    return (metric("offered_today"), metric("answered_today"),
            metric("answered_in_time_today"),
            root.get("/api/queues/sales/stats").json["offered"],
            root.get("/api/queues-now").json["items"][0]["handled"],
            sum(w["callers"] for w in
                root.get("/api/ivr/flows/main/ways").json["items"]),
            any(p["used_us"] for p in
                root.get("/api/agents/eva/pauses").json["items"]))


def shows(topic, **fields):
    """A row on a screen says so, after a while."""
    boss.wait_row(topic, 1, **fields)
    return True


def journal():
    """All events, oldest first."""
    items, after = [], 0
    while after is not None:
        page = root.get(f"/api/events?limit=100&after={after}").json
        items += page["items"]
        after = page["next"]
    return items


def reach(state):
    assert wait_for(lambda: eva.get(
        "/api/agents/eva/state").json["state"] == state), state


def talk():
    """A caller, whom the agent talks to."""
    global calls
    calls += 1
    peer.say(f"{calls} 100 +34600000001")
    reach("offered")
    assert eva.post("/api/agents/eva/accept").status == 200
    reach("talking")
    assert eva.post("/api/agents/eva/hang-up").status == 200
    reach("available")


NOTHING = (0, 0, 0, 0, 0, 0, False)
peer.say("answer")
clock(2026, 3, 28, 23, 30)  # 00:30 in Madrid, of a day of 23 hours
peer.say("phone 1")
eva.post("/api/agents/eva/log-in")
eva.post("/api/agents/eva/pause", {"reason_id": "lunch"})
assert wait_for(
    lambda: eva.post("/api/agents/eva/available").status == 200)
talk()
ONE = (1, 1, 1, 1, 1, 2, True)
tap.claim("what was done is told", wait_for(lambda: told() == ONE), told())
boss = Watcher(peer, token=sue.token)
boss.watch("queues")
boss.watch("agents")
tap.claim("... to screens, too", shows("queues", offered=1, handled=1) and
          shows("agents", handled=1))
clock(2026, 3, 29, 0, 30)
tap.equal("midnight of UTC is no midnight in Madrid", told(), ONE)
count = len(journal())
clock(2026, 3, 29, 21, 59, 58)  # two seconds before midnight
tap.claim("at midnight in Madrid all begins anew",
          wait_for(lambda: told() == NOTHING), told())
tap.claim("... on screens, too", shows("queues", offered=0, handled=0) and
          shows("agents", handled=0))
after = journal()[count:]
tap.equal("nothing else has happened", [e["type"] for e in after],
          ["clock_set", "day_began"])
tap.equal("... and the journal tells how long the new day is",
          [after[1].get(f) for f in ("day", "day_from_us", "day_until_us")],
          [20542, 1774821600 * 10**6, 1774908000 * 10**6])
talk()
tap.claim("the new day counts from one", wait_for(
    lambda: told()[:6] == ONE[:6]), told())
last_claims(tap, peer)
tap.done()
