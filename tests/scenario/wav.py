# SPDX-License-Identifier: GPL-3.0-or-later
"""A recording as anybody may read it: WAV, mu-law of two channels; a message
and a prompt of ours have one."""

import array
import io
import math
import struct
import wave

from rtp_peer import LINEAR, share_of

LEFT, RIGHT = 0, 1  # everyone else, the agent
RATE_HZ = 8000


class Wav:
    """Bytes of a file, taken apart by the specification and nothing else."""

    def __init__(self, raw, channels=2):
        self.channels = channels
        assert raw[:4] == b"RIFF" and raw[8:12] == b"WAVE", raw[:12]
        assert struct.unpack("<I", raw[4:8])[0] == len(raw) - 8, len(raw)
        self.chunks = {}
        at = 12
        while at < len(raw):
            name, size = struct.unpack("<4sI", raw[at:at + 8])
            self.chunks[name] = raw[at + 8:at + 8 + size]
            assert len(self.chunks[name]) == size, name
            at += 8 + size + size % 2
        form = struct.unpack("<HHI", self.chunks[b"fmt "][:8])
        assert form == (7, channels, RATE_HZ), form
        self.data = self.chunks[b"data"]
        assert len(self.data) % channels == 0
        assert struct.unpack("<I", self.chunks[b"fact"])[0] == self.samples

    @property
    def samples(self):
        return len(self.data) // self.channels

    @property
    def seconds(self):
        return self.samples / RATE_HZ

    def channel(self, which, from_s=0.0, to_s=None):
        first = int(from_s * RATE_HZ)
        last = int((self.seconds if to_s is None else to_s) * RATE_HZ)
        of_all = self.channels
        return [LINEAR[octet] for octet in
                self.data[of_all * first + which:of_all * last:of_all]]

    def share(self, which, hertz, from_s=0.0, to_s=None):
        """How much of the time most of what is there is that tone. Each 40 ms
        by itself: a sender that is late for a moment shifts the waves."""
        samples = self.channel(which, from_s, to_s)
        parts = [samples[at:at + 320]
                 for at in range(0, len(samples) - 319, 320)]
        return sum(share_of(part, hertz) > 0.7 for part in parts) / len(parts)

    def loudness(self, which, from_s=0.0, to_s=None):
        samples = self.channel(which, from_s, to_s)
        return (sum(s * s for s in samples) / len(samples)) ** 0.5


def tone_file(hertz, seconds, rate_hz=8000):
    """A WAV file with a tone, as somebody would upload it."""
    samples = array.array("h", (
        round(13000 * math.sin(2 * math.pi * hertz * i / rate_hz))
        for i in range(int(rate_hz * seconds))))
    with io.BytesIO() as raw:
        with wave.open(raw, "wb") as out:
            out.setparams((1, 2, rate_hz, len(samples), "NONE", ""))
            out.writeframes(samples.tobytes())
        return raw.getvalue()
