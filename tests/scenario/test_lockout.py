# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is refused at the door is in the log: which source, why, and for how
long; and does not fill it."""

import json

import place
import tap
from centre import Centre
from server import Server
from sip_peer import Peer

FAILURES = 3
LOCKED = "its network is locked out for a minute (sip.auth_failures)"
WRONG = "a phone is refused: no device has its user and password"
STRANGER = ("calls are refused: no trunk has that address, and no phone there "
            "proves who it is")

centre = Centre(Server("lockout", log__format="json",
                       sip__auth_failures=str(FAILURES)).start())
server = centre.server
ana = centre.agent("ana")


def records(peer, words):
    """Those of a source with such words, as objects."""
    found = [json.loads(line) for line in server.said().splitlines()
             if words in line]
    return [one for one in found
            if one["text"].startswith(f"{peer.address}:{peer.port}: ")]


def who_guesses_is_told_once():
    """a source that guesses passwords is one line, and one more when its
    network is locked out"""
    guesser = Peer(place.host(3), name="ana")
    for _ in range(FAILURES + 1):
        assert guesser.register(server.sip, "guess",
                                realm=centre.realm).status == 401
    for _ in range(5):
        assert guesser.register(server.sip, "guess",
                                realm=centre.realm).status == 503
    place.wait_until("the lock is told", lambda: records(guesser, LOCKED))
    [locked], [wrong] = records(guesser, LOCKED), records(guesser, WRONG)
    assert (locked["level"], locked["area"]) == ("warning", "sip"), locked
    assert (wrong["level"], wrong["area"]) == ("note", "sip"), wrong
    guesser.close()


def a_call_from_nowhere_is_told_once():
    """calls from an address of no trunk, and of no phone that proves who it
    is, are one line"""
    stranger = Peer(place.host(2), name="stranger")
    for _ in range(3):
        call = stranger.call(f"sip:200@{server.address}", server.sip)
        assert call.wait_refusal() == 401
    place.wait_until("it is told", lambda: records(stranger, STRANGER), 10)
    [told] = records(stranger, STRANGER)
    assert (told["level"], told["area"]) == ("note", "sip"), told
    stranger.close()


def nobody_else_is_told():
    """a trunk that calls, and phones that prove who they are, are no line"""
    call, ring = centre.talk(ana)
    call.hang_up()
    ring.wait_end()
    for peer in (centre.trunk, ana.phone):
        assert not [line for words in (LOCKED, WRONG, STRANGER)
                    for line in records(peer, words)], server.said()
    centre.close()


tap.run(
    who_guesses_is_told_once,
    a_call_from_nowhere_is_told_once,
    nobody_else_is_told,
)
