# SPDX-License-Identifier: GPL-3.0-or-later
"""When what is lost is said again, and when it is given up (RFC 3261), whose
turn it is after a glare (14.1), and when a session is refreshed (RFC 4028).

Intervals are those between arrivals, by the kernel's clock. A busy machine may
spoil some of them, so of a few tries one must be as it should.
"""

import time

from sipwire import Agent, Call, Peer, Tests, calling, claim, sdp

test = Tests()
TRIES = 4
SHORTEST, LONGEST = 0.85, 1.35  # of what is wanted
T1_MS = 50
T1 = T1_MS / 1000
T2 = 8 * T1  # as 4 s are of half a second
TIMER = "Supported: timer\r\n"
UPDATES = "Allow: INVITE, ACK, BYE, CANCEL, UPDATE\r\n"


def called(*settings, headers=""):
    """A stack, and a call to it that it has not heard of yet."""
    peer = Peer(*settings)
    agent = Agent(peer)
    peer.do("trunk 7 127.0.0.1:5060 any udp 0 0")
    return peer, agent, Call(agent, headers=headers)


def rest(agent, what):
    """All that waits and fits, in the order of arrival; agent.kept is read."""
    while agent.kept:
        agent.kept.pop(0)
    found = []
    while message := agent.receive(0.2):
        if what(message):
            found.append(message)
    return found


def gaps(messages, end=None):
    """The time from each to the next, and from the first to the end."""
    between = [b.at - a.at for a, b in zip(messages, messages[1:])]
    return between + ([end - messages[0].at] if end else [])


def one_is(wanted, measure):
    """Of a few measurements one is as wanted, each part of it."""
    seen = []
    for _ in range(TRIES):
        seen.append(measure())
        if len(seen[-1]) == len(wanted) and all(
                SHORTEST * want <= got <= LONGEST * want
                for got, want in zip(seen[-1], wanted)):
            return
    claim(False, "not %s, but %s" % (wanted, [
        ["%.3f" % one for one in times] for times in seen]))


@test.slow
def an_invite_is_repeated_ever_twice_as_late_until_64_t1():
    def measure():
        peer, agent, first = calling("t1_ms=%d" % T1_MS)
        peer.wait("ended 1 silent", 20)
        end = time.time()
        invites = [first] + rest(agent, lambda m: m.method == "INVITE")
        claim(len({invite.data for invite in invites}) == 1, "the same bytes")
        peer.close()
        return gaps(invites, end)

    one_is([T1 * 2 ** n for n in range(6)] + [64 * T1], measure)


@test.slow
def t1_is_half_a_second():
    def measure():
        peer, agent, first = calling()
        invites = [first, agent.wait("INVITE"), agent.wait("INVITE")]
        agent.reply(first, 486, tag="x")
        agent.wait("ACK")
        peer.close()
        return gaps(invites)

    one_is([0.5, 1], measure)


@test.slow
def a_bye_is_repeated_up_to_each_t2_until_64_t1():
    def measure():
        peer, agent, invite = calling("t1_ms=%d" % T1_MS)
        agent.reply(invite, 200, tag="t", body=sdp())
        agent.wait("ACK")
        peer.wait("answered 1")
        peer.do("hangup 1")
        first = agent.wait("BYE")
        peer.wait("dialog_gone 1", 20)
        end = time.time()
        byes = [first] + rest(agent, lambda m: m.method == "BYE")
        peer.close()
        return gaps(byes, end)

    one_is([T1, 2 * T1, 4 * T1] + 7 * [T2] + [64 * T1], measure)


@test.slow
def an_answer_is_repeated_up_to_each_t2_until_64_t1():
    def measure():
        peer, agent, call = called("t1_ms=%d" % T1_MS)
        call.invite()
        number = peer.wait("incoming").split()[1]
        peer.do("answer " + number)
        first = agent.wait(200)
        call.learn(first)
        peer.wait("ended %s no_ack" % number, 20)
        told = rest(agent, lambda m: m.code == 200 or m.method == "BYE")
        answers = [first] + [m for m in told if m.code]
        claim(len({answer.data for answer in answers}) == 1, "the same bytes")
        bye = [m for m in told if m.method][0]
        agent.reply(bye, 200)
        peer.close()
        return gaps(answers, bye.at)

    one_is([T1, 2 * T1, 4 * T1] + 7 * [T2] + [64 * T1], measure)


@test.slow
def an_answer_in_the_dialog_is_repeated_alike():
    def measure():
        peer, agent, call = called("t1_ms=%d" % T1_MS)
        call.answered()
        call.next("INVITE", body=sdp(version=2))
        answers = [agent.wait(lambda m: m.code == 200 and
                              m.cseq == (2, "INVITE")) for _ in range(6)]
        call.ack(answers[0])
        call.bye()
        peer.close()
        return gaps(answers)

    one_is([T1, 2 * T1, 4 * T1, T2, T2], measure)


def turns(peer, agent, number, count=7):
    """How long it is after each 491 until an offer comes again."""
    waited = []
    for turn in range(count):
        peer.do("reoffer %s %s" % (number, ("hold", "on")[turn % 2]))
        offer = agent.wait("INVITE")
        refused = time.time()
        agent.reply(offer, 491)
        agent.wait("ACK")
        again = agent.wait("INVITE")
        waited.append(again.at - refused)
        agent.reply(again, 200, body=sdp())
        agent.wait("ACK")
        peer.wait("reoffered %s 200" % number)
    return sorted(waited)


@test.slow
def after_a_glare_the_maker_of_the_call_waits_longer_than_the_other():
    fifth = ("t1_ms=100",)  # of all times
    peer, agent, invite = calling(*fifth)
    agent.reply(invite, 200, tag="t", body=sdp())
    agent.wait("ACK")
    peer.wait("answered 1")
    makers = turns(peer, agent, "1")
    peer.close()
    peer, agent, call = called(*fifth)
    number, _ = call.answered()
    others = turns(peer, agent, number)
    call.bye()
    peer.close()
    told = "maker %s, other %s" % (makers, others)
    claim(makers[0] > 2.1 / 5 * 0.97, "2.1 s at the least: " + told)
    claim(makers[-3] < 4 / 5 * 1.1, "4 s at the most: " + told)
    claim(others[-3] < 2 / 5 * 1.1, "2 s at the most: " + told)
    claim(makers[-1] - makers[0] > 0.02 and others[-1] - others[0] > 0.02,
          "never the same: " + told)


def refreshes(interval, headers, method):
    """The times from what agreed on a session to its refreshes."""
    peer, agent, call = called("session_s=%d" % interval, "min_session_s=1",
                               headers=headers)
    agreed = call.answered()[1].at
    waited = []
    for _ in range(2):
        refresh = agent.wait(method)
        waited.append(refresh.at - agreed)
        agreed = time.time()
        agent.reply(refresh, 200, body="" if method == "UPDATE" else sdp(),
                    headers=headers + "Require: timer\r\n"
                    "Session-Expires: %d;refresher=uac\r\n" % interval)
    call.bye()
    peer.close()
    return waited


@test.slow
def a_session_is_refreshed_by_update_at_half_of_its_time():
    for interval in (2, 4):
        one_is([interval / 2, interval / 2], lambda length=interval: refreshes(
            length, TIMER + UPDATES, "UPDATE"))


@test.slow
def a_session_is_refreshed_by_an_offer_at_half_of_its_time():
    for interval in (2, 4):
        one_is([interval / 2, interval / 2], lambda length=interval: refreshes(
            length, TIMER, "INVITE"))


@test.slow
def a_session_that_nobody_refreshes_ends_a_third_before_its_time():
    def measure():
        peer, agent, call = called("session_s=3", "min_session_s=1",
                                   headers=TIMER + "Session-Expires: 3;"
                                   "refresher=uac\r\n")
        agreed = call.answered()[1].at
        bye = agent.wait("BYE")
        agent.reply(bye, 200)
        peer.close()
        return [bye.at - agreed]

    one_is([2], measure)


test.run()
