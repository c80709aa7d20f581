# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages that are lost, doubled, late, crossed, or not as usual."""

import time

import place
import tap
from centre import PHONE_PASSWORD, Centre
from rtp_peer import RtpPeer
from sip_message import Message, digest, sdp
from sip_peer import Peer

centre = Centre()
api, server = centre.api, centre.server
ana = centre.agent("ana")
unheard = {}  # the call whose answer is never acknowledged, and its contact
URI = f"sip:200@{server.address}"


def ended_once(contact):
    """Its record, when it has ended; in the journal it did so once."""
    record = centre.wait_ended(contact)
    ends = [event for event in
            centre.events_of(contact)
            if event["type"] == "contact_ended"]
    assert len(ends) == 1, ends
    return record


def a_doubled_invite_is_one_call():
    """an INVITE that comes five times is one call"""
    before = len(centre.settle().contacts())
    call = centre.caller(hertz=440)
    for _ in range(4):
        centre.trunk.send_raw(call.invite.bytes(), server.sip)
    call.wait_answer()
    centre.wait_menu(call)
    call.hang_up()
    centre.wait_ended(centre.last_contact()["contact_id"])
    assert len(centre.settle().contacts()) == before + 1
    ended_once(centre.last_contact()["contact_id"])


def a_merged_invite_is_refused():
    """the same INVITE by another way is refused with 482"""
    call = centre.caller(hertz=440).wait_answer()
    again = Message(call.invite.first, [
        (name, value.replace("z9hG4bK", "z9hG4bKother"))
        if name == "Via" else (name, value)
        for name, value in call.invite.headers], call.invite.body)
    answers = centre.trunk.send_request(again, server.sip)
    statuses = [answers.get(timeout=5).status for _ in range(1)]
    while statuses[-1] < 200:
        statuses.append(answers.get(timeout=5).status)
    assert statuses[-1] == 482, statuses
    assert call.hang_up().status == 200


def a_lost_ack_is_asked_for():
    """a 200 whose ACK is lost is sent again, and the call goes on"""
    before = centre.trunk.count("in", "INVITE", 200)
    call = centre.caller(hertz=440, auto_ack=False)
    place.wait_until("the 200 twice", lambda: centre.trunk.count(
        "in", "INVITE", 200) >= before + 2)
    call.auto_ack = True
    centre.wait_menu(call)
    assert call.hang_up().status == 200
    ended_once(centre.last_contact()["contact_id"])


def nobody_else_is_live():
    return not [one for one in centre.contacts() if one["live"]
                and one["contact_id"] != unheard["contact"]]


def no_ack_comes():
    """an answer that is not acknowledged is given for longer than 10 s"""
    call = centre.caller(hertz=440, auto_ack=False)
    unheard.update(call=call, began=time.monotonic())
    place.wait_until("it arrived", lambda: call.final)
    unheard["contact"] = centre.last_contact()["contact_id"]


def an_ack_that_never_comes():
    """without any ACK for 64 T1 the contact ends as not connected"""
    contact = unheard["contact"]
    place.wait_until("it has ended", lambda: not api.get(
        f"/api/contacts/{contact}")["live"], 60)
    assert time.monotonic() - unheard["began"] > 31
    assert ended_once(contact)["cause"] == "not_connected"
    place.wait_until("BYE", lambda: unheard["call"].bye)


def a_cancel_crosses_the_answer():
    """CANCEL and 200 may cross: the contact ends once in either case"""
    for delay_s in (0, 0.001, 0.003, 0.01, 0.03):
        before = len(centre.settle().contacts())
        call = centre.caller(hertz=440)
        time.sleep(delay_s)
        final = call.cancel()
        if final.status == 200:
            assert call.hang_up().status == 200
        else:
            assert final.status == 487, final
        place.wait_until("nobody is live", nobody_else_is_live)
        if len(centre.settle().contacts()) > before:
            ended_once(centre.last_contact()["contact_id"])


def the_phone_answers_too_late():
    """a phone that answers as the caller leaves is thanked and hung up on"""
    for delay_s in (0, 0.001, 0.005):
        call = centre.in_queue()
        ring = ana.phone.next_call()
        ring.ring()
        contact = centre.last_contact()["contact_id"]
        call.peer.send(_bye(call), call.next_hop)
        time.sleep(delay_s)
        ring.peer.reply(ring.invite, 200, "OK", tag=ring.tag, headers=[
            ("Contact", ring.peer.contact),
            ("Content-Type", "application/sdp")], body=ring.sdp(),
            to=ring.next_hop)
        ring.wait_end()
        ended_once(contact)
        ana.wait("available")


def _bye(call):
    call.ended = True
    return Message(f"BYE {call.target} SIP/2.0", call._headers("BYE"))


def a_late_offer():
    """a caller who lets us offer first is heard and hears"""
    call = centre.caller(hertz=440, offer=False, auto_ack=False)
    place.wait_until("our offer", lambda: call.final)
    assert b"m=audio" in call.final.body, call.final
    call.hear(call.final)
    ack = Message(f"ACK {call.target} SIP/2.0",
                  call._headers("ACK") + [("Content-Type",
                                           "application/sdp")], call.sdp())
    call.peer.send(ack, call.next_hop)
    centre.wait_menu(call)
    call.media.press("1")
    ring = ana.phone.next_call().answer(hertz=620)
    ring.wait_hears(440)
    call.wait_hears(620)
    call.hang_up()
    ring.wait_end()
    ana.wait("available")


def an_old_hold():
    """a hold by address 0.0.0.0 is a hold: nothing is sent there"""
    call, ring = centre.talk(ana)
    body = ring.sdp().replace(f"c=IN IP4 {ring.peer.address}".encode(),
                              b"c=IN IP4 0.0.0.0")
    assert ring.offer(body=body).status == 200
    place.wait_until("silence", lambda: not ring.media.hears_something())
    assert ring.offer().status == 200
    ring.wait_hears(440)
    call.hang_up()
    ring.wait_end()
    ana.wait("available")


def the_sound_moves():
    """after a re-INVITE with another port the sound goes there at once: to the
    old one not a tenth of a second's more, counted in packets"""
    call, ring = centre.talk(ana)
    old, call.media = call.media, RtpPeer(call.peer.address, 500)
    assert call.offer().status == 200
    late = old.received
    call.wait_hears(620)
    ring.wait_hears(500)
    place.wait_until("silence at the old port",
                     lambda: not old.hears_something())
    assert old.received - late <= 5, old.received - late
    old.close()
    call.hang_up()
    ring.wait_end()
    ana.wait("available")


def injected_sound_is_not_heard():
    """sound from a stranger's port is not heard by anybody"""
    call, ring = centre.talk(ana)
    stranger = RtpPeer(place.host(3), 1000)
    for leg in (call, ring):
        stranger.connect(*leg.media.remote)
        place.stays("only the other is heard", lambda: not (
            call.media.hears(1000) or ring.media.hears(1000)), 0.6)
    call.wait_hears(620)
    ring.wait_hears(440)
    stranger.close()
    call.hang_up()
    ring.wait_end()
    ana.wait("available")


def requests_without_a_dialog():
    """BYE and re-INVITE of no dialog get 481, CANCEL of nothing too"""
    ghost = Peer(place.host(1), name="ghost")
    for method in ("BYE", "INVITE", "CANCEL", "INFO", "REFER"):
        basics = [(name, value + ";tag=nobody" if name == "To" else value)
                  for name, value in ghost.basics(method, URI)]
        answer = ghost.send_request(
            Message(f"{method} {URI} SIP/2.0", basics), server.sip
        ).get(timeout=5)
        while answer.status < 200:
            answer = ghost.send_request(
                Message(f"{method} {URI} SIP/2.0", basics), server.sip
            ).get(timeout=5)
        assert answer.status in (481, 403, 401), (method, answer)
    ghost.close()


def a_replayed_registration():
    """a REGISTER replayed from elsewhere changes nothing"""
    realm = centre.realm
    uri, me = f"sip:{realm}", f"sip:ana@{realm}"
    phone = Peer(place.host(2), name="ana")
    thief = Peer(place.host(3), name="ana")
    basics = dict(phone.basics("REGISTER", uri))
    basics.update({"From": f"<{me}>;tag=1", "To": f"<{me}>",
                   "Expires": "300"})
    first = phone._register_once(uri, server.sip, basics)
    basics["Authorization"] = digest(first["WWW-Authenticate"], "REGISTER",
                                     uri, "ana", PHONE_PASSWORD)
    basics["CSeq"] = "2 REGISTER"
    basics["Via"] = dict(phone.basics("REGISTER", uri))["Via"]
    assert phone._register_once(uri, server.sip, basics).status == 200
    stolen = dict(basics)
    stolen["Via"] = dict(thief.basics("REGISTER", uri))["Via"]
    stolen["Contact"] = thief.contact
    stolen["CSeq"] = "3 REGISTER"
    assert thief._register_once(uri, server.sip, stolen).status == 401
    call = centre.in_queue()
    thief.no_call(0.5)
    call.hang_up()
    thief.close()
    phone.register(server.sip, PHONE_PASSWORD, expires_s=0, realm=realm)
    phone.close()
    ana.plug_in()
    place.wait_until("Ana works", lambda: ana.state()["state"]
                     in ("available", "paused"))


def nobody_is_left():
    """after all that nobody is left, and the books agree"""
    place.wait_until("no contact is live", lambda: api.get(
        "/api/state")["contacts_live"] == 0, 40)
    centre.close()


def no_common_law():
    """SDP that nothing can be made of is refused with 488, and forgotten"""
    address = centre.trunk.address
    good = sdp(address, 40000).decode()
    for what, body in (
            ("port 70000", good.replace("40000", "70000")),
            ("video only", good.replace("m=audio", "m=video")),
            ("multicast", good.replace(f"c=IN IP4 {address}",
                                       "c=IN IP4 224.0.0.1")),
            ("broadcast", good.replace(f"c=IN IP4 {address}",
                                       "c=IN IP4 255.255.255.255")),
            ("secure media", good.replace("RTP/AVP", "RTP/SAVP"))):
        call = centre.caller(body=body.encode())
        status = call.wait_refusal()
        assert status in (488, 400, 415), (what, status)
    static = "\r\n".join(line for line in good.split("\r\n")
                         if not line.startswith("a=rtpmap"))
    call = centre.caller(body=static.encode())
    assert call.wait_refusal() == 200, "PCMU needs no rtpmap"
    call.hang_up()


tap.run(
    a_doubled_invite_is_one_call,
    a_merged_invite_is_refused,
    a_lost_ack_is_asked_for,
    no_ack_comes,
    a_cancel_crosses_the_answer,
    the_phone_answers_too_late,
    a_late_offer,
    an_old_hold,
    the_sound_moves,
    injected_sound_is_not_heard,
    requests_without_a_dialog,
    a_replayed_registration,
    no_common_law,
    an_ack_that_never_comes,
    nobody_is_left,
)
