# SPDX-License-Identifier: GPL-3.0-or-later
"""The server under test: started, asked, stopped, killed."""

import os
import signal
import subprocess
import time

import place
from api import Api, Refused

PROGRAM = os.path.join(place.BUILD, "cclited")
COMMAND = os.path.join(place.BUILD, "cclite")


class Server:
    """One cclited with a configuration and data of its own.

    name: of its folder and its log. more: keys of its configuration that
    differ; None leaves a key out.
    """

    def __init__(self, name="server", address=None, **more):
        self.name = name
        self.address = address or place.host()
        self.socket = place.path(name, "socket")
        self.data = place.path(name, "data", "")
        self.log = f"{name}/log"
        self.child = None
        self.environment = {
            "LC_ALL": "C.UTF-8",
            "CCLITE_LOCALE_DIR": os.path.join(place.BUILD, "po")}
        self.settings = {
            "data_dir": self.data,
            "socket": self.socket,
            "http.address": self.address,
            "http.port": "8080",
            "sip.address": self.address,
            "sip.port": "5060",
            "sip.realm": "cc.test",
            "rtp.port_min": "20000",
            "rtp.port_max": "29999",
            "prompt_dir": os.path.join(place.BUILD, "share/prompts"),
            "worker": os.path.join(place.BUILD, "cclite-worker"),
            "drain_timeout": "3s",
            "overload.wait": "0s",  # this machine may be a slow one
        }
        for key, value in more.items():
            self.settings[key.replace("__", ".")] = value
        self.api = Api(self.socket)
        self.sip = (self.address, int(self.settings["sip.port"]))

    def configuration(self):
        """Writes cclite.conf; returns its path."""
        return place.write(f"{self.name}/cclite.conf", "".join(
            f"{key} = {value}\n" for key, value in self.settings.items()
            if value is not None))

    def launch(self, *arguments, under=()):
        """Starts it and does not wait. under: a program to run it under."""
        self.child = place.start(
            [*under, *place.UNDER, PROGRAM, "--config", self.configuration(),
             *arguments], self.log, env={**os.environ, **self.environment})
        return self

    def start(self, *arguments, under=()):
        """Starts it, and waits until it serves."""
        before = place.text_of(self.log).count("cclited: serving")
        self.launch(*arguments, under=under)
        place.wait_until("cclited serves", lambda: self._serves(before))
        return self

    def _serves(self, before):
        said = place.text_of(self.log)
        if self.child.poll() is not None:
            raise AssertionError("cclited ended with "
                                 f"{self.child.returncode}:\n{said}")
        return said.count("cclited: serving") > before

    def stop(self, within_s=None):
        """SIGTERM; returns the exit code."""
        return place.end(self.child, signal.SIGTERM, within_s)

    def kill(self):
        """SIGKILL, as a power cut would."""
        return place.end(self.child, signal.SIGKILL)

    def pid(self):
        return self.child.pid

    def said(self):
        return place.text_of(self.log)

    def command(self, *arguments, text=None, environment=()):
        """Runs cclite; returns (exit code, output, errors)."""
        done = subprocess.run(
            [*place.UNDER, COMMAND, *arguments], input=text,
            capture_output=True, text=True, timeout=place.PATIENCE_S,
            check=False,
            env={**os.environ, **self.environment,
                 "CCLITE_SOCKET": self.socket, **dict(environment)})
        return done.returncode, done.stdout, done.stderr

    def verifies(self):
        """Whether the journal agrees with all that is derived from it."""
        return self.api.do("/api/server/verify")["ok"]

    def events(self, kind=None):
        """The journal, or its events of one type."""
        found, after = [], 0
        while True:
            page = self.api.get(f"/api/events?after={after}&limit=1000")
            if not page["items"]:
                return [event for event in found
                        if kind is None or event["type"] == kind]
            found += page["items"]
            after = found[-1]["seq"]

    def is_gone(self):
        """Whether its process has ended."""
        return self.child.poll() is not None

    def ready(self):
        """Whether /readyz says so."""
        try:
            return self.api.ask("GET", "/readyz").status == 200
        except (OSError, Refused):
            return False


def time_of(action):
    """How long something takes, in seconds."""
    began = time.monotonic()
    action()
    return time.monotonic() - began
