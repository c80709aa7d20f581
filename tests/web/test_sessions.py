# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in: passwords, tokens, wrong tries, and languages."""

import hashlib
import os
import sqlite3
import statistics
import threading
import time

from web_peer import Client, Peer, Tap, last_claims, wait_for

TABLES = ("side", "secret", "event", "event_private")
tap = Tap()
peer = Peer(free_tries=5, first_wait_ms=300, longest_wait_ms=600)
root = peer.root
root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
eva = peer.person("eva", "supervisor", "correct horse")

tap.equal("a token says who one is", eva.get("/api/me").json["name"], "eva")
tap.equal("and works at the Unix socket too", Client(
    peer, eva.token, local=True).get("/api/me").json["name"], "eva")

# Tokens that are none.
for says, header in {
        "a wrong token": "Bearer " + "A" * 43,
        "a cut token": "Bearer " + eva.token[:-1],
        "a longer token": "Bearer " + eva.token + "A",
        "an empty token": "Bearer ",
        "another scheme": "Basic YTpi",
        "a token alone": eva.token}.items():
    answer = Client(peer).ask("GET", "/api/me", None,
                              {"Authorization": header})
    tap.equal(f"{says} is refused", (answer.status, answer.code),
              (401, "unauthorized"))
tap.equal("a wrong token does not fall back to the local account",
          Client(peer, "x" * 43, local=True).get("/api/me").status, 401)
tap.equal("a token in the address is refused",
          Client(peer).get("/api/me?token=" + eva.token).status, 401)

# Signing out.
other = peer.sign_in("eva")
tap.equal("sign out", other.ask("DELETE", "/api/sessions/current").status, 204)
tap.equal("the token is worth nothing then", other.get("/api/me").status, 401)
tap.equal("the other session goes on", eva.get("/api/me").status, 200)

# A new password.
second = peer.sign_in("eva")
tap.equal("a password is changed",
          eva.ask("PUT", "/api/users/eva/password",
                  {"password": "battery staple"}).status, 204)
tap.equal("whoever changed it stays", eva.get("/api/me").status, 200)
tap.equal("other sessions end", second.get("/api/me").status, 401)
tap.equal("the old one is wrong",
          Client(peer).post("/api/sessions", {
              "name": "eva", "password": "correct horse"}).code,
          "wrong_password")
tap.equal("the new one is right", Client(peer).post("/api/sessions", {
    "name": "eva", "password": "battery staple"}).status, 201)
tap.equal("a short one is refused",
          eva.ask("PUT", "/api/users/eva/password", {"password": "short"})
          .status, 422)

# API keys.
made = eva.post("/api/users/eva/tokens", {"label": "board"})
tap.equal("a key is made", made.status, 201)
key = Client(peer, made.json["token"])
tap.equal("and opens", key.get("/api/me").json["name"], "eva")
listed = eva.get("/api/users/eva/tokens").json["items"]
tap.equal("the list has it without its secret",
          [(t["label"], "token" in t) for t in listed], [("board", False)])
brief = eva.post("/api/users/eva/tokens", {"label": "x", "expires_in_s": 1})
tap.claim("a key expires", wait_for(lambda: Client(
    peer, brief.json["token"]).get("/api/me").status == 401))
# Foreign ones.
peer.person("zoe", "supervisor")
zoe = peer.sign_in("zoe")
foreign = zoe.post("/api/users/zoe/tokens", {"label": "zoe's"}).json
tap.equal("another's keys are not listed",
          eva.get("/api/users/zoe/tokens").status, 403)
tap.equal("nor made", eva.post("/api/users/zoe/tokens", {"label": "x"})
          .status, 403)
tap.equal("nor revoked", eva.ask(
    "DELETE", f"/api/users/zoe/tokens/{foreign['id']}").status, 403)
tap.equal("not even as if they were one's own", eva.ask(
    "DELETE", f"/api/users/eva/tokens/{foreign['id']}").status, 404)
tap.equal("and go on opening", Client(
    peer, foreign["token"]).get("/api/me").json["name"], "zoe")
# Where one is signed in.
second = peer.sign_in("zoe")
mine = zoe.get("/api/users/zoe/sessions").json["items"]
tap.equal("sessions are listed without their secret, keys are not",
          (len(mine), {k for s in mine for k in s}),
          (3, {"id", "created_wall_us", "expires_wall_us", "current"}))
tap.equal("and which of them asks", [s["current"] for s in mine],
          [False, True, False])
tap.equal("by a key none of them does", [s["current"] for s in Client(
    peer, foreign["token"]).get("/api/users/zoe/sessions").json["items"]],
    [False, False, False])
tap.equal("another's are not listed, nor ended",
          (eva.get("/api/users/zoe/sessions").status, eva.ask(
              "DELETE", f"/api/users/zoe/sessions/{mine[2]['id']}").status),
          (403, 403))
tap.equal("a key is no session, and a session no key",
          (zoe.ask("DELETE", f"/api/users/zoe/sessions/{foreign['id']}").status,
           zoe.ask("DELETE", f"/api/users/zoe/tokens/{mine[2]['id']}").status),
          (404, 404))
tap.equal("an administrator ends one", peer.root.ask(
    "DELETE", f"/api/users/zoe/sessions/{mine[2]['id']}").status, 204)
tap.equal("which opens nothing from then on, and the other does",
          (second.get("/api/me").status, zoe.get("/api/me").status),
          (401, 200))
tap.equal("it is not listed any more", [s["id"] for s in zoe.get(
    "/api/users/zoe/sessions").json["items"]], [mine[0]["id"], mine[1]["id"]])
tap.equal("nor ended twice", zoe.ask(
    "DELETE", f"/api/users/zoe/sessions/{mine[2]['id']}").status, 404)
elsewhere = Peer()
elsewhere.root.post("/api/users", {"name": "admin", "role": "admin",
                                   "uid": os.getuid()})
stranger = elsewhere.person("eva", "supervisor", "correct horse")
tap.equal("a token of another server opens nothing here",
          Client(peer, stranger.token).get("/api/me").status, 401)
tap.equal("nor one of here there",
          Client(elsewhere, eva.token).get("/api/me").status, 401)
elsewhere.end()
tap.equal("a token in a cookie is none", Client(peer).ask(
    "GET", "/api/me", None, {"Cookie": "token=" + eva.token}).status, 401)
for says, header in {
        "two tokens": f"Bearer {eva.token}, Bearer {eva.token}",
        "a token with something behind it": f"Bearer {eva.token} x",
        "a token in other case": "Bearer " + eva.token.swapcase()}.items():
    tap.equal(f"{says} are none", Client(peer).ask(
        "GET", "/api/me", None, {"Authorization": header}).status, 401)

once = {"Idempotency-Key": "k1"}
eva.post("/api/users/eva/tokens", {"label": "once"}, once)
tap.equal("a key is shown only once",
          eva.post("/api/users/eva/tokens", {"label": "once"}, once).code,
          "shown_once")

# What is kept is no secret.
database = sqlite3.connect(
    f"file:{peer.directory}/cclite.db?mode=ro", uri=True)
kept = b"".join(bytes(str(row), "utf-8")
                for table in TABLES
                for row in database.execute(f"SELECT * FROM {table}"))
database.close()
for says, secret in {"token": eva.token, "key": made.json["token"],
                     "password": "battery staple"}.items():
    tap.claim(f"the {says} is not kept", secret.encode() not in kept)
tap.claim("passwords are kept as argon2id", b"$argon2id$" in kept)

# A restart.
peer.stop()
peer.start()
root = peer.root = Client(peer, local=True)
for client in (eva, key, other):
    client.connection = None
tap.equal("a session survives a restart", eva.get("/api/me").status, 200)
tap.equal("a key does", key.get("/api/me").status, 200)
tap.equal("what was revoked stays so", other.get("/api/me").status, 401)
tap.equal("a key is revoked",
          eva.ask("DELETE", f"/api/users/eva/tokens/{listed[0]['id']}")
          .status, 204)
tap.equal("at once", key.get("/api/me").status, 401)

# A phone's password.
root.post("/api/devices", {"name": "desk1"})
tap.equal("a phone's password is set",
          root.ask("PUT", "/api/devices/desk1/password",
                   {"password": "circle of life"}).status, 204)
database = sqlite3.connect(
    f"file:{peer.directory}/cclite.db?mode=ro", uri=True)
wanted = hashlib.md5(b"desk1:cc-lite:circle of life").hexdigest()
found = any(wanted in str(row) or wanted.encode().hex() in str(row) or
            wanted.encode() in b"".join(c for c in row if isinstance(c, bytes))
            for row in database.execute("SELECT * FROM secret"))
database.close()
tap.claim("kept is what digest authentication needs", found)

# Guessing.


def guess(name, password="wrong"):
    return Client(peer).post("/api/sessions",
                             {"name": name, "password": password})


peer.person("bob", "agent")
codes = [guess("bob").status for _ in range(5)]
tap.equal("five wrong passwords are free", codes, [401] * 5)
answer = guess("bob", "correct horse")
tap.equal("then even the right one has to wait",
          (answer.status, answer.code), (429, "too_many_requests"))
tap.claim("and is told how long",
          int(answer.headers["Retry-After"]) >= 1)
tap.claim("but not for ever",
          wait_for(lambda: guess("bob", "correct horse").status == 201))
for _ in range(7):  # the wait grows, and ends somewhere
    guess("bob")
answer = guess("bob", "correct horse")
tap.claim("who goes on guessing waits again, but not for ever",
          answer.status == 429 and 1 <= int(answer.headers["Retry-After"]) <= 2
          and wait_for(lambda: guess("bob", "correct horse").status == 201),
          (answer.status, answer.headers.get("Retry-After")))
tap.equal("others sign in meanwhile", Client(peer).post("/api/sessions", {
    "name": "zoe", "password": "correct horse"}).status, 201)
codes = [guess("nobody").status for _ in range(6)]
tap.equal("names that do not exist are treated alike", codes,
          [401] * 5 + [429])
tap.equal("the local account is never locked out",
          root.get("/api/me").status, 200)

last_claims(tap, peer)

# The time that a refusal takes must not tell whether the name exists. With a
# hash that takes a while, a difference of one hash would be seen.
peer = Peer(free_tries=100000, hash_bytes=1 << 20)
peer.root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
peer.person("known", "agent")
peer.root.post("/api/users", {"name": "without", "role": "agent"})
client = Client(peer)
times = {"known": [], "unknown": [], "without": []}
for _ in range(150):
    for name in times:
        begin = time.perf_counter()
        client.post("/api/sessions", {"name": name, "password": "wrong"})
        times[name].append(time.perf_counter() - begin)
medians = {name: statistics.median(t) for name, t in times.items()}
for name in ("unknown", "without"):
    ratio = medians[name] / medians["known"]
    tap.claim(f"a refusal of '{name}' takes as long as of 'known'",
              0.8 < ratio < 1.25, medians)

# 1,000 requests, three languages at once, each in its own.
TITLES = {"en": None, "es": None, "cs": None}
for language in TITLES:
    TITLES[language] = client.get("/api/unknown", **{
        "Accept-Language": language}).json["title"]
mixed = []


def ask_many(language, count):
    asker = Client(peer)
    for _ in range(count):
        title = asker.get("/api/unknown", **{
            "Accept-Language": language}).json["title"]
        if title != TITLES[language]:
            mixed.append((language, title))


threads = [threading.Thread(target=ask_many, args=(language, 112))
           for language in list(TITLES) * 3]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
tap.equal("no answer comes in a language of another's", mixed, [])
if os.environ.get("CCLITE_LOCALE_DIR"):
    tap.equal("the languages differ", len(set(TITLES.values())), 3)
weighted = client.get("/api/unknown", **{
    "Accept-Language": "de, es;q=0.5, en;q=0.9"}).json["title"]
tap.equal("weights count", weighted, TITLES["en"])

last_claims(tap, peer)
tap.done()
