# SPDX-License-Identifier: GPL-3.0-or-later
"""Who changed what of a queue when, and going back to a version of it."""

import os

from web_peer import Client, Peer, Tap, last_claims, wait_for

tap = Tap()
peer = Peer(free_tries=1000)
root = peer.root
root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
PATH = "/api/queues/sales"

dana = peer.person("dana", "supervisor")
ana = peer.person("ana", "agent")
root.post("/api/queues", {"name": "other"})
root.post("/api/queues", {"name": "sales", "ring_ms": 15000})
dana.change(PATH, {"ring_ms": 25000, "overflow_to": "queue",
                   "overflow_id": "other"})
seen = root.get(PATH).headers["ETag"]
root.change(PATH, {"label": "Sales"})


def versions(client=root, newest=0):
    """The rows, once that version is among them."""
    rows = []

    def are_there():
        rows[:] = client.get(PATH + "/versions").json["items"]
        return bool(rows) and rows[0]["version"] >= newest

    wait_for(are_there)
    return list(rows)


def told(rows):
    return [(row["version"], row["user"], row["field"], row["was"],
             row["became"]) for row in rows]


rows = versions(newest=3)
tap.equal("who changed what is told setting by setting, newest first",
          told(rows),
          [(3, "admin", "label", "", "Sales"),
           (2, "dana", "overflow_to", "hang_up", "queue"),
           (2, "dana", "overflow_id", "0", "other"),
           (2, "dana", "ring_ms", "15s", "25s"),
           (1, "admin", "name", "", "sales"),
           (1, "admin", "ring_ms", "", "15s")])
moments = [row["wall_us"] for row in rows]
tap.equal("... and when", moments, sorted(moments, reverse=True))
tap.claim("... by the clock", all(moments), moments)
tap.equal("who may see the queue may see that, too",
          told(ana.get(PATH + "/versions").json["items"]), told(rows))
tap.equal("a stranger may not",
          [Client(peer).get(PATH + end).status
           for end in ("/versions", "/versions/1")], [401, 401])
tap.equal("a queue that is not there was nothing",
          [root.get("/api/queues/nowhere" + end).status
           for end in ("/versions", "/versions/1")], [404, 404])

# Each of them, and the way back.
first = root.get(PATH + "/versions/1")
tap.equal("a version is read as it was",
          (first.status, first.json["version"], first.json["ring_ms"],
           first.json["overflow_to"], first.json["label"]),
          (200, 1, 15000, "hang_up", ""))
tap.equal("one that was never there is not",
          [root.get(f"{PATH}/versions/{number}").status
           for number in ("4", "0", "-1", "x")], [404] * 4)
body = {name: value for name, value in first.json.items()
        if name not in ("id", "version")}
tap.equal("who goes back overwrites nobody who was quicker",
          root.ask("PUT", PATH, body, {"If-Match": seen}).code,
          "stale_version")
tap.equal("nor does who may not change the queue",
          ana.ask("PUT", PATH, body, {"If-Match": "*"}).status, 403)
now = root.get(PATH).headers["ETag"]
tap.equal("it is gone back to by what was read", root.ask(
    "PUT", PATH, body, {"If-Match": now}).status, 200)
tap.equal("... which is a version, too",
          told(versions(newest=4))[:4],
          [(4, "admin", "label", "Sales", ""),
           (4, "admin", "overflow_to", "queue", "hang_up"),
           (4, "admin", "overflow_id", "other", "0"),
           (4, "admin", "ring_ms", "25s", "15s")])

# What somebody of a team is told begins when the queue became the team's.
root.post("/api/teams", {"name": "north"})
root.change("/api/users/dana", {"team_id": "north"})
dana = peer.sign_in("dana")
tap.equal("of a queue that is no team's a team is told nothing",
          [dana.get(PATH + end).status for end in ("/versions", "/versions/1")],
          [404, 404])
root.change(PATH, {"team_id": "north"})
root.change(PATH, {"max_misses": 4})
tap.equal("... and nothing of what it was before it became the team's",
          told(versions(dana, newest=6)),
          [(6, "admin", "max_misses", "3", "4"), (5, "admin", "", "", "")])
tap.equal("... nor is that read",
          [dana.get(f"{PATH}/versions/{number}").status
           for number in (4, 5)], [404, 200])

last_claims(tap, peer)
tap.done()
