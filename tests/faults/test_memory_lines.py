# SPDX-License-Identifier: GPL-3.0-or-later
"""The library of SIP without memory: what comes by TCP, or by TLS, cannot even
be read."""

import os
import shutil
import socket
import ssl
import sys
import uuid

from scene import place
import process
import tap
from preloaded import preload
from server import Server

sys.path.insert(0, os.path.join(place.SOURCE, "tests/sip"))
from certificates import Authority  # noqa: E402

REST = 0.3  # of a processor; who tries again without a rest takes all of one


authority = Authority()
FILE = authority.path("server.pem")
shutil.copy(authority.issue("first.pem", f"IP:{place.host()}", 2), FILE)
CONTEXT = ssl.create_default_context(cafile=authority.certificate)

server = Server("starved", sip__tls_certificate=FILE, sip__tls_port="5061")
refuse_every = preload(server, "hungry", "CCLITE_HUNGER_FILE",
                       CCLITE_HUNGER_OF="libre.so")  # 0: none
server.start()


def connect():
    return socket.create_connection(server.sip, place.PATIENCE_S)


def connect_tls():
    return CONTEXT.wrap_socket(
        socket.create_connection((server.address, 5061), place.PATIENCE_S),
        server_hostname=server.address)


def options(transport="TCP"):
    """One of as many bytes as a usual message."""
    here = f"{server.address}:5999"
    return (f"OPTIONS sip:{server.address} SIP/2.0\r\n"
            f"Via: SIP/2.0/{transport} {here};branch=z9hG4bK{uuid.uuid4().hex}\r\n"
            f"From: <sip:phone@{here}>;tag=1\r\nTo: <sip:{server.address}>\r\n"
            f"Call-ID: {uuid.uuid4().hex}\r\nCSeq: 1 OPTIONS\r\n"
            f"Max-Forwards: 70\r\nSubject: {'x' * 500}\r\n"
            "Content-Length: 0\r\n\r\n").encode()


def answer(line):
    said = b""
    while b"\r\n\r\n" not in said:
        more = line.recv(4096)
        assert more, said
        said += more
    return said.split(b"\r\n")[0]


def is_at_rest():
    return process.share_of_cpu(server.pid(), 1) < REST


known, other, stranger = connect(), connect(), connect()
sealed = connect_tls()


def nobody_tries_without_a_rest():
    """bytes that cannot be read for want of memory keep nobody busy, whoever
    sends them; nor does the end of a connection"""
    for line in (known, other):
        line.sendall(options())
        assert answer(line) == b"SIP/2.0 200 OK"
    sealed.sendall(options("TLS"))
    assert answer(sealed) == b"SIP/2.0 200 OK"
    stranger.sendall(b"OPTIONS sip:")
    place.wait_until("it is at rest before", is_at_rest)
    refuse_every(1)
    known.sendall(options())
    sealed.sendall(options("TLS"))
    other.close()
    stranger.sendall(b"nobody SIP/2.0\r\n")
    place.wait_until("it is at rest without memory", is_at_rest)
    assert not server.is_gone(), server.said()


def who_is_no_stranger_is_answered_later():
    """with memory again what was asked is answered, by the same connection; a
    stranger's has been closed"""
    refuse_every(0)
    assert answer(known) == b"SIP/2.0 200 OK"
    known.sendall(options() + options())
    assert answer(known) == b"SIP/2.0 200 OK"
    assert answer(sealed) == b"SIP/2.0 200 OK"
    sealed.sendall(options("TLS"))
    assert answer(sealed) == b"SIP/2.0 200 OK"
    assert stranger.recv(1) == b""
    with connect() as new:
        new.sendall(options())
        assert answer(new) == b"SIP/2.0 200 OK"
    place.wait_until("it is at rest", is_at_rest)


def it_can_be_so_again():
    """the same connection is without memory once more"""
    refuse_every(1)
    known.sendall(options()[:100])
    place.wait_until("it is at rest without memory", is_at_rest)
    refuse_every(0)
    place.wait_until("it is at rest", is_at_rest)
    known.close()
    assert server.stop() == 0, server.said()


tap.run(nobody_tries_without_a_rest, who_is_no_stranger_is_answered_later,
        it_can_be_so_again)
