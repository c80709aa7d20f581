# SPDX-License-Identifier: GPL-3.0-or-later
"""Crowds: ten thousand connections, two hundred watchers that never read, and
a flood of INVITEs. A part of make torture and make soak, for its length.
"""

import base64
import multiprocessing
import os
import resource
import socket
import time

from scene import AGENT_HZ, both_hear, end, metric, pass_s, place
import process
import tap
from api import Api
from centre import Centre
from rtp_peer import FRAME_S
from server import Server
from sip_message import token

MB = 1 << 20
CONNECTIONS = int(os.environ.get("CCLITE_TEST_CONNECTIONS", "10000"))
SOURCES = 80  # addresses that they come from
WATCHERS = 200
FLOOD_S = float(os.environ.get("CCLITE_TEST_FLOOD_S", "10"))
FLOOD_A_SECOND = 5000
QUIET_S = 4  # what a flood is compared with
WORSE_S, RECOVERY_S = 0.005, 5  # with the machine for itself
PASSWORD = "crowd-secret-1"

# What was freed is not kept by the sanitizer: memory is measured here.
os.environ["ASAN_OPTIONS"] = ":".join(
    [os.environ.get("ASAN_OPTIONS", ""), "quarantine_size_mb=4"]).strip(":")
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
centre = Centre(Server("crowd").start())
server, api = centre.server, centre.api
api.set_password("/api/users/boss/password", PASSWORD)
ana = centre.agent("ana", "sales")
HTTP = (server.address, 8080)
slack = 4 if process.is_sanitized(f"/proc/{server.pid()}/exe") else 1


def percentile(times, percent):
    return sorted(times)[len(times) * percent // 100]


def api_times(count):
    """How long so many requests take by the local socket, each by itself."""
    times = []
    for _ in range(count):
        began = time.monotonic()
        api.get("/api/queues/sales/stats")
        times.append(time.monotonic() - began)
    return times


def connect_from(number, where):
    """A connection from one of the sources; None: refused."""
    line = socket.socket()
    line.settimeout(2)
    try:
        line.bind((f"127.254.{number % SOURCES}.1", 0))
        line.connect(where)
    except OSError:
        line.close()
        return None
    line.setblocking(False)
    return line


def are_closed(lines):
    count = 0
    for line in lines:
        try:
            count += line.recv(1) == b""
        except BlockingIOError:
            pass
        except OSError:
            count += 1
    return count


def ten_thousand_connections():
    """ten thousand connections to HTTP and SIP, idle or with half a head:
    calls and others are served, memory is bounded, all are closed or bounded"""
    if hard < CONNECTIONS + 1000:
        raise tap.Skip(f"only {hard} descriptors are allowed here")
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    usual = percentile(api_times(200), 99)
    before = process.memory(server.pid())
    lines = []
    for number in range(CONNECTIONS):
        line = connect_from(number, server.sip if number % 4 == 0 else HTTP)
        if line:
            lines.append(line)
            if number % 3 == 0:
                try:
                    line.send(b"GET /healthz HTTP/1.1\r\nHost: a\r\n")
                except OSError:
                    pass
    times = api_times(200)
    open_fds = len(os.listdir(f"/proc/{server.pid()}/fd"))
    grown = process.memory(server.pid()) - before
    print(f"# {len(lines)} connected, {open_fds} descriptors in the server, "
          f"{grown / MB:.1f} MB more; requests took {1000 * usual:.1f} ms "
          f"before and {1000 * percentile(times, 99):.1f} ms then (p99)")
    assert len(lines) > CONNECTIONS * 9 // 10
    assert open_fds < 4500 and grown < slack * 64 * MB
    assert percentile(times, 99) < slack * 0.2
    both_hear(call, ring)
    end(call, ring)
    ana.wait("available")
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    both_hear(call, ring)
    end(call, ring)
    ana.wait("available")
    closed = place.wait_until("those of HTTP are closed", lambda: are_closed(
        lines) >= len(lines) * 3 // 4, 90)
    assert closed
    for line in lines:
        line.close()
    place.wait_until("others are let in again", lambda: Api(HTTP).ask(
        "GET", "/healthz").status == 200)
    place.wait_until("descriptors are given back", lambda: len(
        os.listdir(f"/proc/{server.pid()}/fd")) < 200, 60)


def greet(number, bearer):
    """A watcher that asks for all queues and never reads."""
    line = socket.socket()
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    line.bind((f"127.253.{number % SOURCES}.1", 0))
    line.connect(HTTP)
    key = base64.b64encode(os.urandom(16)).decode()
    line.sendall((
        "GET /api/ws HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Key: {key}\r\n"
        f"Authorization: Bearer {bearer}\r\n\r\n").encode())
    mask = os.urandom(4)
    for topic in (b"queues", b"agents", b"contacts", b"events"):
        text = (b'{"do":"follow","after":0}' if topic == b"events" else
                b'{"do":"watch","topic":"' + topic + b'"}')
        line.sendall(bytes([0x81, 0x80 | len(text)]) + mask + bytes(
            byte ^ mask[i % 4] for i, byte in enumerate(text)))
    return line


def watchers_that_never_read():
    """two hundred watchers that never read: memory is bounded, others wait for
    nothing, and they are cut off"""
    remote = Api(HTTP)
    remote.token = remote.post("/api/sessions", name="boss",
                               password=PASSWORD)["token"]
    for number in range(100):
        api.post("/api/queues", name=f"q{number}")
    before = process.memory(server.pid())
    clients = metric(api, "cclite_http_clients")
    lines = [greet(number, remote.token) for number in range(WATCHERS)]
    place.wait_until("all are in", lambda: metric(
        api, "cclite_http_clients") >= clients + WATCHERS / 2)
    times = []
    for turn in range(10):
        for number in range(100):
            began = time.monotonic()
            api.put(f"/api/queues/q{number}", label=f"turn {turn} " + "x" * 60)
            times.append(time.monotonic() - began)
    grown = process.memory(server.pid()) - before
    print(f"# 1,000 changes for {WATCHERS} that never read: {grown / MB:.1f} "
          f"MB more, a change took {1000 * percentile(times, 50):.1f} ms, "
          f"p99 {1000 * percentile(times, 99):.1f} ms")
    assert grown < slack * 50 * MB, grown
    assert percentile(times, 99) < slack * 0.2, percentile(times, 99)
    place.wait_until("they are cut off", lambda: metric(
        api, "cclite_http_clients") <= clients + 2, 90)
    for line in lines:
        line.close()


def refusals(line):
    """How many 503 are there to be read."""
    count = 0
    while True:
        try:
            count += line.recv(4096).startswith(b"SIP/2.0 503 ")
        except BlockingIOError:
            return count


def flood(until, address, told):
    """INVITEs of ever new Call-IDs, from one socket: tells how many, and how
    many got 503."""
    line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    line.bind((address, 0))
    here = ":".join(map(str, line.getsockname()))
    line.setblocking(False)
    began, sent, refused = time.monotonic(), 0, 0
    while (now := time.monotonic()) < until:
        while sent < (now - began) * FLOOD_A_SECOND:
            one = token()
            line.sendto((
                f"INVITE sip:200@{server.address} SIP/2.0\r\n"
                f"Via: SIP/2.0/UDP {here};branch=z9hG4bK{one}\r\n"
                f"Max-Forwards: 70\r\nFrom: <sip:x@{address}>;tag={one}\r\n"
                f"To: <sip:200@{server.address}>\r\nCall-ID: {one}\r\n"
                f"CSeq: 1 INVITE\r\nContact: <sip:x@{here}>\r\n"
                "Content-Length: 0\r\n\r\n").encode(), server.sip)
            sent += 1
        refused += refusals(line)
        time.sleep(0.001)
    line.close()
    told.put((sent, refused))


def jitter(moments):
    """How far apart packets are from 20 ms, on the average (RFC 3550, 6.4.1,
    without its smoothing), in seconds."""
    gaps = [b - a for a, b in zip(moments, moments[1:])]
    return sum(abs(gap - FRAME_S) for gap in gaps) / len(gaps)


def sound_during(talks, seconds):
    """Of the worst of the calls there are: by how much its sound comes less
    evenly out of the server than it was sent to it, and its longest silence.
    What holds up the senders, which are on this machine, too, is not counted.
    """
    for call, ring in talks:
        call.media.note_times()
        ring.media.note_times()
    pass_s(seconds)
    added, longest = [], []
    for call, ring in talks:
        for heard, said in ((call, ring), (ring, call)):
            arrived, sent = heard.media.arrived_at, said.media.sent_at
            assert len(arrived) > 25 * seconds, (len(arrived), seconds)
            added.append(max(0, jitter(arrived) - jitter(sent)))
            longest.append(max(b - a for a, b in zip(arrived, arrived[1:])))
    return max(added), max(longest)


def is_taken():
    """Whether a call is taken now; 503: the server is still behind."""
    call = centre.caller()
    status = call.wait_refusal()
    if status == 200:
        call.hang_up()
    return status == 200


def time_until_taken():
    """... and how long it is until one is."""
    began = time.monotonic()
    place.wait_until("a call is taken", is_taken)
    return time.monotonic() - began


def flooded(talks):
    """What becomes of sound while two send INVITEs: (added, longest, made,
    refused)."""
    aside = multiprocessing.get_context("fork")
    told = aside.SimpleQueue()
    until = time.monotonic() + FLOOD_S
    crowd = [aside.Process(target=flood, args=(until, address, told))
             for address in (place.host(3), place.host(1))]
    for one in crowd:
        one.start()
    added, longest = sound_during(talks, FLOOD_S - 0.5)
    sent = [told.get() for _ in crowd]
    for one in crowd:
        one.join()
    return added, longest, *(sum(counts) for counts in zip(*sent))


def a_flood_of_invites():
    """thousands of INVITEs a second, from strangers and from the trunk's host:
    503 is what they get, memory is bounded, the calls there are are heard
    nearly as evenly as before, and within seconds all is as it was"""
    talks = [centre.talk(ana, hertz=AGENT_HZ)]
    for name in ("bea", "cyn"):
        talks.append(centre.talk(centre.agent(name, "sales"), hertz=AGENT_HZ))
        centre.agents[name].does("log-out")  # when the talk is over
    quiet_s = time_until_taken()
    quiet, quiet_gap = sound_during(talks, QUIET_S)
    before = process.memory(server.pid())
    added, gap, made, refused = flooded(talks)
    behind_s = time_until_taken()
    grown = process.memory(server.pid()) - before
    after, after_gap = sound_during(talks, QUIET_S)
    print(f"# {made} INVITEs in {FLOOD_S:g} s, {refused} got 503, "
          f"{grown / MB:.1f} MB more; a call was taken after {quiet_s:.2f} s "
          f"before them and {behind_s:.2f} s behind them")
    print("# jitter that the server adds, and the longest silence: before "
          f"{1000 * quiet:.2f} and {1000 * quiet_gap:.0f} ms, meanwhile "
          f"{1000 * added:.2f} and {1000 * gap:.0f} ms, then "
          f"{1000 * after:.2f} and {1000 * after_gap:.0f} ms")
    assert made > FLOOD_S * FLOOD_A_SECOND / 4, made
    assert refused > 0
    assert grown < slack * 64 * MB
    assert added < quiet + slack * WORSE_S
    assert gap < quiet_gap + slack * 0.2
    assert behind_s < slack * RECOVERY_S + 2 * quiet_s
    assert after < 2 * quiet + slack * 0.001
    assert after_gap < 2 * quiet_gap + slack * 0.02
    for call, ring in talks:
        both_hear(call, ring)
        end(call, ring)
    ana.wait("available")
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    both_hear(call, ring)
    end(call, ring)
    place.wait_until("no leg is left", lambda: metric(
        api, "cclite_sip_legs") == 0, 60)


def the_books_agree():
    """after all that verify agrees"""
    ana.wait("available")
    centre.close()


tap.run(ten_thousand_connections, watchers_that_never_read,
        a_flood_of_invites, the_books_agree)
