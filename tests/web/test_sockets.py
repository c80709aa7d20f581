# SPDX-License-Identifier: GPL-3.0-or-later
"""WebSockets under attack: greetings that are none, frames that break the
rules, readers that do not read, and people who are no longer signed in."""

import os
import random
import socket
import time

from web_peer import Peer, Tap, last_claims, wait_for
from ws_peer import Bare, Watcher

# What the sanitizer holds back of freed memory is not what is measured here.
os.environ["ASAN_OPTIONS"] = ":".join(
    [os.environ.get("ASAN_OPTIONS", ""), "quarantine_size_mb=4"]).strip(":")
tap = Tap()
peer = Peer(send_timeout_s=2, silence_s=4, head_timeout_s=2)
root = peer.root
root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
sue = peer.person("sue", "supervisor")
eva = peer.person("eva", "agent")
for number in range(100):
    root.post("/api/queues", {"name": f"q{number}"})


def greets(**headers):
    """The status line that answers a greeting with other headers."""
    bare = Bare(peer, sue.token, greet=False)
    bare.raw(bare.greeting(**headers) +
             b"12345" * ("Content_Length" in headers))
    head = bare.read_head()
    bare.close()
    return head.split(b" ")[1].decode() if head else "nothing"


# The greeting, section 4.2.1.
tap.equal("a good greeting is agreed to", greets(), "101")
for says, headers, status in [
        ("without Upgrade", {"Upgrade": None}, "426"),
        ("for another protocol", {"Upgrade": "h2c"}, "426"),
        ("without Connection: Upgrade", {"Connection": "keep-alive"}, "426"),
        ("of another version", {"Sec_WebSocket_Version": "8"}, "426"),
        ("without a key", {"Sec_WebSocket_Key": None}, "426"),
        ("with a short key", {"Sec_WebSocket_Key": "YWJj"}, "426"),
        ("with a body", {"Content_Length": "5"}, "400"),
        ("of a foreign page", {"Origin": "http://evil.example"}, "403"),
        ("of a page of nowhere", {"Origin": "null"}, "403"),
        ("for a foreign subprotocol",
         {"Sec_WebSocket_Protocol": "chat, superchat"}, "400"),
        ("with a wrong token", {"Authorization": "Bearer nonsense"}, "401"),
        ("with a token in the address", {"path": "/api/ws?token=x"}, "400"),
        ("without a Host", {"Host": None}, "400")]:
    tap.equal(f"a greeting {says} is refused", greets(**headers), status)
tap.equal("a page of the server's own may ask",
          greets(Origin="http://127.0.0.1"), "101")
stranger = Bare(peer, None)
tap.claim("nobody gets in without a token", b" 401 " in stranger.head)
tap.equal("nor with one in a cookie", greets(
    Authorization=None, Cookie="token=" + sue.token), "401")
refused = root.get("/api/ws")
tap.equal("what is no greeting hears what is spoken here",
          (refused.status, refused.code, refused.headers["Upgrade"]),
          (426, "upgrade_required", "websocket"))
tap.equal("posting is no way in", root.ask("POST", "/api/ws").status, 405)

# Frames that break the rules, and the codes that tell so.
for says, code, send in [
        ("an unmasked frame", 1002, lambda b: b.send(1, b"{}", masked=False)),
        ("a reserved bit", 1002, lambda b: b.send(1, b"{}", bits=0x40)),
        ("an unknown opcode", 1002, lambda b: b.send(3, b"{}")),
        ("an unknown control opcode", 1002, lambda b: b.send(11, b"")),
        ("a binary message", 1003, lambda b: b.send(2, b"{}")),
        ("text that is no UTF-8", 1007, lambda b: b.send(1, b"\xff\xfe")),
        ("a continuation of nothing", 1002, lambda b: b.send(0, b"{}")),
        ("a fragmented ping", 1002, lambda b: b.send(9, b"x", final=False)),
        ("a ping of 126 bytes", 1002, lambda b: b.send(9, b"x" * 126)),
        ("a length not in its shortest form", 1002,
         lambda b: b.send(1, b"{}", length=8)),
        ("a message of 9,000 bytes", 1009, lambda b: b.send(1, b"x" * 9000)),
        ("a message of 2^62 bytes", 1009,
         lambda b: b.raw(b"\x81\xff\x40" + bytes(7) + b"\0\0\0\0")),
        ("a message of 2^63 bytes", 1002,
         lambda b: b.raw(b"\x81\xff\x80" + bytes(7) + b"\0\0\0\0")),
        ("fragments of 9,000 bytes together", 1009,
         lambda b: (b.send(1, b"x" * 4500, final=False),
                    b.send(0, b"x" * 4500))),
        ("a message without an end, of pieces of nothing", 1009,
         lambda b: b.raw(b.frame(1, b"{", final=False) +
                         b.frame(0, final=False) * 1000)),
        ("a close with half a code", 1002, lambda b: b.send(8, b"\x03")),
        ("a close with a code that is none", 1002,
         lambda b: b.send(8, b"\x00\x01")),
        ("a close with the code that no close has", 1002,
         lambda b: b.send(8, b"\x03\xed")),
        ("a thousand messages at once", 1008,
         lambda b: [b.send(1, b'{"do":"leave","topic":"me"}')
                    for _ in range(1000)])]:
    bare = Bare(peer, sue.token)
    send(bare)
    tap.equal(f"{says} is closed with {code}", bare.close_code(), code)
    bare.close()

polite = Bare(peer, sue.token)
polite.send(8, b"\x03\xe8bye")
tap.equal("a close is answered with its code", polite.close_code(), 1000)
split = Bare(peer, sue.token)
split.send(1, b'{"do":"wat', final=False)
split.send(9, b"between")
split.send(0, b'ch","topic":"me"}')
frames = [split.read_frame() for _ in range(3)]
tap.claim("a message in fragments is one, with a ping between",
          (10, b"between") in frames and any(
              b'"topic":"me"' in f[1] for f in frames), frames)
split.close()
pushy = Bare(peer, sue.token, greet=False)
pushy.raw(pushy.greeting() + pushy.frame(9, b"at once"))
pushy.read_head()
frames = [pushy.read_frame() for _ in range(2)]
tap.claim("frames right behind the greeting are read",
          (10, b"at once") in frames, frames)
pushy.close()

# Noise, seeded: no answer is a crash.
random.seed(20261126)
for _ in range(200):
    bare = Bare(peer, sue.token)
    noise = bytearray(random.randbytes(random.randrange(1, 300)))
    if random.random() < 0.5:
        noise[0] = random.choice([0x81, 0x01, 0x80, 0x89, 0x88, 0x8a])
    try:
        bare.raw(bytes(noise))
        bare.raw(bare.frame(1, random.randbytes(random.randrange(1, 60))))
    except (BrokenPipeError, ConnectionResetError):
        pass
    bare.close()
tap.equal("noise does no harm", root.get("/healthz").status, 200)

# Readers that do not read.
slow = Bare(peer, sue.token, greet=False)
slow.sock.close()
slow.sock = socket.socket()
slow.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
slow.sock.settimeout(60)
slow.sock.connect(("127.0.0.1", peer.port))
slow.raw(slow.greeting())
slow.read_head()
slow.send(1, b'{"do":"watch","topic":"queues"}')
fast = Watcher(peer, token=sue.token)
fast.watch("queues")
before = peer.memory()
for turn in range(5):
    for number in range(100):
        root.change(f"/api/queues/q{number}", {"max_waiting": 1 + turn})
        fast.settle()
fast.wait("the last change", lambda: all(
    q["max_waiting"] == 5 for q in fast.rows["queues"].values()))
grown = peer.memory() - before
tap.claim("a reader that does not read costs no memory", grown < 20000000,
          grown)
tap.claim("and holds nobody up", fast.gaps == 0)


clients = "cclite_http_clients"


def open_clients():
    text = root.get("/metrics").body.decode()
    return int(float([line.split()[1] for line in text.splitlines()
                      if line.startswith(clients + " ")][0]))


fast.close()
tap.claim("it is cut off in the end", wait_for(
    lambda: open_clients() <= 2, seconds=60), open_clients())
slow.close()

# One that reads late is told what is so then, not all that was.
late = Watcher(peer, token=sue.token)
late.watch("queues")
told = late.numbers["queues"]
for turn in range(50):
    root.change("/api/queues/q1", {"max_waiting": 100 + turn})
late.wait_row("queues", 2, max_waiting=149)
tap.claim("a late reader has it right in the end", late.gaps == 0 and
          told < late.numbers["queues"] <= told + 50)
late.close()

# Slow greetings, and connections that are dead.
drip = Bare(peer, sue.token, greet=False)
drip.raw(b"GET /api/ws HTTP/1.1\r\n")
began = time.monotonic()
drip.sock.settimeout(60)
tap.claim("a greeting that never ends is cut off",
          drip.read_head() == b"" or time.monotonic() - began < 10)
drip.close()
dead = Bare(peer, sue.token)
dead.sock.settimeout(60)
tap.equal("who does not answer a ping is taken for dead", dead.close_code(),
          1008)
dead.close()
alive = Watcher(peer, token=sue.token)
end = time.monotonic() + 6
while time.monotonic() < end:
    alive.pump(end - time.monotonic())
alive.settle()
tap.claim("who does, stays", True)
alive.close()

# Many.
many = [Watcher(peer, token=sue.token) for _ in range(150)]
for watcher in many:
    watcher.say(do="watch", topic="queues")
root.change("/api/queues/q7", {"label": "Seven"})
told = 0
for watcher in many:
    watcher.wait("seven", lambda w=watcher: w.rows.get("queues", {}).get(
        8, {}).get("label") == "Seven")
    told += 1
    watcher.close()
tap.equal("a hundred and fifty consoles hear of it", told, 150)

# Rights that end.
CLOSED_S = 5  # 1 s is asked for, where nothing else runs


def closes(says, watcher, code):
    tap.equal(says, watcher.wait_closed(CLOSED_S), code)
    watcher.close()


one = Watcher(peer, token=eva.token)
eva.ask("DELETE", "/api/sessions/current")
closes("who signs out is cut off", one, 4001)
eva = peer.sign_in("eva")
one = Watcher(peer, token=eva.token)
root.change("/api/users/eva", {"role": "analyst"})
closes("who gets another role comes again", one, 4002)
one = Watcher(peer, token=eva.token)
root.change("/api/users/eva", {"enabled": False})
closes("who is locked out is cut off", one, 4001)
root.change("/api/users/eva", {"enabled": True})
key = root.post("/api/users/eva/tokens", {"label": "key"}).json
one = Watcher(peer, token=key["token"])
one.watch("queue_settings")
root.ask("DELETE", f"/api/users/eva/tokens/{key['id']}")
root.change("/api/queues/q1", {"label": "after it"})
closes("a revoked key cuts off", one, 4001)
tap.claim("and nothing is told of what comes after",
          b"after it" not in one.bytes)
key = root.post("/api/users/eva/tokens", {"label": "k",
                                          "expires_in_s": 2}).json
one = Watcher(peer, token=key["token"])
closes("an expired one, too", one, 4001)
one = Watcher(peer, token=eva.token)
root.remove("/api/users/eva")
closes("and so is who is removed", one, 4001)

last_claims(tap, peer)
tap.done()
