# SPDX-License-Identifier: GPL-3.0-or-later
"""When it is too much, who calls next is told so, and those there are go on."""

import os
import re
import signal
import socket
import sqlite3

import place
import tap
from centre import Centre
from server import Server

# Two calls are four legs.
centre = Centre(Server(max_calls="2", overload__wait="200ms",
                       overload__journal="1s").start())
server, api = centre.server, centre.api
ana = centre.agent("ana")
ben = centre.agent("ben")
ben.does("log-out")


def alarms():
    return api.get("/api/server")["alarms"]


def metric(name):
    text = api.ask("GET", "/metrics").raw.decode()
    return int(re.search(rf"^cclite_{name} (\d+)$", text, re.M).group(1))


def turned_away():
    return metric("calls_turned_away_total")


def is_turned_away(call):
    """Whether it got 503, and was told when to try again."""
    return call.wait_refusal() == 503 and \
        1 <= int(call.final["Retry-After"]) <= 60


def too_many_calls():
    """above max_calls a call gets 503, but for an emergency, and one that comes
    later is taken"""
    calls = [centre.caller().wait_answer() for _ in range(4)]
    assert is_turned_away(centre.caller())
    phone = ben.dials("112")
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith("sip:112@"), outside.invite.uri
    outside.answer(hertz=800)
    phone.wait_hears(800)
    phone.hang_up()
    outside.wait_end()
    place.wait_until("an alarm", lambda: "overloaded" in alarms())
    place.wait_until("it is counted", lambda: turned_away() == 1)
    for call in calls:
        call.hang_up()
    place.wait_until("the alarm is over", lambda: "overloaded" not in alarms())
    place.wait_until("all legs are gone", lambda: metric("sip_legs") == 0)
    centre.caller().wait_answer().hang_up()


def the_journal_is_behind():
    """while the disk is behind a call gets 503, unless it is an emergency"""
    call, ring = centre.talk(ana)
    another = centre.in_queue()
    other = sqlite3.connect(os.path.join(server.data, "cclite.db"),
                            isolation_level=None, timeout=20)
    other.execute("BEGIN IMMEDIATE")
    another.hang_up()
    place.wait_until("an alarm", lambda: "overloaded" in alarms())
    before = turned_away()
    assert is_turned_away(centre.caller())
    phone = ben.dials("112")
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith("sip:112@"), outside.invite.uri
    outside.answer(hertz=800)
    phone.wait_hears(800)
    phone.hang_up()
    outside.wait_end()
    call.wait_hears(620)
    ring.wait_hears(440)
    other.execute("ROLLBACK")
    other.close()
    place.wait_until("the alarm is over", lambda: "overloaded" not in alarms())
    assert turned_away() == before + 1
    call.hang_up()
    ring.wait_end()
    centre.caller().wait_answer().hang_up()


def the_loop_is_behind():
    """a call that waited in the socket gets 503, the next one is taken"""
    place.wait_until("all legs are gone", lambda: metric("sip_legs") == 0)
    before = turned_away()
    arrived = len(server.events("contact_arrived"))
    answers = centre.trunk.count("in", "INVITE", 503)
    os.kill(server.pid(), signal.SIGSTOP)
    late = centre.caller()
    # Its copy, sent after 500 ms, has waited for less than is too much.
    place.stays("it is not answered", lambda: late.final is None, 0.6)
    os.kill(server.pid(), signal.SIGCONT)
    assert is_turned_away(late)
    place.wait_until("it is counted", lambda: turned_away() > before)
    assert turned_away() == before + 1 and metric("sip_legs") == 0
    place.wait_until("the copy is answered", lambda: centre.trunk.count(
        "in", "INVITE", 503) == answers + 2)
    assert len(server.events("contact_arrived")) == arrived
    centre.caller().wait_answer().hang_up()
    place.wait_until("the alarm is over", lambda: "overloaded" not in alarms())


def invite(address, number):
    """Of a trunk by TCP, to what nobody serves."""
    host, port = address
    return (f"INVITE sip:999@{server.address} SIP/2.0\r\n"
            f"Via: SIP/2.0/TCP {host}:{port};branch=z9hG4bKtcp{number}\r\n"
            "Max-Forwards: 70\r\n"
            f"To: <sip:999@{server.address}>\r\n"
            f"From: <sip:0044900@{host}>;tag=t{number}\r\n"
            f"Call-ID: tcp{number}\r\nCSeq: 1 INVITE\r\n"
            f"Contact: <sip:0044900@{host}:{port};transport=tcp>\r\n"
            "Content-Length: 0\r\n\r\n").encode()


def final_status(tcp, number):
    """What one of them is answered with."""
    got = b""
    while True:
        part = tcp.recv(65536)
        assert part, got
        got += part
        for answer in got.split(b"SIP/2.0 ")[1:]:
            if b"Call-ID: tcp%d\r\n" % number in answer and \
                    not answer.startswith(b"1"):
                return int(answer[:3])


def connections_wait_too():
    """a call by a connection that waited gets 503, whatever came behind it"""
    address = place.host(2)
    api.post("/api/trunks", name="by-tcp", transport="tcp", check_ms=0,
             address=f"{address}:5060")
    with socket.socket() as tcp:
        tcp.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        tcp.bind((address, 0))
        tcp.settimeout(place.PATIENCE_S)
        tcp.connect(server.sip)
        before = turned_away()
        for number, pieces in enumerate((0, 40), 1):
            os.kill(server.pid(), signal.SIGSTOP)
            tcp.sendall(invite(tcp.getsockname(), number))
            for _ in range(pieces):  # more than is read at a time
                tcp.sendall(b"\r\n" * 512)
            place.stays("it waits", lambda: True, 0.6)
            if pieces:
                tcp.sendall(b"\r\n")
            os.kill(server.pid(), signal.SIGCONT)
            assert final_status(tcp, number) == 503, number
            place.wait_until("it is counted", lambda n=number:
                             turned_away() == before + n)
        tcp.sendall(invite(tcp.getsockname(), 3))
        assert final_status(tcp, 3) == 404
    place.wait_until("the alarm is over", lambda: "overloaded" not in alarms())


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(
    too_many_calls,
    the_journal_is_behind,
    the_loop_is_behind,
    connections_wait_too,
    the_books_agree,
)
