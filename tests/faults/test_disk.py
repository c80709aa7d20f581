# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that is really full: a small file system of its own, filled to the
last block, and freed again."""

import contextlib
import os
import threading

from scene import (AGENT_HZ, alarms, both_hear, end, pass_s, place,
                   wait_alarm)
import process
import tap

MAY_MOUNT = process.own_mounts()  # before there is any thread

from api import Refused  # noqa: E402
from centre import Centre  # noqa: E402
from server import Server  # noqa: E402

SIZE = "24m"
acknowledged = set()
server = Server("small")
centre = ana = call = ring = None


def make_queue():
    """The refusal, or None: then it is acknowledged."""
    name = f"made-{os.urandom(6).hex()}"
    try:
        centre.api.post("/api/queues", name=name)
    except Refused as refusal:
        return refusal
    acknowledged.add(name)
    return None


def fill():
    """Takes all there is, to the last byte."""
    with open(os.path.join(server.data, "filler"), "ab", 0) as filler:
        for size in (65536, 1):
            try:
                while True:
                    filler.write(b"x" * size)
            except OSError:
                pass


def is_refused():
    """With 507; a slow machine may say 503 first, as nothing is written."""
    refusal = make_queue()
    assert refusal and refusal.code in ("storage_full", "journal_lagging")
    return refusal.code == "storage_full" and refusal.status == 507


def a_disk_that_is_really_full():
    """on a disk filled to the last byte calls go on and are set up, the
    console's to 112, too, writes are refused with 507, and both alarms stand"""
    global centre, ana, call, ring
    if not MAY_MOUNT or not process.mount_small(server.data, SIZE):
        raise tap.Skip("nothing may be mounted here")
    centre = Centre(server.start(), queue={"recording": "all"})
    ana = centre.agent("ana")
    for _ in range(20):
        assert make_queue() is None
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    fill()
    wait_alarm(centre.api, "recording_refused", within_s=60)
    both_hear(call, ring)
    end(call, ring)  # which is to be written

    def is_told():
        fill()  # what the server gives back is taken as well
        return "storage_full" in alarms(centre.api)
    place.wait_until("the alarm stands", is_told, 60)
    place.wait_until("refused for want of room", is_refused, 60)
    help_is_called()
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    both_hear(call, ring)


def help_is_called():
    """From the console; its answer waits for the disk."""
    ana.wait("available")
    threading.Thread(target=dial_help, daemon=True).start()
    phone = ana.phone.next_call()
    phone.answer(hertz=AGENT_HZ)
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith("sip:112@"), outside.invite.uri
    outside.answer(hertz=800)
    phone.wait_hears(800)
    phone.hang_up()
    outside.wait_end()
    ana.wait("available")


def dial_help():
    with contextlib.suppress(OSError, Refused):
        ana.does("dial", number="112")


def and_has_room_again():
    """with room again it all goes on without a restart, and nothing is lost"""
    if not centre:
        raise tap.Skip("nothing may be mounted here")
    os.unlink(os.path.join(server.data, "filler"))
    place.wait_until("it writes again", lambda: make_queue() is None, 60)
    for name in ("storage_full", "recording_refused"):
        wait_alarm(centre.api, name, stands=False, within_s=60)
    pass_s(1)
    end(call, ring)
    ana.wait("available")
    contacts = centre.settle().contacts()
    causes = sorted(centre.wait_ended(contact["contact_id"])["cause"]
                    for contact in contacts)
    assert causes == ["agent_hung_up", "caller_hung_up", "caller_hung_up"], \
        causes
    place.wait_until("the last talk is recorded", lambda: [
        one for one in centre.api.items("/api/recordings")
        if one["state"] == "kept" and one["length_us"] > 900000])


def and_after_the_next_start():
    """all that was acknowledged is there after the next start"""
    if not centre:
        raise tap.Skip("nothing may be mounted here")
    assert server.verifies()
    server.kill()
    server.start()
    names = {queue["name"] for queue in centre.api.items("/api/queues")}
    assert acknowledged <= names, acknowledged - names
    assert len(centre.contacts()) == 3
    centre.close()


tap.run(a_disk_that_is_really_full, and_has_room_again,
        and_after_the_next_start)
