# SPDX-License-Identifier: GPL-3.0-or-later
"""Today ends at midnight in Madrid: the server sees it come, on a day of 23
hours, or is down meanwhile."""

import calendar
import time

from scene import AGENT_HZ, end, place
import tap
from centre import Centre
from preloaded import preload
from server import Server

SHORT_DAY_US = 23 * 3600 * 10**6


def utc_us(*moment):
    return calendar.timegm((*moment, 0, 0)[:6]) * 10**6


MIDNIGHT_US = utc_us(2027, 3, 28, 22, 0)  # the day began at 23:00 UTC


def show(us):
    """Sets the server's wall clock to a moment."""
    shift(us - int(time.time() * 1e6))


server = Server("dated", time_zone="Europe/Madrid")
shift = preload(server, "shifted_clock", "CCLITE_CLOCK_FILE")
centre = Centre(server.start())
api = centre.api
ana = centre.agent("ana", "sales")


def offered():
    """What a scrape tells, and the queue's own figures."""
    return (api.metrics()['cclite_queue_offered_today{queue="sales"}'],
            api.get("/api/queues/sales/stats")["offered"])


def told(us):
    """Whether the journal knows of that clock."""
    return [e for e in server.events("clock_set")
            if abs(e["wall_us"] - us) < 60 * 10**6]


def a_talk_counts():
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    end(call, ring)
    centre.wait_ended(centre.last_contact()["contact_id"])
    ana.wait("available")
    place.wait_until("it is one of today", lambda: offered() == (1, 1))


def midnight_in_madrid():
    """at 22:00 UTC the figures of today are 0, though nobody calls"""
    show(MIDNIGHT_US - 7200 * 10**6)
    place.wait_until("it is evening",
                     lambda: told(MIDNIGHT_US - 7200 * 10**6))
    a_talk_counts()
    show(MIDNIGHT_US - 5 * 10**6)
    place.wait_until("another day begins", lambda: server.events("day_began"))
    day, = server.events("day_began")
    assert (day["day_from_us"], day["day_until_us"]) == (
        MIDNIGHT_US, MIDNIGHT_US + 24 * 3600 * 10**6), day
    assert offered() == (0, 0), offered()
    clock = server.events("clock_set")[-1]
    assert clock["day"] == day["day"] - 1, (clock, day)
    assert clock["day_until_us"] - clock["day_from_us"] == SHORT_DAY_US, clock


def killed_over_midnight():
    """killed in the evening and begun in the morning it counts from 0, and
    verify agrees"""
    a_talk_counts()
    server.kill()
    show(MIDNIGHT_US + 30 * 3600 * 10**6)
    server.start()
    assert offered() == (0, 0), offered()
    assert server.verifies()
    assert len(server.events("day_began")) == 1  # the start has told it
    ana.plug_in().wait_phone()
    ana.wait("available")
    a_talk_counts()
    centre.close()


tap.run(midnight_in_madrid, killed_over_midnight)
