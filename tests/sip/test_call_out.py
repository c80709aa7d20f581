# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls out: to trunks and phones that answer, refuse, redirect or lie."""

import re
import socket
import threading
import time

from sipwire import Agent, Call, Peer, Tests, authorization, claim, md5, sdp, unique

test = Tests()


def stage(*settings, credentials=""):
    """A stack with a trunk whose far end is our agent."""
    peer = Peer(*settings)
    agent = Agent(peer)
    peer.do("trunk 7 %s exact udp 0 0 %s" % (agent.where, credentials))
    return peer, agent


def dial(peer, agent, number="420100", id_=1, more=""):
    peer.do("dial %d trunk 7 %s %s Dispatcher %s" % (id_, number, "555", more))
    return agent.wait("INVITE")


def establish(peer, agent, id_=1):
    invite = dial(peer, agent, id_=id_)
    tag = unique()
    agent.reply(invite, 200, tag=tag, body=sdp(port=34000))
    ack = agent.wait("ACK")
    peer.wait("answered %d media=127.0.0.1:34000/both" % id_)
    return invite, tag, ack


def in_dialog(agent, invite, tag, method, cseq=1, headers="", body=""):
    """A request of the called side in the dialog of an INVITE of theirs."""
    target = re.search(r"<([^>]+)>", invite.get("Contact")).group(1)
    return agent.request(
        method, target, to=invite.get("From"),
        from_=invite.get("To") + ";tag=" + tag,
        call_id=invite.get("Call-ID"), cseq=cseq, headers=headers, body=body)


@test
def a_call_is_rung_answered_and_hung_up_by_us():
    peer, agent = stage()
    invite = dial(peer, agent, number="+420-1")
    claim(invite.uri == "sip:+420-1@" + agent.where, invite.uri)
    claim(invite.get("From").startswith('"Dispatcher" <sip:555@127.0.0.1'),
          invite.get("From"))
    claim(invite.get("X-Contact") == "1", "a header of the caller's")
    claim(b"m=audio 40000 RTP/AVP 8 0 101" in invite.body, "our offer")
    agent.reply(invite, 180, tag="t")
    peer.wait("ringing 1 180 media=none")
    agent.reply(invite, 200, tag="t", body=sdp())
    ack = agent.wait("ACK")
    claim(ack.cseq == (invite.cseq[0], "ACK") and ack.tag("To") == "t" and
          ack.get("Via") != invite.get("Via"), "ACK of a transaction its own")
    peer.wait("answered 1 media=127.0.0.1:30000/both/u0a8/e101")
    peer.do("hangup 1")
    bye = agent.wait("BYE")
    claim("cause=16" in bye.get("Reason"), bye.get("Reason"))
    agent.reply(bye, 200)
    peer.wait("ended 1 hung_up")
    peer.wait("dialog_gone 1")
    peer.has_no_leg()
    peer.close()


@test
def a_call_is_hung_up_by_the_called():
    peer, agent = stage()
    invite, tag, _ = establish(peer, agent)
    agent.send_bytes(in_dialog(agent, invite, tag, "BYE",
                               headers="Reason: Q.850;cause=31\r\n"))
    claim(agent.wait(lambda m: m.code).code == 200, "200")
    peer.wait("ended 1 peer_hung_up 0 q850=31")
    peer.close()


@test
def failures_are_reported_with_their_code():
    peer, agent = stage()
    for number, (code, headers, says) in enumerate((
            (486, "Reason: Q.850;cause=17\r\n", "486 q850=17 retry=0"),
            (503, "Retry-After: 30\r\n", "503 q850=0 retry=30"),
            (603, "", "603 q850=0 retry=0")), 10):
        invite = dial(peer, agent, id_=number)
        agent.reply(invite, code, tag="x", headers=headers)
        ack = agent.wait("ACK")
        claim(ack.get("Via") == invite.get("Via"), "in the transaction")
        peer.wait("ended %d refused %s" % (number, says))
    peer.close()


@test
def a_repeated_refusal_is_acknowledged_again():
    peer, agent = stage()
    invite = dial(peer, agent)
    acks = []
    for _ in range(3):
        agent.reply(invite, 486, tag="x")
        acks.append(agent.wait("ACK"))
    claim(len({ack.data for ack in acks}) == 1, "the same bytes")
    claim(acks[0].get("Via") == invite.get("Via"), "in the transaction")
    claim(acks[0].uri == invite.uri, "to the INVITE's address")
    claim(acks[0].cseq == (invite.cseq[0], "ACK"), "with its number")
    claim(acks[0].tag("To") == "x" and
          acks[0].get("From") == invite.get("From"), "between the same two")
    peer.wait("ended 1 refused 486")
    peer.never("ended", 0.2)
    agent.reply(invite, 200, tag="x", body=sdp())
    agent.silent(0.2)
    peer.never("answered", 0.2)
    peer.close()


@test
def an_invite_is_repeated_until_something_is_heard():
    peer, agent = stage("t1_ms=40")
    first = dial(peer, agent)
    invites = [first] + [agent.wait("INVITE") for _ in range(3)]
    claim(len({invite.data for invite in invites}) == 1, "the same bytes")
    agent.reply(first, 100)
    while agent.receive(0.4):
        pass
    agent.silent(1)
    agent.reply(first, 200, tag="t", body=sdp())
    agent.wait("ACK")
    peer.wait("answered 1")
    peer.close()


@test
def a_refused_hold_is_acknowledged_by_the_same_route():
    peer, agent = stage()
    invite = dial(peer, agent)
    route = "<sip:%s;lr>" % agent.where
    agent.reply(invite, 200, tag="t", body=sdp(),
                headers="Record-Route: %s\r\n" % route)
    agent.wait("ACK")
    peer.wait("answered 1")
    peer.do("reoffer 1 hold")
    again = agent.wait("INVITE")
    claim(again.get("Route") == route, "a route")
    agent.reply(again, 488, tag="t")
    ack = agent.wait("ACK")
    claim(ack.get("Route") == route, "the same")
    claim(ack.get("Via") == again.get("Via"), "in the transaction")
    peer.wait("reoffered 1 488")
    peer.close()


@test.slow
def an_invite_that_nobody_hears_fails():
    peer, agent = stage("t1_ms=20")
    dial(peer, agent)
    peer.wait("ended 1 silent", 20)
    peer.has_no_leg()
    peer.close()


@test
def redirections_are_not_followed():
    peer, agent = stage()
    elsewhere = Agent(peer)
    invite = dial(peer, agent)
    agent.reply(invite, 302, tag="x", contact=False,
                headers="Contact: <sip:+8821@%s>\r\n" % elsewhere.where)
    agent.wait("ACK")
    peer.wait("ended 1 refused 302")
    elsewhere.silent()
    peer.close()


@test
def auto_answer_is_asked_for_in_both_ways():
    peer, agent = stage()
    invite = dial(peer, agent, more="auto")
    claim("answer-after=0" in invite.get("Call-Info"), "Call-Info")
    claim("info=alert-autoanswer" in invite.get("Alert-Info"), "Alert-Info")
    agent.reply(invite, 480, tag="x")
    peer.wait("ended 1 refused 480")
    peer.close()


@test
def early_media_are_told_and_stand_for_an_answer_without():
    peer, agent = stage()
    invite = dial(peer, agent)
    agent.reply(invite, 183, tag="e", body=sdp(port=35000))
    peer.wait("ringing 1 183 media=127.0.0.1:35000")
    agent.reply(invite, 200, tag="e")
    agent.wait("ACK")
    peer.wait("answered 1 media=127.0.0.1:35000")
    peer.close()


@test
def an_answer_without_media_is_hung_up_on():
    peer, agent = stage()
    for number, body in enumerate(("", sdp(formats="3"), sdp(port=70000),
                                   sdp(port=0)), 20):
        invite = dial(peer, agent, id_=number)
        agent.reply(invite, 200, tag="x", body=body)
        agent.wait("ACK")
        agent.reply(agent.wait("BYE"), 200)
        peer.wait("ended %d no_media" % number)
    peer.close()


@test
def a_cancel_carries_its_reason():
    peer, agent = stage()
    invite = dial(peer, agent)
    agent.reply(invite, 180, tag="r")
    peer.wait("ringing")
    peer.do("hangup 1 elsewhere")
    peer.wait("ended 1 hung_up")
    cancel = agent.wait("CANCEL")
    claim(cancel.get("Via") == invite.get("Via"), "the same branch")
    claim(cancel.get("To") == invite.get("To"), "To without a tag")
    claim(cancel.cseq == (invite.cseq[0], "CANCEL"), "the same number")
    claim("Call completed elsewhere" in cancel.get("Reason"), "Reason")
    agent.reply(cancel, 200, tag="r", contact=False)
    agent.reply(invite, 487, tag="r")
    agent.wait("ACK")
    agent.silent()
    peer.has_no_leg()
    peer.close()


@test
def a_cancel_waits_for_the_first_response():
    peer, agent = stage()
    invite = dial(peer, agent)
    peer.do("hangup 1")
    peer.wait("ended 1 hung_up")
    try:
        agent.wait("CANCEL", 0.3)
        claim(False, "too early")
    except Exception as failure:
        claim("no CANCEL" in str(failure), str(failure))
    agent.reply(invite, 100)
    agent.wait("CANCEL")
    agent.reply(invite, 487, tag="x")
    agent.wait("ACK")
    peer.close()


@test
def a_cancel_is_repeated_until_it_is_answered():
    peer, agent = stage("t1_ms=40")
    invite = dial(peer, agent)
    agent.reply(invite, 180, tag="r")
    peer.wait("ringing")
    peer.do("hangup 1")
    cancels = [agent.wait("CANCEL") for _ in range(3)]
    claim(len({c.data for c in cancels}) == 1, "the same bytes")
    agent.reply(cancels[0], 200, tag="r", contact=False)
    while agent.receive(0.4):
        pass
    agent.silent(0.4)
    agent.reply(invite, 487, tag="r")
    agent.wait("ACK")
    peer.close()


@test.slow
def a_cancelled_invite_without_an_end_is_forgotten():
    peer, agent = stage("t1_ms=20")
    invite = dial(peer, agent)
    agent.reply(invite, 180, tag="r")
    peer.wait("ringing")
    peer.do("hangup 1")
    peer.has_no_leg()
    peer.close()


@test
def an_answer_that_crosses_the_cancel_is_hung_up_on():
    peer, agent = stage()
    invite = dial(peer, agent)
    agent.reply(invite, 180, tag="r")
    peer.wait("ringing")
    peer.do("hangup 1 elsewhere")
    agent.reply(agent.wait("CANCEL"), 200, tag="r", contact=False)
    agent.reply(invite, 200, tag="r", body=sdp())
    agent.wait("ACK")
    bye = agent.wait("BYE")
    agent.reply(bye, 200)
    peer.never("answered", 0.2)
    peer.has_no_leg()
    peer.close()


@test
def a_repeated_answer_is_acknowledged_again():
    peer, agent = stage()
    invite, tag, first = establish(peer, agent)
    for _ in range(3):
        agent.reply(invite, 200, tag=tag, body=sdp(port=34000))
        ack = agent.wait("ACK")
        claim(ack.cseq == first.cseq and ack.tag("To") == tag, "once more")
    peer.never("answered", 0.2)
    peer.close()


@test
def a_second_answer_of_a_fork_is_thanked_and_hung_up_on():
    peer, agent = stage()
    invite = dial(peer, agent)
    agent.reply(invite, 180, tag="A")
    agent.reply(invite, 180, tag="B")
    agent.reply(invite, 200, tag="B", body=sdp())
    claim(agent.wait("ACK").tag("To") == "B", "B is the call")
    agent.reply(invite, 200, tag="A", body=sdp(port=36000))
    claim(agent.wait("ACK").tag("To") == "A", "A is thanked")
    bye = agent.wait("BYE")
    claim(bye.tag("To") == "A", "and hung up on")
    agent.reply(bye, 200)
    claim(peer.stats()["forks"] == 1, "counted")
    peer.do("hangup 1")
    claim(agent.wait("BYE").tag("To") == "B", "B goes on until then")
    peer.close()


@test
def a_challenge_of_a_stranger_is_not_answered():
    peer, agent = stage(credentials="trunk.test user secret")
    for number, realm in ((30, "cclite.test"), (31, "evil")):
        invite = dial(peer, agent, id_=number)
        agent.reply(invite, 401, tag="x", headers=(
            'WWW-Authenticate: Digest realm="%s", nonce="n", qop="auth"\r\n'
            % realm))
        agent.wait("ACK")
        peer.wait("ended %d refused 401" % number)
    agent.silent(0.2)
    peer.close()


@test
def a_challenge_of_our_trunk_is_answered_once():
    peer, agent = stage(credentials="trunk.test user secret")
    invite = dial(peer, agent)
    header = ('Proxy-Authenticate: Digest realm="trunk.test", nonce="n1", '
              'qop="auth", algorithm=MD5\r\n')
    agent.reply(invite, 407, tag="x", headers=header)
    agent.wait("ACK")
    again = agent.wait("INVITE")
    given = dict(re.findall(r'(\w+)="?([^",]+)"?',
                            again.get("Proxy-Authorization")))
    ha1 = md5("user:trunk.test:secret")
    ha2 = md5("INVITE:" + again.uri)
    claim(given["response"] == md5(":".join(
        (ha1, "n1", given["nc"], given["cnonce"], "auth", ha2))), "proof")
    claim(again.cseq[0] == invite.cseq[0] + 1, "the next number")
    agent.reply(again, 407, tag="y", headers=header)
    agent.wait("ACK")
    peer.wait("ended 1 refused 407")
    agent.silent(0.2)
    peer.close()


def challenge(realm="trunk.test", nonce="n9"):
    return ('WWW-Authenticate: Digest realm="%s", nonce="%s", qop="auth"\r\n'
            % (realm, nonce))


def proves(request, nonce="n9", realm="trunk.test"):
    """Whether a request has the proof of our account for that nonce."""
    given = dict(re.findall(r'(\w+)="?([^",]+)"?',
                            request.get("Authorization")))
    ha1 = md5("user:%s:secret" % realm)
    ha2 = md5(request.cseq[1] + ":" + request.uri)
    return given.get("response") == md5(":".join(
        (ha1, nonce, given.get("nc", ""), given.get("cnonce", ""), "auth",
         ha2)))


@test
def a_trunk_that_challenges_in_a_dialog_gets_its_own_credentials_once():
    peer, agent = stage(credentials="trunk.test user secret")
    invite = dial(peer, agent)
    agent.reply(invite, 407, tag="x", headers=challenge(nonce="n1").replace(
        "WWW-", "Proxy-"))
    agent.wait("ACK")
    again = agent.wait("INVITE")
    agent.reply(again, 200, tag="t", body=sdp(port=34000))
    agent.wait("ACK")
    peer.do("reoffer 1 hold")
    offer = agent.wait("INVITE")
    agent.reply(offer, 401, headers=challenge(nonce="n2"))
    agent.wait("ACK")
    offer = agent.wait("INVITE")
    claim(proves(offer, "n2"), "the offer has the proof")
    claim(b"a=sendonly" in offer.body, "and says the same")
    agent.reply(offer, 200, body=sdp(port=34000, direction="recvonly"))
    agent.wait("ACK")
    peer.wait("reoffered 1 200")
    peer.do("hangup 1")
    bye = agent.wait("BYE")
    agent.reply(bye, 401, headers=challenge())
    again = agent.wait("BYE")
    claim(proves(again) and again.cseq[0] == bye.cseq[0] + 1, "the BYE, too")
    agent.reply(again, 401, headers=challenge(nonce="n10"))
    agent.silent()
    peer.wait("dialog_gone 1")
    peer.has_no_leg()
    peer.close()


@test
def a_trunk_that_called_us_gets_them_too():
    peer, agent = stage(credentials="trunk.test user secret")
    call = Call(agent)
    number, _ = call.answered()
    peer.do("hangup " + number)
    agent.reply(agent.wait("BYE"), 401, headers=challenge())
    again = agent.wait("BYE")
    claim(proves(again), "the proof")
    agent.reply(again, 200)
    peer.wait("dialog_gone " + number)
    peer.close()


@test
def another_realm_in_a_dialog_gets_none():
    peer, agent = stage(credentials="trunk.test user secret")
    establish(peer, agent)
    peer.do("reoffer 1 hold")
    agent.reply(agent.wait("INVITE"), 401, headers=challenge("evil"))
    agent.wait("ACK")
    peer.wait("reoffered 1 401")
    peer.do("hangup 1")
    bye = agent.wait("BYE")
    claim(not bye.get("Authorization"), "no proof")
    agent.reply(bye, 407, headers=challenge("evil").replace("WWW-", "Proxy-"))
    agent.silent()
    peer.wait("dialog_gone 1")
    peer.close()


@test
def phones_never_get_credentials():
    peer = Peer()
    agent = Agent(peer)
    peer.do("device 5 anna secret")
    call = Call(agent, from_="<sip:anna@cclite.test>")
    call.invite()
    asked = agent.wait(401)
    call.ack_failure(asked)
    call.branch = "z9hG4bK" + unique()
    call.headers = authorization(asked, "INVITE", call.uri, "anna", "secret")
    number, _ = call.answered()
    peer.do("trunk 7 %s exact udp 0 0 trunk.test user secret" % agent.where)
    peer.do("hangup " + number)
    agent.reply(agent.wait("BYE"), 401, headers=challenge())
    agent.silent()
    peer.wait("dialog_gone " + number)
    peer.close()


@test
def a_redirect_tells_a_number_and_is_not_followed():
    peer, agent = stage()
    for number, (code, target, told) in enumerate((
            (302, "<sip:%2B442079460000@evil.example>;q=0.5", "+442079460000"),
            (301, "tel:+44-20", ""), (300, "<tel:+4420>", "+4420"),
            (302, "<sip:boss@evil.example>", ""), (302, "<sip:evil>", ""),
            (302, "<sip:%00112@h>", ""), (302, "<sip:" + 40 * "1" + "@h>", ""),
            (305, "<sip:112@h>", ""), (380, "<sip:112@h>", ""),
            (404, "<sip:112@h>", "")), 10):
        invite = dial(peer, agent, id_=number)
        agent.reply(invite, code, tag="x", contact=False,
                    headers="Contact: %s\r\n" % target)
        agent.wait("ACK")
        line = peer.wait("ended %d refused %d" % (number, code))
        found = line.partition(" redirect=")[2]
        claim(found == told, line)
    agent.silent(0.2)
    peer.close()


@test
def a_phone_that_rings_is_told_to_pick_up():
    peer, agent = stage()
    invite = dial(peer, agent)
    peer.do("talk 1", "Protocol error")
    agent.reply(invite, 180, tag="t")
    peer.wait("ringing 1 180")
    peer.do("talk 1")
    told = agent.wait("NOTIFY")
    claim(told.get("Event") == "talk", told.get("Event"))
    claim(told.get("Subscription-State") == "active", "and goes on")
    claim(told.tag("To") == "t" and told.cseq[0] == invite.cseq[0] + 1,
          "within the dialog of the INVITE")
    agent.reply(told, 489)
    peer.never("ended", 0.2)
    peer.do("talk 1")
    agent.reply(agent.wait("NOTIFY"), 200)
    agent.reply(invite, 200, tag="t", body=sdp())
    claim(agent.wait("ACK").cseq[0] == invite.cseq[0], "of the INVITE")
    peer.wait("answered 1")
    peer.do("talk 1", "Protocol error")
    peer.do("hangup 1")
    agent.reply(agent.wait("BYE"), 200)
    peer.close()


@test
def hold_is_offered_and_taken_back():
    peer, agent = stage()
    invite, tag, _ = establish(peer, agent)
    for how, line, answer, event in (
            ("hold", b"a=sendonly", "recvonly", "sends"),
            ("active", b"a=sendrecv", "sendrecv", "both")):
        peer.do("reoffer 1 " + how)
        again = agent.wait("INVITE")
        claim(line in again.body and again.tag("To") == tag, how)
        agent.reply(again, 100)
        agent.reply(again, 200, body=sdp(port=34000, direction=answer))
        claim(agent.wait("ACK").cseq[0] == again.cseq[0], "ACK")
        claim("/%s/" % event in peer.wait("reoffered 1 200"), event)
    peer.close()


@test
def the_called_may_offer_too():
    peer, agent = stage()
    invite, tag, _ = establish(peer, agent)
    agent.send_bytes(in_dialog(agent, invite, tag, "INVITE",
                               body=sdp(port=37000, direction="sendonly")))
    answer = agent.wait(200)
    claim(b"a=recvonly" in answer.body, "mirrored")
    agent.send_bytes(in_dialog(agent, invite, tag, "ACK",
                               cseq="1 ACK"))
    claim("127.0.0.1:37000/receives" in peer.wait("media 1"), "told")
    peer.close()


@test
def glare_of_the_maker_of_the_call_waits_longer():
    peer, agent = stage("t1_ms=100")
    invite, tag, _ = establish(peer, agent)
    peer.do("reoffer 1 hold")
    agent.reply(agent.wait("INVITE"), 491)
    agent.wait("ACK")
    began = time.monotonic()
    again = agent.wait("INVITE")
    took = time.monotonic() - began
    claim(took > 0.4, "2.1 s at the least, of a fifth: %.2f" % took)
    agent.reply(again, 200, body=sdp(direction="recvonly"))
    peer.wait("reoffered 1 200")
    peer.close()


@test
def garbage_for_a_response_is_dropped():
    peer, agent = stage()
    invite = dial(peer, agent)
    base = "".join("%s: %s\r\n" % h for h in invite.headers
                   if h[0] in ("Via", "From", "To", "Call-ID", "CSeq"))
    for start in ("SIP/2.0 4294967301 Big", "SIP/2.0 99 Low",
                  "SIP/2.0 65536180 Wraps"):
        agent.send_bytes("%s\r\n%sContent-Length: 0\r\n\r\n" % (start, base))
    peer.never("ringing", 0.3)
    peer.never("ended", 0.1)
    claim(peer.stats()["badresp"] == 3, "counted")
    agent.reply(invite, 486, tag="x")
    agent.wait("ACK")
    peer.wait("ended 1 refused 486")
    peer.close()


@test.slow
def a_trunk_that_does_not_answer_options_is_down():
    peer = Peer()
    agent = Agent(peer)
    peer.do("trunk 7 %s exact udp 0 5" % agent.where)
    options = agent.wait("OPTIONS")
    agent.reply(options, 503)
    options = agent.wait("OPTIONS")
    agent.reply(options, 503)
    peer.wait("trunk_down 7 503")
    peer.do("dial 1 trunk 7 1 2 x", "Host is down")
    agent.reply(agent.wait("OPTIONS"), 404)
    peer.wait("trunk_up 7")
    dial(peer, agent)
    peer.close()


@test.slow
def a_silent_trunk_is_down():
    peer = Peer()
    agent = Agent(peer)
    peer.do("trunk 7 %s exact udp 0 5" % agent.where)
    peer.wait("trunk_down 7 0", 20)
    peer.close()


@test
def a_port_where_nobody_listens_fails_the_call():
    peer = Peer()
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    where = "127.0.0.1:%d" % taken.getsockname()[1]
    peer.do("trunk 7 %s exact tcp 0 0" % where)
    peer.do("dial 1 trunk 7 1 2 x")
    peer.wait("ended 1 silent")
    peer.has_no_leg()
    peer.close()


@test
def trunks_that_make_no_sense_are_refused():
    peer, agent = stage()
    for where in ("voip_example.com", "224.0.0.1", "255.255.255.255",
                  "10.0.0.1:0", "10.0.0.1:70000", "[::1]:5060"):
        peer.do("trunk 8 %s any udp 0 0" % where, "Invalid argument")
    peer.do("trunk 8 %s any udp 0 0" % agent.where, "File exists")
    peer.do("trunk 8 127.0.0.1:1 any udp 0 3", "Invalid argument")
    peer.do("dial 1 trunk 9 1 2 x", "No such file or directory")
    peer.do("dial 1 trunk 7  2 x", "Invalid argument")
    peer.close()


@test
def the_public_address_is_shown_outside_local_networks_only():
    peer = Peer("public=203.0.113.9:5099")
    agent = Agent(peer)
    peer.do("trunk 7 %s exact udp 0 0" % agent.where)
    invite = dial(peer, agent)
    claim("203.0.113.9" not in invite.data.decode(), "loopback is local")
    peer.close()


@test
def ending_in_the_middle_of_calls_leaks_nothing():
    peer, agent = stage()
    dial(peer, agent, id_=1)
    agent.reply(dial(peer, agent, id_=2), 180, tag="x")
    peer.wait("ringing 2")
    peer.do("hangup 2")
    agent.wait("CANCEL")
    establish(peer, agent, id_=3)
    peer.do("hangup 3")
    agent.wait("BYE")
    peer.close()


if __name__ == "__main__":
    test.run()
