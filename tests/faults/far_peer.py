# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephones and trunks behind a bad network: all of their SIP and all of
their sound passes a Relay."""

import time

import scene  # noqa: F401, it has set the path of the next ones
from centre import PHONE_PASSWORD, Agent, Centre
from rtp_peer import RtpPeer
from sip_peer import T1_S, Peer


class FarSound(RtpPeer):
    """Sound through a relay; .port is the one the server is told."""

    def __init__(self, relay, address, hertz):
        super().__init__(address, hertz)
        self.relay = relay
        self.wire = relay.wire(address, (address, self.port), None)
        self.port = self.wire.near[1]

    def connect(self, address, port, sends=True):
        self.wire.server = (address, port) if port else None
        super().connect(*(self.wire.far if port else (address, 0)), sends)

    def close(self):
        super().close()
        self.relay.drop(self.wire)


class FarPeer(Peer):
    """A peer that the server sees at the relay; .far is where the peer sees
    the server."""

    def __init__(self, relay, server, address, name):
        self.relay = relay
        self._until = {}  # what is repeated -> when it is given up
        super().__init__(address, name=name)
        self.wire = relay.wire(address, (self.address, self.port), server)
        self.port = self.wire.near[1]
        self.far = self.wire.far

    def new_sound(self, hertz):
        return FarSound(self.relay, self.address, hertz)

    # A final answer to an INVITE is repeated until its ACK comes (RFC 3261,
    # 13.3.1.4 and 17.2.1): on a good network nobody misses that.

    def reply(self, request, status, reason, **more):
        super().reply(request, status, reason, **more)
        if request.method == "INVITE" and status >= 200:
            key = (request["Call-ID"], request.cseq)
            with self._lock:
                self._again[key] = [
                    self._answers[(request.branch, "INVITE")],
                    more["to"], time.monotonic() + T1_S, T1_S]
                self._until[key] = time.monotonic() + 64 * T1_S

    def _take(self, message, source):
        if message.is_request and message.method == "ACK":
            self._stop_repeating((message["Call-ID"], message.cseq))
        super()._take(message, source)

    def _stop_repeating(self, key):
        with self._lock:
            self._again.pop(key, None)
            self._until.pop(key, None)

    def _repeat(self):
        super()._repeat()
        now = time.monotonic()
        for key in [key for key, until in list(self._until.items())
                    if until < now]:
            self._stop_repeating(key)
            self.calls[key[0]].give_up()


class FarAgent(Agent):
    """An agent whose telephone is far away."""

    def new_phone(self, name):
        return FarPeer(self.centre.relay, self.centre.server.sip,
                       self.centre.server.address, name)

    def plug_in(self):
        answer = self.phone.register(self.phone.far, PHONE_PASSWORD,
                                     realm=self.centre.realm)
        assert answer.status == 200, answer
        return self


class FarCentre(Centre):
    """A contact centre whose trunk and telephones are all far away."""

    agent_kind = FarAgent

    def __init__(self, relay, **more):
        self.relay = relay
        super().__init__(**more)

    def new_trunk(self, address):
        return FarPeer(self.relay, self.server.sip, address,
                       "0044700900123")

    def way_in(self):
        return self.trunk.far
