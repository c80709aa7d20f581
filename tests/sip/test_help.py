# SPDX-License-Identifier: GPL-3.0-or-later
"""A phone of ours calls for help, and what holds others back does not hold it;
within bounds. 112 is the number."""

import time

from sipwire import Agent, Call, Peer, Tests, authorization, claim, unique
from test_register import Phone

test = Tests()


def stage(*settings):
    peer = Peer(*settings)
    peer.do("device 5 anna secret")
    peer.do("device 6 berta geheim")
    peer.do("trunk 7 127.0.0.1:5060 any udp 0 0")
    return peer


def by_phone(agent, number="112", user="anna", password="secret"):
    """A phone's INVITE with its proof, or what it got instead of a
    challenge."""
    call = Call(agent, number, from_="<sip:%s@cclite.test>" % user)
    call.invite()
    answer = agent.wait(lambda m: m.code > 100)
    call.ack_failure(answer)
    if answer.code == 401:
        call.branch = "z9hG4bK" + unique()
        call.headers = authorization(answer, "INVITE", call.uri, user,
                                     password)
        call.invite()
    return call, answer


def is_taken(peer, agent, **more):
    call, answer = by_phone(agent, **more)
    claim(answer.code == 401, "asked for a proof, not %s" % answer.start)
    line = peer.wait("incoming")
    claim("trunk=0 device=5" in line and "called=112" in line, line)
    peer.do("answer " + line.split()[1])
    call.ack(agent.wait(200))
    peer.wait("confirmed")
    return call


def is_refused(agent, **more):
    call, answer = by_phone(agent, **more)
    if answer.code == 401:
        answer = agent.wait(lambda m: m.code > 100)
        call.ack_failure(answer)
    claim(answer.code == 503, "503, not %s" % answer.start)


def flood(peer):
    """Strangers use up what a second has room for, and more."""
    stranger = Agent(peer, address="127.0.3.1")
    for _ in range(40):
        stranger.send_bytes(stranger.request("OPTIONS", stranger.uri()))
    return stranger


@test
def a_call_for_help_finds_room_where_there_is_none_for_others():
    peer = stage("max_legs=2")
    trunk = Agent(peer)
    held = [Call(trunk), Call(trunk)]
    for call in held:
        call.answered()
    phone = Agent(peer, address="127.0.2.1")
    is_refused(phone, number="100")
    is_refused(phone, number="113")
    help_ = is_taken(peer, phone)
    peer.do("dial 9 trunk 7 112 200 Anna help", "ok")
    peer.do("dial 10 trunk 7 112 200 Anna", "No space left on device")
    peer.do("hangup 9")
    claim(help_.bye() == 200, "BYE")
    for call in held:
        claim(call.bye() == 200, "BYE")
    peer.close()


@test
def the_room_for_help_has_an_end():
    peer = stage("max_legs=1")
    Call(Agent(peer)).answered()
    phone = Agent(peer, address="127.0.2.1")
    for _ in range(16):
        is_taken(peer, phone)
    is_refused(phone)
    claim(peer.stats()["legs"] == 17, "no more than that")
    peer.close()


@test
def a_stranger_who_dials_112_gets_nothing():
    peer = stage("max_legs=1")
    trunk = Agent(peer)
    Call(trunk).answered()
    call = Call(trunk, "112")  # of a trunk
    call.invite()
    claim(trunk.wait(503), "as every other number")
    stranger = Agent(peer, address="127.0.2.1")
    call, answer = by_phone(stranger, password="guess")
    claim(answer.code == 401, "a challenge")
    claim(stranger.wait(401), "and no more than that")
    peer.never("incoming", 0.2)
    peer.close()


@test
def a_flood_of_strangers_does_not_keep_help_out():
    peer = stage("max_requests_per_s=5")
    phone = Phone(peer, address="127.0.2.1")
    phone.register()
    for _ in range(3):  # a second may begin anew in between
        flood(peer)
        other = Call(phone.agent, "100")
        other.invite()
        answer = phone.agent.wait(lambda m: m.code > 100)
        other.ack_failure(answer)
        if answer.code == 503:
            break
    claim(answer.code == 503, "no room, not %s" % answer.start)
    flood(peer)
    call = is_taken(peer, phone.agent)
    claim(call.bye() == 200, "BYE")
    peer.close()


@test
def a_flood_of_calls_to_112_passes_nothing():
    peer = stage("max_requests_per_s=5")
    phone = Phone(peer, address="127.0.2.1")
    phone.register()
    stranger = Agent(peer, address="127.0.3.1")
    calls = [Call(stranger, "112") for _ in range(60)]
    for call in calls:
        call.invite()
    codes = [stranger.wait(lambda m: m.code > 100).code for _ in calls]
    claim(codes.count(503) >= 40, "strangers: %s" % codes)
    for _ in range(5):  # a second may begin anew in between
        calls = [Call(phone.agent, "112") for _ in range(60)]
        for call in calls:
            call.invite()
        codes = [phone.agent.wait(lambda m: m.code > 100).code for _ in calls]
        if 503 in codes:
            break
    claim(503 in codes, "the phone's place has an end, too: %s" % codes)
    peer.never("incoming", 0.2)
    peer.close()


@test
def a_call_for_help_passes_a_drain_and_no_other_does():
    peer = stage()
    phone = Agent(peer, address="127.0.2.1")
    peer.do("drain")
    is_refused(phone, number="100")
    trunk = Agent(peer)
    call = Call(trunk, "112")
    call.invite()
    claim(trunk.wait(503).get("Retry-After"), "a trunk's is refused")
    call = is_taken(peer, phone)
    peer.do("dial 9 trunk 7 112 200 Anna help", "ok")
    peer.do("dial 10 trunk 7 112 200 Anna",
            "Cannot send after transport endpoint shutdown")
    peer.do("hangup 9")
    claim(call.bye() == 200, "BYE")
    peer.do("stop")
    is_refused(phone)
    peer.close()


@test
def a_neighbour_who_guesses_does_not_lock_help_out():
    peer = stage("auth_failures=5")
    phone = Phone(peer, address="127.0.1.9")
    phone.register()
    guesser = Phone(peer, password="guess", address="127.0.1.7")
    guesser.get_challenge()
    for _ in range(6):
        guesser.register(401)
    peer.do("refusals")
    peer.wait("locked 127.0.1.7")
    is_refused(phone.agent, number="100")
    is_refused(guesser.agent)
    is_refused(Agent(peer, address="127.0.1.9"))
    # Of other names nothing is learned there, be the password right or wrong.
    is_refused(phone.agent, user="berta", password="geheim")
    is_refused(phone.agent, user="berta", password="guess")
    claim(is_taken(peer, phone.agent).bye() == 200, "BYE")
    peer.close()


@test
def help_is_called_by_a_trunk_that_is_down():
    peer = stage()
    trunk = Agent(peer)
    peer.do("trunk 8 %s exact udp 0 5 0" % trunk.where)
    for _ in range(2):
        trunk.reply(trunk.wait("OPTIONS", 15), 503)
    peer.wait("trunk_down 8")
    peer.do("dial 9 trunk 8 112 200 Anna", "Host is down")
    peer.do("dial 9 trunk 8 112 200 Anna help")
    invite = trunk.wait("INVITE")
    claim(invite.uri.startswith("sip:112@"), invite.uri)
    trunk.reply(invite, 486)
    peer.wait("ended 9 refused 486")
    peer.close()


@test
def a_trunk_that_keeps_silent_is_given_up_for_the_next_one():
    peer = stage()
    silent = Agent(peer)
    peer.do("trunk 8 %s exact udp 0 0" % silent.where)
    peer.do("dial 9 trunk 8 112 200 Anna help")
    peer.wait("ended 9 silent", 16)  # after 8 s; a call waits for 32 s
    late = silent.wait("INVITE")
    silent.reply(late, 180, tag="t")
    claim(silent.wait("CANCEL"), "what comes late is not wanted")
    peer.close()


@test.slow
def a_trunk_that_only_tries_is_given_up_too():
    peer = stage()
    tries, rings = Agent(peer), Agent(peer)
    peer.do("trunk 8 %s exact udp 0 0" % tries.where)
    peer.do("trunk 9 %s exact udp 0 0" % rings.where)
    peer.do("dial 9 trunk 8 112 200 Anna help")
    peer.do("dial 10 trunk 9 112 200 Anna help")
    peer.do("dial 11 trunk 8 113 200 Anna")
    invites = [tries.wait("INVITE"), tries.wait("INVITE")]
    for invite in invites:
        tries.reply(invite, 100)
    rings.reply(rings.wait("INVITE"), 180, tag="t")
    peer.wait("ended 9 silent", 60)  # after 32 s
    claim(tries.wait("CANCEL"), "it is told")
    peer.never("ended", 5)  # who rings, or calls no help, is waited for
    peer.close()


@test.slow
def what_comes_late_or_again_changes_no_patience():
    peer = stage()
    rings, repeats = Agent(peer), Agent(peer)
    peer.do("trunk 8 %s exact udp 0 0" % rings.where)
    peer.do("trunk 9 %s exact udp 0 0" % repeats.where)
    peer.do("dial 9 trunk 8 112 200 Anna help")
    peer.do("dial 10 trunk 9 112 200 Anna help")
    ringing, tried = rings.wait("INVITE"), repeats.wait("INVITE")
    rings.reply(ringing, 180, tag="t")
    rings.reply(ringing, 100)  # by UDP one may overtake the other
    repeats.reply(tried, 100)
    peer.never("ended", 24)
    repeats.reply(tried, 100)
    began = time.monotonic()
    peer.wait("ended 10 silent", 60)  # 32 s after the first one, so in 8 s
    claim(time.monotonic() - began < 20, "and not after the last one")
    peer.never("ended", 5)
    peer.close()


if __name__ == "__main__":
    test.run()
