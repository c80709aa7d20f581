# SPDX-License-Identifier: GPL-3.0-or-later
"""A server of both families: each is spoken to in its own, and they talk."""

import socket

import place
import tap
from centre import PHONE_PASSWORD, Centre
from sip_peer import Peer


def has_ipv6():
    """Whether this machine has it, on loopback at least."""
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as one:
            one.bind(("::1", 0))
        return True
    except OSError:
        return False


def free_port():
    """One that nobody has at ::1, by UDP and TCP; all tests share it."""
    with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as tcp:
        tcp.bind(("::1", 0))
        return tcp.getsockname()[1]


HAS_IPV6 = has_ipv6()
PORT = free_port() if HAS_IPV6 else 5060
SIX = ("::1", PORT)
centre = Centre(sip__address=f"{place.host()} ::1" if HAS_IPV6
                else place.host(), sip__port=str(PORT))
api = centre.api


def needed():
    if not HAS_IPV6:
        raise tap.Skip("no IPv6 on this machine")


def heard_both_ways(call, agent, family):
    """The caller is heard by the agent, and hears; each in its family."""
    ring = agent.phone.next_call()
    assert f"c=IN {family}".encode() in ring.invite.body, ring.invite.body
    ring.ring()
    ring.answer(hertz=620)
    call.wait_hears(620)
    ring.wait_hears(440)
    call.hang_up()
    ring.wait_end()
    agent.wait("available")


def in_queue(call):
    call.wait_answer()
    centre.wait_menu(call)
    call.media.press("2")
    return call


def a_trunk_by_ipv6_reaches_a_phone_by_ipv4():
    """a call by IPv6 is answered in IPv6, and rings a phone in IPv4"""
    needed()
    ana = centre.agent("ana", "support")
    trunk = Peer("::1", name="00447700900777")
    api.post("/api/trunks", name="six", check_ms=5000,
             address=f"[::1]:{trunk.port}")
    place.wait_until("it is up", lambda: api.get("/api/trunks/six/state")[
        "last_code"] == 200)
    call = in_queue(trunk.call(f"sip:200@[::1]:{PORT}", SIX, hertz=440))
    assert b"c=IN IP6 ::1" in call.final.body, call.final.body
    assert f"[::1]:{PORT}" in call.final["Contact"], call.final["Contact"]
    heard_both_ways(call, ana, "IP4")
    trunk.close()
    ana.does("log-out")


def a_phone_by_ipv6_is_rung_there():
    """a phone that registered by IPv6 is rung by IPv6, for a call by IPv4"""
    needed()
    bea = centre.agents["bea"] = centre.seat("bea", "support")
    bea.phone = Peer("::1", name="bea")
    answer = bea.phone.register(SIX, PHONE_PASSWORD, realm=centre.realm)
    assert answer.status == 200, answer
    bea.wait_phone()
    bea.does("log-in")
    bea.does("available")
    call = in_queue(centre.caller(hertz=440))
    assert b"c=IN IP4 127." in call.final.body, call.final.body
    heard_both_ways(call, bea, "IP6 ::1")


def a_number_is_dialled_by_ipv6():
    """a transfer to a number goes out through a trunk of IPv6"""
    needed()
    far = Peer("::1", name="far")
    api.post("/api/trunks", name="far", check_ms=0, prefixes="+33",
             address=f"[::1]:{far.port}")
    bea = centre.agents["bea"]
    api.put("/api/agents/bea", outside="+33")
    call = in_queue(centre.caller(hertz=440))
    ring = bea.phone.next_call()
    ring.answer(hertz=620)
    call.wait_hears(620)
    bea.does("transfer", to="number", number="+33123456789")
    away = far.next_call()
    assert away.invite.uri == f"sip:+33123456789@[::1]:{far.port}", away.invite
    assert b"c=IN IP6 ::1" in away.invite.body
    away.answer(hertz=700)
    call.wait_hears(700)
    call.hang_up()
    away.wait_end()
    far.close()


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(
    a_trunk_by_ipv6_reaches_a_phone_by_ipv4,
    a_phone_by_ipv6_is_rung_there,
    a_number_is_dialled_by_ipv6,
    the_books_agree,
)
