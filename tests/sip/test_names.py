# SPDX-License-Identifier: GPL-3.0-or-later
"""Trunks by host name: where they are found, and that nobody waits for it."""

import socket
import time

from nameserver import (A, AAAA, CNAME, REFUSED, SRV, NameServer, address,
                        service)
from sipwire import Agent, Call, Peer, Tests, claim

test = Tests()
FOUND, NOT_FOUND = "name=2:", "name=1:"


def status(peer):
    peer.say("status 7")
    line = peer.wait("trunk 7 ")
    peer.wait("rc status")
    return line


def wait_status(peer, *words):
    end = time.monotonic() + 10
    while True:
        line = status(peer)
        if all(word in line for word in words):
            return line
        claim(time.monotonic() < end, "%s, not %s" % (line, words))
        time.sleep(0.02)


def stage(names, *settings, place="sip.test", transport="udp", options=0,
          exact="exact"):
    peer = Peer("dns=" + names.where, *settings)
    peer.do("trunk 7 %s %s %s 0 %d" % (place, exact, transport, options))
    return peer


def dials(peer, agent, uri=None, number=1):
    peer.do("dial %d trunk 7 12345 555 Us" % number)
    invite = agent.wait("INVITE")
    claim(uri is None or invite.uri == uri, invite.uri)
    agent.reply(invite, 486, tag="x")
    agent.wait("ACK")
    peer.wait("ended %d refused 486" % number)


def moves(peer, old, new):
    """Dials until calls go to the new one."""
    end = time.monotonic() + 10
    number = 100
    while True:
        number += 1
        peer.do("dial %d trunk 7 12345 555 Us" % number)
        for agent in (old, new):
            invite = agent.receive(0.2)
            if invite:
                agent.reply(invite, 486, tag="x")
                agent.wait("ACK")
                peer.wait("ended %d" % number)
                break
        if invite and agent is new:
            return
        claim(time.monotonic() < end, "it does not move")


def one(agent):
    """Records of sip.test that lead to an agent."""
    return {("_sip._udp.sip.test", SRV): [service(
        10, 0, agent.port, "a.sip.test")],
        ("a.sip.test", A): [address("127.0.0.1")]}


@test.slow
def a_name_is_found_by_srv_called_by_its_name_and_believed():
    names = NameServer()
    peer = stage(names)
    agent = Agent(peer)
    wait_status(peer, NOT_FOUND + "No such file", "up=0")
    names.records = one(agent)
    wait_status(peer, FOUND, "up=1")
    claim(names.asked[0] == ("_sip._udp.sip.test", SRV), names.asked)
    dials(peer, agent, "sip:12345@sip.test")
    call = Call(agent)
    call.invite()
    claim("trunk=7" in peer.wait("incoming"), "its calls are the trunk's")
    peer.do("reject 1000 480")
    peer.close()


@test.slow
def with_a_port_there_is_no_srv_and_names_may_have_others():
    names = NameServer()
    agent = Agent(Peer())
    agent.peer.close()
    names.records = {("www.sip.test", CNAME): "b.sip.test",
                     ("b.sip.test", A): [address("127.0.0.1")]}
    peer = stage(names, place="www.sip.test:%d" % agent.port)
    wait_status(peer, FOUND)
    claim(names.asked[0] == ("www.sip.test", A), names.asked)
    dials(peer, agent, "sip:12345@www.sip.test:%d" % agent.port)
    peer.close()


@test.slow
def the_first_priority_then_the_heaviest_comes_first():
    names = NameServer()
    low, heavy, light = (Agent(Peer()) for _ in range(3))
    names.records = {
        ("_sip._udp.sip.test", SRV): [
            service(20, 9, low.port, "a.sip.test"),
            service(10, 1, light.port, "a.sip.test"),
            service(10, 7, heavy.port, "a.sip.test"),
            service(5, 0, 0, "a.sip.test"), service(1, 0, 5060, "*.bad")],
        ("a.sip.test", A): [address("127.0.0.1")]}
    peer = stage(names)
    wait_status(peer, FOUND)
    dials(peer, heavy)
    for agent in (low, heavy, light):
        agent.peer.close()
    peer.close()


@test.slow
def a_path_that_is_down_gives_way_to_the_next():
    names = NameServer()
    peer = Peer("dns=" + names.where, "t1_ms=50")
    first, second = Agent(peer), Agent(peer)
    names.records = {
        ("_sip._udp.sip.test", SRV): [
            service(10, 0, first.port, "a.sip.test"),
            service(20, 0, second.port, "a.sip.test")],
        ("a.sip.test", A): [address("127.0.0.1")]}
    peer.do("trunk 7 sip.test exact udp 0 5")
    for _ in range(2):
        first.reply(first.wait("OPTIONS"), 503, tag="a")
        second.reply(second.wait("OPTIONS"), 200, tag="a")
    first.send_bytes(first.request("OPTIONS", first.uri()))
    first.wait(200)  # so the answer before it has been read, too
    dials(peer, second)
    peer.close()


@test.slow
def ipv6_is_asked_for_where_we_listen_for_it():
    names = NameServer()
    peer = Peer("dns=" + names.where, "second=[::1]")
    peer.udp = ("::1", peer.more[0])
    agent = Agent(peer)
    claim(agent.host == "[::1]", agent.host)
    names.records = {("a.sip.test", AAAA): [address("::1")]}
    peer.do("trunk 7 a.sip.test:%d exact udp 0 0" % agent.port)
    wait_status(peer, FOUND)
    claim(("a.sip.test", A) in names.asked, names.asked)
    peer.do("dial 1 trunk 7 12345 555 Us")
    invite = agent.wait("INVITE")
    claim("c=IN IP6 ::1" in invite.body.decode(), invite.body)
    claim("[::1]" in invite.get("Via") + invite.get("Contact"), "ours")
    peer.close()


@test.slow
def only_families_that_we_listen_for_are_asked_for():
    names = NameServer({("a.sip.test", A): [address("127.0.0.1")],
                        ("a.sip.test", AAAA): [address("::1")]})
    peer = stage(names, place="a.sip.test:5060")
    wait_status(peer, FOUND)
    claim(names.asked == [("a.sip.test", A)], names.asked)
    peer.close()


@test.slow
def what_changes_is_followed_and_silence_changes_nothing():
    names = NameServer(ttl=1)
    peer = Peer("dns=" + names.where, "min_ttl_s=1")
    old, new = Agent(peer), Agent(peer)
    names.records = one(old)
    peer.do("trunk 7 sip.test exact udp 0 0")
    wait_status(peer, FOUND)
    dials(peer, old)
    names.records = one(new)
    moves(peer, old, new)
    names.silent = True
    wait_status(peer, NOT_FOUND + "Connection timed out", "up=1")
    dials(peer, new, number=2)
    names.silent = False
    wait_status(peer, FOUND, "up=1")
    peer.close()


@test.slow
def nobody_waits_for_a_name_server():
    names = NameServer()
    names.silent = True
    peer = stage(names)
    agent = Agent(peer)
    end = time.monotonic() + 10
    while not names.asked and time.monotonic() < end:
        time.sleep(0.01)
    for _ in range(5):  # who waited for one would wait for seconds
        agent.send_bytes(agent.request("OPTIONS", agent.uri()))
        agent.wait(200, 1)
    claim(NOT_FOUND + "- " in status(peer), "while it is still looking")
    peer.say("dial 1 trunk 7 12345 555 Us")
    claim("Host is down" in peer.wait("rc dial"), "it says so")
    peer.close()


@test.slow
def the_next_server_is_asked():
    names = NameServer()
    closed = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    closed.bind(("127.0.0.1", 0))
    where = "127.0.0.1:%d" % closed.getsockname()[1]
    closed.close()
    peer = Peer("dns=" + where, "dns=" + names.where)
    agent = Agent(peer)
    names.records = one(agent)
    peer.do("trunk 7 sip.test exact udp 0 0")
    wait_status(peer, FOUND)
    peer.close()


@test.slow
def a_server_that_does_not_know_is_told_from_a_name_that_is_not():
    names = NameServer({("_sip._udp.sip.test", SRV): REFUSED,
                        ("sip.test", A): REFUSED})
    peer = stage(names)
    wait_status(peer, NOT_FOUND + "Protocol error")
    peer.close()
    names = NameServer({("_sip._udp.sip.test", SRV): [service(0, 0, 0, "")]})
    peer = stage(names)
    wait_status(peer, NOT_FOUND + "No such file")
    claim(("sip.test", A) not in names.asked, "a dot means: not here")
    peer.close()


@test.slow
def answers_to_something_else_are_none():
    """another number, another name, a question, half of one, garbage"""
    names = NameServer()
    peer = Peer("dns=" + names.where)
    agent = Agent(peer)
    names.records = one(agent)

    def mangle(answer):
        other = bytes([answer[0] ^ 1]) + answer[1:]
        name = answer.replace(b"\x03sip", b"\x03sap")
        question = answer[:2] + b"\x01\x00" + answer[4:]
        wrong = [other, name, question, b"", b"\0", answer[:11], answer[:20],
                 b"\xff" * 4000, answer[:12] + b"\xc0\x0c" * 100]
        return wrong + [answer]

    names.mangle = mangle
    peer.do("trunk 7 sip.test exact udp 0 0")
    wait_status(peer, FOUND)
    dials(peer, agent)
    peer.close()
    claim(peer.errors == b"", "printed: %r" % peer.errors)


@test.slow
def records_without_an_end_are_cut():
    names = NameServer()
    peer = Peer("dns=" + names.where)
    agent = Agent(peer)
    names.records = one(agent)
    names.records["a.sip.test", A] = [address("127.0.0.1")] + [
        address("127.0.1.%d" % n) for n in range(1, 120)]
    # It says that there are 65,535, and sends what fits.
    names.mangle = lambda answer: [answer[:6] + b"\xff\xff" + answer[8:2000]]
    peer.do("trunk 7 sip.test exact udp 0 0")
    wait_status(peer, FOUND)
    dials(peer, agent)
    peer.close()


@test.slow
def an_address_of_another_trunk_or_of_everybody_is_left_out():
    names = NameServer()
    peer = Peer("dns=" + names.where)
    agent = Agent(peer)
    peer.do("trunk 8 %s exact udp 0 0" % agent.where)
    names.records = one(agent)
    peer.do("trunk 7 sip.test exact udp 0 0")
    wait_status(peer, NOT_FOUND + "Cannot assign", "up=0")
    names.records["a.sip.test", A] = [address("224.0.0.1"),
                                      address("0.0.0.0")]
    end = len(names.asked)
    peer.do("trunk 7 sip.test any udp 0 0")
    wait_status(peer, NOT_FOUND + "Cannot assign", "up=0")
    claim(len(names.asked) > end, "asked again")
    peer.close()


@test.slow
def a_trunk_registers_where_its_name_leads():
    names = NameServer()
    peer = Peer("dns=" + names.where)
    agent = Agent(peer)
    peer.do("trunk 7 sip.test exact udp 0 0 sip.test me secret-1 register")
    wait_status(peer, NOT_FOUND, "registered=0")
    names.records = one(agent)
    register = agent.wait("REGISTER")
    claim(register.uri == "sip:sip.test", register.uri)
    claim(register.get("To") == "<sip:me@sip.test>", register.get("To"))
    agent.reply(register, 200, tag="r")
    wait_status(peer, FOUND, "registered=1")
    peer.close()


@test.slow
def names_that_are_none_are_refused():
    peer = Peer()
    for place in ("-a.test", "a..test", "a_b.test", "a.test:", "a.test:0",
                  "a.test:70000", "a.test:5x", "1.2.3", "a" * 64 + ".test",
                  "a.test.", "exa mple"):
        peer.do("trunk 7 %s exact udp 0 0" % place.replace(" ", "\xa0"),
                "Invalid argument")
    peer.do("trunk 7 a.test exact udp 0 0")
    peer.do("trunk 8 A.test exact udp 0 0", "File exists")
    peer.do("trunk 8 a.test:5060 exact udp 0 0")
    peer.close()


if __name__ == "__main__":
    test.run()
