# SPDX-License-Identifier: GPL-3.0-or-later
"""The measuring instruments themselves: do they see what is there?"""

import hashlib
import re

import place
import tap
from baresip import Baresip
from sip_message import digest
from sip_peer import Peer
from sipp import Sipp

HOST = place.host()


def joined():
    """Two peers that talk to each other."""
    caller, phone = Peer(HOST, name="caller"), Peer(HOST, name="phone")
    out = caller.call(f"sip:200@{HOST}", (HOST, phone.port), hertz=440)
    into = phone.next_call()
    into.ring()
    into.answer(hertz=620)
    return out.wait_answer(), into


def both_hear_each_other():
    """a peer hears the tone of the other, and no other tone"""
    out, into = joined()
    out.wait_hears(620)
    into.wait_hears(440)
    assert not out.media.hears(440) and not into.media.hears(620)
    assert out.statuses == [100, 180, 200], out.statuses
    assert into.hang_up().status == 200
    out.wait_end()


def hold_is_heard():
    """a peer that is put on hold hears nothing more, and again after it"""
    out, into = joined()
    into.wait_hears(440)
    assert into.offer("sendonly").status == 200
    place.wait_until("silence",
                     lambda: not into.media.hears_something())
    assert out.direction == "recvonly"
    assert into.offer("sendrecv").status == 200
    into.wait_hears(440)
    out.hang_up()


def keys_are_counted():
    """each key pressed arrives as one event with three ends"""
    out, into = joined()
    out.media.press("5#")
    place.wait_until("two events of three ends", lambda: sum(
        end for *_, end in into.media.events) == 6)
    assert [event for _, event, _, end in into.media.events if end] \
        == [5, 5, 5, 11, 11, 11]
    out.hang_up()


def a_cancelled_call_ends():
    """a caller who gives up gets 487, and the phone knows"""
    caller, phone = Peer(HOST, name="caller"), Peer(HOST, name="phone")
    out = caller.call(f"sip:200@{HOST}", (HOST, phone.port))
    into = phone.next_call()
    into.ring()
    assert out.cancel().status == 487
    assert into.wait_end().cancelled


def silence_is_repeated_to():
    """a request that nobody answers is sent again after half a second"""
    caller, phone = Peer(HOST, name="caller"), Peer(HOST, name="phone")
    phone.silent = True
    caller.call(f"sip:200@{HOST}", (HOST, phone.port))
    place.stays("no call", lambda: phone.incoming.empty(), 0.2)
    phone.silent = False
    assert phone.next_call().invite.uri == f"sip:200@{HOST}"


def the_digest_is_that_of_the_rfc():
    """the digest is that of RFC 7616, 3.9.1"""
    # Its cnonce cannot be chosen here: recomputed from the parts instead.
    header = digest('Digest realm="http-auth@example.org", qop="auth", '
                    'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"',
                    "GET", "/dir/index.html", "Mufasa", "Circle of Life")
    cnonce = re.search('cnonce="([^"]*)"', header).group(1)
    # A1 of the example is MD5("Mufasa:http-auth@example.org:Circle of Life").
    secret = "3d78807defe7de2157e2b0b6573a855f"
    a2 = hashlib.md5(b"GET:/dir/index.html").hexdigest()
    text = (f"{secret}:7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v:00000001:"
            f"{cnonce}:auth:{a2}")
    assert hashlib.md5(text.encode()).hexdigest() in header


def sipp_is_heard():
    """a call of sipp is understood, from its INVITE to its BYE"""
    phone = Peer(HOST, name="phone")
    caller = Sipp.caller("caller", (HOST, phone.port), "200", place.host(1),
                         talk_ms=200)
    into = phone.next_call()
    into.answer()
    into.wait_end()
    assert [m.method for m in into.requests] == ["ACK", "INFO", "BYE"]
    assert caller.wait() == 0, caller.said()


def sipp_answers():
    """a call to sipp is answered, and its sound comes back"""
    sipp = Sipp.phone("phone", place.host(1), 5070)
    caller = Peer(HOST, name="caller")
    out = caller.call(f"sip:200@{place.host(1)}", (place.host(1), 5070),
                      hertz=440).wait_answer()
    out.wait_hears(440)
    assert out.hang_up().status == 200
    assert sipp.wait() == 0, sipp.said()


def baresip_talks():
    """baresip calls, and both hear each other"""
    phone = Peer(HOST, 5060, name="phone")
    other = Baresip("bob", place.host(2), f"sip:bob@{HOST}", ";regint=0",
                    hertz=440)
    other.command("dial", f"sip:200@{HOST}")
    into = phone.next_call()
    into.answer(hertz=620)
    into.wait_hears(440)
    other.wait_hears(620)
    assert not other.hears(440)
    into.hang_up()
    other.stop()


tap.run(
    both_hear_each_other,
    hold_is_heard,
    keys_are_counted,
    a_cancelled_call_ends,
    silence_is_repeated_to,
    the_digest_is_that_of_the_rfc,
    sipp_is_heard,
    sipp_answers,
    baresip_talks,
)
