# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of faults share: the way to the scenarios' modules, figures
of the server, and talks that are to live through something."""

import os
import sys
import time

sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests/scenario"))

import place  # noqa: E402

CALLER_HZ, AGENT_HZ = 440, 620


def metric(api, name):
    """A figure of /metrics that has no labels."""
    for line in api.ask("GET", "/metrics").raw.decode().splitlines():
        if line.startswith(f"{name} "):
            return float(line.split()[1])
    raise AssertionError(f"no metric {name}")


def alarms(api):
    return api.get("/api/server")["alarms"]


def wait_alarm(api, name, stands=True, within_s=None):
    place.wait_until(f"the alarm {name} {'stands' if stands else 'is over'}",
                     lambda: (name in alarms(api)) == stands, within_s)


def pass_s(seconds):
    """Lets time pass that a fault is to last."""
    until = time.monotonic() + seconds
    place.wait_until("time passes", lambda: time.monotonic() >= until,
                     seconds + 60)


def both_hear(call, ring, within_s=None):
    call.wait_hears(AGENT_HZ, within_s)
    ring.wait_hears(CALLER_HZ, within_s)


def end(call, ring):
    """The caller hangs up."""
    assert call.hang_up().status == 200
    ring.wait_end()
