# SPDX-License-Identifier: GPL-3.0-or-later
"""Flows: drafts, tests, problems, publication, versions, and nodes added."""

import os

from web_peer import Peer, Tap, last_claims

tap = Tap()
peer = Peer()
root = peer.root
root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
root.post("/api/queues", {"name": "sales"})
root.post("/api/queues", {"name": "help"})

MENU = {"name": "menu", "type": "menu", "prompt": "menu",
        "choices": {"1": "sales", "2": "help"},
        "on_timeout": "help", "on_invalid": None, "on_error": "help"}
SALES = {"name": "sales", "type": "queue", "queue": "sales"}
HELP = {"name": "help", "type": "queue", "queue": "help"}
TESTS = [{"name": "one", "keys": ["1"], "expect": ["menu", "sales"]},
         {"name": "silent", "expect": ["menu", "menu", "menu", "help"]}]


# A flow may begin as a draft, in which much is missing.
made = root.post("/api/ivr/flows", {
    "name": "main", "draft": True,
    "nodes": [{"name": "menu", "type": "menu"}, SALES]})
tap.equal("a draft is made, though it is not whole", made.status, 201)
tap.equal("nothing of it is published",
          (made.json["digest"], len(made.json["draft"])), ("", 64))
tap.equal("lists tell the type of the draft that it is",
          made.json["flow_type"], "inbound")
tap.equal("so it has no text", root.get("/api/ivr/flows/main/text").status, 404)
tap.equal("... but a draft",
          '"menu"' in root.get("/api/ivr/flows/main/draft").body.decode(), True)
tap.equal("nobody is led into it",
          root.post("/api/entries", {"name": "in", "number": "1",
                                     "flow_id": "main"}).code,
          "flow_not_published")

problems = root.get("/api/ivr/flows/main/problems").json["items"]
tap.equal("its problems are told, each with its place",
          [(p["node"], p["field"]) for p in problems],
          [("menu", "on_timeout"), ("menu", "on_invalid"),
           ("menu", "on_error"), ("menu", "choices"), ("menu", "prompt")])
tap.equal("... in the language of whoever asks",
          root.get("/api/ivr/flows/main/problems",
                   **{"Accept-Language": "es"}).json["items"][0]["says"]
          != problems[0]["says"], True)


def publish(body=None):
    etag = root.get("/api/ivr/flows/main").headers["ETag"]
    return root.post("/api/ivr/flows/main/publish", body or {},
                     {"If-Match": etag})


answer = publish()
tap.equal("it is not published with them",
          (answer.status, answer.code,
           answer.json["field"].startswith("menu.")),
          (422, "flow_not_ready", True))
tap.equal("to publish one says which version one has read",
          root.post("/api/ivr/flows/main/publish", {}).status, 428)


def save(body, draft=True):
    etag = root.get("/api/ivr/flows/main").headers["ETag"]
    return root.ask("PUT", "/api/ivr/flows/main", dict(body, draft=draft),
                    {"If-Match": etag})


# Tests.
wrong = [dict(TESTS[0], expect=["menu", "help"])] + TESTS[1:]
tap.equal("a draft is changed",
          save({"nodes": [MENU, SALES, HELP], "tests": wrong}).status, 200)
ran = root.get("/api/ivr/flows/main/test").json["items"]
tap.equal("its tests are run",
          [(t["name"], t["passed"], t["node"], t["path"], t["place"])
           for t in ran],
          [("one", False, "sales", "menu sales", "queue"),
           ("silent", True, "", "menu menu menu help", "queue")])
tap.equal("one that fails is a problem",
          [(p["node"], p["field"]) for p in
           root.get("/api/ivr/flows/main/problems").json["items"]],
          [("", "tests.one")])
answer = publish()
tap.equal("... and forbids to publish",
          (answer.code, answer.json["field"]), ("flow_not_ready", "tests.one"))

# Tests name nodes; whoever deletes one can save all the same.
astray = [dict(TESTS[0], broken=["czech"], lookups={"crm": {"level": "gold"}},
               expect=["menu", "czech", "czech"]),
          dict(TESTS[1], lookups={"help": "timeout"})]
tap.equal("a draft is kept though its tests name nodes that are gone",
          save({"nodes": [MENU, SALES, HELP], "tests": astray}).status, 200)
tap.equal("... with those names",
          '"czech"' in root.get("/api/ivr/flows/main/draft").body.decode() and
          '"crm"' in root.get("/api/ivr/flows/main/draft").body.decode(), True)
tap.equal("... each of which is a problem with its place",
          [(p["node"], p["field"]) for p in
           root.get("/api/ivr/flows/main/problems").json["items"]],
          [("", "tests.one.broken.czech"), ("", "tests.one.lookups.crm"),
           ("", "tests.silent.lookups.help")])
answer = publish()
tap.equal("... that forbids to publish",
          (answer.code, answer.json["field"]),
          ("flow_not_ready", "tests.one.broken.czech"))
tap.equal("... and such a test fails when it is run",
          [t["passed"] for t in
           root.get("/api/ivr/flows/main/test").json["items"]], [False, True])
answer = save({"nodes": [MENU, SALES, HELP], "tests": astray}, draft=False)
tap.equal("... and at once it is a mistake",
          (answer.status, answer.code, answer.json["field"]),
          (422, "no_such_name", "tests[0].broken[0]"))

save({"nodes": [MENU, SALES, HELP], "tests": TESTS})
answer = publish()
tap.equal("with all passed it is published",
          (answer.status, len(answer.json["digest"]), answer.json["draft"]),
          (200, 64, ""))
first = answer.json["version"]
published = root.get("/api/ivr/flows/main").json["digest"]
answer = save({"nodes": [MENU, SALES, HELP], "tests": wrong}, draft=False)
tap.equal("nothing is published unlooked-at by the way of a change",
          (answer.status, answer.code, answer.json["field"]),
          (422, "flow_not_ready", "tests.one"))
tap.equal("... nor by that of a new one",
          root.post("/api/ivr/flows", {
              "name": "other", "nodes": [MENU, SALES, HELP],
              "tests": wrong}).code, "flow_not_ready")
tap.equal("... and what there was stays",
          root.get("/api/ivr/flows/main").json["digest"], published)
tap.equal("callers can be led into it now",
          root.post("/api/entries", {"name": "in", "number": "1",
                                     "flow_id": "main"}).status, 201)
tap.equal("there is nothing to be published any more",
          (publish().status, publish().code), (409, "no_draft"))
text = root.get("/api/ivr/flows/main/text").body.decode()
tap.equal("the tests are in its text", '"expect"' in text, True)

LONG = [f"{'n' * 60}{i}" for i in range(10)]
root.post("/api/ivr/flows", {
    "name": "long", "draft": True,
    "nodes": [{"name": name, "type": "start", "next": after}
              for name, after in zip(LONG, LONG[1:] + [None])],
    "tests": [{"name": "t" * 63, "expect": ["n" * 63] * 3}]})
tap.equal("a way that is longer than its field is cut behind a name",
          root.get("/api/ivr/flows/long/test").json["items"][0]["path"],
          " ".join(LONG[:8]))
tap.equal("a place that is longer than its field is cut, too",
          [(len(p["field"]), p["field"][:8]) for p in
           root.get("/api/ivr/flows/long/problems").json["items"]],
          [(95, "tests.tt")])

# A call that is made up.
steps = root.post("/api/ivr/flows/main/test",
                  {"keys": "7 2", "broken": "", "caller": "+34600"})
tap.equal("a call is tried, step by step",
          [(s["node"], s["exit"], s["key"], s["place"])
           for s in steps.json["items"]],
          [("menu", "invalid", "", "ivr"), ("menu", "matched", "2", "ivr"),
           ("help", "done", "", "queue")])
for claim, body, code, field in (
        ("what is no key", {"keys": "1 x"}, "bad_characters", "keys"),
        ("too many inputs", {"keys": "1 " * 17}, "too_long", "keys"),
        ("a node that is not there", {"broken": "nowhere"}, "no_such_name",
         "broken"),
        ("an agent who is not there", {"agents": "nobody"}, "no_such_name",
         "agents"),
        ("an agent who talks", {"agents": "x=talking"}, "unknown_word",
         "agents"),
        ("a trunk that is not there", {"lost_trunks": "x"}, "no_such_name",
         "lost_trunks"),
        ("a moment that is none", {"at": "tomorrow"}, "bad_characters", "at"),
        ("a field that is not there", {"key": "1"}, "unknown_field", "key")):
    answer = root.post("/api/ivr/flows/main/test", body)
    tap.equal(f"{claim} is a mistake",
              (answer.status, answer.code, answer.json["field"]),
              (422, code, field))
steps = root.post("/api/ivr/flows/main/test", {"broken": "menu"}).json["items"]
tap.equal("a prompt can be broken",
          [(s["node"], s["exit"]) for s in steps],
          [("menu", "error"), ("help", "done")])

# What a step took, set, played and said.
ASKED = {"name": "ask", "type": "collect", "prompt": "menu", "variable": "num",
         "min": 2, "max": 4, "tries": 1, "next": "rank", "on_timeout": None,
         "on_invalid": None, "on_error": None}
RANK = {"name": "rank", "type": "set", "variable": "tier",
        "value": "gold", "next": "told", "on_error": None}
TOLD = {"name": "told", "type": "say", "text_en": "It is {digits:{{num}}}.",
        "text_es": "Es {digits:{{num}}}.", "text_cs": "Je {digits:{{num}}}.",
        "next": "pin", "on_error": None}
PIN = dict(ASKED, name="pin", variable="pin", masked=True, next=None)
root.post("/api/ivr/flows", {"name": "values", "draft": True,
                             "nodes": [ASKED, RANK, TOLD, PIN]})


def values(keys):
    answer = root.post("/api/ivr/flows/values/test", {"keys": keys})
    return [(s["node"], s["input"], s["pressed"], s["waits_on"], s["set"],
             s["prompt"], s["says"]) for s in answer.json["items"]]


tap.equal("each step says what it took, set, played and said, but no secret",
          values("1042 77#"),
          [("ask", 1, "1042", False, "num=1042\n", "menu", ""),
           ("rank", 0, "", False, "tier=gold\n", "", ""),
           ("told", 0, "", False, "", "", "It is 1042."),
           ("pin", 2, "\u2022" * 3, False, "pin=\u2022\u2022\u2022\n", "menu",
            "")])
tap.equal("... and whether it would have taken more keys",
          [row[1:4] for row in values("10")],
          [(1, "10", True), (0, "", False), (0, "", False), (0, "", True)])
tap.equal("what a number is too long by is pressed nowhere",
          [row[1:4] for row in values("104233 77")],
          [(1, "1042", False), (0, "", False), (0, "", False),
           (2, "\u2022\u2022", True)])

# The house that a call comes to.
root.post("/api/devices", {"name": "phone"})
root.post("/api/agents", {"name": "ana", "device_id": "phone"})
root.post("/api/queues/sales/assign", {"agent_id": "ana", "priority": 1})
root.post("/api/trunks", {"name": "provider", "address": "192.0.2.1:5060",
                          "outbound": True})
TO_ANA = {"name": "ana", "type": "transfer", "agent": "ana", "on_error": "bye"}
BYE = {"name": "bye", "type": "hang_up"}
IN = [{"agent": "ana", "state": "available"}]
answer = root.post("/api/ivr/flows", {
    "name": "direct", "nodes": [TO_ANA, BYE],
    "tests": [{"name": "out", "expect": ["ana", "bye"]},
              {"name": "in", "agents": IN, "expect": ["ana"]}]})
tap.equal("a test through a transfer passes with the agent signed in",
          answer.status, 201)
tap.equal("... and tells where the caller ends",
          [(t["name"], t["passed"], t["place"]) for t in
           root.get("/api/ivr/flows/direct/test").json["items"]],
          [("out", True, "ended"), ("in", True, "queue")])
tap.equal("its text names who is signed in", '"agent": "ana"' in
          root.get("/api/ivr/flows/direct/text").body.decode(), True)
for claim, body, way in (
        ("nobody is there", {}, ["ana", "bye"]),
        ("whoever is signed in gets the caller", {"agents": "ana"}, ["ana"]),
        ("... paused, too", {"agents": "ana=paused"}, ["ana"]),
        ("... not offline", {"agents": "ana=offline"}, ["ana", "bye"])):
    answer = root.post("/api/ivr/flows/direct/test", body)
    tap.equal(f"a call that is tried: {claim}",
              [s["node"] for s in answer.json["items"]], way)
WAITS = {"name": "waits", "type": "queue", "queue": "sales"}
root.post("/api/ivr/flows", {"name": "waits", "nodes": [WAITS]})
for claim, body, rings in (
        ("nobody is there to be rung", {}, ""),
        ("who is free is rung", {"agents": "ana"}, "ana"),
        ("... and not who is paused", {"agents": "ana=paused"}, "")):
    answer = root.post("/api/ivr/flows/waits/test", body)
    tap.equal(f"a call that waits: {claim}",
              [s["rings"] for s in answer.json["items"]], [rings])
tap.equal("a step tells how long the call was there",
          [s["took_us"] for s in root.post(
              "/api/ivr/flows/main/test", {"keys": "1"}).json["items"]][:1],
          [3_200_000])
tap.equal("a trunk is lost",
          root.post("/api/ivr/flows/direct/test",
                    {"lost_trunks": "provider"}).status, 200)
answer = root.post("/api/ivr/flows", {
    "name": "gone", "nodes": [BYE],
    "tests": [{"name": "t", "agents": [{"agent_id": 99,
                                        "state": "paused"}]}]})
tap.equal("a test with an agent who is gone forbids to publish",
          (answer.status, answer.code, answer.json["field"]),
          (422, "flow_not_ready", "tests.t.agents"))

# What a flow is for.
BACK = {"name": "back", "type": "return"}
ASK = {"name": "ask", "type": "menu", "prompt": "menu", "tries": 1,
       "choices": {"1": "mine"}, "on_timeout": "back", "on_invalid": "back",
       "on_error": "back"}
MINE = {"name": "mine", "type": "callback", "number": "{{caller}}",
        "next": "bye", "on_other": "back", "on_error": "back"}
PART = {"name": "part", "type": "sub_flow", "flow": "direct", "next": "bye",
        "on_error": "bye"}
for number, (claim, flow, node, field) in enumerate((
        ("a flow for calls leads through parts alone",
         {"nodes": [PART, BYE]}, "part", "flow"),
        ("an outbound flow answers nobody",
         {"type": "outbound", "nodes": [
             {"name": "a", "type": "answer", "next": "bye"}, BYE]}, "a", "type"),
        ("... nor hangs up but by a node",
         {"type": "outbound", "nodes": [
             {"name": "w", "type": "wait", "next": None}]}, "w", "next"),
        ("nobody waits in a question about a callback",
         {"type": "callback", "nodes": [SALES]}, "sales", "type"),
        ("a callback of no queue is for such questions",
         {"nodes": [MINE, BACK, BYE]}, "mine", "queue_id"))):
    name = f"wrong-{number}"
    root.post("/api/ivr/flows", dict(flow, name=name, draft=True))
    tap.equal(claim, [(one["node"], one["field"]) for one in root.get(
        f"/api/ivr/flows/{name}/problems").json["items"]], [(node, field)])
tap.equal("one who has answered a campaign's call goes through a trial",
          root.post("/api/ivr/flows", {
              "name": "campaign", "type": "outbound", "nodes": [
                  dict(MENU, on_invalid="bye"), SALES, HELP, BYE],
              "tests": [{"name": "yes", "keys": ["1"],
                         "expect": ["menu", "sales"]}]}).status, 201)
etag = root.get("/api/queues/sales").headers["ETag"]
sales = {key: value for key, value in root.get("/api/queues/sales").json.items()
         if key not in ("id", "version")}
answer = root.ask("PUT", "/api/queues/sales",
                  dict(sales, callback_numbers="+34"), {"If-Match": etag})
etag = answer.headers["ETag"]
answer = root.post("/api/ivr/flows", {
    "name": "question", "type": "callback", "nodes": [ASK, MINE, BACK, BYE],
    "tests": [{"name": "no", "expect": ["ask", "back"]},
              {"name": "withheld", "keys": ["1"],
               "expect": ["ask", "mine", "back"]}]})
tap.equal("a question is tested for a queue that calls back",
          answer.status, 201)
for claim, flow, status, code in (
        ("a queue asks by no flow for calls", "main", 422, "back_flow_type"),
        ("... nor by one that is not there", 99, 404, "no_back_flow"),
        ("... but by one that asks", "question", 200, None)):
    answer = root.ask("PUT", "/api/queues/sales",
                      dict(sales, callback_numbers="+34",
                           callback_flow_id=flow), {"If-Match": etag})
    tap.equal(claim, (answer.status, answer.json.get("code")), (status, code))
    if code:
        tap.equal("... which names the field", answer.json["field"],
                  "callback_flow_id")
answer = root.ask("PUT", "/api/queues/sales",
                  dict(sales, overflow_to="flow", overflow_id=99),
                  {"If-Match": root.get("/api/queues/sales").headers["ETag"]})
tap.equal("an overflow to no flow is blamed on the overflow, not on callbacks",
          (answer.status, answer.code, answer.json["field"]),
          (404, "no_flow", "overflow_id"))
answer = root.ask("DELETE", "/api/ivr/flows/question", None,
                  {"If-Match": root.get("/api/ivr/flows/question")
                   .headers["ETag"]})
tap.equal("a flow that a queue asks by is in use",
          (answer.status, answer.code), (409, "in_use"))

# Nodes.
answer = root.post("/api/ivr/nodes", {"flow": "main", "node": {
    "name": "bye", "type": "hang_up", "x": 3, "y": 4}})
tap.equal("a node is added to what becomes a draft",
          (answer.status, len(answer.json["draft"])), (201, 64))
tap.equal("... behind the others",
          '"bye"' in root.get("/api/ivr/flows/main/draft").body.decode() and
          '"bye"' not in root.get("/api/ivr/flows/main/text").body.decode(), True)
for claim, body, code, field in (
        ("a second node of that name", {"flow": "main", "node": {
            "name": "bye", "type": "hang_up"}}, "name_twice",
         "nodes[4].name"),
        ("a type that is not there", {"flow": "main", "node": {
            "name": "x", "type": "shell"}}, "unknown_word", "nodes[4].type"),
        ("no node", {"flow": "main"}, "missing_field", "node"),
        ("a node that is a list", {"flow": "main", "node": []}, "wrong_type",
         "node"),
        ("no flow", {"node": {}}, "missing_field", "flow"),
        ("a flow that is not there", {"flow": "x", "node": {}},
         "no_such_name", "flow"),
        ("another field", {"flow": "main", "node": {}, "x": 1},
         "unknown_field", "")):
    answer = root.post("/api/ivr/nodes", body)
    tap.equal(f"{claim} is a mistake",
              (answer.status, answer.code, answer.json.get("field", "")),
              (422, code, field))

# Versions, and the way back.
save({"nodes": [MENU, SALES, HELP, {"name": "bye", "type": "hang_up"}]})
tap.equal("the draft is published", publish().status, 200)
versions = root.get("/api/ivr/flows/main/versions").json["items"]
tap.equal("the versions are told, newest first",
          [v["version"] for v in versions],
          sorted((v["version"] for v in versions), reverse=True))
tap.equal("... and who published", versions[0]["user"], "admin")
published = [v["version"] for v in versions if v["published"]]
tap.equal("two of them went to callers", (len(published), published[-1]),
          (2, first))
tap.equal("an earlier one can be read",
          '"bye"' in
          root.get(f"/api/ivr/flows/main/versions/{first}").body.decode(), False)
tap.equal("one that was never there cannot",
          root.get("/api/ivr/flows/main/versions/999").status, 404)
answer = publish({"version": first})
tap.equal("and it can be gone back to",
          (answer.status, answer.json["digest"]),
          (200, [v for v in versions if v["version"] == first][0]["digest"]))
tap.equal("its text is the first one's",
          root.get("/api/ivr/flows/main/text").body.decode(), text)
tap.equal("a version that is not there is not published",
          publish({"version": 999}).status, 404)

# Dropping a draft.
def discard(flow, etag=None):
    etag = etag or root.get(f"/api/ivr/flows/{flow}").headers["ETag"]
    return root.ask("DELETE", f"/api/ivr/flows/{flow}/draft", None,
                    {"If-Match": etag})


save({"nodes": [MENU, SALES, HELP, {"name": "late", "type": "hang_up"}]})
answer = publish({"version": first})
tap.equal("going back to a version keeps the draft",
          (answer.status, len(answer.json["draft"])), (200, 64))
tap.equal("a draft is dropped by whoever has read it",
          (root.ask("DELETE", "/api/ivr/flows/main/draft", None).status,
           discard("main", '"1"').status), (428, 412))
answer = discard("main")
tap.equal("... which leaves what is published",
          (answer.status, answer.json["draft"], answer.json["digest"]),
          (200, "", root.get("/api/ivr/flows/main").json["digest"]))
tap.equal("... and that is read as the draft now",
          root.get("/api/ivr/flows/main/draft").body, text.encode())
tap.equal("without one there is nothing to drop",
          (discard("main").status, discard("main").code), (409, "no_draft"))
tap.equal("a flow that is a draft alone is removed, not emptied",
          (discard("values").status, discard("values").code),
          (409, "only_a_draft"))
tap.equal("a flow that is not there has none",
          discard("nowhere", '"1"').status, 404)

# What is set at once is published, and no exit of it may dangle.
FORGOT = {"name": "menu", "type": "menu", "prompt": "menu",
          "choices": {"1": "sales"}, "on_invalid": None}
for claim, answer in (
        ("is not set", save({"nodes": [FORGOT, SALES]}, draft=False)),
        ("nor made", root.post("/api/ivr/flows", {
            "name": "forgot", "nodes": [FORGOT, SALES]}))):
    tap.equal(f"a flow that forgets where an exit leads {claim}",
              (answer.status, answer.code, answer.json["field"]),
              (422, "missing_field", "nodes[0].on_timeout"))
tap.equal("... which says what to do",
          "or null" in answer.json["fix"], True)
tap.equal("an end that is meant is said by null",
          root.post("/api/ivr/flows", {
              "name": "forgot",
              "nodes": [dict(FORGOT, on_timeout=None), SALES]}).status, 201)

# What is set at once is published, and may be wrong.
for claim, nodes, code, field in (
        ("a circle without rest", [{"name": "a", "type": "answer",
                                    "next": "a"}], "bad_flow", "nodes[0]"),
        ("5,000 nodes", [{"name": f"n{i}", "type": "hang_up"}
                          for i in range(5000)], "too_many_items", "nodes"),
        ("a prompt outside the library",
         [{"name": "a", "type": "play", "prompt": "../../etc/passwd"}],
         "bad_characters", "nodes[0].prompt"),
        ("a strange name", [{"name": "<b>", "type": "hang_up"}],
         "bad_characters", "nodes[0].name")):
    answer = save({"nodes": nodes}, draft=False)
    tap.equal(f"{claim} is refused", (answer.status, answer.code,
                                      answer.json["field"]),
              (422, code, field))
tap.equal("a draft is yes or no",
          root.post("/api/ivr/flows", {"name": "x", "draft": 1,
                                       "nodes": [SALES]}).json["field"],
          "draft")

# The templates that want more than queues.
root.post("/api/queues", {"name": "support", "callback_numbers": "+"})
root.post("/api/calendars", {"name": "office",
                             "hours": "mon-fri 08:00-18:00",
                             "holidays": "12-25"})
root.post("/api/voicemail/boxes", {"name": "support"})
for name, tests in (("office-hours", 4), ("callback", 3)):
    with open(os.path.join(os.environ.get("top_srcdir", "."), "share", "flows",
                           name + ".json"), encoding="utf-8") as template:
        answer = root.post("/api/ivr/flows", {"name": name,
                                              "text": template.read()})
    tap.equal(f"the template {name} is published, so its tests pass",
              (answer.status, len(root.get(
                  f"/api/ivr/flows/{name}/test").json["items"])), (201, tests))

# Renaming.
def rename(body, match=None):
    etag = root.get("/api/ivr/flows/main").headers["ETag"]
    return root.ask("PUT", "/api/ivr/flows/main", body,
                    {"If-Match": match or etag})


root.post("/api/ivr/flows", {"name": "other", "draft": True, "nodes": [SALES],
                              "type": "part"})
root.post("/api/ivr/flows", {
    "name": "through", "draft": True,
    "nodes": [{"name": "go", "type": "sub_flow", "flow": "main"}]})
before = root.get("/api/ivr/flows/main").json
tap.equal("the list has the type of each, published or a draft",
          {one["name"]: one["flow_type"]
           for one in root.get("/api/ivr/flows").json["items"]
           if one["name"] in ("main", "other")},
          {"main": "inbound", "other": "part"})
tap.equal("a name that is taken is refused",
          [(a.status, a.code) for a in (rename({"name": "other"}),)],
          [(409, "name_taken")])
tap.equal("... and one that is none", rename({"name": "a b"}).status, 422)
tap.equal("... and one that is no text", rename({"name": 7}).status, 422)
tap.equal("... and by a version that was not read",
          rename({"name": "front"}, '"999"').status, 412)
answer = rename({"name": "front"})
tap.equal("a name alone renames a flow, whose texts stay",
          (answer.status, answer.json["name"], answer.json["digest"],
           answer.json["draft"]),
          (200, "front", before["digest"], before["draft"]))
tap.equal("... and what leads to it knows the new name",
          '"flow": "front"' in
          root.get("/api/ivr/flows/through/draft").body.decode(), True)
tap.equal("... but a flow is not made of a name",
          root.post("/api/ivr/flows", {"name": "empty"}).status, 422)

# The description.
described = peer.checker.description["components"]["schemas"]["flow_body"][
    "properties"]["type"]
tap.equal("every type of flow is described", described["enum"],
          ["inbound", "part", "survey", "voicemail", "outbound", "callback"])
tap.equal("... with what it is for",
          [word for word in described["enum"]
           if f" {word}: " not in described["description"]], [])

last_claims(tap, peer)
tap.done()
