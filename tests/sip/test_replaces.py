# SPDX-License-Identifier: GPL-3.0-or-later
"""Replaces: a phone joins its two calls, and nobody gets at another's."""

from urllib.parse import quote

from sipwire import Agent, Call, Peer, Tests, authorization, claim, unique

test = Tests()


def replaces(call):
    """A dialog as the one who calls us names it (RFC 3891)."""
    return "%s;to-tag=%s;from-tag=%s" % (
        call.call_id, call.to.split("tag=")[1], call.tag)


def two_calls(device):
    """A stack and a phone with two calls to it; their numbers."""
    peer = Peer()
    agent = Agent(peer)
    peer.do("device 5 anna secret")
    peer.do("device 6 berta geheim")
    calls = []
    for user, password in device:
        call = Call(agent, from_="<sip:%s@cclite.test>" % user)
        call.invite()
        challenge = agent.wait(401)
        call.ack_failure(challenge)
        call.branch = "z9hG4bK" + unique()
        call.headers = authorization(challenge, "INVITE", call.uri, user,
                                     password)
        calls.append((call, call.answered()[0]))
    return peer, agent, calls


@test
def a_phone_joins_its_two_calls():
    peer, agent, calls = two_calls([("anna", "secret")] * 2)
    (one, number), (other, second) = calls
    for target in ("sip:h?Replaces=%s", "sip:2@h?Replaces=%s",
                   "sip:2@h?Require=replaces&replaces=%s"):
        one.next("REFER", headers="Refer-To: <%s>\r\n"
                 % (target % quote(replaces(other))))
        claim(agent.wait(202).get("Contact"), "202 with a Contact")
        line = peer.wait("refer " + number)
        claim(line.endswith("replaces=" + second), line)
        agent.reply(agent.wait("NOTIFY"), 200)
        peer.do("refer_result %s 603" % number)
        told = agent.wait("NOTIFY")
        claim(told.body == b"SIP/2.0 603 Decline\r\n", str(told.body))
        agent.reply(told, 200)
    for call, _ in calls:
        call.bye()
    peer.close()


@test
def a_guessed_replaces_is_refused():
    peer, agent, calls = two_calls([("anna", "secret"), ("berta", "geheim")])
    (one, number), (theirs, _) = calls
    cut = replaces(one)[:-1]
    for text, code in (
            ("nobody;to-tag=1;from-tag=2", 481), (cut, 481),
            (replaces(one), 481), (replaces(theirs), 403),
            (replaces(theirs) + ";early-only", 403), (";", 400), ("a", 400),
            ("a;to-tag=b", 400), ("a;from-tag=b", 400)):
        one.next("REFER", headers="Refer-To: <sip:1@h?Replaces=%s>\r\n"
                 % quote(text))
        answer = agent.wait(lambda m: m.cseq[1] == "REFER")
        claim(answer.code == code, text + ": " + answer.start)
    peer.never("refer", 0.2)
    claim(peer.stats()["legs"] == 2, "both calls go on")
    for call, _ in calls:
        call.bye()
    peer.close()


@test
def an_invite_takes_over_nobodys_call():
    peer = Peer()
    agent = Agent(peer)
    peer.do("trunk 7 127.0.0.1:5060 any udp 0 0")
    call = Call(agent)
    call.answered()
    for text, code in ((replaces(call), 403), ("a;to-tag=b;from-tag=c", 481),
                       ("a", 400)):
        taker = Call(agent, headers="Replaces: %s\r\n" % text)
        taker.invite()
        answer = agent.wait(lambda m: m.code >= 300)
        claim(answer.code == code, text + ": " + answer.start)
        taker.ack_failure(answer)
    peer.never("incoming", 0.2)
    call.bye()
    peer.close()


if __name__ == "__main__":
    test.run()
