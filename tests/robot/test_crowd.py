# SPDX-License-Identifier: GPL-3.0-or-later
"""The robots tell the truth: tried on a stand-in for the server."""

import atexit
import json
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests/scenario"))

import place  # noqa: E402
import tap  # noqa: E402
from sip_message import uri_in  # noqa: E402
from sip_peer import Peer  # noqa: E402

SERVER, ROBOTS = place.host(0), place.host(1)
DESKS = (ROBOTS, 5072)


class StandIn(Peer):
    """Joins each caller with an agent's phone, and does nothing well."""

    def __init__(self, joins=True, agent="ana"):
        super().__init__(SERVER, 5060, name="server")
        self.accepts_registers = True
        self.joins, self.agent = joins, agent

    def serve(self, caller_ends=False):
        """One call, from its beginning to its end."""
        caller = self.next_call()
        caller.answer()
        place.wait_until("a key", lambda: any(
            end for *_, end in caller.media.events))
        number = uri_in(caller.invite["From"]).split(":")[1].split("@")[0]
        phone = self.call(f"sip:{self.agent}@{ROBOTS}:5072", DESKS,
                          caller=number)
        if self.joins:
            caller.media.passes_to = phone.media
            phone.media.passes_to = caller.media
        place.wait_until("the phone decides",
                         lambda: phone.final or caller.ended)
        if caller.ended:
            phone.cancel()
        elif phone.final.status != 200:
            caller.hang_up()
        else:
            place.wait_until("the talk ends",
                             lambda: phone.ended or caller.ended)
            other = caller if phone.ended else phone
            if not other.ended:
                other.hang_up()
        return caller, phone


def robots(*options):
    child = subprocess.Popen(
        [os.path.join(place.BUILD, "cclite-robots"),
         "--server", f"{SERVER}:5060", "--trunk", f"{ROBOTS}:5070",
         "--desks", f"{ROBOTS}:5072", "--agents", "ana:secret",
         "--realm", "test", "--rate", "10", "--callers", "1",
         "--digit-after", "100", "--ring", "100", "--talk", "1500",
         "--seconds", "30", *options],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    atexit.register(child.kill)
    return child


def tally(child):
    out, errors = child.communicate(timeout=40)
    assert child.returncode == 0, errors
    return json.loads(out)


def run(server, *options):
    child = robots(*options)
    try:
        caller, phone = server.serve()
        return tally(child), caller, phone
    finally:
        server.close()


def a_joined_call_is_heard():
    """who is joined hears the other, and the robots say so"""
    seen, _, _ = run(StandIn())
    assert seen["phones_registered"] == 1, seen
    assert seen["calls_begun"] == seen["calls_answered"] == 1, seen
    assert seen["calls_completed"] == seen["heard_both_ways"] == 1, seen
    assert seen["heard_not"] == seen["calls_failed"] == 0, seen
    assert seen["answered_by"] == {"ana": 1}, seen
    assert 100000 <= seen["digit_us"]["max"] or seen["digit_us"]["count"]


def a_call_not_joined_is_not_heard():
    """who is not joined hears nobody, and the robots say that, too"""
    seen, _, _ = run(StandIn(joins=False), "--talk", "4000")
    assert seen["calls_answered"] == 1, seen
    assert seen["heard_both_ways"] == 0 and seen["heard_not"] == 1, seen


def who_gives_up_is_counted():
    """a caller who gives up while the phone rings is an abandoned one"""
    seen, _, phone = run(StandIn(), "--abandon-share", "1000",
                         "--abandon-after", "500", "--miss-share", "1000")
    assert phone.final.status == 487
    assert seen["calls_abandoned"] == 1 and seen["calls_answered"] == 0, seen
    assert seen["offers"] == seen["offers_withdrawn"] == 1, seen


def who_is_rejected_is_counted():
    """a phone that rejects says 486, and its caller is sent away"""
    seen, _, phone = run(StandIn(), "--reject-share", "1000")
    assert phone.final.status == 486
    assert seen["offers_rejected"] == seen["calls_sent_away"] == 1, seen


def a_refused_call_has_failed():
    """a caller who is refused has failed, with the code"""
    server = StandIn()
    server.on_invite = lambda call: call.reject(503, "Busy")
    child = robots()
    seen = tally(child)
    server.close()
    assert seen["calls_failed"] == 1 and seen["refused"] == {"503": 1}, seen


def a_transfer_is_asked_for():
    """a phone that transfers sends REFER to the number it was told"""
    server = StandIn()
    child = robots("--transfer-share", "1000", "--transfer-to", "201",
                   "--talk", "300")
    caller = server.next_call().answer()
    number = uri_in(caller.invite["From"]).split(":")[1].split("@")[0]
    phone = server.call(f"sip:ana@{ROBOTS}:5072", DESKS, caller=number)
    phone.wait_answer()
    refer = place.wait_until("REFER", lambda: next(
        (m for m in phone.requests if m.method == "REFER"), None))
    assert uri_in(refer["Refer-To"]).startswith("sip:201@"), refer.headers
    phone.hang_up()
    caller.hang_up()
    seen = tally(child)
    server.close()
    assert seen["transfers_asked"] == 1, seen


def they_stop_by_themselves():
    """the robots end in time when nobody answers them at all"""
    began = time.monotonic()
    child = robots("--seconds", "1")
    seen = tally(child)
    assert time.monotonic() - began < 15
    assert seen["phones_registered"] == 0, seen


tap.run(
    a_joined_call_is_heard,
    a_call_not_joined_is_not_heard,
    who_gives_up_is_counted,
    who_is_rejected_is_counted,
    a_refused_call_has_failed,
    a_transfer_is_asked_for,
    they_stop_by_themselves,
)
