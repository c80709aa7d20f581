# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys of encrypted audio in SDP (RFC 4568), over TLS and nowhere else."""

from sipwire import Agent, Call, Tests, authorization, claim, unique
from srtp_peer import (KEY, OTHER, SHA1_32, SHA1_80, WAYS, Provider, client,
                       key_of, line, plain, protocol_of, secret, stage, text_of,
                       trunk)

test = Tests()


def answer_to(agent, body):
    """A call in, and the 200 to it: (call, number, 200)."""
    call = Call(agent, body=body)
    number, answer = call.answered()
    return call, number, answer


@test
def an_encrypted_offer_is_answered_as_it_was_made():
    peer = stage()
    trunk(peer, "required")
    agent = Agent(peer, tls=client())
    keys = set()
    for tag, suite, short in ((1, SHA1_80, "k80"), (9, SHA1_32, "k32")):
        call = Call(agent, body=secret(line(tag, suite)))
        call.invite()
        told = peer.wait("incoming")
        number = told.split()[1]
        claim(told.endswith("/%s=%s" % (short, KEY)), told)
        peer.do("answer " + number)
        answer = agent.wait(200, keep=False)
        call.ack(answer)
        peer.wait("confirmed " + number)
        claim(protocol_of(answer) == "RTP/SAVP", text_of(answer))
        claim(key_of(answer)[:2] == (tag, suite), text_of(answer))
        keys.add(key_of(answer)[2])
        claim(call.bye() == 200, "it ends")
    claim(len(keys) == 2 and KEY not in keys, "each leg has its own key")
    peer.close()


@test
def an_offer_that_does_not_fit_is_refused_with_the_reason():
    peer = stage()
    phone = Agent(peer, tls=client())
    for srtp, body, warning in (
            ("no", secret(), "304"),
            ("required", plain(), "302"),
            ("required", plain(line()), "302"),
            ("required", secret(line(more="|2^20|1:4")), "306"),
            ("optional", secret(line(suite="AES_256_CM_HMAC_SHA1_80")), "306"),
            ("optional", secret("a=x\r\n"), "306")):
        trunk(peer, srtp)
        call = Call(phone, body=body)
        call.invite()
        answer = phone.wait(lambda m: m.code >= 300, keep=False)
        call.ack_failure(answer)
        claim(answer.code == 488, "%s: %s" % (srtp, answer.start))
        claim(answer.get("Warning").startswith(warning),
              answer.get("Warning"))
    claim(peer.stats()["legs"] == 0, "no leg came of it")
    peer.close()


@test
def a_key_that_anybody_could_read_is_neither_taken_nor_sent():
    peer = stage()
    for tcp in (False, True):
        agent = Agent(peer, tcp=tcp)
        where = "127.0.0.1:%d" % (5061 if tcp else
                                  agent.socket.getsockname()[1])
        kind = "tcp" if tcp else "udp"
        trunk(peer, "required", kind, where)
        for body in (secret(), plain(), ""):
            call = Call(agent, body=body)
            call.invite()
            answer = agent.wait(lambda m: m.code >= 300, keep=False)
            call.ack_failure(answer)
            claim(answer.code == 488, answer.start)
            claim(answer.get("Warning").startswith("302"),
                  answer.get("Warning"))
        peer.do("dial 1 trunk 7 +4412345 555 x", "Protocol not supported")
        trunk(peer, "optional", kind, where)
        call, _, answer = answer_to(agent, plain(line()))
        claim(protocol_of(answer) == "RTP/AVP" and not key_of(answer),
              text_of(answer))
        claim(call.bye() == 200, "it ends")
        agent.close()
    peer.close()


@test
def what_is_optional_is_as_the_caller_wants_it():
    peer = stage()
    trunk(peer, "optional")
    agent = Agent(peer, tls=client())
    for body, protocol, encrypted in (
            (plain(), "RTP/AVP", False),
            (plain(line()), "RTP/AVP", True),
            (secret(), "RTP/SAVP", True)):
        call, _, answer = answer_to(agent, body)
        claim(protocol_of(answer) == protocol, text_of(answer))
        claim((key_of(answer) is not None) == encrypted, answer.body)
        claim(call.bye() == 200, "it ends")
    trunk(peer, "no")
    call, _, answer = answer_to(agent, plain(line()))
    claim(not key_of(answer), "where it is not wanted, no key is said")
    claim(call.bye() == 200, "it ends")
    peer.close()


@test
def a_caller_who_leaves_the_offer_to_us_gets_a_key():
    peer = stage()
    agent = Agent(peer, tls=client())
    for srtp, body, end in (
            ("required", secret(), "confirmed"),
            ("optional", plain(line()), "confirmed"),
            ("optional", plain(), "confirmed"),
            ("required", plain(), "ended"),
            ("required", secret(line(2)), "ended"),
            ("optional", plain(line(suite=SHA1_32)), "ended")):
        trunk(peer, srtp)
        call = Call(agent, body="")
        call.invite()
        number = peer.wait("incoming").split()[1]
        peer.do("answer " + number)
        answer = agent.wait(200, keep=False)
        claim(protocol_of(answer) == ("RTP/SAVP" if srtp == "required"
                                      else "RTP/AVP"), text_of(answer))
        claim(key_of(answer)[:2] == (1, SHA1_80), text_of(answer))
        call.ack(answer, body=body)
        if end == "ended":
            peer.wait("ended %s no_media" % number)
            agent.reply(agent.wait("BYE", keep=False), 200)
        else:
            told = peer.wait("confirmed " + number)
            claim(("/k80=" in told) == ("a=crypto" in body), told)
            claim(call.bye() == 200, "it ends")
    peer.close()


@test
def calls_out_offer_what_the_trunk_wants():
    for srtp, protocol in zip(WAYS, ("RTP/AVP", "RTP/AVP", "RTP/SAVP")):
        peer = stage()
        provider = Provider(peer, srtp)
        keys = set()
        for number in (1, 2):
            invite = provider.called(number)
            claim(protocol_of(invite) == protocol, text_of(invite))
            key = key_of(invite)
            claim((key is None) == (srtp == "no"), text_of(invite))
            if key:
                claim(key[:2] == (1, SHA1_80), text_of(invite))
                keys.add(key[2])
            provider.answer(plain() if srtp == "no" else secret(
                line(key=OTHER), protocol=protocol))
            told = peer.wait("answered %d" % number)
            claim(told.endswith("/k80=" + OTHER) == (srtp != "no"), told)
            peer.do("hangup %d" % number)
            provider.is_left()
        claim(len(keys) == (0 if srtp == "no" else 2), "a key for each call")
        peer.close()


@test
def an_answer_that_does_not_fit_the_offer_ends_the_call():
    for srtp, body in (
            ("required", plain()),
            ("required", plain(line())),
            ("required", secret(line(2))),
            ("required", secret(line(suite=SHA1_32))),
            ("required", secret("a=x\r\n")),
            ("optional", plain(line(2)))):
        peer = stage()
        provider = Provider(peer, srtp)
        provider.called(1)
        provider.answer(body)
        claim("cause=488" in provider.is_left().get("Reason"), "why is said")
        peer.wait("ended 1 no_media")
        peer.close()


@test
def a_trunk_may_decline_what_is_optional():
    peer = stage()
    provider = Provider(peer, "optional")
    provider.called(1)
    provider.answer(plain())
    claim("/k" not in peer.wait("answered 1"), "plain")
    peer.do("hangup 1")
    provider.is_left()
    peer.close()


@test
def who_calls_for_help_is_heard_by_whatever_means():
    peer = stage()
    peer.do("device 5 anna secret required")
    phone = Agent(peer)
    for called, code in (("112", 200), ("113", 488)):
        call = Call(phone, user=called, from_="<sip:anna@cclite.test>")
        call.invite()
        challenge = phone.wait(401, keep=False)
        call.ack_failure(challenge)
        call.headers = authorization(challenge, "INVITE", call.uri, "anna",
                                     "secret")
        call.branch, call.cseq = "z9hG4bK" + unique(), 2
        call.invite()
        if code == 200:
            peer.do("answer " + peer.wait("incoming").split()[1])
        answer = phone.wait(lambda m: m.code >= 200, keep=False)
        claim(answer.code == code, answer.start)
        if code == 200:
            call.ack(answer)
            claim(call.bye() == 200, "it ends")
    peer.close()


@test
def a_call_for_help_goes_out_by_whatever_means():
    peer = stage()
    carrier = Agent(peer)
    trunk(peer, "required", "udp", carrier.where)
    peer.do("dial 1 trunk 7 112 555 x help")
    invite = carrier.wait("INVITE", keep=False)
    claim(protocol_of(invite) == "RTP/AVP" and not key_of(invite),
          text_of(invite))
    carrier.reply(invite, 200, tag="t", body=plain())
    carrier.wait("ACK", keep=False)
    peer.wait("answered 1")
    peer.do("hangup 1")
    carrier.reply(carrier.wait("BYE", keep=False), 200)
    peer.close()


def reinvite(call, body):
    """Offers anew; the 200 or the refusal, acknowledged."""
    call.next("INVITE", body=body)
    answer = call.agent.wait(lambda m: m.code >= 200
                             and m.cseq[0] == call.cseq, keep=False)
    if answer.code < 300:
        call.ack(answer)
    return answer


@test
def a_new_offer_may_have_a_new_key_and_ours_stays():
    peer = stage()
    trunk(peer, "optional")
    call, number, first = answer_to(Agent(peer, tls=client()), secret())
    answer = reinvite(call, secret(line(3, key=OTHER), version=2))
    claim(peer.wait("media " + number).endswith("/k80=" + OTHER), "theirs")
    claim(key_of(answer) == (3, *key_of(first)[1:]), "ours, for their tag")
    answer = reinvite(call, secret(line(suite=SHA1_32), version=3))
    claim(peer.wait("media " + number).endswith("/k32=" + KEY), "theirs")
    claim(key_of(answer)[1] == SHA1_32, text_of(answer))
    claim(key_of(answer)[2] != key_of(first)[2], "another suite, another key")
    answer = reinvite(call, plain(version=4))
    claim("/k" not in peer.wait("media " + number), "plain")
    claim(not key_of(answer), text_of(answer))
    claim(call.bye() == 200, "it ends")
    peer.close()


@test
def a_new_offer_without_a_key_is_refused_and_the_call_goes_on():
    peer = stage()
    trunk(peer, "required")
    call, number, first = answer_to(Agent(peer, tls=client()), secret())
    answer = reinvite(call, plain(version=2))
    claim(answer.code == 488 and answer.get("Warning").startswith("302"),
          answer.start)
    answer = reinvite(call, secret(version=3))
    claim(answer.code == 200 and key_of(answer) == key_of(first), text_of(answer))
    peer.wait("media " + number)
    claim(call.bye() == 200, "it ends")
    peer.close()


@test
def what_we_offer_anew_has_a_new_key_when_it_is_elsewhere():
    peer = stage()
    trunk(peer, "required")
    call, number, first = answer_to(Agent(peer, tls=client()), secret())
    agent = call.agent
    peer.do("reoffer %s hold" % number)
    offer = agent.wait("INVITE", keep=False)
    claim(protocol_of(offer) == "RTP/SAVP", text_of(offer))
    claim(key_of(offer)[2] != key_of(first)[2], "another port, another key")
    agent.reply(offer, 200, body=secret(line(key=OTHER)))
    agent.wait("ACK", keep=False)
    claim(peer.wait("reoffered %s 200" % number).endswith("/k80=" + OTHER),
          "theirs")
    claim(call.bye() == 200, "it ends")
    peer.close()


test.run()
