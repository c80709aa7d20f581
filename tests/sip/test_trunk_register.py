# SPDX-License-Identifier: GPL-3.0-or-later
"""Registering with a provider: in time, again, patiently, and to nobody else."""

import hashlib
import re
import socket
import time

from certificates import Authority
from sipwire import WAIT_S, Agent, Call, Peer, Tests, claim, sdp

test = Tests()
ours = Authority()


def md5(text):
    return hashlib.md5(text.encode()).hexdigest()


class Provider(Agent):
    """A registrar, by hand."""

    def __init__(self, peer):
        super().__init__(peer)
        self.registers = 0

    def trunk(self, realm="provider.test", number=7, options=0,
              register="register"):
        self.peer.do("trunk %d %s exact udp 0 %d %s me secret-1 %s" % (
            number, self.where, options, realm, register))

    def challenge(self, message, realm="provider.test", nonce="abc", more=""):
        self.reply(message, 401, tag="r", contact=False,
                   headers='WWW-Authenticate: Digest realm="%s", nonce="%s", '
                   'algorithm=MD5%s\r\n' % (realm, nonce, more))

    def proven(self, message, realm="provider.test"):
        """Whether the digest is right."""
        said = dict(re.findall(r'(\w+)="?([^",]+)"?',
                               message.get("Authorization")))
        ha1 = md5("me:%s:secret-1" % realm)
        ha2 = md5("%s:%s" % (message.method, said["uri"]))
        return (said["username"] == "me" and said["response"] in (
            md5(":".join((ha1, said["nonce"], ha2))),
            md5(":".join((ha1, said["nonce"], said.get("nc", ""),
                          said.get("cnonce", ""), said.get("qop", ""),
                          ha2)))))

    def grant(self, message, expires):
        self.reply(message, 200, tag="r", contact=False,
                   headers="Contact: %s;expires=%d\r\n" % (
                       message.get("Contact"), expires))

    def is_registered(self):
        self.peer.say("status 7")
        line = self.peer.wait("trunk 7 ")
        self.peer.wait("rc status")
        return line.endswith("registered=1")

    def wait_registered(self, is_so=True):
        end = time.monotonic() + 10
        while self.is_registered() != is_so:
            claim(time.monotonic() < end, "registered: %s" % is_so)
            time.sleep(0.02)


class Connected(Provider):
    """The same by TCP: a connection that the server made."""

    def __init__(self, peer, listening):
        listening.settimeout(WAIT_S)
        Agent.__init__(self, peer, connection=listening.accept()[0])
        self.transport = "TCP"


def stage():
    peer = Peer()
    return peer, Provider(peer)


def connected_stage(*settings, reuse_port=False):
    """A trunk that is registered by TCP, and who listens for it."""
    peer = Peer("tcp_idle_s=1", *settings)
    listening = socket.create_server(("127.0.0.1", 0), reuse_port=reuse_port)
    peer.do("trunk 7 127.0.0.1:%d exact tcp 0 0 provider.test me secret-1 "
            "register" % listening.getsockname()[1])
    return peer, listening


@test
def it_proves_who_it_is_when_asked_and_calls_come():
    peer, provider = stage()
    provider.trunk()
    first = provider.wait("REGISTER")
    claim("Authorization" not in dict(first.headers), "not before it is asked")
    claim(first.uri == "sip:127.0.0.1", first.uri)
    claim(first.get("To") == "<sip:me@127.0.0.1>", first.get("To"))
    claim(not provider.is_registered(), "not yet")
    provider.challenge(first)
    second = provider.wait("REGISTER")
    claim(provider.proven(second), second.get("Authorization"))
    claim(first.get("Call-ID") == second.get("Call-ID") and
          second.cseq[0] > first.cseq[0], "one after the other")
    provider.grant(second, 300)
    provider.wait_registered()
    where = re.match(r"<(sip:me@127\.0\.0\.1:\d+)>", second.get("Contact"))
    call = Call(provider, "me")
    call.target = where.group(1)
    call.invite()
    claim("trunk=7" in peer.wait("incoming"), "as the trunk's")
    peer.close()


@test
def half_a_message_ends_a_connection_and_the_next_one_registers():
    peer, listening = connected_stage()
    provider = Connected(peer, listening)
    provider.grant(provider.wait("REGISTER"), 300)
    provider.wait_registered()
    text = provider.request("OPTIONS", "sip:me@127.0.0.1", contact=False)
    provider.send_bytes("\r\n\r\n" + text + "\r\n\r\n" + text)
    for _ in range(2):
        claim(provider.wait(200), "whole ones are answered")
    began = time.monotonic()
    provider.send_bytes("\r\n\r\n")
    claim(provider.socket.recv(10) == b"\r\n", "and what keeps it alive")
    while time.monotonic() - began < 2:  # longer than a half may stay
        provider.silent(0.2)
        provider.send_bytes("\r\n\r\n")
        claim(provider.socket.recv(10) == b"\r\n", "all the time")

    provider.send_bytes(text + provider.request(
        "OPTIONS", "sip:me@127.0.0.1", contact=False, length=9999))
    claim(provider.wait(200), "what is whole before it is")
    began = time.monotonic()
    again = Connected(peer, listening)
    claim(time.monotonic() - began < 8, "at once")
    register = again.wait("REGISTER")
    claim(not provider.is_registered(), "it is known meanwhile")
    again.grant(register, 300)
    again.wait_registered()
    claim(provider.socket.recv(10) == b"", "the old one is closed")
    claim(peer.stats()["idle"] == 1, str(peer.stats()))
    peer.close()


@test
def half_a_message_by_the_providers_own_connection_ends_that_one_only():
    peer, listening = connected_stage()
    provider = Connected(peer, listening)
    provider.grant(provider.wait("REGISTER"), 300)
    provider.wait_registered()
    calls = Agent(peer, tcp=True)
    text = calls.request("OPTIONS", "sip:me@127.0.0.1", contact=False)
    calls.send_bytes(text)
    claim(calls.wait(200), "what is whole")
    calls.send_bytes(text[:-10])
    claim(calls.socket.recv(10) == b"", "it is closed")
    provider.silent(1)
    is_alive(provider)
    peer.close()


@test
def a_connection_from_the_port_that_we_connected_to_is_another_one():
    peer, listening = connected_stage(reuse_port=True)
    provider = Connected(peer, listening)
    provider.grant(provider.wait("REGISTER"), 300)
    provider.wait_registered()
    is_alive(provider)
    theirs = socket.socket()
    theirs.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    theirs.bind(listening.getsockname())
    theirs.connect(peer.tcp)
    calls = Agent(peer, connection=theirs)
    calls.transport = "TCP"
    text = calls.request("OPTIONS", "sip:me@127.0.0.1", contact=False)
    for _ in range(2):
        calls.send_bytes(text)
        claim(calls.wait(200), "answered")
    calls.silent(3)  # three times as long as half a message may stay
    calls.send_bytes(text)
    claim(calls.wait(200), "what was whole there was no half")
    is_alive(provider)
    claim(peer.stats()["idle"] == 0, str(peer.stats()))
    peer.close()


@test.slow
def half_an_answer_to_the_first_question_ends_a_connection_too():
    peer, listening = connected_stage()
    provider = Connected(peer, listening)
    register = provider.wait("REGISTER")
    provider.send_bytes("SIP/2.0 200 OK\r\nVia: %s\r\nContent-Length: 9999"
                        "\r\n\r\n" % register.get("Via"))
    listening.settimeout(60)
    again = Agent(peer, connection=listening.accept()[0])
    claim(again.wait("REGISTER"), "by another one")
    peer.close()


def shared_stage():
    """Two trunks at one address, by TCP and by TLS, which nobody speaks there.
    The first one is registered."""
    peer, listening = connected_stage("certificate=" + ours.issue("our.pem"))
    provider = Connected(peer, listening)
    provider.grant(provider.wait("REGISTER"), 300)
    provider.wait_registered()
    peer.do("trunk 8 127.0.0.1:%d exact tls 0 0 provider.test me secret-1 "
            "register" % listening.getsockname()[1])
    return peer, listening, provider


def is_alive(provider):
    provider.send_bytes(provider.request("OPTIONS", "sip:me@127.0.0.1",
                                         contact=False))
    claim(provider.wait(200), "its connection is")
    claim(provider.is_registered(), "and its registration")


@test
def a_trunk_that_is_hung_up_on_does_not_cut_another_one_off():
    peer, listening, provider = shared_stage()
    for _ in range(2):  # the second one after 2 s
        listening.accept()[0].close()
    is_alive(provider)
    peer.close()


@test.slow
def a_trunk_that_is_ignored_does_not_cut_another_one_off():
    peer, listening, provider = shared_stage()
    ignored = listening.accept()[0]
    ignored.settimeout(60)
    while ignored.recv(4096):
        pass
    listening.settimeout(60)
    listening.accept()
    is_alive(provider)
    peer.close()


@test.slow
def what_brings_whole_messages_is_not_cut_off_for_one_answer():
    peer, listening = connected_stage()
    provider = Connected(peer, listening)
    first = provider.wait("REGISTER")
    provider.send_bytes(provider.request("OPTIONS", "sip:me@127.0.0.1",
                                         contact=False))
    claim(provider.wait(200), "the connection is alive")
    again = provider.wait("REGISTER", 60)
    claim(again.cseq[0] > first.cseq[0], "by the same one")
    provider.grant(again, 300)
    provider.wait_registered()
    peer.close()


@test
def it_registers_again_before_it_expires():
    peer, provider = stage()
    provider.trunk()
    provider.grant(provider.wait("REGISTER"), 2)
    granted = time.monotonic()
    again = provider.wait("REGISTER")
    took = time.monotonic() - granted
    claim(1.4 < took < 2, "after %.2f s of 2" % took)
    provider.grant(again, 300)
    provider.wait_registered()
    peer.close()


@test
def a_refusal_is_tried_again_ever_later():
    peer, provider = stage()
    provider.trunk()
    times = []
    for _ in range(3):
        provider.reply(provider.wait("REGISTER"), 403, tag="r")
        times.append(time.monotonic())
        provider.wait_registered(False)
    waits = [b - a for a, b in zip(times, times[1:])]
    claim(1.8 < waits[0] < 3 and 3.8 < waits[1] < 5.5, str(waits))
    provider.grant(provider.wait("REGISTER"), 300)
    provider.wait_registered()
    peer.close()


@test
def a_password_is_tried_once_each_time():
    peer, provider = stage()
    provider.trunk()
    provider.challenge(provider.wait("REGISTER"), nonce="one")
    provider.challenge(provider.wait("REGISTER"), nonce="two")
    provider.silent(1)
    claim("Authorization" not in dict(provider.wait("REGISTER").headers),
          "the next attempt begins anew")
    peer.close()


@test
def another_realm_gets_no_password():
    peer, provider = stage()
    provider.trunk()
    provider.challenge(provider.wait("REGISTER"), realm="evil.test")
    provider.silent(1)
    claim("Authorization" not in dict(provider.wait("REGISTER").headers),
          "nor the next time")
    peer.close()


@test
def too_brief_is_asked_for_longer():
    peer, provider = stage()
    provider.trunk()
    provider.reply(provider.wait("REGISTER"), 423, tag="r",
                   headers="Min-Expires: 900\r\n")
    second = provider.wait("REGISTER")
    claim(second.get("Expires") == "900", second.get("Expires"))
    provider.grant(second, 900)
    provider.wait_registered()
    peer.close()


@test
def silence_is_no_registration():
    peer = Peer("t1_ms=10")
    provider = Provider(peer)
    provider.trunk()
    first = provider.wait("REGISTER")
    claim(provider.wait("REGISTER").cseq == first.cseq, "repeated")
    end = time.monotonic() + 10
    while provider.wait("REGISTER").cseq == first.cseq:
        claim(time.monotonic() < end, "a new attempt")
    claim(not provider.is_registered(), "not registered")
    peer.close()


@test
def a_removed_trunk_registers_no_more():
    peer, provider = stage()
    provider.trunk()
    provider.grant(provider.wait("REGISTER"), 2)
    provider.wait_registered()
    provider.trunk(register="-")
    provider.silent(2.2)
    claim(not provider.is_registered(), "and does not say it were")
    peer.close()


@test
def calls_out_prove_themselves_to_that_realm_only():
    peer, provider = stage()
    provider.trunk(register="-")
    for number, realm in enumerate(("evil.test", "provider.test"), 1):
        peer.do("dial %d trunk 7 +4412345 555 x" % number)
        invite = provider.wait("INVITE")
        provider.challenge(invite, realm=realm)
        provider.wait("ACK")
        if realm == "evil.test":
            peer.wait("ended 1 refused 401")
            continue
        again = provider.wait("INVITE")
        claim(provider.proven(again), again.get("Authorization"))
        provider.reply(again, 486, tag="b")
        peer.wait("ended 2 refused 486")
    peer.close()


if __name__ == "__main__":
    test.run()
