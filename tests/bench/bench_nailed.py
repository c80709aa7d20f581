#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon an agent is heard whose phone stays connected (mode nailed_up).

A caller is offered to such an agent again and again, and the agent accepts by
the API, as F2 does. Measured is the time from the first byte of that command to
the first packet of the agent's sound at the caller (a phone sends one in 20 ms),
and, in the journal, from the acceptance to the talk. Beside it stands the same
with a phone that answers by itself (on_demand), which is called for each.

Rounds of both, interleaved; of each figure the median of the rounds and the
range are printed. The exit code is 1 when a median breaks its failing limit.
"""

import os
import statistics
import sys
import time

sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests/scenario"))

import place  # noqa: E402
from centre import Centre  # noqa: E402
from rtp_peer import share_of  # noqa: E402
import release  # noqa: E402
from server import PROGRAM, Server  # noqa: E402

ROUNDS = int(os.environ.get("CCLITE_BENCH_ROUNDS", "3"))
CALLS = 40
AGENT_HZ = 620
STRAIGHT = {"nodes": [
    {"name": "answer", "type": "answer", "next": "line"},
    {"name": "line", "type": "queue", "queue": "sales", "priority": 50}]}

# name: (unit, target, failing limit)
FIGURES = {
    "key to sound, connected, p50": ("ms", None, None),
    "key to sound, connected, p95": ("ms", 100, 150),
    "accepted to joined, connected, p95": ("ms", None, 100),
    "key to sound, called for each, p50": ("ms", None, None),
}


class Bench:
    def __init__(self, number):
        self.centre = Centre(server=Server(f"nailed{number}").start(),
                             flow=STRAIGHT, queue={"max_misses": 0})
        self.found = {}
        self.number = number

    def agent(self, name, mode):
        agent = self.centre.agent(name, "sales", mode=mode)
        if mode == "nailed_up":
            agent.phone.next_call().answer(hertz=AGENT_HZ)
            place.wait_until("it is connected",
                             lambda: agent.state()["line"] == "stands")
        else:
            agent.phone.on_invite = answer_at_once
        return agent

    def one_call(self, agent):
        """How long it took to be heard, and to be joined, in ms."""
        call = self.centre.caller(hertz=440).wait_answer()
        agent.wait("offered")
        began = time.perf_counter()
        agent.does("accept")
        while not hears_agent(call):
            assert time.perf_counter() < began + 5, "nothing is heard"
            time.sleep(0.0005)
        heard = (time.perf_counter() - began) * 1000
        contact = self.centre.last_contact()["contact_id"]
        agent.wait("talking")
        moments = {event["type"]: event["at_us"]
                   for event in self.centre.events_of(contact)}
        call.hang_up()
        agent.wait("available")
        return heard, (moments["talk_began"]
                       - moments["offer_accepted"]) / 1000

    def measure(self, name, mode, label):
        agent = self.agent(name, mode)
        heard, joined = zip(*(self.one_call(agent) for _ in range(CALLS)))
        agent.does("log-out")
        found = {f"key to sound, {label}, p50": statistics.median(heard),
                 f"key to sound, {label}, p95": percentile(heard, 95),
                 f"accepted to joined, {label}, p95": percentile(joined, 95)}
        self.found.update({key: value for key, value in found.items()
                           if key in FIGURES})


def hears_agent(call):
    """Whether the last packet was the agent's, not the queue's music."""
    frames = call.media.heard(ms=30)
    return len(frames) >= 160 and share_of(frames[-160:], AGENT_HZ) > 0.8


def answer_at_once(call):
    """200 without waiting for the ACK in the peer's own thread."""
    call.sound(AGENT_HZ)
    call.hear(call.invite)
    call.peer.reply(call.invite, 200, "OK", tag=call.tag,
                    headers=[("Contact", call.peer.contact),
                             ("Content-Type", "application/sdp")],
                    body=call.sdp(), to=call.next_hop)


def percentile(values, percent):
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


def one_round(number):
    bench = Bench(number)
    bench.measure("ana", "nailed_up", "connected")
    bench.measure("ben", "on_demand", "called for each")
    bench.centre.close()
    return bench.found


def main():
    rounds = [one_round(number) for number in range(ROUNDS)]
    failed = False
    for name, (unit, target, limit) in FIGURES.items():
        values = [one[name] for one in rounds]
        median = statistics.median(values)
        breaks = limit is not None and median > limit
        failed |= breaks
        print(f"{name:<40} {median:8.2f} {unit} "
              f"({min(values):.2f} to {max(values):.2f})"
              + (f", target {target}" if target else "")
              + (f", FAILS over {limit}" if breaks else ""), flush=True)
    return 1 if failed else 0


release.demand(PROGRAM)
sys.exit(main())
