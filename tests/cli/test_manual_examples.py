#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the manuals show to be typed does what they say, on a real server.

A page has a server of its own, on which its commands are run in their order.
What a page takes for granted stands in GIVEN.
"""

import os
import re
import shutil
import subprocess
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests", "scenario"))
import manual_page  # noqa: E402
import place  # noqa: E402
import tap  # noqa: E402
from baresip import write_tone  # noqa: E402
from server import PROGRAM, Server  # noqa: E402
from sip_peer import Peer  # noqa: E402

SETUP = """\
admin.name = admin
admin.password = correct horse
trunk.address = {trunk}:5060
entry.number = 200
phone.mode = on_demand
[queue]
name = {queue}
[agent1]
name = {agents[0]}
phone = {phones[0]}
[agent2]
name = {agents[1]}
phone = {phones[1]}
[agent3]
name = {agents[2]}
phone = {phones[2]}
"""
PRESETS = {"queue": "sales", "agents": ("ana", "petr", "eva"),
           "phones": ("201", "202", "203")}
# A page that makes those of its own begins with others.
OTHERS = {"queue": "help", "agents": ("tess", "ben", "nia"),
          "phones": ("501", "502", "503")}
BEGUN_WITH = {"cclite.1": OTHERS}

# What a page says of things that it does not make.
GIVEN = {
    "cclite.1": ["cclite trunk add alpha --address 192.0.2.1:5060",
                 "cclite trunk add beta --address 192.0.2.2:5060",
                 "cclite disposition add sold",
                 "cclite pause-reason add lunch"],
    "cclite-rules.5": ["cclite queue add vip"],
    "cclite-supervisor.7": ["cclite queue add support",
                            "cclite trunk set provider --prefixes +34",
                            "cclite queue set sales --callback-numbers +34",
                            "cclite callback add sales +34612555018"],
    "cclite-troubleshooting.7": ["cclite queue unassign sales ana",
                                 "cclite queue close sales"],
    "cclite.conf.5": ["cclite device add tess"],
}

# What is in the directory in which the commands are typed.
FILES = {"callers.csv": "number,name\n+34612555018,Ana\n",
         "holidays.ics": "BEGIN:VCALENDAR\nBEGIN:VEVENT\n"
                         "DTSTART;VALUE=DATE:20270106\nSUMMARY:Reyes\n"
                         "END:VEVENT\nEND:VCALENDAR\n"}

# A number of the page, and what it is on a server with one call.
NUMBERS = {"cclite.1": {"contact why 17": "contact why 1",
                        "contact trace 17": "contact trace 1",
                        "recording get 7": "recording get 1",
                        "recording listen 7": "recording listen 1"},
           "cclite-supervisor.7": {"callback set 7": "callback set 1"}}

# What is answered when it asks, line by line.
ANSWERS = [("cclite user password", "correct horse battery\n"),
           ("cclite phone", "the-phones-own\n"),
           ("cclite trunk password", "a secret\n"),
           ("cclite box pin", "270591\n")]

# What says yes or no by its exit status.
TELLS = {"cclite check queue": (0, 1, 2)}

# What is not run here: the words that it begins with, and why.
LEFT = {
    "cclite --server http://127.0.0.1:8080": "a console; see "
                                             "test_console.py",
    "cclite --server https://other.example": "test_real.py applies a file",
    "cclite setup": "it is how each server here was made",
    "cclite event tail": "it goes on for ever; see test_work.py",
    "cclite wallboard": "with watch; see test_wallboard.py",
}
left_out = set()


class Desk:
    """A server as setup makes it, whose administrator is an agent with a
    phone; one call has been, and was recorded."""

    def __init__(self, page):
        self.page = page
        self.given = BEGUN_WITH.get(page, PRESETS)
        self.server = Server(page).start()
        self.folder = place.path(page, "typed", "")
        self.trunk = Peer(place.host(1), 5060, name="0044700900123")
        self.call = None
        self._make_files()
        self._set_up()
        self._have_a_call()
        for line in GIVEN.get(page, ()):
            self.types(line)

    def _make_files(self):
        for name, text in FILES.items():
            place.write(f"{self.page}/typed/{name}", text)
        for name in ("hello.wav", "closed.wav"):
            write_tone(f"{self.page}/typed/{name}", 440, 1)
        shutil.copy(os.path.join(place.SOURCE, "share/calendars/es.json"),
                    self.folder)
        # Where baresip would be run.
        program = place.write(f"{self.page}/bin/baresip", "#!/bin/sh\n")
        os.chmod(program, 0o700)

    def _set_up(self):
        path = place.write(f"{self.page}/setup.conf", SETUP.format(
            trunk=place.host(1), **self.given))
        os.chmod(path, 0o600)
        code, out, err = self.server.command("setup", "--file", path, "--tsv")
        assert code == 0, err
        row = out.splitlines()[1].split("\t")
        self.agent, self.phone = row[0], Peer(self.server.address, name=row[2])
        answer = self.phone.register(self.server.sip, row[3], realm="cc.test")
        assert answer.status == 200, answer
        threading.Thread(target=self._pick_up, daemon=True).start()
        for line in (f"cclite agent set {self.agent} --user admin",
                     f"cclite queue set {self.given['queue']} --recording all"
                     " --wrap-up none"):
            self.types(line)

    def _pick_up(self):
        while True:
            try:
                ring = self.phone.next_call(600)
                ring.ring()
                ring.answer(hertz=620)
            except (AssertionError, OSError):
                return

    def state(self):
        return self.server.api.get(f"/api/agents/{self.agent}/state")["state"]

    def rings(self):
        """Somebody has called, and it is the agent's turn."""
        self.call = self.trunk.call(
            f"sip:200@{self.server.address}", self.server.sip,
            caller="00447700900123", hertz=440).wait_answer()
        place.wait_until("the menu is heard", self.call.media.hears_something)
        self.call.media.press("1")
        place.wait_until("the console rings", lambda: self.state() == "offered")

    def ends(self, state):
        self.call.hang_up()
        place.wait_until(f"the agent is {state}", lambda: self.state() == state)

    def _have_a_call(self):
        self.types("cclite state set ready")
        self.rings()
        self.types("cclite call answer")
        self.call.wait_hears(620)
        self.ends("available")
        self.types(f"cclite queue set {self.given['queue']} --recording none"
                   " --wrap-up mandatory_timed")
        self.types("cclite state set offline")
        place.wait_until("the recording is whole", lambda: [
            one for one in self.server.api.items("/api/recordings")
            if one["state"] == "kept"])

    def types(self, line):
        """Types it into a shell; it must do what it does."""
        answer = next((text for words, text in ANSWERS
                       if line.startswith(words)), "")
        done = subprocess.run(
            ["bash", "-c", line], input=answer, capture_output=True,
            text=True, timeout=120, check=False, cwd=self.folder, env={
                **os.environ, **self.server.environment,
                "HOME": self.folder, "CCLITE_SOCKET": self.server.socket,
                "CCLITE_SHARE_DIR": os.path.join(place.SOURCE, "share"),
                "PATH": f"{place.path(self.page, 'bin')}:{place.BUILD}:"
                        f"{os.environ['PATH']}"})
        allowed = next((codes for words, codes in TELLS.items()
                        if line.startswith(words)), (0,))
        assert done.returncode in allowed, (
            f"{line}\n{done.returncode}: {done.stderr}")

    def end(self):
        self.phone.close()
        self.trunk.close()
        return self.server.stop()


def left(line):
    """Whether a command is not run here."""
    found = [words for words in LEFT if line.startswith(words)
             or (line.startswith("watch") and f" {words}" in line)]
    left_out.update(found)
    return bool(found)


def typed(page, before=()):
    """Runs what a page has; before: by a command, what happens before it."""
    desk, wrong = Desk(page), []
    found = manual_page.commands(page)
    for line in found:
        for words, ours in NUMBERS.get(page, {}).items():
            line = re.sub(re.escape(words) + r"\b", ours, line)
        if left(line):
            continue
        try:
            for words, happens in dict(before).items():
                if line.startswith(words):
                    happens(desk)
            desk.types(line)
        except AssertionError as error:
            wrong.append(str(error))
    agrees = desk.server.verifies()
    assert desk.end() == 0 and agrees, desk.server.said()
    assert not wrong, "\n".join([page, *wrong])
    return found


def the_reference():
    """the examples of cclite(1) do what they show, a morning at the desk too"""
    found = typed("cclite.1", {
        "cclite call answer": Desk.rings,
        "cclite call mute": lambda desk: desk.call.wait_hears(620),
        "cclite call dispose": lambda desk: desk.ends("acw"),
        "cclite recording forward": lambda desk: place.wait_until(
            "the phone plays it", lambda: not desk.server.api.get(
                "/api/listening")["ringing"])})
    assert len(found) > 25, found


def the_administrators():
    """every command of cclite-admin(7) works on a server as setup makes it"""
    assert len(typed("cclite-admin.7")) > 80


def the_others():
    """so do those of the other pages"""
    pages = [page for page in manual_page.names() if page not in (
        "cclite.1", "cclite-admin.7") and manual_page.commands(page)]
    assert {"cclite-tutorial.7", "cclite-rules.5", "cclite-supervisor.7",
            "cclite-deploy.7", "cclite-troubleshooting.7"} <= set(pages)
    for page in pages:
        typed(page)


def all_that_is_named_is_there():
    """each command that a manual names is one of cclite's"""
    with open(os.path.join(place.SOURCE, "src/cli/verb.def"),
              encoding="utf-8") as text:
        verbs = re.findall(r'^VERB\("([\w-]+)", (?:NULL|"([\w-]+)"),',
                           text.read(), re.M)
    nouns = {noun for noun, _ in verbs}
    alone = {noun for noun, verb in verbs if not verb}
    wrong = [(page, noun, verb) for page in manual_page.names()
             for noun, verb in manual_page.mentions(page)
             if noun not in nouns or (noun not in alone and verb
                                      and (noun, verb) not in verbs)]
    assert not wrong, wrong
    assert len({noun for page in manual_page.names()
                for noun, _ in manual_page.mentions(page)}) > 25


def settings_are_good():
    """each piece of a configuration in the manuals is one that is taken"""
    checked = 0
    for page in ("cclite.conf.5", "cclite-deploy.7"):
        for number, block in enumerate(manual_page.blocks(page)):
            if not re.search(r"^\[(sip|rtp|http|log)\]$", block, re.M):
                continue
            path = place.write(f"{page}.{number}", block)
            done = subprocess.run(
                [PROGRAM, "--check-config", "--config", path],
                capture_output=True, text=True, timeout=60, check=False)
            assert done.returncode == 0, (page, block, done.stderr)
            checked += 1
    assert checked >= 4, checked


def flows_are_good():
    """the flow that cclite-flows(5) begins with is one"""
    block = next(block for block in manual_page.blocks("cclite-flows.5")
                 if '"nodes"' in block)
    path = place.write("flow.json", block)
    done = subprocess.run(
        [os.path.join(place.BUILD, "cclite"), "ivr", "check", path],
        capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def figures_are_those_of_a_scrape():
    """cclite-metrics(7) has each figure that is scraped, its kind, its label"""
    server = Server("scraped", address=place.host(2)).start()
    server.api.post("/api/users", name="boss", role="admin", uid=os.getuid())
    server.api.post("/api/queues", name="sales")
    text = server.api.ask("GET", "/metrics").raw.decode()
    told = {name: (kind, label or "") for name, kind, label in re.findall(
        r"^\.It Ic (cclite_\w+)\n\((\w+)(?: by (\w+))?\)$",
        manual_page.source("cclite-metrics.7"), re.M)}
    kinds = dict(re.findall(r"^# TYPE (\w+) (\w+)$", text, re.M))
    assert set(told) == set(kinds), set(told) ^ set(kinds)
    for name, kind in kinds.items():
        labels = set(re.findall(rf'^{name}(?:_sum)?(?:\{{(\w+)=[^}}]*\}})? ',
                                text, re.M))
        assert told[name] == (kind, labels.pop() if labels else "queue"), name
        assert not labels, name
    assert server.stop() == 0


def alerts_are_about_figures():
    """the alerts that cclite-metrics(7) proposes ask for figures there are"""
    page = manual_page.source("cclite-metrics.7")
    told = set(re.findall(r"^\.It Ic (cclite_\w+)$", page, re.M))
    asked = set(re.findall(r"\bcclite_\w+", " ".join(
        re.findall(r"expr: (.*)", page))))
    assert len(asked) >= 8 and asked <= told, asked - told


def nothing_is_left_out_in_vain():
    """what is not run here is still in a manual"""
    assert left_out == set(LEFT), set(LEFT) - left_out


tap.run(
    the_reference,
    the_administrators,
    the_others,
    all_that_is_named_is_there,
    settings_are_good,
    flows_are_good,
    figures_are_those_of_a_scrape,
    alerts_are_about_figures,
    nothing_is_left_out_in_vain,
)
