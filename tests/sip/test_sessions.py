# SPDX-License-Identifier: GPL-3.0-or-later
"""Session timers and UPDATE (RFC 4028, 3311): no dialog outlives its peer."""

import re

from sipwire import Agent, Call, Peer, Tests, calling, claim, sdp

test = Tests()
TIMER = "Supported: timer\r\n"
UPDATES = "Allow: INVITE, ACK, BYE, CANCEL, UPDATE\r\n"
SHORT = ("session_s=2", "min_session_s=1")


def called(headers="", *settings):
    """A stack with a call of our agent's that is up; the 200."""
    peer = Peer(*settings)
    agent = Agent(peer)
    peer.do("trunk 7 127.0.0.1:5060 any udp 0 0")
    call = Call(agent, headers=headers)
    number, answer = call.answered()
    return peer, agent, call, number, answer


def ask(call, method, code=200, **more):
    """A request in the dialog and its answer."""
    call.next(method, **more)
    answer = call.agent.wait(
        lambda m: m.code >= 200 and m.cseq == (call.cseq, method))
    claim(answer.code == code, "%s, not %d" % (answer.start, code))
    if method == "INVITE" and code == 200:
        call.ack(answer)
    return answer


@test
def who_refreshes_is_settled_with_the_answer():
    for headers, says, requires in (
            ("", "", ""),
            (TIMER, "1800;refresher=uas", ""),
            (TIMER + "Session-Expires: 600\r\n", "600;refresher=uac", "timer"),
            (TIMER + "x: 600;refresher=uac\r\n", "600;refresher=uac", "timer"),
            (TIMER + "Session-Expires: 600;refresher=uas\r\n",
             "600;refresher=uas", ""),
            (TIMER + "Session-Expires: 90000\r\n", "1800;refresher=uac",
             "timer"),
            (TIMER + "Session-Expires: 99999999999999999999\r\n",
             "1800;refresher=uac", "timer"),
            (TIMER + "Session-Expires: 3000\r\nMin-SE: 2400\r\n",
             "2400;refresher=uac", "timer"),
            ("Session-Expires: 600;refresher=uac\r\n", "600;refresher=uas",
             ""),
            ("Session-Expires: 5\r\n", "90;refresher=uas", ""),
            ("Require: timer\r\nSession-Expires: 90\r\n",
             "90;refresher=uac", "timer")):
        peer, _, call, _, answer = called(headers)
        claim(answer.get("Session-Expires") == says,
              "%r: %r" % (headers, answer.get("Session-Expires")))
        claim(answer.get("Require") == requires,
              "%r: %r" % (headers, answer.get("Require")))
        claim("timer" in answer.get("Supported"), "said to be known")
        call.bye()
        peer.close()


@test
def a_session_too_short_is_refused_with_the_least():
    peer = Peer()
    agent = Agent(peer)
    peer.do("trunk 7 127.0.0.1:5060 any udp 0 0")
    for value in ("89", "0", "many"):
        call = Call(agent, headers=TIMER + "Session-Expires: %s\r\n" % value)
        call.invite()
        answer = agent.wait(lambda m: m.code >= 200)
        claim(answer.code == 422 and answer.get("Min-SE") == "90",
              answer.start)
        call.ack_failure(answer)
    peer.never("incoming", 0.2)
    call = Call(agent)
    call.answered()
    for method, more in (("INVITE", {"body": sdp(version=2)}), ("UPDATE", {})):
        answer = ask(call, method, 422,
                     headers=TIMER + "Session-Expires: 10\r\n", **more)
        claim(answer.get("Min-SE") == "90", method)
    peer.never("media", 0.2)
    call.bye()
    peer.close()


@test
def we_refresh_by_update_when_it_is_allowed():
    peer, agent, call, number, answer = called(TIMER + UPDATES, *SHORT)
    claim(answer.get("Session-Expires") == "2;refresher=uas", "ours")
    for _ in range(3):
        update = agent.wait("UPDATE", 3)
        claim(update.get("Session-Expires") == "2;refresher=uac" and
              not update.body and update.get("Contact"), "a refresh")
        agent.reply(update, 200, headers=UPDATES + "Require: timer\r\n"
                    "Session-Expires: 2;refresher=uac\r\n")
    claim(peer.stats()["refreshed"] == 3, "counted")
    peer.never("media", 0.1)
    claim(call.bye() == 200, "still up")
    peer.wait("ended %s peer_hung_up" % number)
    peer.close()


@test
def we_refresh_by_the_same_offer_when_update_is_not_allowed():
    peer, agent, call, number, answer = called(TIMER, *SHORT)
    for _ in range(2):
        again = agent.wait("INVITE", 3)
        claim(again.body == answer.body, "what was said last")
        claim(again.get("Session-Expires") == "2;refresher=uac", "ours")
        agent.reply(again, 200, body=sdp(), headers="Require: timer\r\n"
                    "Session-Expires: 2;refresher=uac\r\n")
        agent.wait("ACK")
    peer.never("reoffered", 0.1)
    peer.never("media", 0.1)
    claim(call.bye() == 200, "still up")
    peer.close()


@test
def an_update_that_is_refused_becomes_a_reinvite():
    peer, agent, call, _, _ = called(TIMER + UPDATES, *SHORT)
    agent.reply(agent.wait("UPDATE", 3), 405)
    again = agent.wait("INVITE", 3)
    agent.reply(again, 200, body=sdp(port=30010))
    agent.wait("ACK")
    claim("127.0.0.1:30010" in peer.wait("media"), "what changed is told")
    call.bye()
    peer.close()


@test
def a_refresh_that_a_trunk_challenges_is_proved():
    peer, agent, call, _, _ = called(TIMER + UPDATES, *SHORT)
    peer.do("trunk 7 127.0.0.1:5060 any udp 0 0 trunk.test user secret")
    update = agent.wait("UPDATE", 3)
    claim(not update.get("Authorization"), "not before it is asked")
    agent.reply(update, 401, headers='WWW-Authenticate: Digest realm='
                '"trunk.test", nonce="n", qop="auth"\r\n')
    again = agent.wait("UPDATE", 3)
    claim('username="user"' in again.get("Authorization"), "the account")
    claim(again.cseq[0] == update.cseq[0] + 1, "the next number")
    agent.reply(again, 200, headers=UPDATES +
                "Session-Expires: 900;refresher=uac\r\n")
    call.bye()
    peer.close()


@test
def a_refresh_that_meets_another_comes_back():
    peer, agent, call, _, _ = called(TIMER + UPDATES, *SHORT)
    agent.reply(agent.wait("UPDATE", 3), 491)
    agent.reply(agent.wait("UPDATE", 3), 500)
    agent.reply(agent.wait("UPDATE", 3), 200, headers=UPDATES +
                "Session-Expires: 900;refresher=uac\r\n")
    call.bye()
    peer.close()


@test
def a_refresh_too_short_for_the_peer_is_made_longer():
    peer, agent, call, _, _ = called(TIMER + UPDATES, *SHORT)
    agent.reply(agent.wait("UPDATE", 3), 422, headers="Min-SE: 700\r\n")
    update = agent.wait("UPDATE", 3)
    claim(update.get("Session-Expires").startswith("700;") and
          update.get("Min-SE") == "700", "as long as it wants")
    agent.reply(update, 200, headers=UPDATES +
                "Session-Expires: 700;refresher=uac\r\n")
    call.bye()
    peer.close()


@test
def a_reinvite_too_short_for_the_peer_is_made_longer():
    peer, agent, call, number, _ = called(TIMER + "Session-Expires: 600\r\n")
    peer.do("reoffer %s hold" % number)
    agent.reply(agent.wait("INVITE"), 422, headers="Min-SE: 700\r\n")
    agent.wait("ACK")
    again = agent.wait("INVITE")
    claim(again.get("Session-Expires") == "700;refresher=uas", "longer")
    claim(b"a=sendonly" in again.body, "the same wish")
    agent.reply(again, 422, headers="Min-SE: 700\r\n")
    agent.wait("ACK")
    peer.wait("reoffered %s 422" % number)
    call.bye()
    peer.close()


@test
def a_hold_may_be_asked_for_while_a_refresh_is_under_way():
    peer, agent, call, number, _ = called(TIMER, *SHORT)
    refresh = agent.wait("INVITE", 3)
    peer.do("reoffer %s hold" % number)
    agent.reply(refresh, 200, body=sdp(),
                headers="Session-Expires: 900;refresher=uac\r\n")
    agent.wait("ACK")
    hold = agent.wait("INVITE")
    claim(b"a=sendonly" in hold.body, "after it")
    agent.reply(hold, 200, body=sdp(direction="recvonly"))
    agent.wait("ACK")
    peer.wait("reoffered %s 200" % number)
    call.bye()
    peer.close()


@test
def a_peer_that_forgot_the_dialog_ends_it_at_the_refresh():
    for headers, method in ((TIMER + UPDATES, "UPDATE"), (TIMER, "INVITE")):
        peer, agent, _, number, _ = called(headers, *SHORT)
        agent.reply(agent.wait(method, 3), 481)
        agent.reply(agent.wait("BYE"), 481)
        peer.wait("ended %s lost 481" % number)
        claim(peer.stats()["legs"] == 0, "no leg is left")
        peer.close()


@test.slow
def a_peer_that_is_gone_is_found_out():
    peer, agent, _, number, _ = called(TIMER + UPDATES, "t1_ms=20", *SHORT)
    agent.wait("UPDATE", 3)
    bye = agent.wait("BYE", 5)
    agent.reply(bye, 481)
    peer.wait("ended %s lost" % number)
    claim(peer.stats()["legs"] == 0, "no leg is left")
    peer.close()


@test.slow
def a_session_that_nobody_refreshes_ends():
    peer, agent, _, number, answer = called(
        TIMER + "Session-Expires: 2;refresher=uac\r\n", *SHORT)
    claim(answer.get("Session-Expires") == "2;refresher=uac", "theirs")
    bye = agent.wait("BYE", 5)
    claim("cause=408" in bye.get("Reason"), bye.get("Reason"))
    agent.reply(bye, 200)
    peer.wait("ended %s lost 408" % number)
    claim(peer.stats()["expired"] == 1, "counted")
    peer.close()


@test.slow
def a_session_that_is_refreshed_stays():
    peer, agent, call, number, _ = called(
        TIMER + "Session-Expires: 2;refresher=uac\r\n", *SHORT)
    for turn in range(3):
        peer.never("ended", 0.9)
        method = ("UPDATE", "INVITE")[turn % 2]
        answer = ask(call, method, headers=TIMER +
                     "Session-Expires: 2;refresher=uac\r\n",
                     body=sdp(version=2) if method == "INVITE" else "")
        claim(answer.get("Session-Expires") == "2;refresher=uac", method)
    claim(call.bye() == 200, "still up")
    peer.close()


@test
def calls_out_ask_for_a_session_and_obey_the_answer():
    peer, agent, invite = calling(*SHORT)
    claim(invite.get("Session-Expires") == "2" and
          invite.get("Min-SE") == "1", "ours")
    claim("timer" in invite.get("Supported") and
          "UPDATE" in invite.get("Allow"), "what we can")
    agent.reply(invite, 422, tag="x", headers="Min-SE: 600\r\n")
    agent.wait("ACK")
    again = agent.wait("INVITE")
    claim(again.get("Session-Expires") == "600" and
          again.get("Call-ID") == invite.get("Call-ID") and
          again.cseq[0] == invite.cseq[0] + 1 and not again.tag("To"),
          "the same call, for longer")
    agent.reply(again, 200, tag="t", body=sdp(), headers=UPDATES +
                "Require: timer\r\nSession-Expires: 2;refresher=uac\r\n")
    agent.wait("ACK")
    peer.wait("answered 1")
    update = agent.wait("UPDATE", 3)
    claim(update.tag("To") == "t", "in the dialog")
    agent.reply(update, 200)
    peer.do("hangup 1")
    agent.reply(agent.wait("BYE"), 200)
    peer.close()


@test
def a_peer_that_wants_ever_longer_sessions_is_left():
    peer, agent, invite = calling()
    for least in (2000, 3000, 4000):
        agent.reply(invite, 422, tag="x", headers="Min-SE: %d\r\n" % least)
        agent.wait("ACK")
        invite = agent.wait("INVITE")
    agent.reply(invite, 422, tag="x", headers="Min-SE: 5000\r\n")
    agent.wait("ACK")
    peer.wait("ended 1 refused 422")
    peer.close()


@test
def a_peer_without_timers_is_never_refreshed():
    peer, agent, invite = calling(*SHORT)
    agent.reply(invite, 200, tag="t", body=sdp())
    agent.wait("ACK")
    peer.wait("answered 1")
    agent.silent(2.5)
    peer.do("hangup 1")
    agent.reply(agent.wait("BYE"), 200)
    peer.close()


@test
def an_update_with_an_offer_is_answered_in_its_answer():
    peer, agent, call, number, _ = called()
    branch = "z9hG4bKupdate"
    call.cseq += 1
    text = call.text("UPDATE", branch=branch,
                     body=sdp(port=33000, version=2, direction="sendonly"))
    answers = []
    for _ in range(3):
        agent.send_bytes(text)
        answers.append(agent.wait(lambda m: m.cseq == (2, "UPDATE")))
    claim(all(a.code == 200 and b"a=recvonly" in a.body for a in answers),
          "each copy alike")
    claim(len({a.body for a in answers}) == 1, "the same answer")
    peer.wait("media %s media=127.0.0.1:33000/receives" % number)
    peer.never("media", 0.2)
    answer = ask(call, "UPDATE", 488, body=sdp(formats="3", version=3))
    claim(answer.get("Warning").startswith("305"), "a warning")
    ask(call, "UPDATE", 415, body="hello", content_type="text/plain")
    ask(call, "UPDATE")
    peer.never("media", 0.2)
    call.bye()
    peer.close()


@test
def an_update_moves_the_target():
    peer, agent, call, number, _ = called()
    elsewhere = Agent(peer)
    call.agent = elsewhere
    call.next("UPDATE")
    elsewhere.wait(200)
    peer.wait("dialog_up %s" % number)
    peer.do("hangup " + number)
    elsewhere.reply(elsewhere.wait("BYE"), 200)
    peer.close()


@test
def an_update_that_crosses_an_offer_waits():
    peer, agent, call, number, _ = called()
    peer.do("reoffer %s hold" % number)
    offer = agent.wait("INVITE")
    ask(call, "UPDATE", 491, body=sdp(version=2))
    ask(call, "UPDATE")
    agent.reply(offer, 200, body=sdp(direction="recvonly"))
    agent.wait("ACK")
    peer.wait("reoffered %s 200" % number)
    ask(call, "UPDATE", body=sdp(version=3))
    call.bye()
    peer.close()


@test
def an_update_before_the_answer_is_put_off_or_changes_early_media():
    peer = Peer()
    agent = Agent(peer)
    peer.do("trunk 7 127.0.0.1:5060 any udp 0 0")
    call = Call(agent)
    call.invite()
    number = peer.wait("incoming").split()[1]
    peer.do("progress %s 180" % number)
    call.learn(agent.wait(180))
    later = ask(call, "UPDATE", 500, body=sdp(version=2))
    claim(0 <= int(later.get("Retry-After")) <= 10, "0 to 10 s")
    ask(call, "UPDATE")
    peer.do("progress %s 183 early" % number)
    agent.wait(183)
    answer = ask(call, "UPDATE", body=sdp(port=33000, version=3))
    claim(b"m=audio" in answer.body, "an answer")
    peer.wait("media %s media=127.0.0.1:33000" % number)
    peer.do("answer " + number)
    call.ack(agent.wait(lambda m: m.code == 200 and m.cseq[1] == "INVITE"))
    peer.wait("confirmed " + number)
    call.bye()
    peer.close()


@test
def an_update_of_the_called_may_change_its_early_media():
    peer, agent, invite = calling()
    target = re.search(r"<([^>]+)>", invite.get("Contact")).group(1)

    def update(cseq, body):
        agent.send_bytes(agent.request(
            "UPDATE", target, to=invite.get("From"),
            from_=invite.get("To") + ";tag=e", call_id=invite.get("Call-ID"),
            cseq=cseq, body=body))
        return agent.wait(lambda m: m.code and m.cseq == (cseq, "UPDATE"))

    claim(update(1, sdp(port=35000)).code == 491, "our offer waits")
    agent.reply(invite, 183, tag="e", body=sdp(port=35000))
    peer.wait("ringing 1 183 media=127.0.0.1:35000")
    claim(update(2, sdp(port=35010, version=2)).code == 200, "now it may")
    peer.wait("ringing 1 183 media=127.0.0.1:35010")
    agent.reply(invite, 200, tag="e")
    agent.wait("ACK")
    peer.wait("answered 1 media=127.0.0.1:35010")
    peer.close()


@test
def an_update_of_no_dialog_finds_none():
    peer, agent, call, number, _ = called()
    agent.send_bytes(agent.request("UPDATE", agent.uri()))
    claim(agent.wait(lambda m: m.cseq[1] == "UPDATE").code == 481, "outside")
    peer.do("hangup " + number)
    bye = agent.wait("BYE")
    ask(call, "UPDATE", 481)
    agent.reply(bye, 200)
    peer.close()


if __name__ == "__main__":
    test.run()
