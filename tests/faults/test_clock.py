# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody sets the wall clock, by an hour or by decades: nothing that runs
depends on it."""

import calendar
import time

from scene import AGENT_HZ, both_hear, end, place
import tap
from api import Api, Refused
from centre import Centre
from preloaded import preload
from server import Server

HOUR_US = 3600 * 10**6
PASSWORD = "clock-secret-1"


def to_year(year):
    """The shift that makes it the 20th of January of a year."""
    return (calendar.timegm((year, 1, 20, 0, 0, 0)) -
            int(time.time())) * 10**6


server = Server("clocked", rtp__timeout="10s")
# Sets the server's wall clock off by so many microseconds.
shift = preload(server, "shifted_clock", "CCLITE_CLOCK_FILE")
centre = Centre(server.start())
api = centre.api
ana, ben = centre.agent("ana", "sales"), centre.agent("ben", "support")
api.set_password("/api/users/boss/password", PASSWORD)
remote = Api((server.address, 8080))
remote.token = remote.post("/api/sessions", name="boss",
                           password=PASSWORD)["token"]


def told(us):
    """Whether the journal knows of a clock that is so far off."""
    return [e for e in server.events("clock_set")
            if abs(e["wall_us"] - time.time() * 1e6 - us) < 60 * 10**6]


def a_talk_lives_through(us):
    """The clock is set while two talk; afterwards all is as it was."""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    contact = centre.last_contact()["contact_id"]
    shift(us)
    place.wait_until("the journal tells it", lambda: told(us))
    both_hear(call, ring)
    assert ana.state()["reachable"] and ben.state()["reachable"]
    end(call, ring)
    ended = centre.wait_ended(contact)
    assert ended["cause"] == "caller_hung_up", ended
    assert 0 < ended["talk_us"] < ended["total_us"] < 60 * 10**6, ended
    ana.wait("available")


def an_hour_forward():
    """set an hour forward, no call, registration or session ends"""
    a_talk_lives_through(HOUR_US)
    assert remote.get("/api/me")["name"] == "boss"


def an_hour_back():
    """set an hour back, none does"""
    a_talk_lives_through(-HOUR_US)
    assert remote.get("/api/me")["name"] == "boss"


def begin_and_end():
    """a contact that begins and ends by one clock does so in this order"""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    end(call, ring)
    ended = centre.wait_ended(centre.last_contact()["contact_id"])
    assert ended["arrived_wall_us"] <= ended["ended_wall_us"], ended
    ana.wait("available")


def other_centuries():
    """in 1970, on the day after 32 bits end, and in 2100 calls go on; sessions
    and keys, which are for so long by the calendar, may be over"""
    for year in (1970, 2038, 2100):
        a_talk_lives_through(to_year(year))


def started_in_another_year():
    """started anew in 2038, and then in 1970, it serves with all it knew"""
    for year in (2038, 1970):
        assert server.stop() == 0, server.said()
        shift(to_year(year))
        server.start()
        for agent in (ana, ben):  # a registration is for so long, too
            agent.plug_in().wait_phone()
        ana.wait("available")
        begin_and_end()
        try:
            api.post("/api/queues", name=f"made-in-{year}")
        except Refused as refusal:
            raise AssertionError(refusal.problem) from refusal


def the_journal_never_goes_back():
    """the moments of the journal only grow, and verify agrees"""
    shift(0)
    moments = [e["at_us"] for e in server.events()]
    assert moments == sorted(moments)
    assert "the wall clock was set" in server.said()
    centre.close()


tap.run(an_hour_forward, an_hour_back, begin_and_end, other_centuries,
        started_in_another_year, the_journal_never_goes_back)
