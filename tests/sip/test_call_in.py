# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls in: from INVITE to BYE, and every way in which they go wrong."""

import time

from sipwire import Agent, Call, Peer, Tests, claim, sdp

test = Tests()


def stage(*settings, **more):
    """A stack and an agent whose address is a trunk of it."""
    peer = Peer(*settings)
    agent = Agent(peer, **more)
    peer.do("trunk 7 127.0.0.1:5060 any %s 0 0" %
            ("tcp" if agent.is_tcp else "udp"))
    return peer, agent


@test
def a_call_is_answered_and_ended_by_the_caller():
    peer, agent = stage()
    call = Call(agent, user="%2B420100")
    call.invite()
    claim(agent.wait(100), "100 comes at once")
    line = peer.wait("incoming")
    claim("trunk=7" in line and "called=+420100" in line and
          "caller=alice" in line, line)
    claim("media=127.0.0.1:30000/both/u0a8/e101/p20" in line, line)
    number = line.split()[1]
    peer.do("progress %s 180" % number)
    ringing = agent.wait(180)
    claim(ringing.tag("To"), "180 makes an early dialog")
    peer.do("answer " + number)
    answer = agent.wait(200)
    claim(answer.tag("To") == ringing.tag("To"), "one dialog")
    body = answer.body.decode()
    claim("m=audio 40002 RTP/AVP 0 8 101" in body, body)
    call.ack(answer)
    peer.wait("confirmed %s media=none" % number)
    claim(call.bye() == 200, "BYE is answered")
    peer.wait("ended %s peer_hung_up 0" % number)
    peer.wait("dialog_gone " + number)
    peer.has_no_leg()
    peer.close()


@test
def a_call_is_ended_by_us():
    peer, agent = stage()
    call = Call(agent)
    number, _ = call.answered()
    peer.do("hangup " + number)
    bye = agent.wait("BYE")
    claim(bye.uri == "sip:alice@" + agent.where, bye.start)
    claim(bye.tag("To") == call.tag, "the tags are turned round")
    peer.wait("ended %s hung_up" % number)
    agent.reply(bye, 200)
    peer.wait("dialog_gone " + number)
    peer.close()


def incoming(peer, call):
    call.invite()
    return peer.wait("incoming").split()[1]


@test
def a_refused_call_is_told_why_and_acknowledged():
    peer, agent = stage()
    call = Call(agent)
    number = incoming(peer, call)
    peer.do("reject %s 486" % number)
    answer = agent.wait(486)
    call.ack_failure(answer)
    peer.wait("ended %s hung_up 486" % number)
    peer.do("answer " + number, "No such file or directory")
    peer.close()


@test
def a_retransmitted_invite_is_one_call():
    peer, agent = stage()
    call = Call(agent)
    number = incoming(peer, call)
    peer.do("progress %s 180" % number)
    agent.wait(180)
    for _ in range(4):
        call.invite()
        claim(agent.wait(180), "the last provisional is repeated")
    peer.never("incoming")
    peer.do("reject %s 404" % number)
    agent.wait(404)
    call.invite()
    claim(agent.wait(404), "so is the final one")
    peer.close()


@test
def a_merged_request_is_a_loop():
    peer, agent = stage()
    call = Call(agent)
    number = incoming(peer, call)
    agent.wait(100)
    call.branch = "z9hG4bKother"
    call.invite()
    claim(agent.wait(482), "the same request by another way")
    peer.do("reject %s 480" % number)
    peer.close()


@test
def a_caller_who_gives_up_is_cancelled():
    peer, agent = stage()
    call = Call(agent)
    number = incoming(peer, call)
    call.cancel()
    claim(agent.wait(lambda m: m.cseq == (1, "CANCEL")).code == 200, "200")
    call.ack_failure(agent.wait(487))
    peer.wait("ended %s cancelled 487" % number)
    peer.has_no_leg()
    peer.close()


@test
def a_cancel_that_crosses_the_answer_changes_nothing():
    peer, agent = stage()
    call = Call(agent)
    number = incoming(peer, call)
    peer.do("answer " + number)
    call.cancel()
    claim(agent.wait(lambda m: m.cseq == (1, "CANCEL")).code == 200,
          "the CANCEL is answered")
    answer = agent.wait(lambda m: m.cseq == (1, "INVITE") and m.code == 200)
    call.ack(answer)
    peer.wait("confirmed " + number)
    peer.never("ended", 0.2)
    claim(call.bye() == 200, "the caller hangs up")
    peer.wait("ended %s peer_hung_up" % number)
    peer.close()


@test
def a_cancel_of_nothing_gets_481():
    peer, agent = stage()
    call = Call(agent)
    call.cancel()
    claim(agent.wait(481), "481")
    peer.close()


@test
def an_answer_is_repeated_until_its_ack_comes():
    peer, agent = stage("t1_ms=50")
    call = Call(agent)
    number = incoming(peer, call)
    peer.do("answer " + number)
    answers = [agent.wait(200) for _ in range(4)]
    claim(len({a.data for a in answers}) == 1, "the same bytes")
    call.ack(answers[0])
    peer.wait("confirmed " + number)
    call.ack(answers[0])
    peer.never("confirmed", 0.2)
    while agent.receive(0.3):
        pass
    agent.silent(0.5)
    claim(peer.stats()["again"] >= 3, "counted")
    call.bye()
    peer.close()


@test.slow
def an_answer_never_acknowledged_ends_by_bye():
    peer, agent = stage("t1_ms=20")
    call = Call(agent)
    number = incoming(peer, call)
    peer.do("answer " + number)
    call.learn(agent.wait(200))
    began = time.monotonic()
    bye = agent.wait("BYE")
    took = time.monotonic() - began
    claim(took > 1.0, "not before 64 T1, but after %.2f s" % took)
    peer.wait("ended %s no_ack" % number)
    agent.reply(bye, 481)
    peer.has_no_leg()
    peer.close()


@test
def hanging_up_before_the_ack_waits_for_it():
    peer, agent = stage()
    call = Call(agent)
    number = incoming(peer, call)
    peer.do("answer " + number)
    answer = agent.wait(200)
    peer.do("hangup " + number)
    peer.wait("ended %s hung_up" % number)
    call.ack(answer)
    bye = agent.wait("BYE")
    agent.reply(bye, 200)
    peer.has_no_leg()
    peer.close()


@test
def a_bye_before_the_answer_ends_the_invite_too():
    peer, agent = stage()
    call = Call(agent)
    number = incoming(peer, call)
    peer.do("progress %s 180" % number)
    call.learn(agent.wait(180))
    call.next("BYE")
    claim(agent.wait(lambda m: m.code and m.cseq[1] == "BYE").code == 200,
          "BYE: 200")
    claim(agent.wait(487).cseq == (1, "INVITE"), "INVITE: 487")
    peer.wait("ended %s cancelled" % number)
    peer.close()


@test
def a_second_bye_is_answered():
    peer, agent = stage()
    call = Call(agent)
    number, _ = call.answered()
    claim(call.bye() == 200, "the first")
    peer.wait("ended " + number)
    claim(call.bye() in (200, 481), "the second")
    peer.never("ended", 0.2)
    peer.close()


@test
def copies_that_come_late_begin_nothing_anew():
    peer, agent = stage()
    call = Call(agent)
    number, _ = call.answered()
    call.cseq += 1
    bye = call.text("BYE", branch="z9hG4bKbye")
    for _ in range(3):
        agent.send_bytes(bye)
        claim(agent.wait(lambda m: m.cseq[1] == "BYE").code == 200,
              "each BYE gets 200")
    peer.wait("dialog_gone " + number)
    call.to = "<%s>" % call.uri
    call.target = call.uri
    call.cseq = 1
    call.invite()
    agent.silent()
    peer.never("incoming", 0.2)
    call.cseq, call.branch = 2, "z9hG4bKanother"
    agent.send_bytes(call.text("INVITE", branch=call.branch, body=sdp()))
    peer.wait("incoming")
    peer.close()


@test
def crossing_byes_end_the_call_once():
    peer, agent = stage()
    call = Call(agent)
    number, _ = call.answered()
    peer.do("hangup " + number)
    theirs = agent.wait("BYE")
    claim(call.bye() == 200, "ours is answered")
    agent.reply(theirs, 481)
    peer.wait("ended %s hung_up" % number)
    peer.never("ended", 0.2)
    peer.has_no_leg()
    peer.close()


@test
def a_late_offer_is_made_in_the_200_and_answered_in_the_ack():
    peer, agent = stage()
    call = Call(agent, body="")
    call.invite()
    line = peer.wait("incoming")
    claim("media=none" in line, line)
    number = line.split()[1]
    peer.do("progress %s 183 early" % number, "Invalid argument")
    peer.do("answer " + number)
    answer = agent.wait(200)
    claim(b"RTP/AVP 8 0 101" in answer.body, "all that we have")
    call.ack(answer, body=sdp(port=31000, formats="0"))
    line = peer.wait("confirmed")
    claim("media=127.0.0.1:31000/both/u0/" in line, line)
    call.bye()
    peer.close()


@test
def a_late_offer_without_an_answer_ends_the_call():
    peer, agent = stage()
    call = Call(agent, body="")
    number = incoming(peer, call)
    peer.do("answer " + number)
    call.ack(agent.wait(200))
    bye = agent.wait("BYE")
    agent.reply(bye, 200)
    peer.wait("ended %s no_media" % number)
    peer.close()


@test
def early_media_and_answer_say_the_same():
    peer, agent = stage()
    call = Call(agent)
    number = incoming(peer, call)
    peer.do("progress %s 183 early" % number)
    early = agent.wait(183)
    peer.do("answer " + number)
    answer = agent.wait(200)
    claim(early.body and early.body == answer.body, "one answer")
    call.ack(answer)
    call.bye()
    peer.close()


def reinvite(call, body, code=200, headers=""):
    call.next("INVITE", body=body, headers=headers)
    answer = call.agent.wait(
        lambda m: m.code >= 200 and m.cseq == (call.cseq, "INVITE"))
    claim(answer.code == code, "%s, not %d" % (answer.start, code))
    if code == 200:
        call.ack(answer)
    return answer


@test
def hold_and_resume_are_mirrored():
    peer, agent = stage()
    call = Call(agent)
    call.answered()
    for direction, mirrored, event in (
            ("sendonly", "recvonly", "receives"),
            ("inactive", "inactive", "inactive"),
            ("recvonly", "sendonly", "sends"),
            ("sendrecv", "sendrecv", "both")):
        answer = reinvite(call, sdp(direction=direction, version=call.cseq))
        claim(b"a=" + mirrored.encode() in answer.body, direction)
        line = peer.wait("media ")
        claim("/%s/" % event in line, line)
    call.bye()
    peer.close()


@test
def hold_by_the_address_zero_sends_nothing():
    peer, agent = stage()
    call = Call(agent)
    call.answered()
    answer = reinvite(call, sdp(address="0.0.0.0", version=2))
    claim(b"a=recvonly" in answer.body, answer.body.decode())
    line = peer.wait("media ")
    claim("media=-:0/receives" in line, line)
    answer = reinvite(call, sdp(port=32000, version=3))
    line = peer.wait("media ")
    claim("media=127.0.0.1:32000/both" in line, line)
    call.bye()
    peer.close()


@test
def our_session_keeps_its_id_and_counts_its_versions():
    peer, agent = stage()
    call = Call(agent)
    _, first = call.answered()
    second = reinvite(call, sdp(version=2))
    origins = [a.body.decode().split("o=- ")[1].split()[:2]
               for a in (first, second)]
    claim(origins[0][0] == origins[1][0], "the same session")
    claim(int(origins[1][1]) == int(origins[0][1]) + 1, str(origins))
    call.bye()
    peer.close()


@test
def a_refused_reoffer_leaves_the_session_as_it_was():
    peer, agent = stage()
    call = Call(agent)
    call.answered()
    answer = reinvite(call, sdp(formats="3", version=2), 488)
    claim(answer.get("Warning").startswith("305 "), answer.get("Warning"))
    reinvite(call, sdp(version=2, extra="a=rtpmap:31 LPC\r\n"), 488)
    peer.never("media", 0.2)
    answer = reinvite(call, sdp(version=3))
    claim(b"m=audio 40000 RTP/AVP 0 8 101" in answer.body, "as before")
    call.bye()
    peer.close()


@test
def a_reinvite_without_sdp_gets_a_full_offer():
    peer, agent = stage()
    call = Call(agent, body=sdp(formats="0"))
    call.answered()
    call.next("INVITE")
    answer = agent.wait(lambda m: m.code == 200)
    claim(b"RTP/AVP 8 0 101" in answer.body, answer.body.decode())
    call.ack(answer, body=sdp(port=33000, formats="8"))
    line = peer.wait("media ")
    claim("media=127.0.0.1:33000/both/a8" in line, line)
    call.bye()
    peer.close()


@test
def a_reinvite_before_the_ack_is_put_off():
    peer, agent = stage()
    call = Call(agent)
    number = incoming(peer, call)
    peer.do("answer " + number)
    answer = agent.wait(200)
    call.learn(answer)
    call.next("INVITE", body=sdp(version=2))
    later = agent.wait(500)
    claim(0 <= int(later.get("Retry-After")) <= 10, "0 to 10 s")
    call.agent.send_bytes(call.text("ACK", cseq="1 ACK"))
    peer.wait("confirmed")
    call.bye()
    peer.close()


@test
def glare_is_refused_and_tried_again():
    peer, agent = stage()
    call = Call(agent)
    number, _ = call.answered()
    peer.do("reoffer %s hold" % number)
    theirs = agent.wait("INVITE")
    reinvite(call, sdp(version=2), 491)
    agent.reply(theirs, 491)
    ack = agent.wait("ACK")
    claim(ack.cseq[0] == theirs.cseq[0], "the refusal is acknowledged")
    again = agent.wait("INVITE", 5)
    claim(again.cseq[0] > theirs.cseq[0], "a new request")
    claim(b"a=sendonly" in again.body, "the same wish")
    agent.reply(again, 200, tag=call.tag, body=sdp(direction="recvonly"))
    agent.wait("ACK")
    line = peer.wait("reoffered %s 200" % number)
    claim("/sends/" in line, line)
    call.bye()
    peer.close()


@test
def a_reoffer_to_a_peer_that_forgot_the_dialog_ends_it():
    for code in (481, 408):
        peer, agent = stage()
        call = Call(agent)
        number, _ = call.answered()
        peer.do("reoffer %s hold" % number)
        agent.reply(agent.wait("INVITE"), code)
        bye = agent.wait("BYE")
        agent.reply(bye, 481)
        peer.wait("ended %s lost %d" % (number, code))
        peer.close()


@test
def a_refused_hold_leaves_the_call_up():
    peer, agent = stage()
    call = Call(agent)
    number, _ = call.answered()
    peer.do("reoffer %s hold" % number)
    peer.do("reoffer %s hold" % number, "Operation now in progress")
    agent.reply(agent.wait("INVITE"), 488)
    agent.wait("ACK")
    peer.wait("reoffered %s 488 media=none" % number)
    claim(b"a=sendrecv" in reinvite(call, sdp(version=2)).body, "as before")
    call.bye()
    peer.close()


@test
def requests_out_of_order_are_refused():
    peer, agent = stage()
    call = Call(agent)
    call.answered()
    call.cseq = 10
    call.next("OPTIONS")
    claim(agent.wait(lambda m: m.cseq == (11, "OPTIONS")).code == 200, "200")
    call.cseq = 4
    call.next("OPTIONS")
    claim(agent.wait(lambda m: m.cseq == (5, "OPTIONS")).code == 500, "500")
    call.cseq = 11
    call.bye()
    peer.close()


@test
def requests_of_unknown_dialogs_get_481():
    peer, agent = stage()
    call = Call(agent)
    number, answer = call.answered()
    right = call.to
    for to, call_id in ((right + "x", call.call_id), (right, "other")):
        call.to, saved, call.call_id = to, call.call_id, call_id
        call.next("BYE")
        claim(agent.wait(lambda m: m.cseq[1] == "BYE").code == 481, "481")
        call.to, call.call_id = right, saved
    tag, call.from_ = call.from_, "<sip:mallory@x>;tag=guess"
    call.next("BYE")
    claim(agent.wait(lambda m: m.cseq[1] == "BYE").code == 481,
          "481 to another From")
    peer.never("ended", 0.2)
    call.from_ = tag
    call.bye()
    peer.close()


@test
def a_bye_while_our_offer_waits_ends_the_call():
    peer, agent = stage()
    call = Call(agent)
    number, _ = call.answered()
    peer.do("reoffer %s hold" % number)
    offer = agent.wait("INVITE")
    agent.reply(offer, 100)
    claim(call.bye() == 200, "BYE")
    peer.wait("ended %s peer_hung_up" % number)
    agent.reply(offer, 487)
    agent.wait("ACK")
    peer.has_no_leg()
    peer.close()


@test
def an_offer_of_ours_answered_after_we_hung_up_is_acknowledged():
    peer, agent = stage()
    call = Call(agent)
    number, _ = call.answered()
    peer.do("reoffer %s hold" % number)
    offer = agent.wait("INVITE")
    peer.do("hangup " + number)
    agent.reply(agent.wait("BYE"), 200)
    agent.reply(offer, 200, body=sdp(direction="recvonly"))
    agent.wait("ACK")
    peer.never("reoffered", 0.2)
    peer.has_no_leg()
    peer.close()


@test.slow
def an_offer_of_ours_that_hangs_ends_the_call():
    peer, agent = stage("t1_ms=20")
    call = Call(agent)
    number, _ = call.answered()
    peer.do("reoffer %s hold" % number)
    agent.reply(agent.wait("INVITE"), 100)
    agent.reply(agent.wait("BYE"), 481)
    peer.wait("ended %s lost 0" % number)
    peer.has_no_leg()
    peer.close()


@test
def a_reinvite_after_our_bye_finds_no_dialog():
    peer, agent = stage()
    call = Call(agent)
    number, _ = call.answered()
    peer.do("hangup " + number)
    bye = agent.wait("BYE")
    reinvite(call, sdp(version=2), 481)
    agent.reply(bye, 200)
    peer.wait("dialog_gone " + number)
    peer.close()


@test
def the_stack_speaks_ipv6():
    peer = Peer(address="[::1]")
    agent = Agent(peer)
    peer.do("trunk 7 [::1]:5060 any udp 0 0")
    call = Call(agent, body=sdp().replace("IP4 127.0.0.1", "IP6 ::1"))
    number, answer = call.answered()
    claim(b"c=IN IP6 ::1" in answer.body, answer.body.decode())
    claim("[::1]:" in answer.get("Contact"), answer.get("Contact"))
    peer.do("hangup " + number)
    bye = agent.wait("BYE")
    claim("[::1]:" in bye.get("Via"), bye.get("Via"))
    agent.reply(bye, 200)
    peer.wait("dialog_gone " + number)
    peer.close()


@test
def digits_by_info_are_heard_once():
    peer, agent = stage()
    call = Call(agent)
    number, _ = call.answered()
    branch = "z9hG4bKdigit"
    call.cseq += 1
    for _ in range(3):
        agent.send_bytes(call.text(
            "INFO", branch=branch, body="Signal=5\r\nDuration=160\r\n",
            content_type="application/dtmf-relay"))
    peer.wait("digit %s 5 160" % number)
    peer.never("digit", 0.2)
    call.next("INFO", body="#", content_type="application/dtmf")
    peer.wait("digit %s #" % number)
    call.next("INFO", body="x", content_type="text/plain")
    claim(agent.wait(415).get("Accept"), "415 says what is taken")
    call.next("INFO", body="Signal=flash\r\n",
              content_type="application/dtmf-relay")
    peer.never("digit", 0.2)
    call.bye()
    peer.close()


@test
def a_blind_transfer_is_accepted_and_reported():
    peer, agent = stage()
    call = Call(agent)
    number, _ = call.answered()
    call.next("REFER", headers="Refer-To: <sip:%2B420200@127.0.0.1>\r\n")
    claim(agent.wait(202).get("Contact"), "202 with a Contact")
    line = peer.wait("refer " + number)
    claim("target=+420200" in line, line)
    trying = agent.wait("NOTIFY")
    claim(trying.body == b"SIP/2.0 100 Trying\r\n", str(trying.body))
    claim(trying.get("Event") == "refer;id=2", trying.get("Event"))
    agent.reply(trying, 200)
    peer.do("refer_result %s 200" % number)
    done = agent.wait("NOTIFY")
    claim(done.body == b"SIP/2.0 200 OK\r\n", str(done.body))
    claim("terminated" in done.get("Subscription-State"), "the last word")
    agent.reply(done, 200)
    peer.do("refer_result %s 200" % number, "Protocol error")
    call.bye()
    peer.close()


@test
def transfers_that_are_not_built_are_refused():
    peer, agent = stage()
    call = Call(agent)
    call.answered()
    for header, code in (
            ("Refer-To: <sip:1@h?Subject=a>\r\n", 603),
            ("Refer-To: <sip:h>\r\n", 603), ("", 400),
            ("Refer-To: <>\r\n", 400)):
        call.next("REFER", headers=header)
        answer = agent.wait(lambda m: m.cseq[1] == "REFER")
        claim(answer.code == code, answer.start)
    peer.never("refer", 0.2)
    call.bye()
    peer.close()


@test
def methods_that_are_not_built_are_named():
    peer, agent = stage()
    call = Call(agent)
    call.answered()
    for method, code in (("MESSAGE", 405), ("SUBSCRIBE", 489),
                         ("NOTIFY", 489), ("PUBLISH", 405),
                         ("NONSENSE", 405)):
        call.next(method)
        answer = agent.wait(lambda m: m.cseq[1] == method)
        claim(answer.code == code and "INVITE" in answer.get("Allow"),
              method + ": " + answer.start)
        agent.send_bytes(agent.request(method, agent.uri()))
        answer = agent.wait(lambda m: m.cseq[1] == method)
        claim(answer.code == code, method + " outside: " + answer.start)
    call.bye()
    peer.close()


@test
def what_the_caller_calls_itself_is_bytes():
    peer, agent = stage()
    from_ = '"\x1b[31mEve\\\x00\\"\xff" <sip:%00%41@h>'
    call = Call(agent, from_=from_)
    call.invite()
    line = peer.wait("incoming")
    claim("name=\\x1b[31mEve\\x00\"\\xff" in line, line)
    claim("caller=\\x00A" in line, line)
    peer.do("reject %s 480" % line.split()[1])
    peer.close()


@test
def a_trunk_vouches_for_its_callers():
    peer, agent = stage()
    call = Call(agent, headers='P-Asserted-Identity: "Real" <tel:+420777>\r\n')
    call.invite()
    line = peer.wait("incoming")
    claim("caller=+420777" in line and "name=Real" in line, line)
    peer.do("reject %s 480" % line.split()[1])
    peer.close()


@test
def channels_of_a_trunk_are_counted():
    peer, agent = stage()
    peer.do("trunk 7 127.0.0.1:5060 any udp 1 0")
    call = Call(agent)
    call.answered()
    second = Call(agent)
    second.invite()
    claim(agent.wait(503).get("Retry-After"), "503 with Retry-After")
    peer.do("status 7")
    line = peer.wait("trunk 7")
    claim("channels=1 full=1" in line, line)
    call.bye()
    number, _ = Call(agent).answered()
    peer.do("hangup " + number)
    agent.reply(agent.wait("BYE"), 200)
    peer.close()


@test
def a_draining_stack_takes_no_call_and_keeps_those_it_has():
    peer, agent = stage()
    call = Call(agent)
    call.answered()
    peer.do("drain")
    Call(agent).invite()
    claim(agent.wait(503).get("Retry-After"), "503 with Retry-After")
    reinvite(call, sdp(version=2, direction="sendonly"))
    claim(call.bye() == 200, "the old call ends as always")
    peer.close()


@test
def too_many_legs_are_refused():
    peer, agent = stage("max_legs=2")
    calls = [Call(agent) for _ in range(3)]
    for call in calls[:2]:
        call.answered()
    calls[2].invite()
    claim(agent.wait(503).get("Retry-After"), "503 with Retry-After")
    for call in calls[:2]:
        claim(call.bye() == 200, "BYE")
        peer.wait("dialog_gone")
    Call(agent).answered()
    peer.do("stop")
    agent.reply(agent.wait("BYE"), 200)
    peer.wait("ended 1002 shut_down")
    peer.close()


@test
def too_many_requests_are_refused():
    peer, agent = stage("max_requests_per_s=5")
    for _ in range(30):
        agent.send_bytes(agent.request("OPTIONS", agent.uri()))
    codes = [agent.wait(lambda m: m.code).code for _ in range(30)]
    claim(codes.count(503) >= 10 and 200 in codes, str(codes))
    peer.close()


@test
def strangers_are_challenged():
    peer = Peer()
    agent = Agent(peer)
    call = Call(agent)
    call.invite()
    claim(agent.wait(401).get("WWW-Authenticate").startswith("Digest"), "401")
    peer.never("incoming", 0.2)
    agent.send_bytes(agent.request("OPTIONS", agent.uri()))
    claim(agent.wait(200), "OPTIONS is answered")
    peer.close()


@test
def another_process_can_hang_up():
    peer, agent = stage()
    call = Call(agent)
    _, answer = call.answered()
    peer.do("bye_left")
    bye = agent.wait("BYE")
    claim(bye.cseq[0] >= 1000 and bye.tag("To") == call.tag and
          bye.tag("From") == answer.tag("To") and
          bye.get("Call-ID") == call.call_id, "in the same dialog")
    agent.reply(bye, 200)
    claim(call.bye() == 200, "BYE")
    peer.close()


@test
def stopping_hangs_up_on_everybody():
    peer, agent = stage()
    up, ringing = Call(agent), Call(agent)
    number, _ = up.answered()
    other = incoming(peer, ringing)
    peer.do("stop")
    agent.reply(agent.wait("BYE"), 200)
    claim(agent.wait(480).cseq == (1, "INVITE"), "480 to the undecided")
    peer.wait("ended %s shut_down" % number)
    peer.wait("ended %s shut_down" % other)
    peer.has_no_leg()
    peer.close()


@test
def ending_in_the_middle_of_calls_leaks_nothing():
    peer, agent = stage()
    call = Call(agent)
    number, _ = call.answered()
    incoming(peer, Call(agent))
    peer.do("reoffer %s hold" % number)
    waiting = Call(agent)
    peer.do("answer " + incoming(peer, waiting))
    peer.close()


@test
def a_record_route_becomes_the_route():
    peer, agent = stage()
    route = "<sip:%s;lr>" % agent.where
    call = Call(agent, headers="Record-Route: %s\r\n" % route)
    number, answer = call.answered()
    claim(answer.get("Record-Route") == route, "copied to the 200")
    peer.do("hangup " + number)
    bye = agent.wait("BYE")
    claim(bye.get("Route") == route, "our BYE has it")
    agent.reply(bye, 200)
    peer.close()


@test
def calls_over_tcp_work_in_single_bytes():
    peer, agent = stage(tcp=True)
    call = Call(agent)
    data = agent.request("INVITE", call.uri, from_=call.from_,
                         call_id=call.call_id, branch=call.branch,
                         to=call.to, body=call.body)
    agent.send_single(data)
    number = peer.wait("incoming").split()[1]
    peer.do("answer " + number)
    call.ack(agent.wait(200))
    peer.wait("confirmed " + number)
    peer.do("hangup " + number)
    bye = agent.wait("BYE")
    agent.reply(bye, 200)
    peer.wait("dialog_gone " + number)
    peer.close()


@test
def two_messages_in_a_segment_and_pings_are_framed():
    peer, agent = stage(tcp=True)
    agent.send_bytes("\r\n\r\n")
    agent.socket.settimeout(5)
    claim(agent.socket.recv(10) == b"\r\n", "a ping is answered")
    agent.send_bytes(agent.request("OPTIONS", agent.uri()) +
                     agent.request("OPTIONS", agent.uri()))
    for _ in range(2):
        claim(agent.wait(200), "each of them is answered")
    peer.close()


if __name__ == "__main__":
    test.run()
