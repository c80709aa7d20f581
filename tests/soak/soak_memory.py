#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An hour of calls, requests and watchers, and what memory the server takes.

Callers are refused, hang up in the menu or in the queue, and talk; rows are
listed, settings changed, topics watched. After a quarter of the time, in which
what is bounded fills up, a line is drawn through what is resident: over the
rest of it the server must grow by less than 2 MB and a 1/50 of what it took, or
four times that with a sanitizer, and at the end no leg, port or contact is left
and no descriptor more is open.

CCLITE_SOAK_MEMORY_S says for how long.
"""

import os
import sys
import time

sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests/faults"))

# What was freed is not kept by the sanitizer: memory is measured here.
os.environ["ASAN_OPTIONS"] = ":".join(
    [os.environ.get("ASAN_OPTIONS", ""), "quarantine_size_mb=4"]).strip(":")

from scene import AGENT_HZ, end, metric, place  # noqa: E402
import process  # noqa: E402
import tap  # noqa: E402
from capture import Capture  # noqa: E402
from centre import Centre, PHONE_PASSWORD  # noqa: E402
from server import Server  # noqa: E402

SECONDS = float(os.environ.get("CCLITE_SOAK_MEMORY_S", "3600"))
SHORT = 10  # calls that end in the menu, of each round
AGAIN = 100  # rounds; a phone registers again long before its hour is over
TOLD_S = 300
MB = 1 << 20

# Traces of the first contacts are kept in so much, and in no more.
centre = Centre(Server("memory", trace__memory="1").start(),
                queue={"recording": "all"})
server, api = centre.server, centre.api
api.put("/api/trunks/provider", max_channels=1000)
ana = centre.agent("ana", "sales")


def round_of(number):
    """A bit of everything; how many contacts it were."""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    gone = [centre.caller(hertz=440) for _ in range(SHORT)]
    for one in gone:
        one.wait_answer()
    stranger = centre.trunk.call(f"sip:999@{server.address}", server.sip)
    stranger.wait_refusal()
    waits = centre.in_queue()
    for path in ("/api/contacts", "/api/recordings", "/api/agents",
                 "/api/queues/sales/stats", "/metrics"):
        api.ask("GET", path)
    api.put("/api/queues/support", label=f"round {number % 7}")
    if number % 10 == 0:
        Capture(server).end()
    if number % AGAIN == AGAIN - 1:
        ana.phone.register(server.sip, PHONE_PASSWORD, realm="cc.test")
    for one in gone:
        one.hang_up()
    waits.hang_up()
    end(call, ring)
    ana.wait("available")
    return SHORT + 2


def slope(samples):
    """Bytes a second, of the line through (second, bytes)."""
    count = len(samples)
    at = sum(when for when, _ in samples) / count
    mean = sum(size for _, size in samples) / count
    return (sum((when - at) * (size - mean) for when, size in samples)
            / sum((when - at) ** 2 for when, _ in samples))


def files():
    return len(os.listdir(f"/proc/{server.pid()}/fd"))


def an_hour_takes_no_more_memory():
    """after the first quarter of an hour the server grows no more"""
    slack = 4 if process.is_sanitized(f"/proc/{server.pid()}/exe") else 1
    began, samples, contacts, rounds = time.monotonic(), [], 0, 0
    open_files, told = None, 0
    while (now := time.monotonic() - began) < SECONDS:
        contacts += round_of(rounds)
        rounds += 1
        if now > told + TOLD_S:
            told = now
            print(f"# {now:.0f} s: {contacts} contacts, "
                  f"{process.memory(server.pid()) / MB:.1f} MB", flush=True)
        if now > SECONDS / 4:
            samples.append((now, process.memory(server.pid())))
            open_files = open_files or files()
    grown = slope(samples) * SECONDS * 3 / 4
    first = samples[0][1]
    print(f"# {contacts} contacts in {SECONDS:g} s; resident {first / MB:.1f} "
          f"MB after a quarter, {samples[-1][1] / MB:.1f} MB at the end, "
          f"{max(size for _, size in samples) / MB:.1f} MB at most; by the "
          f"line through {len(samples)} samples it grew by "
          f"{grown / MB:.2f} MB", flush=True)
    assert len(samples) >= 10, samples
    assert grown < slack * (2 * MB + first / 50), grown
    place.wait_until("no leg, port or contact is left", lambda:
                     metric(api, "cclite_sip_legs") == 0 and
                     metric(api, "cclite_media_ports") == 0 and
                     api.get("/api/state")["contacts_live"] == 0)
    place.wait_until("no descriptor more is open", lambda:
                     files() <= open_files + 2)


def the_books_agree():
    """after all that verify agrees"""
    centre.close()


tap.run(an_hour_takes_no_more_memory, the_books_agree)
