# SPDX-License-Identifier: GPL-3.0-or-later
"""Sound whose frames say when they were sent: how long did they take?"""

import socket
import struct
import time

from rtp_peer import FRAME, RtpPeer
from sip_peer import Peer

SO_TIMESTAMPNS = 35  # of Linux; Python has no name for it


class StampedSound(RtpPeer):
    """Says when each frame was sent, and notes how late those of others are
    by the kernel's own note of their arrival."""

    def __init__(self, address):
        super().__init__(address)
        self.socket.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
        self.delays_ns = []

    def tick(self):
        if self.remote and self.sends:
            stamp = struct.pack("=q", time.time_ns())
            self._send(0, self._clock, stamp + b"\xff" * (FRAME - len(stamp)),
                       self.sent == 0)
        self._clock = self._clock + FRAME & 0xFFFFFFFF

    def take(self):
        while True:
            try:
                packet, notes, _, _ = self.socket.recvmsg(2048, 64)
            except OSError:
                return
            self.received += 1
            if len(packet) != 12 + FRAME:
                continue
            sent_ns = struct.unpack("=q", packet[12:20])[0]
            for _, _, note in notes:
                came_s, came_ns = struct.unpack("=qq", note[:16])
                late_ns = came_s * 1_000_000_000 + came_ns - sent_ns
                # What the server plays before it bridges has no stamp.
                if -1e9 < late_ns < 60e9:
                    self.delays_ns.append(late_ns)


class StampedPeer(Peer):
    """A phone with such a sound."""

    def new_sound(self, hertz):
        return StampedSound(self.address)
