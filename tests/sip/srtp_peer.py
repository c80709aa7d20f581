# SPDX-License-Identifier: GPL-3.0-or-later
"""A trunk's other side by TLS, and keys in SDP as it says and reads them."""

import contextlib
import re
import select
import socket
import ssl
import threading
import time

from certificates import Authority
from sipwire import Agent, Peer, claim, free_port, sdp

ours = Authority()
GOOD = ours.issue("good.pem")
KEY = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz"
OTHER = "UEHZhOVCQMsFx6FLOAEgM1kLAc3kCqBVIDmgE1hC"
SHA1_80 = "AES_CM_128_HMAC_SHA1_80"
SHA1_32 = "AES_CM_128_HMAC_SHA1_32"
WAYS = ("no", "optional", "required")


def client():
    context = ssl.create_default_context(cafile=ours.certificate)
    context.check_hostname = False
    return context


def stage():
    return Peer("certificate=" + GOOD, "authorities=" + ours.certificate)


def trunk(peer, srtp, transport="tls", where="127.0.0.1:5061"):
    peer.do("trunk 7 %s any %s 0 0     %s" % (where, transport, srtp))


def line(tag=1, suite=SHA1_80, key=KEY, more=""):
    return "a=crypto:%d %s inline:%s%s\r\n" % (tag, suite, key, more)


def secret(*lines, protocol="RTP/SAVP", **more):
    """SDP with these lines, a usual one when none is given."""
    return sdp(extra="".join(lines or (line(),)), **more).replace(
        "RTP/AVP", protocol)


def plain(*lines, **more):
    return sdp(extra="".join(lines), **more)


def text_of(message):
    return message.body.decode("ascii")


def protocol_of(message):
    return re.search(r"m=audio \d+ (\S+)", text_of(message)).group(1)


def key_of(message):
    """(tag, suite, key) of its only a=crypto line; None: it has none."""
    body = text_of(message)
    found = re.findall(r"a=crypto:(\d+) (\S+) inline:(\S+)\r\n", body)
    claim(len(found) == body.count("a=crypto:") <= 1, body)
    return (int(found[0][0]), *found[0][1:]) if found else None


class Provider:
    """A trunk's other side, whom the stack calls."""

    def __init__(self, peer, srtp):
        self.peer = peer
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(GOOD)
        self.listening = socket.create_server(("127.0.0.1", 0))
        trunk(peer, srtp, where="127.0.0.1:%d"
              % self.listening.getsockname()[1])
        self.agent = None
        self.invite = None

    def called(self, number):
        """The INVITE of a call to it."""
        self.peer.do("dial %d trunk 7 +4412345 555 x" % number)
        return self.invited()

    def invited(self):
        """The next INVITE."""
        if not self.agent:
            self.listening.settimeout(60)
            connection, _ = self.listening.accept()
            connection.settimeout(60)
            self.agent = Agent(self.peer, connection=self.context.wrap_socket(
                connection, server_side=True))
        self.invite = self.agent.wait("INVITE", keep=False)
        return self.invite

    def answer(self, body):
        self.agent.reply(
            self.invite, 200, tag="t", body=body, contact=False,
            headers="Contact: <sip:x@127.0.0.1:9;transport=udp>\r\n")
        self.agent.wait("ACK", keep=False)

    def refuse(self, code):
        """Refuses the call, and sees that this is acknowledged."""
        self.agent.reply(self.invite, code, tag="r", contact=False)
        self.agent.wait("ACK")

    def is_left(self):
        """BYE comes, and is answered."""
        bye = self.agent.wait("BYE", keep=False)
        self.agent.reply(bye, 200)
        return bye


def copy(source, sink):
    """What has come, onwards; whether more may."""
    source.settimeout(0)
    try:
        data = source.recv(65536)
    except ssl.SSLWantReadError: # half a record, or one that is not for us
        return True
    sink.settimeout(60)
    sink.sendall(data)
    return bool(data)


def copy_both(secure, inner):
    """Until one of them ends: in one thread, for one TLS connection may not
    be read and written at once."""
    more = True
    while more:
        ready = [secure] if secure.pending() else select.select(
            (secure, inner), (), (), 60)[0]
        more = bool(ready)
        for end in ready:
            more = copy(end, inner if end is secure else secure) and more


def connect_patiently(port, end):
    """To a program that has yet to open its port."""
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), 60)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)


@contextlib.contextmanager
def relay():
    """TLS outside, TCP inside, for a peer that speaks no TLS: one connection.

    Gives the port that takes TLS, and the one where the peer is to listen.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(GOOD)
    listening = socket.create_server(("127.0.0.1", 0))
    inside = free_port()
    ends = []

    def run():
        try:
            taken, _ = listening.accept()
        except OSError:
            return
        taken.settimeout(60)
        ends.append(context.wrap_socket(taken, server_side=True))
        ends.append(connect_patiently(inside, time.monotonic() + 60))
        with contextlib.suppress(OSError):
            copy_both(*ends)
        for end in ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    threading.Thread(target=run, daemon=True).start()
    try:
        yield listening.getsockname()[1], inside
    finally:
        for end in (listening, *ends):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
