# SPDX-License-Identifier: GPL-3.0-or-later
"""Dialogs as odd peers make them: forks, strange codes, offers that cross."""

import re

from sipwire import Agent, Call, Peer, Tests, calling, claim, sdp

test = Tests()


def called(*settings):
    """A stack that our agent calls."""
    peer = Peer(*settings)
    agent = Agent(peer)
    peer.do("trunk 7 127.0.0.1:5060 any udp 0 0")
    return peer, agent


def from_called(agent, invite, tag, method, cseq=1, **more):
    """Text of a request of the called side."""
    target = re.search(r"<([^>]+)>", invite.get("Contact")).group(1)
    return agent.request(
        method, target, to=invite.get("From"),
        from_=invite.get("To") + ";tag=" + tag,
        call_id=invite.get("Call-ID"), cseq=cseq, **more)


def lines_of(body):
    """The m= lines of a description."""
    return re.findall(r"^m=(\S+ \d+)", body.decode(), re.M)


@test
def an_early_answer_of_one_branch_is_not_anothers():
    peer, agent, invite = calling()
    agent.reply(invite, 183, tag="A", body=sdp(port=35000))
    peer.wait("ringing 1 183 media=127.0.0.1:35000")
    agent.reply(invite, 180, tag="B")
    peer.wait("ringing 1 180 media=none")
    agent.reply(invite, 200, tag="B")
    claim(agent.wait("ACK").tag("To") == "B", "B is thanked")
    agent.reply(agent.wait("BYE"), 200)
    peer.wait("ended 1 no_media")
    peer.close()


@test
def a_branch_that_was_early_answers_after_another_rang():
    peer, agent, invite = calling()
    agent.reply(invite, 183, tag="A", body=sdp(port=35000))
    agent.reply(invite, 180, tag="B")
    agent.reply(invite, 200, tag="A")
    claim(agent.wait("ACK").tag("To") == "A", "A is thanked")
    peer.wait("answered 1 media=127.0.0.1:35000")
    agent.reply(invite, 200, tag="B", body=sdp(port=36000))
    claim(agent.wait("ACK").tag("To") == "B", "B is thanked")
    bye = agent.wait("BYE")
    claim(bye.tag("To") == "B" and bye.cseq[0] > invite.cseq[0],
          "and hung up on")
    agent.reply(bye, 200)
    peer.never("ended", 0.2)
    peer.close()


@test
def a_branch_behind_proxies_is_dismissed_by_their_route():
    peer, agent, invite = calling()
    route = "<sip:%s;lr>" % agent.where
    agent.reply(invite, 200, tag="A", body=sdp())
    agent.wait("ACK")
    agent.reply(invite, 200, tag="B", body=sdp(),
                headers="Record-Route: %s\r\n" % route)
    for method in ("ACK", "BYE"):
        claim(agent.wait(method).get("Route") == route, method)
    peer.close()


@test
def the_answer_may_differ_from_early_media():
    peer, agent, invite = calling()
    agent.reply(invite, 183, tag="e", body=sdp(port=35000))
    peer.wait("ringing 1 183 media=127.0.0.1:35000")
    agent.reply(invite, 180, tag="e")
    peer.wait("ringing 1 180 media=none")
    agent.reply(invite, 200, tag="e", body=sdp(port=35002, formats="8"))
    agent.wait("ACK")
    peer.wait("answered 1 media=127.0.0.1:35002/both/a8")
    peer.close()


@test
def provisional_answers_of_any_number_are_taken():
    peer, agent, invite = calling()
    agent.reply(invite, 100, tag="x")
    for code in (181, 182, 199, 183, 180, 180):
        agent.reply(invite, code, tag="x")
        peer.wait("ringing 1 %d media=none" % code)
    agent.reply(invite, 183, tag="x", body="v=0\r\nnonsense\r\n")
    peer.wait("ringing 1 183 media=none")
    agent.reply(invite, 183, body=sdp(port=35000))
    peer.wait("ringing 1 183 media=127.0.0.1:35000")
    agent.reply(invite, 200, tag="x", body=sdp())
    agent.wait("ACK")
    peer.wait("answered 1")
    agent.reply(invite, 180, tag="x")
    peer.never("ringing", 0.2)
    peer.close()


@test
def answers_of_any_two_hundred_are_answers():
    for code in (202, 204, 299):
        peer, agent, invite = calling()
        agent.reply(invite, code, tag="x", body=sdp())
        claim(agent.wait("ACK").tag("To") == "x", "ACK of %d" % code)
        peer.wait("answered 1")
        peer.close()


@test
def an_answer_without_a_contact_is_reached_where_it_came_from():
    peer, agent, invite = calling()
    agent.reply(invite, 200, tag="x", body=sdp(), contact=False)
    ack = agent.wait("ACK")
    claim(ack.uri == invite.uri, "what we called: " + ack.uri)
    peer.wait("answered 1")
    peer.do("hangup 1")
    agent.reply(agent.wait("BYE"), 200)
    peer.close()


@test
def final_answers_of_any_number_end_the_call():
    for code, says in ((300, 300), (399, 399), (499, 499), (599, 599),
                       (699, 699)):
        peer, agent, invite = calling()
        agent.reply(invite, code, tag="x", contact=False)
        agent.wait("ACK")
        peer.wait("ended 1 refused %d" % says)
        claim(peer.stats()["legs"] == 0, "no leg is left")
        peer.close()


@test
def the_called_must_not_say_bye_early_and_is_answered():
    peer, agent, invite = calling()
    agent.reply(invite, 180, tag="r")
    peer.wait("ringing")
    agent.send_bytes(from_called(agent, invite, "r", "BYE"))
    claim(agent.wait(lambda m: m.code and m.cseq == (1, "BYE")).code == 200,
          "200")
    peer.wait("ended 1 peer_hung_up")
    cancel = agent.wait("CANCEL")
    agent.reply(cancel, 200, tag="r", contact=False)
    agent.reply(invite, 487, tag="r")
    agent.wait("ACK")
    claim(peer.stats()["legs"] == 0, "no leg is left")
    peer.close()


@test
def a_bye_instead_of_the_ack_ends_the_call():
    peer, agent = called("t1_ms=50")
    call = Call(agent)
    call.invite()
    number = peer.wait("incoming").split()[1]
    peer.do("answer " + number)
    call.learn(agent.wait(200))
    claim(call.bye() == 200, "BYE")
    peer.wait("ended %s peer_hung_up" % number)
    while agent.receive(0.1):
        pass
    agent.silent(0.5)
    claim(peer.stats()["legs"] == 0, "no leg is left")
    peer.close()


@test
def a_bye_while_their_offer_waits_for_its_ack_ends_the_call():
    peer, agent = called("t1_ms=50")
    call = Call(agent)
    number, _ = call.answered()
    call.next("INVITE", body=sdp(version=2, direction="sendonly"))
    agent.wait(lambda m: m.code == 200 and m.cseq == (2, "INVITE"))
    claim(call.bye() == 200, "BYE")
    peer.wait("ended %s peer_hung_up" % number)
    while agent.receive(0.1):
        pass
    agent.silent(0.5)
    claim(peer.stats()["legs"] == 0, "no leg is left")
    peer.close()


@test
def an_invite_in_the_dialog_before_the_answer_is_put_off():
    peer, agent = called()
    call = Call(agent)
    call.invite()
    number = peer.wait("incoming").split()[1]
    peer.do("progress %s 180" % number)
    call.learn(agent.wait(180))
    call.next("INVITE", body=sdp(version=2))
    later = agent.wait(500)
    claim(0 <= int(later.get("Retry-After")) <= 10, "0 to 10 s")
    peer.do("answer " + number)
    answer = agent.wait(200)
    claim(answer.cseq == (1, "INVITE"), "the first is answered")
    call.ack(answer)
    peer.wait("confirmed " + number)
    call.bye()
    peer.close()


@test
def a_reinvite_of_a_peer_that_answers_late_is_acknowledged_again():
    peer, agent = called("t1_ms=50")
    call = Call(agent)
    number, _ = call.answered()
    call.next("INVITE", body=sdp(version=2))
    first = agent.wait(lambda m: m.code == 200 and m.cseq == (2, "INVITE"))
    again = agent.wait(lambda m: m.code == 200 and m.cseq == (2, "INVITE"))
    claim(first.data == again.data, "the same bytes until the ACK")
    call.ack(again)
    while agent.receive(0.1):
        pass
    agent.silent(0.5)
    call.bye()
    peer.close()


@test
def hold_may_be_said_for_the_session_or_the_medium():
    peer, agent = called()
    call = Call(agent)
    call.answered()
    whole = sdp(version=2).replace("t=0 0\r\n", "t=0 0\r\na=sendonly\r\n")
    for body, mirrored in (
            (whole, b"a=recvonly"),
            (sdp(version=3, direction="sendrecv"), b"a=sendrecv"),
            (whole.replace("a=rtpmap:0", "a=inactive\r\na=rtpmap:0"),
             b"a=inactive"),
            (sdp(version=5, address="0.0.0.0", direction="inactive"),
             b"a=inactive")):
        call.next("INVITE", body=body)
        answer = agent.wait(lambda m: m.code >= 200
                            and m.cseq == (call.cseq, "INVITE"))
        claim(mirrored in answer.body, answer.body.decode())
        call.ack(answer)
    call.bye()
    peer.close()


@test
def a_held_side_that_holds_too_is_inactive_and_comes_back():
    peer, agent = called()
    call = Call(agent)
    number, _ = call.answered()
    call.next("INVITE", body=sdp(version=2, direction="sendonly"))
    call.ack(agent.wait(lambda m: m.cseq == (2, "INVITE") and m.code == 200))
    peer.wait("media %s" % number)
    peer.do("reoffer %s hold" % number)
    offer = agent.wait("INVITE")
    claim(b"a=sendonly" in offer.body, "our hold")
    agent.reply(offer, 200, body=sdp(version=3, direction="inactive"))
    agent.wait("ACK")
    claim("/inactive/" in peer.wait("reoffered %s 200" % number), "both hold")
    call.next("INVITE", body=sdp(version=4))
    answer = agent.wait(lambda m: m.cseq == (3, "INVITE") and m.code == 200)
    claim(b"a=sendonly" in answer.body, "we still hold")
    call.ack(answer)
    call.bye()
    peer.close()


@test
def a_resume_may_change_port_and_codec():
    peer, agent = called()
    call = Call(agent)
    number, _ = call.answered()
    call.next("INVITE", body=sdp(version=2, direction="inactive"))
    call.ack(agent.wait(lambda m: m.cseq == (2, "INVITE") and m.code == 200))
    call.next("INVITE", body=sdp(version=3, port=39000, formats="8"))
    answer = agent.wait(lambda m: m.cseq == (3, "INVITE") and m.code == 200)
    claim(b"RTP/AVP 8\r\n" in answer.body, answer.body.decode())
    call.ack(answer)
    peer.wait("media %s media=127.0.0.1:30000/inactive" % number)
    peer.wait("media %s media=127.0.0.1:39000/both/a8" % number)
    call.bye()
    peer.close()


# What comes with an offer besides audio of ours: how many m= lines it makes,
# and which of them is the one that is taken.
MANY = [
    ("video", "m=video 31000 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n", 2, 0),
    ("a fax", "m=image 31000 udptl t38\r\na=T38FaxVersion:0\r\n", 2, 0),
    ("slides", "m=application 31000 TCP/TLS/BFCP *\r\na=setup:active\r\n",
     2, 0),
    ("secure audio", "m=audio 31000 RTP/SAVP 0\r\na=crypto:1 AES_CM_128_HMAC"
     "_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz\r\n", 2, 0),
    ("more audio", "m=audio 31000 RTP/AVP 0\r\n", 2, 0),
    ("a dead line", "m=audio 0 RTP/AVP 0\r\n", 2, 0),
    ("seven lines", "m=video 31000 RTP/AVP 96\r\n" * 7, 8, 0),
    ("candidates", "".join(
        "a=candidate:%d 1 UDP 2130706431 10.0.0.%d 30000 typ host\r\n"
        % (n, n) for n in range(1, 90)), 1, 0),
]


@test
def every_line_of_media_is_answered():
    for what, extra, count, taken in MANY:
        peer, agent = called()
        call = Call(agent, body=sdp(extra=extra))
        _, answer = call.answered()
        lines = lines_of(answer.body)
        claim(len(lines) == count, "%s: %r" % (what, lines))
        for place, line in enumerate(lines):
            claim((line.split()[1] != "0") == (place == taken),
                  "%s: %r" % (what, lines))
        call.bye()
        peer.close()


@test
def a_dead_line_may_come_first():
    peer, agent = called()
    audio = sdp()
    body = audio.replace("m=audio", "m=audio 0 RTP/AVP 0\r\nm=audio")
    call = Call(agent, body=body)
    number, answer = call.answered()
    claim(lines_of(answer.body) == ["audio 0", "audio 40000"],
          str(lines_of(answer.body)))
    call.bye()
    peer.close()


@test
def our_own_offer_keeps_the_lines_there_are():
    peer, agent = called()
    body = sdp(extra="m=video 31000 RTP/AVP 96\r\n")
    call = Call(agent, body=body)
    number, answer = call.answered()
    peer.do("reoffer %s hold" % number)
    offer = agent.wait("INVITE")
    claim([line.split()[0] for line in lines_of(offer.body)]
          == ["audio", "video"], str(lines_of(offer.body)))
    claim(lines_of(offer.body)[1] == "video 0", "refused as before")
    agent.reply(offer, 200, body=sdp(
        direction="recvonly", extra="m=video 0 RTP/AVP 96\r\n"))
    agent.wait("ACK")
    peer.wait("reoffered %s 200" % number)
    call.next("INVITE")
    offer = agent.wait(lambda m: m.cseq == (2, "INVITE") and m.code == 200)
    claim(len(lines_of(offer.body)) == 2, "asked for an offer, too")
    call.ack(offer, body=body)
    call.bye()
    peer.close()


@test
def an_offer_with_nothing_of_ours_is_refused_with_a_warning():
    peer, agent = called()
    for body, warning in (
            (sdp(formats="3 18"), "305"),
            (sdp(port=0), "304"),
            (sdp().replace("RTP/AVP", "RTP/SAVP"), "304"),
            (sdp().replace("m=audio", "m=video"), "304"),
            (sdp(address="host.example"), "301")):
        call = Call(agent, body=body)
        call.invite()
        answer = agent.wait(lambda m: m.code >= 200)
        claim(answer.code == 488, answer.start)
        claim(answer.get("Warning").startswith(warning),
              answer.get("Warning"))
        call.ack_failure(answer)
    peer.never("incoming", 0.2)
    peer.close()


if __name__ == "__main__":
    test.run()
