# SPDX-License-Identifier: GPL-3.0-or-later
"""Bounds on the server's memory: of its data, where blocks are refused, and of
its control group, where the kernel ends it."""

import os
import resource

from scene import AGENT_HZ, both_hear, end, metric, place
import process
import tap
from api import Refused
from centre import Centre
from server import Server

CALLERS = 20
SHARE_S = 4  # a second of them is lost before the server finds out
MB = 1 << 20
IS_SANITIZED = process.is_sanitized(os.path.join(place.BUILD, "cclited"))
group = process.MemoryGroup(f"cclite-{os.getpid()}") \
    if process.MemoryGroup.is_allowed() else None

server = Server("bounded")
centre = Centre(server.start(under=group.under() if group else ()),
                queue={"recording": "all"})
api = centre.api
api.put("/api/trunks/provider", max_channels=1000)
ana = centre.agent("ana", "sales")
made = set()


def make_queue():
    """Whether one was made, and acknowledged."""
    name = f"made-{os.urandom(6).hex()}"
    try:
        api.post("/api/queues", name=name)
    except (Refused, OSError, AssertionError, ValueError):
        return False
    made.add(name)
    return True


def each_has_ended_once():
    place.wait_until("none is live", lambda: api.get(
        "/api/state")["contacts_live"] == 0, 60)
    events = server.events()
    arrived = [e["contact_id"] for e in events
               if e["type"] == "contact_arrived"]
    ended = [e["contact_id"] for e in events if e["type"] == "contact_ended"]
    assert sorted(arrived) == sorted(ended)
    names = {queue["name"] for queue in api.items("/api/queues")}
    assert made <= names, made - names
    assert server.verifies()


def bound_data():
    """The server may have what it has now, and hardly more."""
    with open(f"/proc/{server.pid()}/status", encoding="ascii") as status:
        data = [int(line.split()[1]) for line in status
                if line.startswith("VmData:")][0] << 10
    resource.prlimit(server.pid(), resource.RLIMIT_DATA,
                     (data, resource.RLIM_INFINITY))


def data():
    """with no memory to be had calls and requests are refused, none is cut,
    and nothing that was acknowledged is lost"""
    if IS_SANITIZED:
        raise tap.Skip("the sanitizer ends what gets no memory")
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    bound_data()
    calls = [centre.caller() for _ in range(CALLERS)]
    refused = 0
    while refused < 3 and len(made) < 3000:
        refused += not make_queue()
    both_hear(call, ring)
    assert not server.is_gone(), server.said()
    share = process.share_of_cpu(server.pid(), SHARE_S)
    resource.prlimit(server.pid(), resource.RLIMIT_DATA,
                     (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    # Who was not heard says it again, at last after 16 s (RFC 3261, 17.1.1.2).
    place.wait_until("each has an answer", lambda: all(
        one.final for one in calls), 40)
    usual = process.share_of_cpu(server.pid(), SHARE_S)
    statuses = sorted(one.final.status for one in calls)
    print(f"# {len(made)} queues made, {refused} refused; callers got "
          f"{statuses}; it took {100 * share:.0f} % of a processor, then "
          f"{100 * usual:.0f} %")
    assert refused == 3 and set(statuses) <= {200, 500, 503}
    # A loop that cannot sleep takes all of one; the calls' sound takes what it
    # takes, on a slow machine and in a slow build much.
    assert share < usual + 0.6, (share, usual)
    for one in calls:
        if one.final.status == 200:
            one.hang_up()
    end(call, ring)
    assert make_queue()
    each_has_ended_once()
    ana.wait("available")


def control_group():
    """whatever the kernel does to a server above its bound, nothing that was
    acknowledged is lost, and each contact has ended once"""
    if not group:
        raise tap.Skip("control groups are not ours here")
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    calls = [centre.caller() for _ in range(CALLERS)]
    while len(made) % 50 < 49 and make_queue():
        pass
    group.squeeze(64 << 10)
    while not server.is_gone() and len(made) < 1000:
        make_queue()
    print(f"# it {'was ended' if server.is_gone() else 'lived'}; "
          f"{len(made)} queues made")
    assert group.limit(-1)
    if server.is_gone():
        server.start(under=group.under())
    else:
        both_hear(call, ring)
        end(call, ring)
    for one in calls:  # some were answered before, some are new ones now
        place.wait_until("it has an answer", lambda c=one: c.final)
        if one.final.status == 200 and not one.ended:
            assert one.hang_up().status in (200, 481)
    each_has_ended_once()


def work_goes_on():
    """with memory again work goes on as before, and nothing is left behind"""
    ana.wait_phone().wait("available")
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    both_hear(call, ring)
    end(call, ring)
    ana.wait("available")
    place.wait_until("no leg is left", lambda:
                     metric(api, "cclite_sip_legs") == 0 and
                     metric(api, "cclite_media_ports") == 0, 60)
    centre.close()
    if group:
        group.close()


tap.run(data, control_group, work_goes_on)
