# SPDX-License-Identifier: GPL-3.0-or-later
"""Memory that runs out in the whole server: every N-th block that it asks for
is refused, in all threads, while callers come and others ask."""

import os
import time

from scene import AGENT_HZ, both_hear, end, metric, place
import process
import tap
from api import Refused
from centre import Centre
from preloaded import preload
from server import Server

CALLERS = 25
STEPS = (1000, 100, 20, 7)
SHARE_S = 4  # a second of them is lost before the server finds out


server = Server("hungry")
refuse_every = preload(server, "hungry", "CCLITE_HUNGER_FILE")  # 0: none
centre = Centre(server.start(), queue={"recording": "all"})
api = centre.api
api.put("/api/trunks/provider", max_channels=1000)
ana = centre.agent("ana", "sales")
made = set()


def ask(number):
    """Asks for this and that; whether it was refused for want of memory."""
    try:
        api.get("/api/state")
        api.post("/api/queues", name=f"made-{number}")
        made.add(f"made-{number}")
    except (Refused, OSError, AssertionError):  # 503 may be without a body
        return True
    return False


def callers_come():
    """How many were answered, how many refused; all go again."""
    calls = [centre.caller() for _ in range(CALLERS)]
    until = time.monotonic() + 1
    place.wait_until("each has an answer, or a second is over", lambda: all(
        call.final for call in calls) or time.monotonic() > until)
    refused = sum(ask(f"{len(made)}-{os.urandom(4).hex()}")
                  for _ in range(20))
    assert not server.is_gone(), server.said()
    refuse_every(0)
    place.wait_until("each has an answer", lambda: all(
        call.final for call in calls))
    answered = [call for call in calls if call.final.status == 200]
    assert all(call.final.status in (200, 500, 503) for call in calls), [
        call.final.status for call in calls]
    for call in answered:
        call.hang_up()
    return len(answered), refused


def memory_runs_out():
    """a part of all blocks is refused: calls are refused or served, whatever
    was acknowledged is kept, the talk there was goes on"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    for number in STEPS:
        refuse_every(number)
        answered, refused = callers_come()
        print(f"# each {number}th: {answered} of {CALLERS} callers answered, "
              f"{refused} of 20 requests refused")
        both_hear(call, ring)
    place.wait_until("the others have gone", lambda: api.get(
        "/api/state")["contacts_live"] == 1)
    end(call, ring)
    ana.wait("available")


def no_memory_at_all():
    """not one block is to be had: calls and requests are refused, the talk
    there was goes on, and nobody tries again without a rest"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    refuse_every(1)
    calls = [centre.caller() for _ in range(CALLERS)]
    refused = sum(ask(f"none-{number}") for number in range(3))
    share = process.share_of_cpu(server.pid(), SHARE_S)
    both_hear(call, ring)
    assert not server.is_gone(), server.said()
    refuse_every(0)
    # Who was not heard says it again, at last after 16 s (RFC 3261, 17.1.1.2).
    place.wait_until("each has an answer", lambda: all(
        one.final for one in calls), 40)
    usual = process.share_of_cpu(server.pid(), SHARE_S)
    statuses = sorted(one.final.status for one in calls)
    print(f"# {refused} of 3 requests refused, callers got {statuses}; it "
          f"took {100 * share:.0f} % of a processor, then {100 * usual:.0f} %")
    assert refused == 3 and set(statuses) <= {200, 500, 503}
    assert share < usual + 0.6, (share, usual)
    for one in calls:
        if one.final.status == 200:
            one.hang_up()
    place.wait_until("the others have gone", lambda: api.get(
        "/api/state")["contacts_live"] == 1)
    end(call, ring)
    ana.wait("available")


def nothing_is_lost_and_nothing_left():
    """with memory again nothing is left behind, nothing lost, and work goes
    on; so it does after the next start"""
    place.wait_until("no leg is left", lambda:
                     metric(api, "cclite_sip_legs") == 0 and
                     metric(api, "cclite_media_ports") == 0)
    assert server.verifies()
    server.kill()
    server.start()
    ana.wait_phone().wait("available")
    names = {queue["name"] for queue in api.items("/api/queues")}
    assert made <= names, made - names
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    end(call, ring)
    ana.wait("available")
    centre.close()


tap.run(memory_runs_out, no_memory_at_all, nothing_is_lost_and_nothing_left)
