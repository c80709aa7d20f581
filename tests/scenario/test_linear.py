# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole call by the words of linear mode, on a terminal of lines."""

import os
import re
import subprocess
import threading
import time

import place
import tap
from centre import Centre
from server import COMMAND

centre = Centre(queue={"wrap_up": "mandatory_manual"})
ana = centre.agent("ana", mode="on_demand")
api = centre.api
api.post("/api/users", name="ana", role="agent", label="Ana Nováková")
api.put("/api/agents/ana", user_id="ana")
api.post("/api/dispositions", name="resolved", label="Resolved, password")
api.post("/api/dispositions", name="escalated", label="Escalated, outage")
TOKEN = place.write("ana.token", api.post(
    "/api/users/ana/tokens", label="linear")["token"] + "\n")
os.chmod(TOKEN, 0o600)


class Talk:
    """cclite with pipes: what it says, and words for it."""

    def __init__(self, *arguments, term="dumb", token=TOKEN, **env):
        self.said = self.all = ""
        self.child = subprocess.Popen(
            [COMMAND, "console", *arguments], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env={**os.environ, **centre.server.environment, "TERM": term,
                 "CCLITE_SOCKET": centre.server.socket,
                 "CCLITE_TOKEN_FILE": token,
                 "XDG_CONFIG_HOME": place.path("nothing"), **env})
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        while data := os.read(self.child.stdout.fileno(), 4096):
            self.said += data.decode()
            self.all += data.decode()

    def say(self, line):
        self.child.stdin.write(line.encode() + b"\n")
        self.child.stdin.flush()

    def wait(self, words):
        """Waits until words have been said, and forgets what came before."""
        deadline = time.monotonic() + place.PATIENCE_S
        while words not in self.said:
            assert time.monotonic() < deadline, (words, self.said)
            time.sleep(0.02)
        self.said = self.said.split(words, 1)[1]
        return self

    def end(self):
        code = self.child.wait(place.PATIENCE_S)
        self.reader.join(place.PATIENCE_S)
        return code


def a_whole_call_by_words():
    """answer, hold, resume, hang up, disposition, and nothing but lines"""
    talk = Talk()
    talk.wait("Signed in as Ana Nováková, phone ana.").wait("READY")
    call = centre.in_queue()
    talk.wait("ALERT incoming call.").wait(centre.last_number[2:])
    talk.say("answer")
    ring = ana.phone.next_call()
    ring.answer(hertz=620)
    call.wait_hears(620)
    talk.wait("Connected.")
    talk.say("hold")
    talk.wait("On hold.")
    talk.say("resume")
    talk.wait("Connected.")
    talk.say("note reset the password")
    talk.wait("Noted.")
    talk.say("hang up")
    talk.wait("Wrap-up, ")
    call.wait_end()
    talk.say("disposition pass")
    talk.wait("1 Resolved, password.")
    talk.say("1")
    talk.wait("State: READY.")
    told = centre.server.events("wrap_up_ended")
    assert [event["note"] for event in told] == ["reset the password"], told
    talk.say("quit")
    assert talk.end() == 0
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", talk.all)


def it_can_be_asked_for():
    """by an option, by CCLITE_A11Y, by the file; not without"""
    place.write("config/cclite/config", "linear = yes\n")
    for talk in (Talk("--linear", term="xterm"),
                 Talk(term="xterm", CCLITE_A11Y="1"),
                 Talk(term="xterm", XDG_CONFIG_HOME=place.path("config"))):
        talk.wait("The link is live.")
        talk.child.stdin.close()  # the end of the input is quit
        assert talk.end() == 0


def whoever_is_not_signed_in_is_told():
    """no token, and what to do"""
    talk = Talk("--server", f"http://{centre.server.address}:8080",
                token=place.path("no.token"))
    talk.wait("You are not signed in. Type cclite login")
    assert talk.end() == 4


def a_mistake_in_the_file_is_named():
    """the line and what would be right; nothing begins"""
    place.write("wrong/cclite/config", "\nannounce = loud\n")
    talk = Talk("--linear", XDG_CONFIG_HOME=place.path("wrong"))
    talk.wait("config:2: announce")
    assert talk.end() == 2


try:
    tap.run(a_whole_call_by_words, it_can_be_asked_for,
            whoever_is_not_signed_in_is_told, a_mistake_in_the_file_is_named)
finally:
    centre.close()
