# SPDX-License-Identifier: GPL-3.0-or-later
"""Phones of others that stay connected: baresip, and sipp as a phone."""

import place
import tap
from baresip import Baresip
from centre import PHONE_PASSWORD, Centre
from sip_peer import Peer
from sipp import Sipp

STRAIGHT = {"nodes": [
    {"name": "answer", "type": "answer", "next": "line"},
    {"name": "line", "type": "queue", "queue": "sales", "priority": 50}]}

centre = Centre(flow=STRAIGHT)
api = centre.api


def put_through(seat):
    """Somebody calls, and the agent's key puts the call through."""
    call = centre.caller(hertz=440).wait_answer()
    seat.wait("offered")
    seat.does("accept")
    seat.wait("talking")
    return call


def is_connected(seat):
    place.wait_until(f"{seat.name}'s phone is connected",
                     lambda: seat.state()["line"] == "stands")


def two_calls_on_one_of_baresip():
    """baresip is rung once, and two callers are heard on that call"""
    ana = centre.seat("ana", "sales", mode="nailed_up")
    phone = Baresip.desk(centre.server, "ana", PHONE_PASSWORD, place.host(2),
                         hertz=700, port=5060)
    ana.wait_phone()
    ana.does("log-in")
    phone.wait_told("CALL_INCOMING")
    phone.command("accept")
    is_connected(ana)
    ana.does("available")
    for _ in range(2):
        mark = len(phone.heard())
        call = put_through(ana)
        call.wait_hears(700)
        phone.wait_hears(440, since=mark)
        call.hang_up()
        ana.wait("available")
        assert ana.state()["line"] == "stands"
    assert len(phone.told("CALL_INCOMING")) == 1, phone.line.events
    phone.command("hangup")
    ana.wait("unavailable")
    assert ana.state()["line_end"] == "hung_up", ana.state()
    ana.does("available")
    phone.wait_told("CALL_INCOMING", 2)
    phone.command("accept")
    is_connected(ana)
    ana.does("log-out")
    phone.wait_told("CALL_CLOSED", 2)
    phone.stop()


def sipp_is_the_phone():
    """sipp is rung once, and sends back what each caller says"""
    sue = centre.seat("sue", "sales", mode="nailed_up")
    peer = Peer(place.host(3), 5096, name="sue")
    answer = peer.register(centre.server.sip, PHONE_PASSWORD,
                           realm=centre.realm)
    assert answer.status == 200, answer
    sue.wait_phone()
    peer.close()
    sipp = Sipp("sipp", ["-sn", "uas", "-i", place.host(3), "-p", "5096",
                         "-m", "1", "-rtp_echo", "-aa"])
    sue.does("log-in")
    is_connected(sue)
    sue.does("available")
    for _ in range(2):
        call = put_through(sue)
        call.wait_hears(440)
        call.hang_up()
        sue.wait("available")
    sue.does("log-out")
    assert sipp.wait() == 0, sipp.said()


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(
    two_calls_on_one_of_baresip,
    sipp_is_the_phone,
    the_books_agree,
)
