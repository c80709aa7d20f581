# SPDX-License-Identifier: GPL-3.0-or-later
"""One call of a Peer: the dialog, and its sound."""

import queue
import time
import urllib.parse

from place import PATIENCE_S, wait_until
from sip_message import Message, parameter, read_sdp, sdp, token, uri_in

SENDS = ("sendrecv", "sendonly")


class Call:
    """Made by Call.out() and Call.incoming() only."""

    def __init__(self, peer, call_id, hertz):
        self.peer = peer
        self.call_id = call_id
        self.tag = token()
        self.remote_tag = None
        self.local = self.remote = self.target = None  # URIs
        self.next_hop = None
        self.cseq = 0
        self.invite = None  # the INVITE that began it
        self.acknowledged = False  # our 200
        self.ended = False  # BYE, CANCEL or a refusal, either way
        self.cancelled = False
        self.bye = None  # the BYE that came in
        self.statuses = []  # of the first INVITE
        self.requests = []  # that came within the dialog
        self.final = None  # response to the first INVITE
        self.direction = "sendrecv"
        self.remote_direction = None
        self.auto_ack = True
        self.media = peer.new_sound(hertz)
        self._ack = None
        peer.calls[call_id] = self

    @classmethod
    def out(cls, peer, uri, to, hertz=None, caller=None, name="", headers=(),
            offer=True, body=None, call_id=None, auto_ack=True):
        """Sends an INVITE to an address; does not wait. auto_ack: whether the
        200 is acknowledged, which may come before this returns."""
        self = cls(peer, call_id or token(), hertz)
        self.auto_ack = auto_ack
        self.next_hop = to
        self.target = self.remote = uri
        self.local = f"sip:{caller or peer.name}@{peer.address}"
        basics = self._headers("INVITE", to_tag=False)
        if name:
            basics = [(key, f'"{name}" {value}') if key == "From"
                      else (key, value) for key, value in basics]
        body = body if body is not None else self.sdp() if offer else b""
        kind = [("Content-Type", "application/sdp")] if body else []
        self.invite = Message(f"INVITE {uri} SIP/2.0",
                              basics + kind + list(headers), body)
        self.peer.send_request(self.invite, to)
        return self

    @classmethod
    def incoming(cls, peer, invite, source):
        """A call that came in; 100 is sent."""
        self = cls(peer, invite["Call-ID"], None)
        self.invite = invite
        self.next_hop = source
        self.remote_tag = parameter(invite["From"], "tag")
        self.local, self.remote = uri_in(invite["To"]), uri_in(invite["From"])
        self.target = uri_in(invite["Contact"])
        peer.reply(invite, 100, "Trying", to=source)
        return self

    def sdp(self, direction=None):
        self.direction = direction or self.direction
        return sdp(self.peer.address, self.media.port, self.direction,
                   version=self.cseq + 1)

    # What a test tells it to do.

    def ring(self, status=180):
        self.peer.reply(self.invite, status, "Ringing", tag=self.tag,
                        headers=[("Contact", self.peer.contact)],
                        to=self.next_hop)

    def progress(self, hertz):
        """Speaks before it answers: 183, with a description."""
        self.sound(hertz)
        self.hear(self.invite)
        self.peer.reply(self.invite, 183, "Session Progress", tag=self.tag,
                        headers=[("Contact", self.peer.contact),
                                 ("Content-Type", "application/sdp")],
                        body=self.sdp(), to=self.next_hop)

    def answer(self, hertz=None):
        """Lifts the handset and waits for the ACK, or for what ends it."""
        if hertz:
            self.sound(hertz)
        self.hear(self.invite)
        self.peer.reply(self.invite, 200, "OK", tag=self.tag,
                        headers=[("Contact", self.peer.contact),
                                 ("Content-Type", "application/sdp")],
                        body=self.sdp(), to=self.next_hop)
        wait_until("ACK", lambda: self.acknowledged or self.ended)
        return self

    def sound(self, hertz):
        """Changes the tone this side sends."""
        old, self.media = self.media, self.peer.new_sound(hertz)
        old.close()

    def reject(self, status=486, reason="Busy Here", headers=()):
        self.ended = True
        self.peer.reply(self.invite, status, reason, tag=self.tag,
                        headers=headers, to=self.next_hop)

    def cancel(self):
        """Gives up before the answer, and waits for the 487."""
        headers = [(name, value) for name, value in self.invite.headers
                   if name in ("Via", "Max-Forwards", "From", "To", "Call-ID")]
        cancel = Message(f"CANCEL {self.invite.uri} SIP/2.0",
                         headers + [("CSeq", f"{self.invite.cseq} CANCEL")])
        self.peer.send_request(cancel, self.next_hop)
        wait_until("an end after CANCEL", lambda: self.final)
        return self.final

    def hang_up(self):
        """Says BYE; returns the answer to it."""
        self.ended = True
        answer = self.request("BYE")
        self.let_go()
        return answer

    def give_up(self):
        """Nobody acknowledged our 200 (RFC 3261, 13.3.1.4): BYE, unless it
        has ended; does not wait for the answer."""
        if not self.ended:
            self.ended = True
            self.peer.send_request(Message(
                f"BYE {self.target} SIP/2.0", self._headers("BYE")),
                self.next_hop)

    def offer(self, direction="sendrecv", body=None):
        """re-INVITE; returns the final response, acknowledged."""
        answer = self.request("INVITE", body=body or self.sdp(direction),
                              headers=[("Content-Type", "application/sdp")])
        if answer.status == 200:
            self.hear(answer)
        return answer

    def refer(self, to):
        """Blind transfer; returns the answer to REFER."""
        return self.request("REFER", headers=[
            ("Refer-To", f"<{to}>"), ("Referred-By", f"<{self.local}>")])

    def replaces(self):
        """This dialog in the words of RFC 3891, as the other side is told."""
        return (f"{self.call_id};to-tag={self.remote_tag}"
                f";from-tag={self.tag}")

    def refer_to(self, other):
        """Attended transfer: to the other end of another call of the phone."""
        return self.refer(f"{other.target}?Replaces="
                          f"{urllib.parse.quote(other.replaces(), safe='')}")

    def request(self, method, headers=(), body=b"", within_s=None):
        """A request in the dialog; returns the final response."""
        message = Message(f"{method} {self.target} SIP/2.0",
                          self._headers(method) + list(headers), body)
        answers = self.peer.send_request(message, self.next_hop)
        deadline = time.monotonic() + (within_s or PATIENCE_S)
        while True:
            try:
                left = max(0, deadline - time.monotonic())
                answer = answers.get(timeout=left)
            except queue.Empty:
                raise AssertionError(f"no answer to {method}") from None
            if answer.status >= 200:
                return answer

    def let_go(self):
        self.media.close()

    # What a test waits for.

    def wait_answer(self, within_s=None):
        """Waits for a 200 to our INVITE."""
        wait_until("a final answer", lambda: self.final, within_s)
        assert self.final.status == 200, f"refused: {self.final}"
        return self

    def wait_refusal(self, within_s=None):
        """Waits for the final answer to our INVITE and returns its status."""
        wait_until("a final answer", lambda: self.final, within_s)
        return self.final.status

    def wait_end(self, within_s=None):
        """Waits for the other side to end it."""
        wait_until(f"{self.peer.name}'s call has ended", lambda: self.ended,
                   within_s)
        return self

    def wait_hears(self, hertz, within_s=None):
        wait_until(f"{self.peer.name} hears {hertz} Hz",
                   lambda: self.media.hears(hertz), within_s)

    # In the peer's thread.

    def hear(self, message):
        """Lets the sound follow the other side's description."""
        found = read_sdp(message.body)
        if found:
            address, port, self.remote_direction = found
            if address == "0.0.0.0":
                port = 0
            self.media.connect(address, port, self.direction in SENDS
                               and self.remote_direction in
                               ("sendrecv", "recvonly"))

    def take_response(self, message, source):
        if message.method != "INVITE":
            return
        first = message.cseq == self.invite.cseq
        if first and self.final is None:
            self.statuses.append(message.status)
        if message.status >= 200:
            if message.status < 300:
                self.remote_tag = parameter(message["To"], "tag")
                self.target = uri_in(message["Contact"])
            if self.auto_ack:
                self._acknowledge(message)
        if first and message.status >= 180:
            self.hear(message)
        if first and message.status >= 200 and self.final is None:
            self.ended = self.ended or message.status >= 300
            self.final = message

    def _acknowledge(self, message):
        ok = message.status < 300
        headers = [("Via", self._via() if ok else
                    self._via(message.branch)),
                   ("Max-Forwards", "70"), ("From", message["From"]),
                   ("To", message["To"]), ("Call-ID", self.call_id),
                   ("CSeq", f"{message.cseq} ACK")]
        uri = self.target if ok else self.invite.uri
        self.peer.send(Message(f"ACK {uri} SIP/2.0", headers), self.next_hop)

    def take_request(self, message, source):
        self.requests.append(message)
        if message.method == "ACK":
            self.acknowledged = True
            if message.body:
                self.hear(message)
        elif message.method == "CANCEL":
            self.cancelled = self.ended = True
            self.peer.reply(message, 200, "OK", tag=self.tag, to=source)
            self.peer.reply(self.invite, 487, "Request Terminated",
                            tag=self.tag, to=source)
        elif message.method == "BYE":
            self.bye = message
            self.peer.reply(message, 200, "OK", to=source)
            self.ended = True
            self.let_go()
        elif message.method == "INVITE":
            self._take_offer(message, source)
        else:
            self.peer.reply(message, 200, "OK", to=source)

    def _take_offer(self, message, source):
        offered = read_sdp(message.body)
        if offered:
            self.direction = {"sendonly": "recvonly", "recvonly": "sendonly",
                              }.get(offered[2], offered[2])
        self.hear(message)
        self.peer.reply(message, 200, "OK",
                        headers=[("Contact", self.peer.contact),
                                 ("Content-Type", "application/sdp")],
                        body=self.sdp(), to=source)

    def _via(self, branch=None):
        branch = branch or "z9hG4bK" + token()
        return (f"SIP/2.0/UDP {self.peer.address}:{self.peer.port}"
                f";branch={branch};rport")

    def _headers(self, method, to_tag=True):
        if method != "ACK":
            self.cseq += 1
        to = f"<{self.remote}>"
        if to_tag and self.remote_tag:
            to += f";tag={self.remote_tag}"
        return [("Via", self._via()), ("Max-Forwards", "70"),
                ("From", f"<{self.local}>;tag={self.tag}"), ("To", to),
                ("Call-ID", self.call_id), ("CSeq", f"{self.cseq} {method}"),
                ("Contact", self.peer.contact)]
