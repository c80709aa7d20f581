# SPDX-License-Identifier: GPL-3.0-or-later
"""baresip as caller or phone: a SIP implementation made by others."""

import glob
import json
import math
import os
import socket
import struct
import wave

import place

MODULES = "/usr/lib/baresip/modules"


def installed():
    return os.path.isdir(MODULES)


def write_tone(name, hertz, seconds=30):
    """A WAV file with a tone at -12 dBov; returns its path."""
    full = place.path(name)
    with wave.open(full, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(8000)
        out.writeframes(b"".join(
            struct.pack("<h", round(8191 * math.sin(2 * math.pi * hertz * n
                                                    / 8000)))
            for n in range(8000 * seconds)))
    return full


def read_tone(path, hertz):
    """The share of power at a frequency in each tenth of a second of a WAV
    file that baresip may still be writing."""
    from rtp_peer import share_of
    with open(path, "rb") as said:
        raw = said.read()[44:]
    samples = struct.unpack(f"<{len(raw) // 2}h", raw[:len(raw) // 2 * 2])
    return [share_of(samples[at:at + 800], hertz)
            for at in range(0, len(samples) - 800, 800)]


class Baresip:
    """A running baresip with one account.

    account: as in its accounts file, after the address. Registers when the
    account says so. It sends a tone, and writes down what it hears.
    """

    def __init__(self, name, address, uri, account="", hertz=440, port=5060):
        self.name = name
        self.log = f"{name}/log"
        self.folder = place.path(name, "")
        self.control = (address, port + 1000)
        place.write(f"{name}/accounts", f"<{uri}>{account}\n")
        place.write(f"{name}/contacts", "")
        tone = write_tone(f"{name}/tone.wav", hertz)
        modules = ("g711", "aufile", "aubridge", "sndfile", "account",
                   "contact", "menu", "ctrl_tcp")
        place.write(f"{name}/config", "".join(
            [f"module_path {MODULES}\n"]
            + [f"module{'_app' if m in ('account', 'contact', 'menu') else ''}"
               f" {m}.so\n" for m in modules]
            + [f"sip_listen {address}:{port}\n",
               f"net_interface {address}\n",
               f"ctrl_tcp_listen {address}:{port + 1000}\n",
               "poll_method epoll\n",
               f"audio_source aufile,{tone}\n",
               "audio_player aubridge,heard\n", f"snd_path {self.folder}\n",
               "audio_srate 8000\n", "audio_channels 1\n",
               "ausrc_srate 8000\n", "auplay_srate 8000\n",
               "ausrc_channels 1\n", "auplay_channels 1\n",
               "rtp_ports 40000-40999\n", "statmode_default off\n"]))
        self.child = place.start(["baresip", "-f", self.folder], self.log)
        place.wait_until(f"{name} listens", self._listens)

    def _listens(self):
        if self.child.poll() is not None:
            raise AssertionError(self.said())
        try:
            socket.create_connection(self.control, timeout=1).close()
            return True
        except OSError:
            return False

    def said(self):
        return place.text_of(self.log)

    def wait_said(self, words, times=1):
        place.wait_until(f"{self.name} says {words}",
                         lambda: self.said().count(words) >= times)

    def command(self, command, params=""):
        """One command of its menu, such as dial; returns its answer."""
        text = json.dumps({"command": command, "params": params}).encode()
        with socket.create_connection(self.control, timeout=5) as line:
            line.sendall(b"%d:%s," % (len(text), text))
            heard = b""
            while b"response" not in heard:
                more = line.recv(65536)
                if not more:
                    break
                heard += more
        return heard.decode("utf-8", "replace")

    def hears(self, hertz, tenths=5):
        """Whether it heard a tone for so many tenths of a second in all."""
        return any(sum(share > 0.8 for share in read_tone(dump, hertz))
                   >= tenths
                   for dump in glob.glob(f"{self.folder}/dump-*-dec.wav"))

    def wait_hears(self, hertz):
        place.wait_until(f"{self.name} hears {hertz} Hz",
                         lambda: self.hears(hertz))

    def stop(self):
        place.end(self.child)
