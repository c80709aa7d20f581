# SPDX-License-Identifier: GPL-3.0-or-later
"""A foreign SIP peer made of sockets, and the stack under test beside it.

Nothing here shares a line with the stack: messages are written and read by
hand, so that a mistake cannot be on both sides. Every wait has a bound.
"""

import contextlib
import hashlib
import os
import queue
import random
import re
import secrets
import socket
import struct
import subprocess
import sys
import threading
import time
import traceback

WAIT_S = 10.0
SO_TIMESTAMPNS = 35  # of Linux, and the type of what it tells
PEER = os.path.join(os.environ.get("top_builddir", "."), "tests/sip/peer")


class Failure(Exception):
    """A claim did not hold."""


def claim(holds, text):
    if not holds:
        raise Failure(text)


def free_port():
    """One at 127.0.0.1 for a program that opens it a moment later.

    It is below those that the kernel hands out, so that no connection of a
    test that runs beside this one takes it meanwhile.
    """
    while True:
        port = 10240 + secrets.randbelow(22528)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp, \
                socket.socket() as tcp, contextlib.suppress(OSError):
            udp.bind(("127.0.0.1", port))
            tcp.bind(("127.0.0.1", port))
            return port


class Peer:
    """The stack under test: commands by stdin, events by stdout."""

    def __init__(self, *settings, address="127.0.0.1", ports=("0", "0")):
        self.address = address
        self.process = subprocess.Popen(
            [PEER, address, *ports, *settings], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.lines = queue.Queue()
        self.seen = []
        self.errors = b""
        threading.Thread(target=self._read, daemon=True).start()
        self.reader = threading.Thread(target=self._read_errors, daemon=True)
        self.reader.start()
        words = self.wait("ready").split()
        self.udp = (address.strip("[]"), int(words[1]))
        self.tcp = (address.strip("[]"), int(words[2]))
        self.more = [int(word) for word in words[3:]]
        if self.more:
            self.tls = (address.strip("[]"), self.more[0])

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(line.decode("ascii").rstrip("\n"))
        self.lines.put(None)

    def _read_errors(self):
        self.errors = self.process.stderr.read()

    def say(self, command):
        self.process.stdin.write(command.encode() + b"\n")
        self.process.stdin.flush()

    def do(self, command, expect="ok"):
        """Runs a command and returns after its result line."""
        self.say(command)
        name = command.split()[0]
        line = self.wait("rc " + name + " ")
        claim(line == "rc %s %s" % (name, expect), command + " -> " + line)

    def wait(self, start, wait_s=WAIT_S):
        """The next event that begins so; those before it are kept in seen."""
        for i, line in enumerate(self.seen):
            if line.startswith(start):
                return self.seen.pop(i)
        end = time.monotonic() + wait_s
        while True:
            try:
                line = self.lines.get(timeout=max(0, end - time.monotonic()))
            except queue.Empty:
                raise Failure("no event %r; seen %r" % (start, self.seen))
            if line is None:
                raise Failure("peer ended: " + self.stop_reading())
            if line.startswith(start):
                return line
            self.seen.append(line)

    def never(self, start, wait_s=0.4):
        try:
            line = self.wait(start, wait_s)
        except Failure:
            return
        raise Failure("unexpected: " + line)

    def stats(self):
        self.say("stats")
        line = self.wait("stats ")
        self.wait("rc stats")
        return {k: int(v) for k, v in
                (word.split("=") for word in line.split()[1:])}

    def has_no_leg(self):
        """A response on its way and a command race for the peer: either may
        be read first."""
        end = time.monotonic() + WAIT_S
        while self.stats()["legs"] and time.monotonic() < end:
            time.sleep(0.01)
        claim(self.stats()["legs"] == 0, "no leg is left")

    def stop_reading(self):
        self.reader.join(WAIT_S)
        return self.errors.decode("utf-8", "replace")[-3000:]

    def close(self):
        """Ends it and demands a clean end: no leak, no bad access."""
        try:
            self.say("quit")
        except OSError:
            pass
        try:
            code = self.process.wait(WAIT_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise Failure("peer does not stop")
        claim(code == 0, "peer ended with %d: %s" % (code, self.stop_reading()))


class Message:
    """at: when it arrived, in seconds of the wall clock."""

    def __init__(self, data, source=None, at=0):
        self.data = data
        self.source = source
        self.at = at
        head, _, self.body = data.partition(b"\r\n\r\n")
        lines = re.sub("\r\n[ \t]+", " ", head.decode("latin-1")).split("\r\n")
        self.start = lines[0]
        self.headers = [tuple(x.strip() for x in line.split(":", 1))
                        for line in lines[1:] if ":" in line]
        self.code = int(self.start.split()[1]) \
            if self.start.startswith("SIP/2.0 ") else 0
        self.method = "" if self.code else self.start.split()[0]
        self.uri = "" if self.code else self.start.split()[1]

    def all(self, name):
        return [v for n, v in self.headers if n.lower() == name.lower()]

    def get(self, name, default=""):
        return (self.all(name) or [default])[0]

    def tag(self, name):
        found = re.search(r";tag=([^;\s]+)", self.get(name))
        return found.group(1) if found else ""

    @property
    def cseq(self):
        number, method = self.get("CSeq").split()
        return int(number), method


def sdp(port=30000, address="127.0.0.1", formats="0 8 101", extra="",
        version=1, direction=""):
    text = ("v=0\r\no=- 7 %d IN IP4 %s\r\ns=-\r\nc=IN IP4 %s\r\nt=0 0\r\n"
            "m=audio %d RTP/AVP %s\r\na=rtpmap:0 PCMU/8000\r\n"
            "a=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\n"
            % (version, address, address, port, formats))
    if direction:
        text += "a=%s\r\n" % direction
    return text + extra


def arrival(told):
    """When the kernel took it in, however late it is read."""
    for _, kind, data in told:
        if kind == SO_TIMESTAMPNS:
            seconds, nanoseconds = struct.unpack("@ll", data[:16])
            return seconds + nanoseconds / 1e9
    return time.time()


def unique():
    return "%016x" % random.getrandbits(64)


class Agent:
    """A UDP, TCP or TLS peer at one port of loopback.

    tls: an ssl.SSLContext of a client. connection: one that was accepted.
    """

    def __init__(self, peer, tcp=False, address="127.0.0.1", tls=None,
                 connection=None):
        self.peer = peer
        self.is_tcp = tcp or tls or connection
        self.transport = ("TLS" if tls or connection else
                          "TCP" if tcp else "UDP")
        self.buffer = b""
        self.kept = []
        if connection:
            self.socket = connection
        elif tls:
            self.socket = tls.wrap_socket(
                socket.create_connection(peer.tls, WAIT_S))
        elif tcp:
            self.socket = socket.create_connection(
                peer.tcp, WAIT_S,
                None if address == "127.0.0.1" else (address, 0))
        elif peer.udp[0] == "::1":
            self.socket = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
            self.socket.bind(("::1", 0))
        else:
            self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            self.socket.bind((address, 0))
        if not self.is_tcp:
            self.socket.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        self.host, self.port = self.socket.getsockname()[:2]
        if ":" in self.host:
            self.host = "[%s]" % self.host

    @property
    def where(self):
        return "%s:%d" % (self.host, self.port)

    def send_bytes(self, data, to=None):
        if isinstance(data, str):
            data = data.encode("latin-1")
        if self.is_tcp:
            self.socket.sendall(data)
        else:
            self.socket.sendto(data, to or self.peer.udp)

    def send_single(self, data):
        """Each byte in a segment of its own."""
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in data.encode("latin-1"):
            self.socket.sendall(bytes([byte]))

    def via(self, branch=None):
        return "SIP/2.0/%s %s;branch=%s;rport" % (
            self.transport, self.where,
            branch or "z9hG4bK" + unique())

    def _one_from_tcp(self, end):
        while True:
            while self.buffer.startswith(b"\r\n"):
                self.buffer = self.buffer[2:]
            head, found, rest = self.buffer.partition(b"\r\n\r\n")
            if found:
                length = int(re.search(rb"(?i)content-length: *(\d+)",
                                       head).group(1))
                if len(rest) >= length:
                    self.buffer = rest[length:]
                    return head + found + rest[:length]
            self.socket.settimeout(max(0.001, end - time.monotonic()))
            data = self.socket.recv(65536)
            if not data:
                raise Failure("connection closed")
            self.buffer += data

    def receive(self, wait_s=WAIT_S):
        end = time.monotonic() + wait_s
        try:
            if self.is_tcp:
                return Message(self._one_from_tcp(end), at=time.time())
            self.socket.settimeout(max(0.001, wait_s))
            data, told, _, source = self.socket.recvmsg(65536, 64)
            return Message(data, source, arrival(told))
        except (socket.timeout, BlockingIOError):
            return None

    def wait(self, what, wait_s=WAIT_S, keep=True):
        """The next message that is `what`: a code, a method, or a test."""
        def fits(m):
            if callable(what):
                return what(m)
            return m.code == what if isinstance(what, int) \
                else m.method == what

        for i, message in enumerate(self.kept):
            if fits(message):
                return self.kept.pop(i)
        end = time.monotonic() + wait_s
        while True:
            message = self.receive(end - time.monotonic())
            if message is None:
                raise Failure("no %s; kept %r" % (
                    what, [m.start for m in self.kept]))
            if fits(message):
                return message
            if keep:
                self.kept.append(message)

    def silent(self, wait_s=0.4):
        message = self.receive(wait_s)
        claim(message is None, "unexpected: %s" % (message and message.start))

    def request(self, method, uri, to="", from_="", call_id="", cseq=1,
                branch=None, headers="", body="", content_type=None,
                contact=True, max_forwards="70", length=None):
        """Text of a request with everything that it needs."""
        if body and content_type is None:
            content_type = "application/sdp"
        body_bytes = body.encode("latin-1")
        text = "%s %s SIP/2.0\r\nVia: %s\r\n" % (method, uri, self.via(branch))
        if max_forwards:
            text += "Max-Forwards: %s\r\n" % max_forwards
        text += "To: %s\r\nFrom: %s\r\nCall-ID: %s\r\nCSeq: %s\r\n" % (
            to or "<%s>" % uri,
            from_ or "<sip:alice@%s>;tag=%s" % (self.where, unique()),
            call_id or unique(),
            cseq if isinstance(cseq, str) else "%d %s" % (cseq, method))
        if contact:
            text += "Contact: <sip:alice@%s%s>\r\n" % (
                self.where, ";transport=" + self.transport.lower()
                if self.is_tcp else "")
        text += headers
        if content_type:
            text += "Content-Type: %s\r\n" % content_type
        text += "Content-Length: %s\r\n\r\n" % (
            len(body_bytes) if length is None else length)
        return text + body

    def uri(self, user="100"):
        return "sip:%s@%s:%d" % (user, self.peer.address, {
            "UDP": self.peer.udp, "TCP": self.peer.tcp,
            "TLS": getattr(self.peer, "tls", None)}[self.transport][1])

    def reply(self, request, code, phrase="Whatever", tag=None, headers="",
              body="", contact=True, to=None):
        text = "SIP/2.0 %d %s\r\n" % (code, phrase)
        for name, value in request.headers:
            if name.lower() in ("via", "from", "call-id", "cseq",
                                "record-route"):
                text += "%s: %s\r\n" % (name, value)
            elif name.lower() == "to":
                text += "To: %s%s\r\n" % (
                    value, ";tag=" + tag if tag and ";tag=" not in value
                    else "")
        if contact:
            text += "Contact: <sip:bob@%s>\r\n" % self.where
        text += headers
        if body:
            text += "Content-Type: application/sdp\r\n"
        text += "Content-Length: %d\r\n\r\n%s" % (len(body), body)
        self.send_bytes(text, to or request.source)

    def close(self):
        self.socket.close()


class Call:
    """A call that an Agent makes to the stack."""

    def __init__(self, agent, user="100", body=None, headers="", from_=""):
        self.agent = agent
        self.call_id = unique()
        self.tag = unique()
        self.from_ = (from_ or "<sip:alice@%s>" % agent.where) \
            + ";tag=" + self.tag
        self.uri = agent.uri(user)
        self.to = "<%s>" % self.uri
        self.branch = "z9hG4bK" + unique()
        self.cseq = 1
        self.target = self.uri
        self.headers = headers
        self.body = sdp() if body is None else body

    def text(self, method, cseq=None, branch=None, body="", headers="", **more):
        return self.agent.request(
            method, self.target, to=self.to, from_=self.from_,
            call_id=self.call_id, cseq=self.cseq if cseq is None else cseq,
            branch=branch, body=body, headers=headers, **more)

    def invite(self):
        self.agent.send_bytes(self.text("INVITE", branch=self.branch,
                                        body=self.body, headers=self.headers))

    def learn(self, answer):
        self.to = answer.get("To")
        found = re.search(r"<([^>]+)>", answer.get("Contact"))
        if found:
            self.target = found.group(1)

    def ack(self, answer, body=""):
        """To a 2xx: a transaction of its own."""
        self.learn(answer)
        self.agent.send_bytes(self.text(
            "ACK", cseq="%d ACK" % answer.cseq[0], body=body))

    def ack_failure(self, answer):
        to = self.to
        self.to = answer.get("To")
        self.agent.send_bytes(self.text("ACK", branch=self.branch))
        self.to = to

    def cancel(self, branch=None):
        self.agent.send_bytes(self.text("CANCEL", cseq="1 CANCEL",
                                        branch=branch or self.branch))

    def next(self, method, **more):
        self.cseq += 1
        self.agent.send_bytes(self.text(method, **more))

    def answered(self):
        """Sets the call up to the end; returns the id and the 200."""
        peer = self.agent.peer
        self.invite()
        number = peer.wait("incoming").split()[1]
        peer.do("answer " + number)
        answer = self.agent.wait(lambda m: m.code == 200
                                 and m.cseq[1] == "INVITE")
        self.ack(answer)
        peer.wait("confirmed " + number)
        return number, answer

    def bye(self):
        self.next("BYE")
        return self.agent.wait(lambda m: m.code and m.cseq[1] == "BYE").code


def calling(*settings):
    """A stack that calls our agent; its INVITE."""
    peer = Peer(*settings)
    agent = Agent(peer)
    peer.do("trunk 7 %s exact udp 0 0" % agent.where)
    peer.do("dial 1 trunk 7 420100 555 Dispatcher")
    return peer, agent, agent.wait("INVITE")


def md5(text):
    return hashlib.md5(text.encode("latin-1")).hexdigest()


def authorization(challenge, method, ruri, user, password, nc=1, **change):
    """An Authorization header line for a 401, with what is to be wrong."""
    fields = dict(re.findall(r'(\w+)="?([^",]+)"?',
                             challenge.get("WWW-Authenticate")))
    fields.update(uri=ruri, cnonce="c0ffee", qop="auth", algorithm="MD5")
    fields.update(change)
    count = "%08x" % nc
    ha1 = md5("%s:%s:%s" % (user, fields["realm"], password))
    ha2 = md5("%s:%s" % (method, fields["uri"]))
    fields.setdefault("response", md5(":".join(
        (ha1, fields["nonce"], count, fields["cnonce"], fields["qop"], ha2))))
    return ('Authorization: Digest username="%s", realm="%s", nonce="%s", '
            'uri="%s", response="%s", cnonce="%s", nc=%s, qop=%s, '
            'algorithm=%s\r\n' % (
                user, fields["realm"], fields["nonce"], fields["uri"],
                fields["response"], fields["cnonce"], count, fields["qop"],
                fields["algorithm"]))


class Tests:
    """Claims in TAP; those registered with slow=True run side by side."""

    def __init__(self):
        self.tests = []

    def __call__(self, function):
        self.tests.append((function, False))
        return function

    def slow(self, function):
        self.tests.append((function, True))
        return function

    def run(self):
        random.seed(1)
        only = sys.argv[1:]
        tests = [t for t in self.tests if not only or t[0].__name__ in only]
        print("1..%d" % len(tests), flush=True)
        results = {}

        def run_one(function):
            try:
                function()
                results[function] = None
            except Failure as failure:
                results[function] = str(failure) + "\n" + \
                    traceback.format_exc(limit=-3)
            except Exception:  # a broken test is a failed one
                results[function] = traceback.format_exc()

        threads = [threading.Thread(target=run_one, args=(f,))
                   for f, slow in tests if slow]
        for thread in threads:
            thread.start()
        for function, slow in tests:
            if not slow:
                run_one(function)
        for thread in threads:
            thread.join()

        failed = 0
        for number, (function, _) in enumerate(tests, 1):
            error = results[function]
            failed += error is not None
            print("%s %d - %s" % ("not ok" if error else "ok", number,
                                  function.__name__.replace("_", " ")))
            for line in (error or "").splitlines():
                print("# " + line)
        sys.exit(1 if failed else 0)
