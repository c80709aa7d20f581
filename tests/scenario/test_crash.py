# SPDX-License-Identifier: GPL-3.0-or-later
"""Killed in the middle of calls, again and again; and stopped politely.

CCLITE_TEST_KILLS says how often it is killed: 5 in check, 50 in soak;
CCLITE_TEST_TALKS, how many talk then, once: 10 in check, 50 in soak.
"""

import os
import random
import time

import place
import tap
from api import Refused
from centre import Centre

KILLS = int(os.environ.get("CCLITE_TEST_KILLS", "5"))
TALKS = int(os.environ.get("CCLITE_TEST_TALKS", "10"))
SEED = int(os.environ.get("CCLITE_TEST_SEED", "1"))

centre = Centre(queue={"wrap_up": "none"})
server = centre.server
ana = centre.agent("ana", "sales")
ben = centre.agent("ben", "support")
centre.api.post("/api/pause-reasons", name="lunch", label="Lunch")
acknowledged = set()  # names of queues that were made with 201
chance = random.Random(SEED)


def make_queues(until):
    """Makes queues as fast as the API allows, until it is gone."""
    while time.monotonic() < until:
        name = f"made-{len(acknowledged)}-{chance.randrange(10**9)}"
        try:
            centre.api.post("/api/queues", name=name)
        except (OSError, Refused, ValueError):
            return
        acknowledged.add(name)


def one_kill():
    """A talk, a waiting caller, writes on the way, and the lights go out."""
    call, ring = centre.talk(ana)
    talking = centre.last_contact()["contact_id"]
    ben.does("pause", reason_id="lunch")
    waiting = centre.in_queue("2", hertz=500)
    place.wait_until("one waits", lambda: centre.api.get(
        "/api/queues/support/stats")["waiting"] == 1)
    waits = centre.last_contact()["contact_id"]
    make_queues(time.monotonic() + chance.uniform(0, 0.3))
    server.kill()

    began = time.monotonic()
    server.start()
    took = time.monotonic() - began
    ring.wait_end()
    call.wait_end()
    waiting.wait_end()
    for contact in (talking, waits):
        record = centre.wait_ended(contact)
        assert record["cause"] == "server_restart", record
    names = {queue["name"] for queue in centre.api.items("/api/queues")}
    assert acknowledged <= names, acknowledged - names
    place.wait_until("the phones are qualified", lambda:
                     ana.state()["reachable"] and ben.state()["reachable"])
    assert ben.state()["state"] == "paused", ben.state()
    assert ben.state()["reason"] == "Lunch", ben.state()
    ben.does("available")
    ana.wait("available")
    ben.wait("available")
    return took


def killed_in_the_middle_of_calls():
    """killed in mid-call, it ends them as server_restart and says BYE"""
    times = [one_kill() for _ in range(KILLS)]
    print(f"# {KILLS} kills; from start to serving "
          f"{min(times):.2f} to {max(times):.2f} s")
    # So many that the last starts read thousands of queues: with sanitizers,
    # or counting lines, that takes its time.
    slow = KILLS > 5 or os.environ.get("CCLITE_TEST_PATIENCE_S")
    assert max(times) < (20 if slow else 3), times


def every_contact_ended_once():
    """each contact that arrived has one end in the journal"""
    place.wait_until("none is live", lambda: centre.api.get(
        "/api/state")["contacts_live"] == 0)
    events = server.events()
    assert [e["seq"] for e in events] == list(range(1, len(events) + 1))
    arrived = [e["contact_id"] for e in events
               if e["type"] == "contact_arrived"]
    ended = [e["contact_id"] for e in events if e["type"] == "contact_ended"]
    assert sorted(arrived) == sorted(ended)
    assert len(arrived) == 2 * KILLS
    assert server.verifies()


def work_goes_on():
    """after the last start a call goes through as if nothing had been"""
    call, ring = centre.talk(ana)
    ring.wait_hears(440)
    call.hang_up()
    ring.wait_end()
    ana.wait("available")


def killed_with_many_talks():
    """killed with many talks, each contact ends once as server_restart, both
    phones of each get their BYE, and what is said in the old dialogs is 481"""
    crew, talks, contacts = [], [], []
    centre.api.put("/api/trunks/provider", max_channels=TALKS + 10)
    for i in range(TALKS):  # the only one who is free has each
        crew.append(centre.agent(f"crew{i}", "sales") if i else ana)
        talks.append(centre.talk(crew[-1]))
        contacts.append(centre.last_contact()["contact_id"])
    server.kill()
    server.start()
    for call, ring in talks:
        call.wait_end()
        ring.wait_end()
    for contact in contacts:
        assert centre.wait_ended(contact)["cause"] == "server_restart"
    events = server.events()
    for contact in contacts:
        assert len([e for e in events if e["type"] == "contact_ended" and
                    e["contact_id"] == contact]) == 1
    told = {ask.request(method).status for pair in talks for ask in pair
            for method in ("INVITE", "BYE")}
    assert told == {481}, told
    assert server.verifies()
    for one in crew[1:]:
        one.does("log-out")
    ana.wait("available")


def an_old_dialog_is_unknown():
    """a BYE from before the crash gets 481 and harms nobody"""
    call, ring = centre.talk(ana)
    server.kill()
    answers = []
    server.start()
    ring.wait_end()
    call.ended = False
    answers.append(call.request("BYE").status)
    assert answers[0] in (200, 481), answers
    ana.wait("available")


def help_from_the_console():
    """an agent who dials it is rung first, on the same terms"""
    ben.does("dial", number="112")
    ring = ben.phone.next_call()
    ring.answer(hertz=440)
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith("sip:112@"), outside.invite.uri
    outside.answer(hertz=800)
    ring.wait_hears(800)
    outside.wait_hears(440)
    ring.hang_up()
    outside.wait_end()


def drained():
    """SIGTERM lets the talk end, refuses new calls with 503 but for a phone's
    emergency, and ends with 0"""
    server.settings["drain_timeout"] = "20s"
    assert server.stop() == 0
    server.start()
    place.wait_until("the phone is qualified",
                     lambda: ana.state()["reachable"])
    ana.wait("available")
    call, ring = centre.talk(ana)
    server.child.terminate()
    place.wait_until("new calls are refused",
                     lambda: centre.caller().wait_refusal() == 503)
    assert not server.is_gone()
    help_ = ben.dials("112")
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith("sip:112@"), outside.invite.uri
    outside.answer(hertz=800)
    help_.wait_hears(800)
    help_.hang_up()
    outside.wait_end()
    help_from_the_console()
    call.wait_hears(620)
    call.hang_up()
    ring.wait_end()
    place.wait_until("it has ended", server.is_gone)
    assert server.child.returncode == 0, server.said()


def drained_in_the_end():
    """a talk that does not end is ended when the time to drain is over"""
    server.settings["drain_timeout"] = "1s"
    server.start()
    place.wait_until("the phone is qualified",
                     lambda: ana.state()["reachable"])
    ana.wait("available")
    call, ring = centre.talk(ana)
    assert server.stop() == 0, server.said()
    call.wait_end()
    ring.wait_end()
    server.start()
    assert centre.last_contact()["cause"] == "server_restart"
    centre.close()


tap.run(
    killed_in_the_middle_of_calls,
    every_contact_ended_once,
    killed_with_many_talks,
    work_goes_on,
    an_old_dialog_is_unknown,
    drained,
    drained_in_the_end,
)
