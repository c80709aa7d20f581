# SPDX-License-Identifier: GPL-3.0-or-later
"""Those who answer 488 to a key that was optional, and who get none then."""

import shutil
import subprocess
import tempfile

from sipwire import Agent, Tests, authorization, claim, unique
from srtp_peer import (Provider, client, key_of, line, plain, protocol_of,
                       relay, secret, stage, text_of, trunk)

test = Tests()


def is_same_call(first, again):
    """A second INVITE of the same leg (RFC 3261, 8.1.3.5)."""
    claim(again.get("Call-ID") == first.get("Call-ID"), "the same call")
    claim(again.get("From") == first.get("From"), "the same caller")
    claim(again.cseq[0] == first.cseq[0] + 1, "the next request")
    claim(not again.tag("To"), "of no dialog")


def is_another_call(provider, before):
    """Whatever the next call's INVITE follows, it was the last of its own."""
    claim(provider.called(2).get("Call-ID") != before.get("Call-ID"),
          "nothing more is said about the first call")


def declined(provider):
    """The INVITE with a key, refused, and the one that follows it."""
    first = provider.called(1)
    claim(key_of(first), text_of(first))
    provider.refuse(488)
    again = provider.invited()
    is_same_call(first, again)
    claim(protocol_of(again) == "RTP/AVP" and not key_of(again),
          text_of(again))
    return again


@test
def a_trunk_that_takes_no_key_is_called_without_one():
    peer = stage()
    provider = Provider(peer, "optional")
    declined(provider)
    provider.answer(plain())
    claim("/k" not in peer.wait("answered 1"), "plain")
    peer.do("reoffer 1 hold")
    offer = provider.agent.wait("INVITE", keep=False)
    claim(not key_of(offer), "nor is one offered later")
    provider.agent.reply(offer, 200, body=plain(version=2))
    provider.agent.wait("ACK", keep=False)
    peer.wait("reoffered 1 200")
    peer.do("hangup 1")
    provider.is_left()
    peer.close()


@test
def a_phone_that_takes_no_key_is_called_without_one():
    peer = stage()
    peer.do("device 5 anna secret optional")
    phone = Agent(peer, tls=client())
    more, call_id = "", unique()
    aor, domain = "<sip:anna@cclite.test>", "sip:cclite.test"
    for cseq in (1, 2):
        phone.send_bytes(phone.request(
            "REGISTER", domain, to=aor, from_=aor + ";tag=1", call_id=call_id,
            cseq=cseq, headers=more))
        answer = phone.wait(lambda m: m.code)
        if answer.code == 401:
            more = authorization(answer, "REGISTER", domain, "anna", "secret")
    claim(answer.code == 200, answer.start)
    peer.do("dial 1 device 5 100 555 x")
    first = phone.wait("INVITE")
    claim(key_of(first), text_of(first))
    phone.reply(first, 488, tag="r", contact=False)
    again = phone.wait("INVITE")
    is_same_call(first, again)
    claim(not key_of(again), text_of(again))
    phone.reply(again, 200, tag="t", body=plain())
    claim("/k" not in peer.wait("answered 1"), "plain")
    peer.do("hangup 1")
    phone.reply(phone.wait("BYE"), 200)
    peer.close()


@test
def who_refuses_that_too_is_not_asked_a_third_time():
    peer = stage()
    provider = Provider(peer, "optional")
    again = declined(provider)
    provider.refuse(488)
    peer.wait("ended 1 refused 488")
    is_another_call(provider, again)
    peer.close()


@test
def what_is_not_about_an_optional_key_ends_the_call():
    for srtp, code in (("required", 488), ("no", 488), ("optional", 486),
                       ("optional", 606)):
        peer = stage()
        provider = Provider(peer, srtp)
        first = provider.called(1)
        provider.refuse(code)
        peer.wait("ended 1 refused %d" % code)
        is_another_call(provider, first)
        peer.close()


@test
def what_was_said_early_to_the_first_offer_is_no_answer_to_the_second():
    peer = stage()
    provider = Provider(peer, "optional")
    first = provider.called(1)
    provider.agent.reply(first, 183, tag="r", body=secret(
        line(), protocol="RTP/AVP"))
    claim("/k80=" in peer.wait("ringing 1 183"), "heard early")
    provider.refuse(488)
    claim(not key_of(provider.invited()), "without a key")
    provider.answer("")
    claim("cause=488" in provider.is_left().get("Reason"), "why is said")
    peer.wait("ended 1 no_media")
    peer.close()


@test
def a_key_in_answer_to_none_is_passed_over():
    peer = stage()
    provider = Provider(peer, "optional")
    declined(provider)
    provider.answer(plain(line()))
    claim("/k" not in peer.wait("answered 1"), "plain")
    peer.do("hangup 1")
    provider.is_left()
    peer.close()


@test
def who_calls_for_help_is_put_through_without_a_key_as_well():
    peer = stage()
    provider = Provider(peer, "required")
    peer.do("dial 1 trunk 7 112 555 x help")
    claim(key_of(provider.invited()), "with a key first")
    provider.refuse(488)
    claim(not key_of(provider.invited()), "without one then")
    provider.answer(plain())
    peer.wait("answered 1")
    peer.do("hangup 1")
    provider.is_left()
    peer.close()


@test
def a_caller_who_hangs_up_before_the_refusal_is_not_called_for_again():
    for rings in (True, False):
        peer = stage()
        provider = Provider(peer, "optional")
        first = provider.called(1)
        if rings:
            provider.agent.reply(first, 180, tag="r")
            peer.wait("ringing 1 180")
        peer.do("hangup 1")
        peer.wait("ended 1 hung_up")
        if rings:
            cancel = provider.agent.wait("CANCEL")
            provider.agent.reply(cancel, 200, tag="r", contact=False)
        provider.refuse(488)
        is_another_call(provider, first)
        peer.close()


@test
def a_caller_who_hangs_up_after_it_cancels_the_second_call():
    for rings in (True, False):
        peer = stage()
        provider = Provider(peer, "optional")
        again = declined(provider)
        if rings:
            provider.agent.reply(again, 180, tag="s")
            peer.wait("ringing 1 180")
        peer.do("hangup 1")
        peer.wait("ended 1 hung_up")
        if not rings: # a CANCEL waits for the first word of the other side
            provider.agent.reply(again, 100)
        cancel = provider.agent.wait("CANCEL")
        claim(cancel.get("Via") == again.get("Via"), "the second's branch")
        claim(cancel.cseq == (again.cseq[0], "CANCEL"), "and its number")
        provider.agent.reply(cancel, 200, tag="s", contact=False)
        provider.refuse(487)
        is_another_call(provider, again)
        peer.close()


ANSWER = """<send><![CDATA[
SIP/2.0 %s
[last_Via:]
[last_From:]
[last_To:];tag=[call_number]
[last_Call-ID:]
[last_CSeq:]
Contact: <sip:sipp@[local_ip]:[local_port];transport=[transport]>
%s
]]></send>
"""
SOUND = """Content-Type: application/sdp
Content-Length: [len]

v=0
o=- 1 1 IN IP4 [local_ip]
s=-
c=IN IP4 [local_ip]
t=0 0
m=audio 40000 RTP/AVP 0
"""
INVITED = """<recv request="INVITE"><action><ereg regexp="a=crypto"
 search_in="msg" %s="true" assign_to="key"/></action></recv>
<Reference variables="key"/>
"""
STRICT = ("""<?xml version="1.0" encoding="us-ascii"?>
<scenario name="strict">
""" + INVITED % "check_it" + ANSWER % ("488 Not Acceptable Here",
                                       "Content-Length: 0\n")
    + '<recv request="ACK"/>\n'
    + INVITED % "check_it_inverse" + ANSWER % ("200 OK", SOUND)
    + '<recv request="ACK"/>\n<recv request="BYE"/>\n'
    + ANSWER % ("200 OK", "Content-Length: 0\n") + "</scenario>\n")


@test
def sipp_takes_no_key_and_is_called_without_one():
    if not shutil.which("sipp"):
        return
    peer = stage()
    with tempfile.TemporaryDirectory(prefix="sipp") as place:
        with open(place + "/strict.xml", "w", encoding="ascii") as out:
            out.write(STRICT)
        with relay() as (outside, inside):
            sipp = subprocess.Popen(
                ["sipp", "-sf", "strict.xml", "-i", "127.0.0.1", "-p",
                 str(inside), "-t", "t1", "-m", "5", "-nostdin", "-timeout",
                 "60", "-timeout_error"], cwd=place,
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL)
            try:
                trunk(peer, "optional", where="127.0.0.1:%d" % outside)
                for number in range(1, 6):
                    peer.do("dial %d trunk 7 100 555 x" % number)
                for number in range(1, 6):
                    claim("/k" not in peer.wait("answered %d " % number, 60),
                          "plain")
                    peer.do("hangup %d" % number)
                    peer.wait("dialog_gone %d" % number, 60)
                claim(sipp.wait(60) == 0, "sipp is content")
            finally:
                sipp.kill()
                sipp.wait()
    peer.close()


test.run()
