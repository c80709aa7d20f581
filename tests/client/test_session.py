# SPDX-License-Identifier: GPL-3.0-or-later
"""The client's session against the server: rows that follow, a connection that
comes back, commands, and who is refused."""

import json
import os
import select
import subprocess
import sys
import time

SOURCE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(SOURCE, "..", "web"))
from web_peer import BUILD, Peer, Tap, last_claims  # noqa: E402
from ws_peer import PATIENCE_S, Watcher  # noqa: E402


class Console:
    """tests/client/session_peer, and what it has told."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen(
            [os.path.join(BUILD, "tests/client/session_peer"), *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.news = []
        self.left = b""

    def say(self, line):
        self.process.stdin.write((line + "\n").encode())
        self.process.stdin.flush()
        return self

    def wait(self, what, look, seconds=PATIENCE_S):
        end = time.monotonic() + seconds
        while not look():
            left = end - time.monotonic()
            fd = self.process.stdout.fileno()
            if left <= 0 or not select.select([fd], [], [], left)[0]:
                raise AssertionError(f"not in time: {what}; {self.news[-5:]}")
            data = os.read(fd, 65536)
            assert data, f"the console ended before {what}"
            lines = (self.left + data).split(b"\n")
            self.left = lines.pop()
            self.news += [json.loads(line) for line in lines]
        return look()

    def last(self, kind, **fields):
        for news in reversed(self.news):
            if news["news"] == kind and all(
                    news.get(k) == v for k, v in fields.items()):
                return news
        return None

    def link(self, state):
        return self.wait(state, lambda: (self.last("link") or {}).get(
            "state") == state and self.last("link"))

    def topic(self, name, state):
        return self.wait(f"{name} {state}", lambda: (
            self.last("topic", topic=name) or {}).get("state") == state)

    def rows(self, topic):
        count = sum(n["news"] == "rows" for n in self.news)
        self.say(f"rows {topic}")
        self.wait("rows", lambda: sum(
            n["news"] == "rows" for n in self.news) > count)
        return self.last("rows", topic=topic)["rows"]

    def wait_rows(self, what, topic, look):
        """Asks for the rows again and again until they are so."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            rows = self.rows(topic)
            if look(rows):
                return True
            time.sleep(0.01)
        raise AssertionError(f"not in time: {what}: {rows}")

    def end(self):
        self.process.stdin.close()
        return self.process.wait(timeout=30)


tap = Tap()
peer = Peer()
root = peer.root
root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
eva = peer.person("eva", "agent")
root.post("/api/devices", {"name": "eva", "mode": "on_demand"})
root.post("/api/agents", {"name": "eva", "user_id": "eva",
                          "device_id": "eva"})
root.post("/api/queues", {"name": "sales"})
root.post("/api/queues/sales/assign", {"agent_id": "eva", "priority": 1})
url = f"http://127.0.0.1:{peer.port}"

local = Console(peer.socket_path)
tap.equal("a session over the Unix socket is live",
          local.link("live")["role"], "admin")
remote = Console(url, eva.token)
tap.equal("one by a token knows which agent it is",
          remote.link("live")["agent_id"], 1)
tap.claim("the round trip is measured", remote.wait("a round trip", lambda: (
    remote.last("link") or {})["round_trip_us"] >= 0))

for console in (local, remote):
    console.say("watch agents").say("watch queues")
    console.topic("agents", "live")
    console.topic("queues", "live")
tap.equal("its rows are there", [a["name"] for a in remote.rows("agents")],
          ["eva"])
tap.claim("a console counts as somebody there", local.wait_rows(
    "a console", "agents", lambda rows: rows[0]["consoles"] == 1))
remote.say("post /api/agents/eva/log-in")
tap.claim("a command is answered", remote.wait(
    "a reply", lambda: (remote.last("reply") or {}).get("status") == 200))
tap.claim("and what came of it is a row", remote.wait_rows(
    "paused", "agents", lambda rows: rows[0]["state"] == "paused"))

# The language of answers follows the screen.


def refusal(language):
    before = sum(n["news"] == "reply" for n in local.news)
    local.say(f"speak {language}").say("get /api/queues/nowhere")
    local.wait("a reply", lambda: sum(
        n["news"] == "reply" for n in local.news) > before)
    return local.last("reply")["text"]


tap.equal("who changes the language is answered in the new one", [
    word in refusal(language) for language, word in (
        ("en", "There is no"), ("es", "No existe"), ("cs", "není"),
        ("en", "There is no"))], [True] * 4)

# The same rows as a foreign client has.
foreign = Watcher(peer, local=True)
foreign.watch("queues")


def still(rows):
    """What of rows does not grow by itself."""
    return [{k: v for k, v in row.items() if not k.endswith("_age_us")}
            for row in rows]


tap.claim("the replica has what a foreign client has", local.wait_rows(
    "the same", "queues", lambda rows: foreign.pump(0.01) or still(rows)
    == still(foreign.rows["queues"].values())))
foreign.close()

local.say("watch agents state = available")
tap.claim("another filter, other rows", local.wait_rows(
    "none", "agents", lambda rows: not rows))
local.say("watch agents")
local.wait_rows("one", "agents", lambda rows: len(rows) == 1)
local.say("unwatch queues")
tap.equal("what is watched no longer is unknown", local.rows("queues"), [])
remote.say("watch devices")
tap.equal("what may not be watched is refused", remote.wait(
    "a refusal", lambda: remote.last("refused"))["code"], "forbidden")

# The journal.
local.say("follow 0")
seq = root.get("/api/state").json["seq"]


def told():
    return [n["event"]["seq"] for n in local.news if n["news"] == "event"]


local.wait("all events", lambda: told() and told()[-1] >= seq)
tap.equal("the journal is followed from its beginning without a gap",
          told()[:seq], list(range(1, seq + 1)))

# The server is killed, and comes back.
port = peer.port
peer.process.kill()
peer.process.wait()
tap.claim("a lost connection is said", local.link("offline"))
tap.claim("and what is known is stale", local.topic("agents", "stale"))
tap.equal("but shown still", len(local.rows("agents")), 1)
peer.start()
tap.claim("it comes back by itself", local.link("live"))
tap.claim("with the rows", local.topic("agents", "live"))
root.connection = None
root.post("/api/queues", {"name": "help"})
seq = root.get("/api/state").json["seq"]
local.wait("all events", lambda: told()[-1] >= seq)
tap.equal("and no event is missed, nor told twice", told(),
          list(range(1, told()[-1] + 1)))

# Tokens.
eva = peer.sign_in("eva")
again = Console(f"http://127.0.0.1:{peer.port}", eva.token)
again.link("live")
eva.ask("DELETE", "/api/sessions/current")
tap.equal("who signs out is refused at once", again.link("refused")["status"],
          401)
tap.equal("it ends without a complaint", again.end(), 0)
never = Console(f"http://127.0.0.1:{peer.port}", "nonsense")
tap.equal("a token that is none is refused in words",
          never.link("refused")["code"], "unauthorized")
tap.equal("it ends, too", never.end(), 0)
tap.equal("a session that lost its server ends", remote.end(), 0)
tap.equal("and so does the first", local.end(), 0)

last_claims(tap, peer)
tap.done()
