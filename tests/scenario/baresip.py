# SPDX-License-Identifier: GPL-3.0-or-later
"""baresip as caller or phone: a SIP implementation made by others."""

import glob
import json
import math
import os
import socket
import struct
import threading
import wave

import place
from rtp_peer import share_of

MODULES = "/usr/lib/baresip/modules"
APPLICATIONS = ("account", "contact", "menu", "mwi")
TENTH = 800  # samples


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


def read_samples(path):
    """All of a WAV file that baresip may still be writing."""
    with open(path, "rb") as said:
        raw = said.read()[44:]
    return struct.unpack(f"<{len(raw) // 2}h", raw[:len(raw) // 2 * 2])


class Line:
    """Its control port: commands and their answers, and what happens.

    One connection for all, as it tells its events to the last one only.
    """

    def __init__(self, address):
        self.events = []
        self._answers = []
        self._heard = b""
        self._socket = socket.create_connection(address)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        while True:
            try:
                more = self._socket.recv(65536)
            except OSError:
                return
            if not more:
                return
            self._heard += more
            self._take()

    def _take(self):
        """Netstrings: a length, a colon, so many bytes, a comma."""
        while b":" in self._heard:
            size, rest = self._heard.split(b":", 1)
            if len(rest) <= int(size):
                return
            self._heard = rest[int(size) + 1:]
            told = json.loads(rest[:int(size)])
            (self._answers if "response" in told
             else self.events).append(told)

    def ask(self, command, params):
        """The answer's text."""
        text = json.dumps({"command": command, "params": params}).encode()
        before = len(self._answers)
        self._socket.sendall(b"%d:%s," % (len(text), text))
        place.wait_until(f"{command} is answered",
                         lambda: len(self._answers) > before)
        return self._answers[-1]["data"]

    def close(self):
        self._socket.close()


class Baresip:
    """A running baresip with one account.

    account: as in its accounts file, after the address; None: the file is
    there already. Without a uri it has none until add() is called. Registers
    when the account says so. It sends a tone, and writes down what it hears.
    """

    def __init__(self, name, address, uri, account="", hertz=440, port=5060,
                 more=()):
        self.name = name
        self.log = f"{name}/log"
        self.folder = place.path(name, "")
        if account is not None:
            place.write(f"{name}/accounts", uri and f"<{uri}>{account}\n")
        place.write(f"{name}/contacts", "")
        tone = write_tone(f"{name}/tone.wav", hertz)
        modules = ("g711", "aufile", "aubridge", "sndfile", "account",
                   "contact", "menu", "ctrl_tcp", *more)
        place.write(f"{name}/config", "".join(
            [f"module_path {MODULES}\n"]
            + [f"module{'_app' if m in APPLICATIONS else ''} {m}.so\n"
               for m in modules]
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
        self.line = place.wait_until(
            f"{name} listens", lambda: self._line((address, port + 1000)))

    @classmethod
    def desk(cls, server, device, password, address, **more):
        """The phone of a device, with the account that cclite writes."""
        code, said, errors = server.command(
            "phone", device, "--directory", place.path(device, "")[:-1],
            "--registrar", server.address, text=f"{password}\n")
        assert code == 0, errors
        assert said.strip() == place.path(device, "accounts"), said
        return cls(device, address, None, account=None, **more)

    def _line(self, address):
        if self.child.poll() is not None:
            raise AssertionError(self.said())
        try:
            return Line(address)
        except OSError:
            return None

    def said(self):
        return place.text_of(self.log)

    def command(self, command, params=""):
        """One command of its menu, such as dial; returns its answer."""
        return self.line.ask(command, params)

    def add(self, uri, account):
        """One more account."""
        self.command("uanew", f"<{uri}>{account}")

    def told(self, kind):
        """The events of a kind so far, such as CALL_RINGING."""
        return [event for event in list(self.line.events)
                if event["type"] == kind]

    def wait_told(self, kind, times=1):
        place.wait_until(f"{self.name} tells {kind}",
                         lambda: len(self.told(kind)) >= times)

    # What it hears.

    def heard(self):
        """All samples so far, of all its calls."""
        return [sample
                for dump in sorted(glob.glob(f"{self.folder}/dump-*-dec.wav"))
                for sample in read_samples(dump)]

    def tenths(self, since=0):
        """What it heard from a sample on, by tenths of a second."""
        heard = self.heard()
        return [heard[at:at + TENTH]
                for at in range(since, len(heard) - TENTH + 1, TENTH)]

    def hears(self, hertz, tenths=5, since=0):
        """Whether it heard a tone for so many tenths of a second in all."""
        return sum(share_of(part, hertz) > 0.8
                   for part in self.tenths(since)) >= tenths

    def wait_hears(self, hertz, since=0):
        place.wait_until(f"{self.name} hears {hertz} Hz",
                         lambda: self.hears(hertz, since=since))

    def stop(self):
        self.line.close()
        place.end(self.child)
