# SPDX-License-Identifier: GPL-3.0-or-later
"""A telephone's sound: sends a tone, presses keys, and tells what it hears.

Written from RFC 3550, 3551 and 4733 and sharing no code with the product, so
that a mistake of ours is not understood by a mistake of ours.
"""

import collections
import math
import os
import socket
import struct
import threading
import time

RATE_HZ = 8000
FRAME = 160
FRAME_S = 0.02
KEYS = "0123456789*#ABCD"
EVENT_TYPE = 101
SO_TIMESTAMPNS = 35  # of Linux, and the type of what it tells


def mulaw_encode(sample):
    """ITU-T G.711, one 16 bit sample to one octet."""
    sign = 0x80 if sample < 0 else 0
    magnitude = min(abs(sample), 32635) + 132
    exponent = magnitude.bit_length() - 8
    return ~(sign | exponent << 4 | magnitude >> exponent + 3 & 15) & 0xFF


def mulaw_decode(octet):
    """The inverse."""
    octet = ~octet & 0xFF
    exponent = octet >> 4 & 7
    magnitude = ((octet & 15) << 3 | 132) << exponent
    return -(magnitude - 132) if octet & 0x80 else magnitude - 132


LINEAR = [mulaw_decode(octet) for octet in range(256)]


def tone(hertz):
    """A second of a tone at -12 dBov; whole hertz, so it joins itself."""
    return bytes(
        mulaw_encode(round(8191 * math.sin(2 * math.pi * hertz * n / RATE_HZ)))
        for n in range(RATE_HZ))


def share_of(samples, hertz):
    """How much of the power is at a frequency, 0 to 1 (Goertzel)."""
    power = sum(s * s for s in samples)
    if power <= len(samples) * 100:
        return 0.0
    w = 2 * math.cos(2 * math.pi * hertz / RATE_HZ)
    s1 = s2 = 0.0
    for sample in samples:
        s1, s2 = sample + w * s1 - s2, s1
    return 2 * (s1 * s1 + s2 * s2 - w * s1 * s2) / len(samples) / power


class RtpPeer:
    """One RTP session. Sends its tone from connect() on."""

    def __init__(self, address, hertz=None):
        self.hertz = hertz
        self.socket = _bind(address)
        self.port = self.socket.getsockname()[1]
        self.remote = None
        self.sends = True
        self.payload_type = 0
        self.sent = self.received = 0
        self.sources = set()
        self.events = []  # (timestamp, event, duration, end) received
        self.passes_to = None  # an RtpPeer that passes on what is received
        self.sent_at = self.arrived_at = None  # moments: see note_times()
        self._frames = collections.deque(maxlen=1500)  # (when, payload)
        self._tone = tone(hertz) if hertz else None
        self._keys = collections.deque()
        self._key = None
        self.key_frames = 5
        self._ssrc = int.from_bytes(os.urandom(4), "big")
        self._sequence = int.from_bytes(os.urandom(2), "big")
        self._clock = int.from_bytes(os.urandom(4), "big")
        _sound.add(self)

    def connect(self, address, port, sends=True):
        """Says where to send to; port 0 is nowhere."""
        self.remote = (address, port) if port else None
        self.sends = sends

    def press(self, keys):
        """Presses keys one after the other, 100 ms each unless said else."""
        self._keys.extend(keys)

    def note_times(self):
        """Notes from now on when packets are sent and when, by the kernel's
        clock, they arrive, however late they are read."""
        self.sent_at, self.arrived_at = [], []
        self.socket.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)

    def jump(self, samples):
        """Sets the clock of what is sent forward."""
        self._clock = self._clock + samples & 0xFFFFFFFF

    def close(self):
        """The end."""
        _sound.remove(self)
        self.socket.close()

    def heard(self, ms=400):
        """The samples received in the last ms milliseconds."""
        since = time.monotonic() - ms / 1000
        return [LINEAR[octet] for when, frame in list(self._frames)
                if when >= since for octet in frame]

    def hears(self, hertz, ms=400):
        """Whether most of what was heard of late is that tone."""
        samples = self.heard(ms)
        return (len(samples) >= ms * 8 * 0.6
                and share_of(samples, hertz) > 0.8)

    def hears_something(self, ms=400):
        """Whether there is sound at all."""
        samples = self.heard(ms)
        return (len(samples) >= ms * 8 * 0.6
                and sum(s * s for s in samples) > len(samples) * 10000)

    # Called by the thread of the sound, every 20 ms.

    def tick(self):
        if self.remote and self.sends:
            if not self._key and self._keys:
                self._key = [self._clock, self._keys.popleft(), 0]
            if self._key:
                self._send_key()
            elif self._tone:
                at = self.sent * FRAME % RATE_HZ
                self._send(self.payload_type, self._clock,
                           self._tone[at:at + FRAME], self.sent == 0)
        self._clock = self._clock + FRAME & 0xFFFFFFFF

    def _send_key(self):
        began, key, frames = self._key
        frames += 1
        over = frames >= self.key_frames
        body = struct.pack("!BBH", KEYS.index(key), over << 7 | 10,
                           frames * FRAME)
        for _ in range(3 if over else 1):
            self._send(EVENT_TYPE, began, body, frames == 1)
        self._key = None if over else [began, key, frames]

    def _send(self, payload_type, timestamp, payload, marker):
        packet = struct.pack("!BBHII", 0x80, marker << 7 | payload_type,
                             self._sequence, timestamp, self._ssrc) + payload
        self._sequence = self._sequence + 1 & 0xFFFF
        self.sent += 1
        if self.sent_at is not None:
            self.sent_at.append(time.time())
        self.send_raw(packet)

    def send_raw(self, packet):
        """Bytes as they are; a peer that is not there is no failure."""
        try:
            self.socket.sendto(packet, self.remote)
        except OSError:
            pass

    def take(self):
        """Reads what waits on the socket."""
        while True:
            try:
                packet, told, _, source = self.socket.recvmsg(2048, 64)
            except OSError:
                return
            if len(packet) < 12 or packet[0] >> 6 != 2:
                continue
            self.received += 1
            self.sources.add(source)
            if told and self.arrived_at is not None:
                seconds, nanoseconds = struct.unpack("@ll", told[0][2][:16])
                self.arrived_at.append(seconds + nanoseconds / 1e9)
            if self.passes_to and self.passes_to.remote:
                self.passes_to.send_raw(packet)
            kind = packet[1] & 0x7F
            if kind == EVENT_TYPE and len(packet) >= 16:
                event, flags, duration = struct.unpack("!BBH", packet[12:16])
                stamp = struct.unpack("!I", packet[4:8])[0]
                self.events.append((stamp, event, duration, flags >> 7))
            elif kind == 0:
                self._frames.append((time.monotonic(), packet[12:]))


def _bind(address):
    while True:
        rtp = socket.socket(socket.AF_INET6 if ":" in address
                            else socket.AF_INET, socket.SOCK_DGRAM)
        rtp.setblocking(False)
        rtp.bind((address.strip("[]"), 0))
        if rtp.getsockname()[1] % 2 == 0:
            return rtp
        rtp.close()


class _Sound(threading.Thread):
    """The one thread that ticks for all."""

    def __init__(self):
        super().__init__(daemon=True)
        self._peers = []
        self._lock = threading.Lock()

    def add(self, peer):
        with self._lock:
            self._peers.append(peer)
            if not self.is_alive():
                self.start()

    def remove(self, peer):
        with self._lock:
            if peer in self._peers:
                self._peers.remove(peer)

    def run(self):
        due = time.monotonic()
        while True:
            with self._lock:
                for peer in self._peers:
                    peer.take()
                    peer.tick()
            due = max(due + FRAME_S, time.monotonic() - 0.2)
            time.sleep(max(0, due - time.monotonic()))


_sound = _Sound()
