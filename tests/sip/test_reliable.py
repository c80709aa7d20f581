# SPDX-License-Identifier: GPL-3.0-or-later
"""18x that are made sure of by PRACK (RFC 3262), on both sides."""

from sipwire import Agent, Call, Peer, Tests, calling, claim, sdp

test = Tests()
WANTED = "Require: 100rel\r\n"


def called(*settings, body=None, headers=WANTED):
    """A stack, a call of our agent's that demands PRACK, and its id."""
    peer = Peer(*settings)
    agent = Agent(peer)
    peer.do("trunk 7 127.0.0.1:5060 any udp 0 0")
    call = Call(agent, headers=headers, body=body)
    call.invite()
    return peer, agent, call, peer.wait("incoming").split()[1]


def prack(call, rack, code=200, **more):
    call.next("PRACK", headers="RAck: %s\r\n" % rack, **more)
    answer = call.agent.wait(lambda m: m.cseq == (call.cseq, "PRACK"))
    claim(answer.code == code, "%s, not %d" % (answer.start, code))
    return answer


def rack_of(response):
    return "%s %d INVITE" % (response.get("RSeq"), response.cseq[0])


def drain(agent):
    """What is under way; nothing comes after it."""
    while agent.receive(0.1):
        pass
    agent.silent(0.5)


@test
def a_provisional_answer_is_repeated_until_its_prack():
    peer, agent, call, number = called("t1_ms=50")
    peer.do("progress %s 180" % number)
    copies = [agent.wait(180) for _ in range(3)]
    claim(len({copy.data for copy in copies}) == 1, "the same bytes")
    claim(copies[0].get("Require") == "100rel" and
          1 <= int(copies[0].get("RSeq")) < 2 ** 31, "reliable")
    call.learn(copies[0])
    rack = rack_of(copies[0])
    prack(call, "1 " + rack.split(" ", 1)[1], 481)
    prack(call, rack.replace(" 1 ", " 2 "), 481)
    prack(call, rack.replace("INVITE", "BYE"), 481)
    prack(call, "99999999999999999999 1 INVITE", 481)
    prack(call, rack)
    drain(agent)
    prack(call, rack, 481)
    peer.do("answer " + number)
    answer = agent.wait(200)
    call.ack(answer)
    peer.wait("confirmed " + number)
    claim(call.bye() == 200, "BYE")
    claim(peer.stats()["legs"] == 0, "no leg is left")
    peer.close()


@test
def a_copy_of_a_prack_is_answered_alike():
    peer, agent, call, number = called()
    peer.do("progress %s 180" % number)
    ringing = agent.wait(180)
    call.learn(ringing)
    call.cseq += 1
    text = call.text("PRACK", branch="z9hG4bKprack",
                     headers="RAck: %s\r\n" % rack_of(ringing))
    for _ in range(3):
        agent.send_bytes(text)
        claim(agent.wait(lambda m: m.cseq == (2, "PRACK")).code == 200, "200")
    peer.do("reject %s 486" % number)
    call.ack_failure(agent.wait(486))
    peer.close()


@test
def the_next_one_waits_for_the_prack_of_the_last():
    peer, agent, call, number = called()
    peer.do("progress %s 180" % number)
    first = agent.wait(180)
    call.learn(first)
    peer.do("progress %s 182" % number)
    peer.do("progress %s 183 early" % number)
    prack(call, rack_of(first))
    second = agent.wait(183)
    claim(int(second.get("RSeq")) == int(first.get("RSeq")) + 1, "in order")
    claim(b"m=audio" in second.body, "early media")
    prack(call, rack_of(second))
    peer.do("answer " + number)
    call.ack(agent.wait(lambda m: m.code == 200 and m.cseq[1] == "INVITE"))
    claim(not [m for m in agent.kept if m.code == 182], "the last wish wins")
    call.bye()
    peer.close()


@test
def an_answer_waits_for_the_prack_of_early_media():
    peer, agent, call, number = called()
    peer.do("progress %s 183 early" % number)
    early = agent.wait(183)
    peer.do("answer " + number)
    call.learn(early)
    prack(call, rack_of(early))
    answer = agent.wait(lambda m: m.code == 200 and m.cseq[1] == "INVITE")
    claim(answer.body == early.body, "one answer")
    call.ack(answer)
    peer.wait("confirmed " + number)
    call.bye()
    peer.close()


@test
def an_answer_does_not_wait_for_the_prack_of_ringing():
    peer, agent, call, number = called("t1_ms=50")
    peer.do("progress %s 180" % number)
    agent.wait(180)
    peer.do("answer " + number)
    answer = agent.wait(200)
    call.ack(answer)
    peer.wait("confirmed " + number)
    drain(agent)
    call.bye()
    peer.close()


@test.slow
def a_caller_that_never_sends_prack_is_refused():
    peer, agent, call, number = called("t1_ms=20")
    peer.do("progress %s 180" % number)
    answer = agent.wait(504)
    call.ack_failure(answer)
    peer.wait("ended %s silent 504" % number)
    claim(peer.stats()["legs"] == 0, "no leg is left")
    peer.close()


@test
def giving_up_ends_the_repetitions():
    for end in ("cancel", "reject", "hangup", "bye"):
        peer, agent, call, number = called("t1_ms=50")
        peer.do("progress %s 180" % number)
        ringing = agent.wait(180)
        if end == "cancel":
            call.cancel()
        elif end == "bye":
            call.learn(ringing)
            call.next("BYE")
        else:
            peer.do("%s %s 486" % (end, number))
        call.ack_failure(agent.wait(lambda m: m.code >= 400))
        peer.wait("ended " + number)
        drain(agent)
        claim(peer.stats()["legs"] == 0, "no leg is left")
        peer.close()


@test
def a_late_offer_that_demands_prack_gets_its_offer_with_the_answer():
    peer, agent, call, number = called(body="")
    agent.wait(100)
    peer.do("progress %s 180" % number)
    agent.silent(0.3)
    peer.do("answer " + number)
    answer = agent.wait(200)
    claim(b"m=audio" in answer.body, "our offer")
    call.ack(answer, body=sdp())
    peer.wait("confirmed " + number)
    call.bye()
    peer.close()


@test
def a_prack_may_offer_anew():
    peer, agent, call, number = called()
    peer.do("progress %s 183 early" % number)
    early = agent.wait(183)
    call.learn(early)
    answer = prack(call, rack_of(early), body=sdp(port=33000, version=2))
    claim(b"m=audio" in answer.body, "answered")
    peer.wait("media %s media=127.0.0.1:33000" % number)
    peer.do("answer " + number)
    call.ack(agent.wait(lambda m: m.code == 200 and m.cseq[1] == "INVITE"))
    call.bye()
    peer.close()


@test
def callers_that_only_could_are_spared():
    peer, agent, call, number = called(headers="Supported: 100rel\r\n")
    peer.do("progress %s 180" % number)
    ringing = agent.wait(180)
    claim(not ringing.get("RSeq") and not ringing.get("Require"), "plain")
    call.learn(ringing)
    prack(call, "1 1 INVITE", 481)
    peer.do("reject %s 486" % number)
    peer.close()


@test
def a_prack_of_no_dialog_finds_none():
    peer = Peer()
    agent = Agent(peer)
    agent.send_bytes(agent.request("PRACK", agent.uri(),
                                   headers="RAck: 1 1 INVITE\r\n"))
    claim(agent.wait(lambda m: m.cseq[1] == "PRACK").code == 481, "481")
    peer.close()


@test
def the_called_gets_its_prack_in_the_early_dialog():
    peer, agent, invite = calling()
    claim("100rel" in invite.get("Supported") and
          "PRACK" in invite.get("Allow"), "we can")
    route = "<sip:%s;lr>" % agent.where
    more = "Require: 100rel\r\nRSeq: %d\r\nRecord-Route: " + route + "\r\n"
    agent.reply(invite, 180, tag="e", headers=more % 41)
    first = agent.wait("PRACK")
    claim(first.get("RAck") == "41 %d INVITE" % invite.cseq[0], "RAck")
    claim(first.uri == "sip:bob@" + agent.where and first.tag("To") == "e"
          and first.get("Route") == route and
          first.cseq[0] == invite.cseq[0] + 1, "in its dialog")
    agent.reply(first, 200)
    peer.wait("ringing 1 180")
    agent.reply(invite, 180, tag="e", headers=more % 41)
    agent.reply(invite, 183, tag="e", headers=more % 43, body=sdp())
    peer.never("ringing", 0.3)
    agent.silent(0.1)
    agent.reply(invite, 183, tag="e", headers=more % 42,
                body=sdp(port=35000))
    agent.reply(agent.wait("PRACK"), 200)
    peer.wait("ringing 1 183 media=127.0.0.1:35000")
    agent.reply(invite, 200, tag="e")
    ack = agent.wait("ACK")
    claim(ack.cseq[0] == invite.cseq[0], "the INVITE's number")
    peer.wait("answered 1 media=127.0.0.1:35000")
    peer.do("hangup 1")
    bye = agent.wait("BYE")
    claim(bye.cseq[0] > first.cseq[0] + 1, "above all that were used")
    agent.reply(bye, 200)
    peer.close()


@test
def each_branch_gets_its_own_prack():
    peer, agent, invite = calling()
    more = "Require: 100rel\r\nRSeq: %d\r\n"
    for tag, number in (("A", 7), ("B", 7), ("A", 8), ("B", 8)):
        agent.reply(invite, 180, tag=tag, headers=more % number)
        seen = agent.wait("PRACK")
        claim(seen.tag("To") == tag and
              seen.get("RAck").startswith("%d " % number), tag)
        agent.reply(seen, 200)
    agent.reply(invite, 200, tag="B", body=sdp())
    agent.wait("ACK")
    agent.reply(invite, 200, tag="A", body=sdp())
    bye = agent.wait("BYE")
    claim(bye.tag("To") == "A" and bye.cseq[0] > 4, "above its PRACKs")
    peer.close()


@test
def a_prack_is_repeated_until_it_is_answered():
    peer, agent, invite = calling("t1_ms=50")
    agent.reply(invite, 180, tag="e",
                headers="Require: 100rel\r\nRSeq: 1\r\n")
    copies = [agent.wait("PRACK") for _ in range(3)]
    claim(len({copy.data for copy in copies}) == 1, "the same bytes")
    agent.reply(copies[0], 481)
    drain(agent)
    agent.reply(invite, 200, tag="e", body=sdp())
    agent.wait("ACK")
    peer.close()


@test
def numbers_that_are_none_are_left_alone():
    peer, agent, invite = calling()
    for number in ("0", "2147483648", "99999999999999999999", "x"):
        agent.reply(invite, 180, tag="e",
                    headers="Require: 100rel\r\nRSeq: %s\r\n" % number)
    peer.never("ringing", 0.3)
    agent.silent(0.1)
    agent.reply(invite, 486, tag="e")
    agent.wait("ACK")
    peer.close()


@test
def a_cancelled_call_still_gives_its_prack():
    peer, agent, invite = calling()
    agent.reply(invite, 100)
    peer.do("hangup 1")
    cancel = agent.wait("CANCEL")
    agent.reply(invite, 180, tag="e",
                headers="Require: 100rel\r\nRSeq: 9\r\n")
    agent.reply(agent.wait("PRACK"), 200)
    agent.reply(cancel, 200, tag="e", contact=False)
    agent.reply(invite, 487, tag="e")
    agent.wait("ACK")
    claim(peer.stats()["legs"] == 0, "no leg is left")
    peer.close()


if __name__ == "__main__":
    test.run()
