# SPDX-License-Identifier: GPL-3.0-or-later
"""SIP messages as text: read, written, and signed (RFC 3261, 7616, 4566)."""

import hashlib
import os
import re

COMPACT = {"v": "via", "f": "from", "t": "to", "i": "call-id", "m": "contact",
           "l": "content-length", "c": "content-type", "r": "refer-to",
           "s": "subject", "k": "supported", "o": "event"}


class Message:
    """One message. Headers are a list of (name as written, value)."""

    def __init__(self, first, headers, body=b""):
        self.first = first
        self.headers = headers
        self.body = body

    @classmethod
    def parse(cls, raw):
        head, _, body = raw.partition(b"\r\n\r\n")
        first, *lines = head.decode("utf-8", "replace").split("\r\n")
        headers = [tuple(part.strip() for part in line.split(":", 1))
                   for line in lines if ":" in line]
        return cls(first, headers, body)

    def bytes(self):
        lines = [self.first]
        lines += [f"{name}: {value}" for name, value in self.headers]
        lines += [f"Content-Length: {len(self.body)}", "", ""]
        return "\r\n".join(lines).encode("utf-8", "surrogateescape") + self.body

    @property
    def is_request(self):
        return not self.first.startswith("SIP/2.0 ")

    @property
    def method(self):
        """Of a request its own, of a response that of its CSeq."""
        return (self.first.split()[0] if self.is_request
                else self["CSeq"].split()[1])

    @property
    def uri(self):
        return self.first.split()[1]

    @property
    def status(self):
        return None if self.is_request else int(self.first.split()[1])

    def all(self, name):
        name = name.lower()
        return [value for key, value in self.headers
                if COMPACT.get(key.lower(), key.lower()) == name]

    def __getitem__(self, name):
        found = self.all(name)
        return found[0] if found else None

    @property
    def branch(self):
        return parameter(self["Via"], "branch")

    @property
    def cseq(self):
        return int(self["CSeq"].split()[0])

    def __repr__(self):
        return self.first


def parameter(value, name):
    """A parameter of a header, such as tag; None when there is none."""
    found = re.search(rf';\s*{name}\s*=\s*"?([^;">\s]+)', value or "")
    return found.group(1) if found else None


def uri_in(value):
    """The URI of a name-addr or addr-spec."""
    found = re.search(r"<([^>]*)>", value)
    return found.group(1) if found else value.split(";")[0].strip()


def token():
    """Something random, for tags and the like."""
    return os.urandom(6).hex()


def digest(challenge, method, uri, username, password, count=1):
    """The value of an Authorization header that answers a challenge."""
    def md5(*parts):
        return hashlib.md5(":".join(parts).encode()).hexdigest()

    quoted = dict(re.findall(r'(\w+)="([^"]*)"', challenge))
    realm, nonce = quoted["realm"], quoted["nonce"]
    cnonce, nc = token(), f"{count:08x}"
    secret = md5(username, realm, password)
    response = md5(secret, nonce, nc, cnonce, "auth", md5(method, uri))
    return (f'Digest username="{username}", realm="{realm}", '
            f'nonce="{nonce}", uri="{uri}", response="{response}", '
            f'algorithm=MD5, qop=auth, nc={nc}, cnonce="{cnonce}"')


def sdp(address, port, direction="sendrecv", version=1, formats=(0, 8, 101)):
    """A description of one audio stream."""
    names = {0: "PCMU/8000", 8: "PCMA/8000", 3: "GSM/8000", 18: "G729/8000",
             101: "telephone-event/8000"}
    here = (f"IP6 {address.strip('[]')}" if ":" in address
            else f"IP4 {address}")
    lines = ["v=0", f"o=- 4711 {version} IN {here}", "s=-",
             f"c=IN {here}", "t=0 0",
             f"m=audio {port} RTP/AVP {' '.join(map(str, formats))}"]
    lines += [f"a=rtpmap:{number} {names[number]}" for number in formats]
    if 101 in formats:
        lines.append("a=fmtp:101 0-15")
    lines += ["a=ptime:20", f"a={direction}", ""]
    return "\r\n".join(lines).encode()


def read_sdp(body):
    """(address, port, direction) of the first audio stream, or None."""
    text = body.decode("utf-8", "replace")
    media = re.search(r"^m=audio (\d+)", text, re.M)
    if not media:
        return None
    after = text[media.start():]
    address = (re.search(r"^c=IN IP[46] (\S+)", after, re.M)
               or re.search(r"^c=IN IP[46] (\S+)", text, re.M))
    direction = (re.search(r"^a=(sendrecv|sendonly|recvonly|inactive)", after,
                           re.M)
                 or re.search(r"^a=(sendrecv|sendonly|recvonly|inactive)",
                              text, re.M))
    return (address.group(1), int(media.group(1)),
            direction.group(1) if direction else "sendrecv")
