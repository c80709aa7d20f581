# SPDX-License-Identifier: GPL-3.0-or-later
"""When it is too much, who calls next is told so, and those there are go on."""

import os
import re
import signal
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
    """above max_calls a call gets 503, and one that comes later is taken"""
    calls = [centre.caller().wait_answer() for _ in range(4)]
    assert is_turned_away(centre.caller())
    place.wait_until("an alarm", lambda: "overloaded" in alarms())
    place.wait_until("it is counted", lambda: turned_away() == 1)
    for call in calls:
        call.hang_up()
    place.wait_until("the alarm is over", lambda: "overloaded" not in alarms())
    place.wait_until("all legs are gone", lambda: metric("sip_legs") == 0)
    centre.caller().wait_answer().hang_up()


def the_journal_is_behind():
    """while the disk is behind a call gets 503, unless it is an emergency"""
    api.put("/api/trunks/provider", emergency="112")
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


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(
    too_many_calls,
    the_journal_is_behind,
    the_loop_is_behind,
    the_books_agree,
)
