# SPDX-License-Identifier: GPL-3.0-or-later
"""A caller by TLS whose sound is encrypted, packet by packet.

SRTP as RFC 3711 has it (AES in counter mode, HMAC-SHA1 of 80 bits), with AES by
the program openssl: no line, and no library, is the product's.
"""

import base64
import hmac
import os
import re
import socket
import ssl
import struct
import subprocess
import sys
import types

import place

sys.path.insert(0, os.path.join(place.SOURCE, "tests/sip"))
from sipwire import Agent, Call, sdp  # noqa: E402

FRAME = 160


def key_stream(key, start, length):
    """AES-128 in counter mode from a first counter."""
    done = subprocess.run(
        ["openssl", "enc", "-aes-128-ctr", "-nopad", "-K", key.hex(), "-iv",
         start.hex()], input=bytes(length), capture_output=True, check=True)
    return done.stdout


def xor(one, other):
    return bytes(a ^ b for a, b in zip(one, other))


class Srtp:
    """One source, on the sending side."""

    def __init__(self, master):
        self.key, salt = master[:16], master[16:]
        self.session = [
            key_stream(self.key, xor(salt, bytes(7) + bytes((label,)) + bytes(6))
                       + bytes(2), length)
            for label, length in ((0, 16), (1, 20), (2, 14))]
        self.ssrc = int.from_bytes(os.urandom(4), "big")
        self.sequence = 1000

    def packet(self, payload):
        """The next packet (RFC 3711, 3.3), as it goes over the line."""
        key, authentication, salt = self.session
        self.sequence += 1
        head = struct.pack("!BBHII", 0x80, 0, self.sequence,
                           self.sequence * FRAME, self.ssrc)
        start = xor(salt + bytes(2), bytes(4) + struct.pack(
            "!IIHH", self.ssrc, 0, self.sequence, 0))
        packet = head + xor(payload, key_stream(key, start, len(payload)))
        return packet + hmac.digest(authentication, packet + bytes(4),
                                    "sha1")[:10]


class SecretCaller:
    """Calls a number, is answered, and sends what it is told to."""

    def __init__(self, host, port, authority, number, caller):
        context = ssl.create_default_context(cafile=authority)
        context.check_hostname = False
        self.agent = Agent(types.SimpleNamespace(
            address=host, udp=None, tcp=None, tls=(host, port)), tls=context)
        master = os.urandom(30)
        self.srtp = Srtp(master)
        self.rtp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.rtp.bind((self.agent.host, 0))
        body = sdp(port=self.rtp.getsockname()[1], address=self.agent.host,
                   extra="a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:%s\r\n"
                   % base64.b64encode(master).decode())
        self.call = Call(self.agent, user=number,
                         body=body.replace("RTP/AVP", "RTP/SAVP"),
                         from_=f"<sip:{caller}@{self.agent.where}>")
        self.call.invite()
        self.answer = self.agent.wait(lambda m: m.code >= 200,
                                      place.PATIENCE_S)
        assert self.answer.code == 200, self.answer.start
        self.call.ack(self.answer)
        body = self.answer.body.decode()
        self.to = (re.search(r"c=IN IP4 (\S+)", body).group(1),
                   int(re.search(r"m=audio (\d+) RTP/SAVP", body).group(1)))

    def send(self, packet):
        self.rtp.sendto(packet, self.to)

    def hang_up(self):
        self.call.next("BYE")
        answer = self.agent.wait(lambda m: m.code and m.cseq[1] == "BYE",
                                 place.PATIENCE_S)
        assert answer.code == 200, answer.start
        self.agent.close()
        self.rtp.close()
