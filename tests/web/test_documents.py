# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents: made, read, listed, changed, removed, and kept."""

import json
import os

from web_peer import Client, Peer, Tap, last_claims
import openapi_check

tap = Tap()
peer = Peer(inside=1)
root = peer.root

tap.equal("the description is sound",
          openapi_check.structure_mistakes(peer.checker.description), [])

# Before there is a user, root is the administrator.
me = root.get("/api/me").json
tap.equal("root may begin", (me["role"], me["user_id"], me["local"]),
          ("admin", 0, True))
tap.equal("nobody else may", Client(peer).get("/api/users").status, 401)
made = root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
tap.equal("a user is made", made.status, 201)
tap.equal("and is told where", made.headers["Location"], "/api/users/1")
tap.equal("with its first version", made.headers["ETag"], '"1"')
tap.equal("presets are filled in", made.json["enabled"], True)
tap.equal("root is that user now", root.get("/api/me").json["user_id"], 1)

# One of each kind.
KINDS = {
    "/api/devices": {"name": "desk1", "mode": "on_demand"},
    "/api/queues": {"name": "sales", "ring_ms": 15000, "wrap_up": "none"},
    "/api/agents": {"name": "eva", "device_id": "desk1"},
    "/api/trunks": {"name": "isp", "address": "192.0.2.1:5060"},
    "/api/pause-reasons": {"name": "lunch", "label": "Lunch",
                           "label_cs": "Oběd"},
    "/api/dispositions": {"name": "sold", "label": "Sold"},
    "/api/routes": {"name": "uk", "number": "+44*", "trunk_id": "isp"},
    "/api/caps": {"name": "day", "scope": "trunk", "trunk_id": "isp"},
    "/api/calendars": {"name": "office", "hours": "mon-fri 09:00-18:00",
                       "holidays": "12-25 next, easter-2"},
    "/api/caller-lists": {"name": "vip", "country": "34"},
    "/api/routing/rules": {"name": "first", "condition": "caller in vip",
                           "to": "busy"},
    "/api/teams": {"name": "north", "label": "North", "label_es": "Norte"},
    "/api/prompts": {"name": "hello", "language": "es"},
    "/api/lookups": {"name": "crm", "url": "https://crm.example/{{caller}}",
                     "values": "level=level"},
    "/api/queue-rules": {"name": "away", "queue_id": "sales", "cause": "key",
                         "moment": "wait", "key": "0",
                         "target": "announcement", "target_id": "hello"},
}
for path, body in KINDS.items():
    made = root.post(path, body)
    tap.equal(f"{path}: made", made.status, 201)
    by_id = root.get(made.headers["Location"])
    by_name = root.get(f"{path}/{body['name']}")
    tap.equal(f"{path}: read by number and by name", by_id.json, by_name.json)
    tap.equal(f"{path}: found in the list",
              root.get(path).json["items"][-1], by_id.json)
    tap.equal(f"{path}: the name is taken",
              (root.post(path, body).status, root.post(path, body).code),
              (409, "name_taken"))

# The night switch.
tap.equal("a queue is closed",
          root.post("/api/queues/sales/close",
                    {"message_id": "hello"}).status, 200)
tap.equal("which is so already",
          (root.post("/api/queues/sales/close",
                     {"message_id": "hello"}).code), "already_so")
tap.equal("... and its figures say so, without an end",
          [root.get("/api/queues/sales/stats").json[name]
           for name in ("closed", "closed_until_us")], [True, 0])
tap.equal("... and opened", root.post("/api/queues/sales/open").status, 200)
tap.equal("... which they say, too",
          root.get("/api/queues/sales/stats").json["closed"], False)
tap.equal("all queues are closed",
          root.post("/api/queues/close",
                    {"until": 4102444800000000}).status, 200)
tap.equal("... each until then",
          [root.get("/api/queues/sales/stats").json[name]
           for name in ("closed", "closed_until_us")],
          [True, 4102444800000000])
tap.equal("... not until the past",
          [root.post("/api/queues/close", {"until": moment}).code
           for moment in (1000000, -1)], ["until_is_past"] * 2)
tap.equal("... and opened", root.post("/api/queues/open").status, 200)
answer = root.post("/api/queue-rules", {
    "name": "b", "queue_id": "sales", "cause": "closed",
    "target": "nowhere"})
tap.equal("a destination that there is not is refused with its field",
          (answer.status, answer.code, answer.json["field"]),
          (422, "unknown_word", "target"))

for name in ("w1", "w2"):
    root.post("/api/queue-rules", {"name": name, "queue_id": "sales",
                                   "cause": "full", "target": "hang_up"})
tap.equal("a way out is moved before another one, by its name",
          root.post("/api/queue-rules/w2/move",
                    {"before_way_id": "w1"}).status, 200)
tap.claim("... and is tried before it",
          root.get("/api/queue-rules/w2").json["position"] <
          root.get("/api/queue-rules/w1").json["position"])
tap.equal("... not twice",
          root.post("/api/queue-rules/w2/move",
                    {"before_way_id": "w1"}).code, "already_so")
tap.equal("... nor before one that there is not",
          root.post("/api/queue-rules/w2/move",
                    {"before_way_id": "nowhere"}).status, 422)
for name in ("w1", "w2"):
    tap.equal(f"... and can be removed again: {name}",
              root.remove(f"/api/queue-rules/{name}").status, 200)

tap.equal("an id may be given by name",
          root.get("/api/agents/eva").json["device_id"], 1)
answer = root.post("/api/agents", {"name": "bob", "device_id": "nowhere"})
tap.equal("a name that nothing has is a mistake",
          (answer.status, answer.code, answer.json["field"]),
          (422, "no_such_name", "device_id"))
tap.equal("and told by its name, in the reader's language, made harmless",
          [root.post("/api/agents", {"name": "bob", "device_id": name},
                     {"Accept-Language": "cs"}).json["detail"]
           for name in ("nowhere", "no\u202ewhere\n")],
          ["Nic takového není: nowhere", "Nic takového není: nowhere "])

# Flows.
FLOW = {"nodes": [
    {"name": "hello", "type": "answer", "next": "wait"},
    {"name": "wait", "type": "queue", "queue": "sales"}]}
made = root.post("/api/ivr/flows", {"name": "main", **FLOW})
tap.equal("a flow is made of nodes", made.status, 201)
again = root.post("/api/ivr/flows",
                  {"name": "second", "text": json.dumps(FLOW)})
tap.equal("or of a text", again.status, 201)
tap.equal("equal flows have one digest", made.json["digest"],
          again.json["digest"])
text = root.get("/api/ivr/flows/main/text")
tap.claim("its text can be read, queues by name",
          text.status == 200 and b'"sales"' in text.body, text.body)
answer = root.post("/api/ivr/flows", {"name": "bad", "text": text.body.decode()
                                      .replace('"wait"', '"nowhere"', 1)})
tap.claim("a flow that leads nowhere is refused with its place",
          answer.status == 422 and "nodes[" in answer.json["field"],
          answer.body)
tap.equal("a flow needs a text", root.post("/api/ivr/flows", {"name": "x"})
          .code, "missing_field")
tap.equal("an entry leads to it",
          root.post("/api/entries", {"name": "front", "number": "100",
                                     "flow_id": "main"}).status, 201)

# Versions.
queue = root.get("/api/queues/sales")
changed = root.change("/api/queues/sales", {"ring_ms": 30000})
tap.equal("what was read may be sent back, changed",
          (changed.status, changed.json["ring_ms"], changed.json["version"]),
          (200, 30000, 2))
stale = root.ask("PUT", "/api/queues/sales", {"name": "sales"},
                 {"If-Match": queue.headers["ETag"]})
tap.equal("a stale version is refused", (stale.status, stale.code),
          (412, "stale_version"))
tap.equal("no version is refused",
          root.ask("PUT", "/api/queues/sales", {"name": "sales"}).status, 428)
tap.equal("another id in the body is refused",
          root.change("/api/queues/sales", {"id": 99}).json["field"], "id")
tap.equal("settings not given get their preset",
          root.ask("PUT", "/api/queues/sales", {"name": "sales"},
                   {"If-Match": "*"}).json["ring_ms"], 20000)
tap.equal("what is in use stays", root.remove("/api/queues/sales").code,
          "in_use")
used = root.ask("DELETE", "/api/queues/sales", None,
                {"If-Match": "*", "Accept-Language": "cs"})
tap.equal("and who uses it is named, for programs and in words",
          (used.json["used_by"], used.json["used_by_count"],
           used.json["detail"]),
          ([{"kind": "queue_rule", "id": 1, "name": "away"}], 1,
           "Požadavek byl odmítnut: Používá: východisko away"))
removed = root.remove("/api/dispositions/sold")
tap.equal("what is not goes, and is shown once more",
          (removed.status, removed.json["name"]), (200, "sold"))
tap.equal("and is gone", root.get("/api/dispositions/sold").status, 404)
tap.equal("the last administrator stays",
          root.change("/api/users/admin", {"role": "agent"}).code,
          "last_admin")

# Lists.
for i in range(25):
    root.post("/api/dispositions", {"name": f"d{i:02}", "label": f"L{24 - i}"})


def names(query):
    answer = root.get("/api/dispositions" + query)
    assert answer.status == 200, answer.body
    return [item["name"] for item in answer.json["items"]]


seen = []
cursor = ""
while cursor is not None:
    page = root.get("/api/dispositions?limit=7" +
                    (f"&cursor={cursor}" if cursor else "")).json
    seen += [item["name"] for item in page["items"]]
    cursor = page["next"]
tap.equal("pages make the whole", seen, [f"d{i:02}" for i in range(25)])
tap.equal("sorted by a field", names("?sort=name&limit=2"), ["d00", "d01"])
tap.equal("and the other way round", names("?sort=-name&limit=2"),
          ["d24", "d23"])
tap.equal("sorted pages follow each other",
          names("?sort=-name&limit=2&cursor=" + root.get(
              "/api/dispositions?sort=-name&limit=2").json["next"]),
          ["d22", "d21"])
tap.equal("filtered", names("?filter=name%20~%20d1%20and%20name%20<%20d13"),
          ["d10", "d11", "d12"])
WRONG = {"?filter=colour=red": "bad_filter",
         "?filter=name%20=%20%22": "bad_filter",
         "?sort=colour": "bad_parameter",
         "?limit=0": "bad_parameter",
         "?limit=1001": "bad_parameter",
         "?limit=x": "bad_parameter",
         "?cursor=-1": "bad_parameter",
         "?colour=red": "unknown_parameter"}
for query, code in WRONG.items():
    answer = root.get("/api/dispositions" + query)
    tap.equal(f"{query} is refused", (answer.status, answer.code), (400, code))

for kind in ("dispositions", "contacts"):
    answer = root.get(f"/api/{kind}?limit=1001").json
    tap.equal(f"too large a limit of {kind} names the largest",
              (answer["field"], answer["min"], answer["max"], answer["fix"]),
              ("limit", 1, 1000, "Correct its value (1–1000)."))
answer = root.get("/api/dispositions?sort=colour").json
tap.equal("what has no range names none", "max" in answer, False)
tap.equal("a field that there is not is named, with those there are",
          (answer["detail"], "(id, " in answer["fix"]),
          ("There is no such thing: colour", True))
for query, named in (("name%20=%20d1%20and%20%20colour%20=%20red", "colour"),
                     ("name%20=%20d1%20name%20=%20d2", None),
                     ("id%20=%20red", None)):
    answer = root.get("/api/dispositions?filter=" + query).json
    tap.equal(f"of {query} there is {named or 'nothing to name'}", (
        answer["field"], answer["detail"].rpartition(": ")[2]), (
            "filter", named or "The filter cannot be understood"))
answer = root.post("/api/queues", {"name": "far", "max_waiting": 2 ** 63})
tap.equal("a number beyond JSON's is out of range, not broken JSON",
          (answer.status, answer.code, answer.json["line"]),
          (422, "out_of_range", 1))
answer = root.get("/api/queues/night%2Fshift").json
tap.equal("nothing has a slash in its name", (answer["status"],
                                              answer["code"]),
          (404, "not_found"))
tap.equal("what there is not is named",
          root.get("/api/queues/nowhere").json["detail"],
          "There is no such thing: nowhere")

# Sent twice, done once.
key = {"Idempotency-Key": "abc"}
first = root.post("/api/queues", {"name": "twice"}, key)
second = root.post("/api/queues", {"name": "twice"}, key)
tap.equal("a repeated request is answered alike",
          (first.status, first.json), (second.status, second.json))
tap.equal("and says so", second.headers["Idempotent-Replayed"], "true")
other = root.post("/api/queues", {"name": "thrice"}, key)
tap.equal("another request under the key is refused",
          (other.status, other.code), (422, "idempotency_conflict"))
tap.equal("a refused one may be sent again", root.post(
    "/api/queues", {"name": "twice"}, {"Idempotency-Key": "new"}).code,
    "name_taken")

# Addresses inside, where they are allowed.
root.post("/api/voicemail/boxes", {"name": "inside",
                                   "webhook": "http://192.168.7.7/in"})
root.post("/api/lookups", {"name": "inside", "url": "http://[fd00::7]/",
                           "values": "level=level"})

# A restart forgets nothing.
before = [root.get(path).json for path in KINDS]
tap.equal("it stops", peer.stop(), 0)
del peer.settings["inside"]
peer.start()
root = peer.root = Client(peer, local=True)
tap.equal("documents survive", [root.get(path).json for path in KINDS], before)
tap.equal("the flow's text survives",
          root.get("/api/ivr/flows/main/text").body, text.body)
third = root.post("/api/queues", {"name": "twice"}, key)
tap.equal("a repeated request is known even now",
          (third.status, third.json), (first.status, first.json))
tap.equal("it can be verified", root.post("/api/server/verify").json["ok"],
          True)

# And where they are not.
for kind, path, field, more in (
        ("a webhook", "/api/voicemail/boxes", "webhook", {}),
        ("a lookup", "/api/lookups", "url", {"values": "level=level"})):
    for host in ("127.0.0.1:8080", "10.1.2.3", "169.254.169.254", "[::1]:80",
                 "[::ffff:192.168.0.1]", "127.1", "2130706433"):
        answer = root.post(path, {"name": "new", field: f"http://{host}/x",
                                  **more})
        tap.equal(f"{kind} at {host}, which is private, is refused",
                  (answer.status, answer.code, answer.json.get("field")),
                  (422, "private_address", field))
    tap.equal(f"{kind} that was there before may stay",
              root.change(path + "/inside", {"label": "In"}).status, 200)
    tap.equal("... and go to no other", root.change(
        path + "/inside", {field: "http://10.9.9.9/"}).code,
        "private_address")
    for host in ("8.8.8.8", "crm.example", "[2600::1]:443"):
        made = root.post(path, {"name": "new", field: f"https://{host}/x",
                                **more})
        tap.equal(f"{kind} at {host} is taken", made.status, 201)
        root.remove(path + "/new")

last_claims(tap, peer)
tap.done()
