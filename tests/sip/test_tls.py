# SPDX-License-Identifier: GPL-3.0-or-later
"""SIP over TLS: phones, trunks, certificates, and strangers at that door."""

import os
import shutil
import socket
import ssl
import time

from certificates import Authority
from sipwire import (Agent, Call, Failure, Peer, Tests, authorization, claim,
                     sdp, unique)

test = Tests()
ours = Authority()
others = Authority("others")
GOOD = ours.issue("good.pem")
DOMAIN = "sip:cclite.test"


def client(version=None):
    """Somebody who believes our authority only."""
    context = ssl.create_default_context(cafile=ours.certificate)
    context.check_hostname = False
    if version:
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.minimum_version = context.maximum_version = version
    return context


def stage(certificate=GOOD, *settings):
    return Peer("certificate=" + certificate,
                "authorities=" + ours.certificate, *settings)


def serial(agent):
    return ssl.DER_cert_to_PEM_cert(agent.socket.getpeercert(True))


def register(agent, user="anna", password="secret"):
    """Registers; returns the 200."""
    aor, call_id = "<sip:%s@cclite.test>" % user, unique()
    more = ""
    for cseq in (1, 2):
        agent.send_bytes(agent.request(
            "REGISTER", DOMAIN, to=aor, from_=aor + ";tag=1", call_id=call_id,
            cseq=cseq, headers=more))
        answer = agent.wait(lambda m: m.code)
        if answer.code == 401:
            more = authorization(answer, "REGISTER", DOMAIN, user, password)
    claim(answer.code == 200, answer.start)
    return answer


@test
def a_phone_is_rung_over_its_own_connection():
    peer = stage()
    peer.do("device 5 anna secret")
    phone = Agent(peer, tls=client())
    register(phone)
    peer.wait("reachable 5")
    peer.do("dial 1 device 5 - 555 x")
    invite = phone.wait("INVITE")
    claim("SIP/2.0/TLS" in invite.get("Via"), invite.get("Via"))
    claim("transport=tls" in invite.get("Contact"), invite.get("Contact"))
    phone.reply(invite, 200, tag="t", body=sdp(), contact=False,
                headers="Contact: <sip:anna@10.9.9.9;transport=udp>\r\n")
    phone.wait("ACK")
    peer.do("hangup 1")
    phone.reply(phone.wait("BYE"), 200)
    peer.close()


@test
def nothing_older_than_tls_1_2_is_spoken():
    peer = stage()
    for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
        agent = Agent(peer, tls=client(version))
        agent.send_bytes(agent.request("OPTIONS", agent.uri()))
        claim(agent.wait(200), "answered")
    for version in (ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1):
        try:
            Agent(peer, tls=client(version))
        except (ssl.SSLError, OSError):
            continue
        raise Failure("%s is spoken" % version)
    peer.close()


@test
def a_new_certificate_is_shown_to_whoever_comes_next_and_calls_go_on():
    file = ours.path("changing.pem")
    shutil.copy(GOOD, file)
    peer = stage(file)
    peer.do("trunk 7 127.0.0.1:5061 any tls 0 0")
    before = Agent(peer, tls=client())
    call = Call(before)
    number, _ = call.answered()
    shutil.copy(ours.issue("next.pem", days=10), file)
    peer.do("reload")
    after = Agent(peer, tls=client())
    claim(serial(before) != serial(after), "a new one")
    peer.do("certificate")
    claim(peer.wait("certificate") == "certificate 9", "ten days, begun")
    claim(call.bye() == 200, "over the old connection")
    peer.wait("ended %s peer_hung_up" % number)
    peer.close()


@test
def a_bad_file_changes_nothing():
    file = ours.path("spoiled.pem")
    shutil.copy(GOOD, file)
    peer = stage(file)
    shown = serial(Agent(peer, tls=client()))
    with open(GOOD, encoding="ascii") as good:
        text = good.read()
    with open(ours.issue("else.pem"), encoding="ascii") as other:
        key = other.read().partition("-----BEGIN PRIVATE")[2]
    spoiled = {
        "Bad message": text[:200],
        "Key was rejected by service":
            text.partition("-----BEGIN PRIVATE")[0] + "-----BEGIN PRIVATE"
            + key,
    }
    for error, content in spoiled.items():
        with open(file, "w", encoding="ascii") as out:
            out.write(content)
        peer.do("reload", error)
        claim(serial(Agent(peer, tls=client())) == shown, error)
    os.remove(file)
    peer.do("reload", "No such file or directory")
    claim(serial(Agent(peer, tls=client())) == shown, "the file is gone")
    peer.close()


@test
def a_stack_without_a_good_certificate_does_not_start():
    hidden = ours.issue("hidden.pem", passphrase="secret")
    for file, error in ((hidden, "Bad message"),
                        (ours.path("none"), "No such file"),
                        (ours.certificate, "Bad message")):
        try:
            stage(file)
        except Failure as failure:
            claim(error in str(failure), str(failure))
            continue
        raise Failure("it starts with " + file)


class Provider:
    """A trunk's other side: accepts, and shows a certificate."""

    def __init__(self, certificate):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate)
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.where = "127.0.0.1:%d" % self.listening.getsockname()[1]

    def accept(self, peer):
        self.listening.settimeout(60)
        connection, _ = self.listening.accept()
        connection.settimeout(60)
        return Agent(peer, connection=self.context.wrap_socket(
            connection, server_side=True))


@test
def a_trunk_that_shows_who_it_is_gets_calls():
    peer = stage()
    provider = Provider(GOOD)
    peer.do("trunk 7 %s any tls 0 0" % provider.where)
    peer.do("dial 1 trunk 7 +4412345 555 x")
    agent = provider.accept(peer)
    invite = agent.wait("INVITE")
    claim("SIP/2.0/TLS" in invite.get("Via"), invite.get("Via"))
    agent.reply(invite, 200, tag="t", body=sdp(), contact=False,
                headers="Contact: <sip:x@127.0.0.1:9;transport=udp>\r\n")
    agent.wait("ACK")
    peer.do("hangup 1")
    agent.reply(agent.wait("BYE"), 200)
    peer.wait("ended 1 hung_up")
    peer.close()


@test
def a_trunk_that_shows_somebody_else_gets_nothing():
    peer = stage()
    wrong = (ours.issue("wrong.pem", "IP:127.0.0.9,DNS:localhost"),
             others.issue("foreign.pem"))
    for number, certificate in enumerate(wrong, 1):
        provider = Provider(certificate)
        peer.do("trunk %d %s any tls 0 0" % (number, provider.where))
        peer.do("dial %d trunk %d +4412345 555 x" % (number, number))
        try:
            provider.accept(peer).wait("INVITE")
        except (ssl.SSLError, OSError, Failure):
            peer.wait("ended %d silent" % number)
            claim(fault_of(peer, number) > 0, "it is told")
            continue
        raise Failure("it believed " + certificate)
    peer.close()


def fault_of(peer, number):
    """What is said of the certificate of a trunk; 0: nothing is wrong."""
    peer.say("status %d" % number)
    line = peer.wait("trunk %d " % number)
    peer.wait("rc status")
    return int(line.split("certificate=")[1].split()[0])


@test
def a_refusal_is_told_by_its_reason_until_a_better_one_is_shown():
    peer = stage(GOOD, "t1_ms=20")
    provider = Provider(others.issue("stranger.pem"))
    peer.do("trunk 1 %s any tls 0 0" % provider.where)
    claim(fault_of(peer, 1) == 0, "nothing yet")
    peer.do("dial 1 trunk 1 +4412345 555 x")
    try:
        provider.accept(peer).wait("INVITE")
    except (ssl.SSLError, OSError, Failure):
        pass
    peer.wait("ended 1 silent")
    claim(fault_of(peer, 1) == 20, "unable to get local issuer certificate")
    provider.context.load_cert_chain(GOOD)
    peer.do("dial 2 trunk 1 +4412345 555 x")
    agent = provider.accept(peer)
    agent.reply(agent.wait("INVITE"), 486, tag="t")
    peer.wait("ended 2 refused 486")
    claim(fault_of(peer, 1) == 0, "believed now")
    peer.close()


@test
def nobody_is_called_back_over_a_connection_of_ours():
    """a phone's connection is gone, and somebody else listens there"""
    peer = stage()
    peer.do("device 5 anna secret")
    phone = Agent(peer, tls=client())
    register(phone)
    peer.wait("reachable 5")
    where = phone.socket.getsockname()
    phone.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                            b"\1\0\0\0\0\0\0\0")
    phone.close()
    provider = Provider(GOOD)
    provider.listening.close()
    provider.listening = socket.create_server(where)
    time.sleep(0.1)
    peer.do("dial 1 device 5 - 555 x")
    try:
        provider.accept(peer).wait("INVITE", 2)
    except (ssl.SSLError, OSError, Failure):
        peer.wait("ended 1 silent")
        peer.close()
        return
    raise Failure("it called whoever listens there")


@test
def what_came_by_tls_stays_there():
    """a Contact that names UDP, or another machine, moves no call"""
    peer = stage()
    peer.do("trunk 7 127.0.0.1:5061 any tls 0 0")
    spy = Agent(peer)
    agent = Agent(peer, tls=client())
    call = Call(agent)
    agent_request = agent.request
    agent.request = lambda *given, **more: agent_request(
        *given, **{**more, "contact": False, "headers": more.get(
            "headers", "") + "Contact: <sip:x@%s;transport=udp>\r\n"
            % spy.where})
    number, _ = call.answered()
    peer.do("hangup " + number)
    agent.reply(agent.wait("BYE"), 200)
    spy.silent(0.2)
    peer.close()


@test
def strangers_at_that_door_are_not_told_about_and_change_nothing():
    peer = stage(GOOD, "max_tcp_per_source=40")
    for data in (b"\r\n\r\n", b"OPTIONS sip:x SIP/2.0\r\n\r\n",
                 b"\x16\x03\x01\xff\xff" + b"A" * 5000, b"\x80" * 70000,
                 b"\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00"):
        with socket.create_connection(peer.tls) as stranger:
            try:
                stranger.sendall(data)
                stranger.shutdown(socket.SHUT_WR)
                stranger.settimeout(5)
                while stranger.recv(4096):
                    pass
            except OSError:
                pass
    agent = Agent(peer, tls=client())
    agent.send_bytes(agent.request("OPTIONS", agent.uri()))
    claim(agent.wait(200), "it goes on")
    peer.close()
    claim(peer.errors == b"", "printed: %r" % peer.errors)


@test
def connections_of_one_source_are_bounded_by_tls_too():
    peer = stage(GOOD, "max_tcp_per_source=5")
    connections = [socket.create_connection(peer.tls) for _ in range(12)]
    end = time.monotonic() + 10
    while peer.stats()["tcp"] < 7 and time.monotonic() < end:
        time.sleep(0.05)
    claim(peer.stats()["tcp"] == 7, "all but five")
    for connection in connections:
        connection.close()
    peer.close()


@test
def messages_in_pieces_and_many_in_one_record_are_told_apart():
    peer = stage()
    agent = Agent(peer, tls=client())
    text = "".join(agent.request("OPTIONS", agent.uri(), call_id="c%d" % i)
                   for i in range(5))
    agent.send_bytes(text)
    for i in range(5):
        claim(agent.wait(200).get("Call-ID") == "c%d" % i, "in order")
    for byte in agent.request("OPTIONS", agent.uri()):
        agent.send_bytes(byte)
    claim(agent.wait(200), "byte by byte")
    agent.send_bytes("\r\n\r\n")
    agent.socket.settimeout(5)
    claim(agent.socket.recv(10) == b"\r\n", "a pong")
    peer.close()


if __name__ == "__main__":
    test.run()
