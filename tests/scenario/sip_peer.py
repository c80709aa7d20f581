# SPDX-License-Identifier: GPL-3.0-or-later
"""A foreign telephone or trunk, in our hands: one UDP socket, many calls.

Sends what a test tells it to, does by itself only what every telephone does
(100, ACK, 200 to BYE, OPTIONS and the like), and keeps all it saw.
"""

import queue
import select
import socket
import threading
import time

from place import PATIENCE_S
from rtp_peer import RtpPeer
from sip_call import Call
from sip_message import Message, digest, token

T1_S = 0.5


class Peer:
    """Listens at once. Use close(), or leave it to the process's end."""

    def __init__(self, address, port=0, name="peer"):
        self.name = name
        self.socket = socket.socket(socket.AF_INET6 if ":" in address
                                    else socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind((address, port))
        self.address, self.port = self.socket.getsockname()[:2]
        if ":" in self.address:
            self.address = f"[{self.address}]"
        self.calls = {}
        self.incoming = queue.Queue()  # calls in, not yet looked at
        self.seen = []  # (monotonic time, "in" or "out", message)
        self.on_invite = None  # called with the call in the peer's thread
        self.accepts_registers = False  # of anybody, without a password
        self.options = (200, "OK")  # what OPTIONS is answered with
        self.takes_notify = False  # of subscriptions; they are in .seen
        self.silent = False  # hears nothing, as if the cable were cut
        self._answers = {}  # transaction -> raw response, for repetitions
        self._waiting = {}  # transaction -> queue of responses
        self._again = {}  # transaction -> [raw, destination, due, delay]
        self._lock = threading.RLock()
        self._open = True
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def close(self):
        """No farewell to anybody."""
        self._open = False
        self._thread.join()
        for call in list(self.calls.values()):
            call.let_go()
        self.socket.close()

    def new_sound(self, hertz):
        """What a call of this peer sends and hears with."""
        return RtpPeer(self.address, hertz)

    @property
    def contact(self):
        return f"<sip:{self.name}@{self.address}:{self.port}>"

    def next_call(self, within_s=None):
        """The next call in that has not ended yet; its INVITE is .invite."""
        deadline = time.monotonic() + (within_s or PATIENCE_S)
        while True:
            try:
                call = self.incoming.get(
                    timeout=max(0, deadline - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"nobody called {self.name}") from None
            if not call.ended:
                return call

    def no_call(self, for_s):
        """Makes sure that nobody calls."""
        try:
            call = self.next_call(for_s)
        except AssertionError:
            return
        raise AssertionError(f"{self.name} was called: {call.invite}")

    def call(self, uri, to, **more):
        """Calls a URI at an address; see Call.out() for more."""
        return Call.out(self, uri, to, **more)

    def request(self, method, uri, to, headers=(), body=b"", within_s=None):
        """One request outside of dialogs; returns the final response."""
        raw = Message(f"{method} {uri} SIP/2.0", self.basics(method, uri)
                      + list(headers), body)
        answers = self.send_request(raw, to)
        deadline = time.monotonic() + (within_s or PATIENCE_S)
        while True:
            try:
                answer = answers.get(timeout=max(0, deadline
                                                 - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"no answer to {method}") from None
            if answer.status >= 200:
                return answer

    def basics(self, method, uri, cseq=1, via=True):
        """The headers every request has."""
        branch = "z9hG4bK" + token()
        me = f"<sip:{self.name}@{self.address}>"
        return [("Via", f"SIP/2.0/UDP {self.address}:{self.port}"
                        f";branch={branch};rport"),
                ("Max-Forwards", "70"), ("From", f"{me};tag={token()}"),
                ("To", f"<{uri}>"), ("Call-ID", token()),
                ("CSeq", f"{cseq} {method}"), ("Contact", self.contact)]

    def register(self, registrar, password, expires_s=3600, realm=None):
        """Registers with digest; returns the last response."""
        uri = f"sip:{realm or registrar[0]}"
        me = f"sip:{self.name}@{realm or registrar[0]}"
        basics = dict(self.basics("REGISTER", uri))
        basics.update({"From": f"<{me}>;tag={token()}", "To": f"<{me}>",
                       "Expires": str(expires_s)})
        first = self._register_once(uri, registrar, basics)
        if first.status != 401:
            return first
        basics["Authorization"] = digest(first["WWW-Authenticate"],
                                         "REGISTER", uri, self.name, password)
        basics["CSeq"] = "2 REGISTER"
        basics["Via"] = dict(self.basics("REGISTER", uri))["Via"]
        return self._register_once(uri, registrar, basics)

    def _register_once(self, uri, registrar, headers):
        answers = self.send_request(
            Message(f"REGISTER {uri} SIP/2.0", list(headers.items())),
            registrar)
        try:
            return answers.get(timeout=PATIENCE_S)
        except queue.Empty:
            raise AssertionError(f"no answer to {self.name}") from None

    # Sending.

    def send_raw(self, raw, to):
        """Bytes as they are."""
        self.socket.sendto(raw, to)

    def send(self, message, to):
        """A message, which is kept in .seen."""
        self.seen.append((time.monotonic(), "out", message))
        self.send_raw(message.bytes(), to)

    def send_request(self, message, to):
        """Sends it, and again until answered; returns a queue of answers."""
        answers = queue.Queue()
        with self._lock:
            key = (message.branch, message.method)
            self._waiting[key] = answers
            self._again[key] = [message.bytes(), to,
                                time.monotonic() + T1_S, T1_S]
        self.send(message, to)
        return answers

    def reply(self, request, status, reason, headers=(), body=b"", tag=None,
              to=None):
        """Answers a request; to: where it came from."""
        copied = [(name, value) for name, value in request.headers
                  if name.lower() in ("via", "v", "from", "f", "to", "t",
                                      "call-id", "i", "cseq")]
        if tag and ";tag=" not in request["To"]:
            copied = [(name, f"{value};tag={tag}")
                      if name.lower() in ("to", "t") else (name, value)
                      for name, value in copied]
        answer = Message(f"SIP/2.0 {status} {reason}",
                         copied + list(headers), body)
        self._answers[(request.branch, request.method)] = answer.bytes()
        self.send(answer, to)

    # Receiving: in the peer's own thread.

    def _run(self):
        while self._open:
            if select.select([self.socket], [], [], 0.05)[0]:
                raw, source = self.socket.recvfrom(65536)
                message = Message.parse(raw)
                if not self.silent and message["CSeq"] and message["Via"]:
                    self._take(message, source)
            self._repeat()

    def _repeat(self):
        now = time.monotonic()
        with self._lock:
            for key, again in list(self._again.items()):
                if now < again[2]:
                    continue
                self.send_raw(again[0], again[1])
                is_invite = key[1] == "INVITE"
                again[3] = again[3] * 2 if is_invite else min(again[3] * 2, 4)
                again[2] = now + again[3]
                if again[3] > 32 * T1_S and is_invite:
                    del self._again[key]  # sent 7 times in 32 s

    def _take(self, message, source):
        self.seen.append((time.monotonic(), "in", message))
        call = self.calls.get(message["Call-ID"])
        if not message.is_request:
            with self._lock:
                key = (message.branch, message.method)
                self._again.pop(key, None)
                answers = self._waiting.get(key)
            if call:
                call.take_response(message, source)
            if answers:
                answers.put(message)
            return
        repeated = self._answers.get((message.branch, message.method))
        if repeated and message.method != "ACK":
            self.send_raw(repeated, source)
        elif call:
            call.take_request(message, source)
        else:
            self._take_new(message, source)

    def _take_new(self, message, source):
        if message.method == "INVITE" and ";tag=" not in message["To"]:
            call = Call.incoming(self, message, source)
            if self.on_invite:
                self.on_invite(call)
            self.incoming.put(call)
        elif message.method == "OPTIONS" or (message.method == "REGISTER"
                                             and self.accepts_registers):
            status, reason = (self.options if message.method == "OPTIONS"
                              else (200, "OK"))
            self.reply(message, status, reason, tag=token(), to=source,
                       headers=[
                           ("Contact", f"{contact};expires=300")
                           for contact in message.all("Contact")])
        elif message.method == "NOTIFY" and self.takes_notify:
            self.reply(message, 200, "OK", to=source)
        elif message.method != "ACK":
            self.reply(message, 481, "No Such Call", tag=token(), to=source)

    def count(self, way, method, status=None):
        """How many messages of a kind were seen."""
        return sum(1 for _, direction, message in list(self.seen)
                   if direction == way and message.method == method
                   and message.status == status)
