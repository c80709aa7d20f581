# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks that lose a third, that double and delay, and that are cut.

CCLITE_TEST_LOSSY_CALLS says how many calls go through the loss (10 in torture,
100 in soak), CCLITE_TEST_CUT_S how long the calls are cut off (12; 60): who
misses the answer several times sends no sound for seconds.
"""

import os
import threading
import time

from scene import metric, place
from far_peer import FarCentre
from relay import Relay
import tap

CALLS = int(os.environ.get("CCLITE_TEST_LOSSY_CALLS", "10"))
CUT_S = float(os.environ.get("CCLITE_TEST_CUT_S", "12"))
AGENTS = ("ana", "ben", "eva", "tom")
# Whole waves in 20 ms, so that a frame that is lost shifts none.
CALLER_HZ, AGENT_HZ = 500, 700
LONG_S = 60  # a repetition may come late, and be lost as well
SILENT_S = CUT_S * 5 / 6  # as the preset of rtp.timeout is to a minute
GONE_S = SILENT_S + 40  # by then BYEs that nobody hears are given up, too

relay = Relay(seed=int(os.environ.get("CCLITE_TEST_SEED", "1")))
centre = FarCentre(relay, queue={"recording": "all"},
                   rtp__timeout=f"{SILENT_S:g}s")
server, api = centre.server, centre.api
agents = [centre.agent(name) for name in AGENTS]
rung = {}  # agent -> the phone's call


def pick_up(agent):
    """A phone that rings, and is answered after a while."""
    while True:
        try:
            ring = agent.phone.next_call(600)
        except (AssertionError, OSError):
            return
        ring.ring()
        rung[agent.name] = ring
        try:
            ring.answer(hertz=AGENT_HZ)
        except AssertionError:
            pass  # the claim that waits for it says so


def is_served(call):
    return call.final and call.final.status == 200 and \
        call.media.hears(AGENT_HZ)


def why_not(call):
    """Where a caller is who hears nobody, and what the agents do."""
    number = call.local.split(":")[1].split("@")[0]
    places = [(contact["contact_id"], contact["place"], contact["cause"])
              for contact in centre.contacts() if contact["caller"] == number]
    return (f"nobody is heard: {places}, " + ", ".join(
        f"{agent.name} {agent.state()['state']} {agent.state()['reason']} "
        f"{agent.state()['verdict']}" for agent in agents))


def story(ring):
    """What a phone and the server said to each other of a call."""
    return "\n".join([f"{ring.peer.name} {ring.ended} {ring.call_id}"] + [
        f"{at:.2f} {way} {message.first} {message['CSeq']}"
        for at, way, message in list(ring.peer.seen)
        if message["Call-ID"] == ring.call_id and not ring.ended])


def one_call(results):
    """From the INVITE to the BYE; what went wrong, or nothing."""
    call = centre.caller(hertz=CALLER_HZ)
    try:
        call.wait_answer(LONG_S)
        until = time.monotonic() + LONG_S
        while not is_served(call):
            if not call.media.events and time.monotonic() % 2 < 0.03:
                call.media.press("1")
            assert time.monotonic() < until, why_not(call)
            time.sleep(0.02)
        until = time.monotonic() + 1
        place.wait_until("they talk", lambda: time.monotonic() > until)
        call.ended = True
        assert call.request("BYE", within_s=LONG_S).status == 200
        call.let_go()
        results.append(None)
    except (AssertionError, OSError) as wrong:
        results.append(wrong)
        call.let_go()  # its silence ends it


def a_third_is_lost():
    """with 30 % lost each way calls are set up, talk, and end once each"""
    before = len(centre.contacts())
    results = []
    relay.loss = 0.3
    left = iter(range(CALLS))
    crowd = [threading.Thread(target=lambda: [one_call(results)
                                              for _ in left])
             for _ in AGENTS]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    try:
        place.wait_until("all have hung up", lambda: all(
            ring.ended for ring in rung.values()), LONG_S)
    except AssertionError:
        raise AssertionError("\n".join(map(story, rung.values()))) from None
    relay.loss = 0
    wrong = [result for result in results if result]
    again = metric(api, "cclite_sip_retransmitted_total")
    print(f"# {CALLS} calls, {len(wrong)} failed; {relay.lost} of "
          f"{relay.lost + relay.passed} datagrams were lost; "
          f"{again:.0f} messages sent again")
    assert len(results) == CALLS and len(wrong) <= CALLS / 100, wrong
    assert relay.lost > relay.passed / 5 and again > 0
    contacts = centre.settle().contacts()
    assert len(contacts) == before + CALLS
    for contact in contacts:
        centre.wait_ended(contact["contact_id"])


def recordings_are_as_long_as_the_talks():
    """a recording through the loss is as long as its talk"""
    kept = place.wait_until("all are whole", lambda: [
        one for one in api.items("/api/recordings")
        if one["state"] == "kept"][CALLS - 1:] and
        api.items("/api/recordings"))
    contacts = {one["contact_id"]: one for one in centre.contacts()}
    for one in kept:
        off_us = contacts[one["contact_id"]]["talk_us"] - one["length_us"]
        assert abs(off_us) < 500000, (off_us, one)


def doubled_and_out_of_order():
    """doubled and out of order, a call is one call and is heard"""
    relay.double, relay.delay_s = 0.5, (0, 0.03)
    before = len(centre.settle().contacts())
    call = centre.in_queue(hertz=CALLER_HZ)
    place.wait_until("they hear each other", lambda: is_served(call))
    assert call.hang_up().status == 200
    relay.double, relay.delay_s = 0, (0, 0)
    contact = centre.wait_ended(centre.newest_contact()["contact_id"])
    assert len(centre.contacts()) == before + 1
    assert len([e for e in centre.events_of(contact["contact_id"])
                if e["type"] == "contact_ended"]) == 1


def talk():
    call = centre.in_queue(hertz=CALLER_HZ)
    place.wait_until("the agent is heard", lambda: is_served(call))
    return call, next(ring for ring in rung.values() if not ring.ended)


def cut_for_a_moment():
    """cut for less than the time without sound, a call goes on"""
    call, ring = talk()
    relay.is_cut = True
    until = time.monotonic() + min(CUT_S / 2, 5)
    place.wait_until("it is cut", lambda: time.monotonic() > until)
    relay.is_cut = False
    call.wait_hears(AGENT_HZ)
    ring.wait_hears(CALLER_HZ)
    assert call.hang_up().status == 200
    ring.wait_end()


def cut_for_long():
    """cut for longer, both legs end, nobody is stuck, and work goes on"""
    call, ring = talk()
    contact = centre.newest_contact()["contact_id"]
    began = time.monotonic()
    relay.is_cut = True
    place.wait_until("the contact has ended", lambda: not api.get(
        f"/api/contacts/{contact}")["live"], CUT_S + 15)
    cause = api.get(f"/api/contacts/{contact}")["cause"]
    assert cause == "media_lost", cause
    assert api.get("/api/state")["contacts_live"] == 0
    if CUT_S > 30:
        place.wait_until("no leg is left", lambda:
                         metric(api, "cclite_sip_legs") == 0 and
                         metric(api, "cclite_media_ports") == 0,
                         began + GONE_S - time.monotonic())
    relay.is_cut = False
    for one in (call, ring):
        one.ended = True
        one.let_go()
    for agent in agents:
        if agent.state()["state"] != "available":
            agent.does("available")
        agent.wait("available")
    again, ring = talk()
    assert again.hang_up().status == 200
    ring.wait_end()


def the_books_agree():
    """after all that verify agrees"""
    centre.close()
    relay.close()


for one_agent in agents:
    threading.Thread(target=pick_up, args=(one_agent,), daemon=True).start()
tap.run(
    a_third_is_lost,
    recordings_are_as_long_as_the_talks,
    doubled_and_out_of_order,
    cut_for_a_moment,
    cut_for_long,
    the_books_agree,
)
