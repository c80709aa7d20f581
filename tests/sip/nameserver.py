# SPDX-License-Identifier: GPL-3.0-or-later
"""A name server in our hands: answers by a table, or not at all (RFC 1035)."""

import socket
import struct
import threading

A, CNAME, AAAA, SRV = 1, 5, 28, 33
NO_SUCH_NAME, REFUSED = 3, 5


def encode(name):
    return b"".join(bytes([len(label)]) + label.encode()
                    for label in name.split(".") if label) + b"\0"


def address(text):
    """The data of an A or AAAA."""
    return socket.inet_pton(socket.AF_INET6 if ":" in text else
                            socket.AF_INET, text)


def service(priority, weight, port, target):
    return struct.pack("!HHH", priority, weight, port) + encode(target)


class NameServer:
    """records: {(name, type): [data]} or {(name, type): rcode}; what is not
    there does not exist. silent: says nothing. mangle: given an answer, the
    datagrams that are sent instead."""

    def __init__(self, records=None, ttl=60):
        self.records = records or {}
        self.ttl = ttl
        self.silent = False
        self.mangle = lambda answer: [answer]
        self.asked = []  # (name, type)
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.where = "127.0.0.1:%d" % self.socket.getsockname()[1]
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self):
        while True:
            question, source = self.socket.recvfrom(4096)
            name, end = self._read_name(question, 12)
            kind = struct.unpack("!H", question[end:end + 2])[0]
            self.asked.append((name, kind))
            if self.silent:
                continue
            for answer in self.mangle(self._answer(question, end + 4, name,
                                                   kind)):
                self.socket.sendto(answer, source)

    @staticmethod
    def _read_name(question, at):
        labels = []
        while question[at]:
            labels.append(question[at + 1:at + 1 + question[at]].decode())
            at += 1 + question[at]
        return ".".join(labels), at + 1

    def _answer(self, question, end, name, kind):
        found, rcode, owner = [], 0, name
        while (owner, CNAME) in self.records and kind != CNAME:
            alias = self.records[owner, CNAME]
            found.append((owner, CNAME, encode(alias)))
            owner = alias
        data = self.records.get((owner, kind))
        if isinstance(data, int):
            rcode = data
        elif data is not None:
            found += [(owner, kind, one) for one in data]
        elif not any(known == owner for known, _ in self.records):
            rcode = NO_SUCH_NAME
        header = question[:2] + struct.pack("!HHHHH", 0x8180 | rcode, 1,
                                            len(found), 0, 0)
        return header + question[12:end] + b"".join(
            encode(one) + struct.pack("!HHIH", kind_of, 1, self.ttl, len(data))
            + data for one, kind_of, data in found)
