#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What cclite asks a person at a terminal."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from fake_server import Fake, Problem  # noqa: E402
from shell import CCLITE, cclite, environment, make_place  # noqa: E402
import tap  # noqa: E402

place = make_place()
fake = Fake(place.name)
fake.fixed["GET", "/api/me"] = {"user_id": 0, "agent_id": 0}


class Terminal:
    """A command in a pseudo-terminal, and all that it showed."""

    def __init__(self, *arguments, **env):
        self.screen = ""
        ours, theirs = pty.openpty()
        self.fd = ours
        self.child = subprocess.Popen(
            [CCLITE, *arguments], stdin=theirs, stdout=theirs, stderr=theirs,
            cwd=place.name, env=environment(place.name, **env),
            start_new_session=True)
        os.close(theirs)

    def read(self, deadline):
        """Takes what is there; false at the end."""
        if not select.select([self.fd], [], [],
                             max(0, deadline - time.monotonic()))[0]:
            raise AssertionError(f"not in time; shown: {self.screen!r}")
        try:
            data = os.read(self.fd, 4096)
        except OSError:
            return False
        self.screen += data.decode()
        return bool(data)

    def wait(self, text):
        """Waits until a text is shown, and forgets what came up to it."""
        deadline = time.monotonic() + 60
        while text not in self.screen:
            if not self.read(deadline):
                raise AssertionError(f"ended; shown: {self.screen!r}")
        before, self.screen = self.screen.split(text, 1)
        return before

    def say(self, line):
        os.write(self.fd, line.encode() + b"\n")

    def end(self):
        """The exit code, when all is shown."""
        deadline = time.monotonic() + 60
        while self.read(deadline):
            pass
        os.close(self.fd)
        return self.child.wait(60)


def removal_is_confirmed():
    """remove asks, and only yes removes"""
    for answer, wanted, left in (("n", 2, 1), ("", 2, 1), ("y", 0, 0)):
        fake.documents["queue"] = {1: {"id": 1, "version": 1, "name": "q"}}
        terminal = Terminal("queue", "remove", "q")
        terminal.wait("Remove q? [y/N] ")
        terminal.say(answer)
        assert terminal.end() == wanted, (answer, terminal.screen)
        assert len(fake.documents["queue"]) == left, answer


def what_is_in_use_is_replaced():
    """a queue in use goes once another one is named, and stays without"""
    def delete(request):
        if "?replacement=spare" not in request.path:
            raise Problem(409, "in_use", "", "Used by: flow main")
        return {"id": 1, "version": 1, "name": "q",
                "moved": {"by_id": 2, "by": "spare", "waiting": 3,
                          "agents": 2, "flows": 0}}
    fake.documents["queue"] = {1: {"id": 1, "version": 1, "name": "q"}}
    fake.fixed["DELETE", "/api/queues/q"] = delete
    for answer, wanted in (("", 1), ("spare", 0)):
        terminal = Terminal("queue", "remove", "q")
        terminal.wait("Remove q? [y/N] ")
        terminal.say("y")
        terminal.wait("Used by: flow main")
        terminal.wait("What takes its place?")
        before = len(fake.requests)
        terminal.say(answer)
        assert terminal.end() == wanted, terminal.screen
        assert len(fake.requests) - before == (1 if answer else 0)
        assert ("To spare went: contacts that wait: 3, agents: 2"
                in terminal.screen) == bool(answer), terminal.screen
    assert fake.requests[-1].path.endswith("?replacement=spare")
    del fake.fixed["DELETE", "/api/queues/q"]


def yes_is_of_the_language():
    """in Czech it is a, in Spanish s, that says yes"""
    for lang, answer in (("cs", "a"), ("es", "s")):
        fake.documents["queue"] = {1: {"id": 1, "version": 1, "name": "q"}}
        terminal = Terminal("queue", "remove", "q", "--lang", lang)
        terminal.wait("q")
        terminal.say(answer)
        assert terminal.end() == 0, (lang, terminal.screen)
    assert not fake.documents["queue"]


def passwords_are_not_shown():
    """a password is asked twice and never echoed"""
    fake.documents["user"] = {1: {"id": 1, "version": 1, "name": "ana"}}
    terminal = Terminal("user", "password", "ana")
    terminal.wait("New password: ")
    terminal.say("correct horse")
    shown = terminal.wait("Once more: ")
    terminal.say("correct horse")
    assert terminal.end() == 0
    assert "horse" not in shown + terminal.screen, terminal.screen
    assert fake.requests[-1].body == {"password": "correct horse"}

    terminal = Terminal("user", "password", "ana")
    terminal.wait("New password: ")
    terminal.say("correct horse")
    terminal.wait("Once more: ")
    terminal.say("battery staple")
    before = len(fake.requests)
    assert terminal.end() == 2 and len(fake.requests) == before
    fake.documents["user"].clear()


def an_interrupt_leaves_a_terminal_that_shows():
    """interrupted at a password, the terminal shows again what is typed"""
    fake.documents["user"] = {1: {"id": 1, "version": 1, "name": "ana"}}
    terminal = Terminal("user", "password", "ana")
    terminal.wait("New password: ")

    def shows():
        return bool(termios.tcgetattr(terminal.fd)[3] & termios.ECHO)
    assert not shows()
    terminal.child.send_signal(signal.SIGINT)
    assert terminal.child.wait(60) == -signal.SIGINT
    assert shows()
    os.close(terminal.fd)
    fake.documents["user"].clear()


def login_asks_for_name_and_password():
    """login without a name asks for it"""
    fake.fixed["POST", "/api/sessions"] = {"token": "abc", "user_id": 1}
    terminal = Terminal("login")
    terminal.wait("Name: ")
    terminal.say("root")
    terminal.wait("Password: ")
    terminal.say("correct horse")
    assert terminal.end() == 0 and "horse" not in terminal.screen
    assert fake.requests[-1].body == {"name": "root",
                                      "password": "correct horse"}


def setup_is_a_dialogue():
    """setup asks one thing after the other, again when it cannot stand"""
    terminal = Terminal("setup")
    terminal.wait("first administrator [admin]: ")
    terminal.say("")
    terminal.wait("8 bytes at least: ")
    terminal.say("short")
    terminal.wait("cclite: ")
    terminal.wait("8 bytes at least: ")
    terminal.say("correct horse")
    terminal.wait("Once more: ")
    terminal.say("battery staple")
    terminal.wait("8 bytes at least: ")
    terminal.say("correct horse")
    terminal.wait("Once more: ")
    terminal.say("correct horse")
    terminal.wait("[provider]: ")
    terminal.say("")
    terminal.wait("host name: ")
    terminal.say("sip.example.com:0")
    terminal.wait("cclite: trunk.address: ")
    terminal.wait("host name: ")
    terminal.say("192.0.2.1:5060")
    terminal.wait("[112]: ")
    terminal.say("112 911")
    terminal.wait("[sales]: ")
    terminal.say("help")
    for preset in ("Sales", "*", "en", "phone_rings", "ana", "Ana", "201",
                   "petr", "Petr", "202", "eva", "Eva"):
        terminal.wait(f"[{preset}]: ")
        terminal.say("")
    terminal.wait("[203]: ")
    terminal.say("299")
    assert terminal.end() == 0, terminal.screen
    assert "299" in terminal.screen and "horse" not in terminal.screen
    assert fake.find("queue", "help") and fake.find("device", "299")
    assert fake.find("user", "admin")["role"] == "admin"


def an_end_in_the_middle_changes_nothing():
    """setup that is left half-way has made nothing"""
    for documents in fake.documents.values():
        documents.clear()
    posts = len(fake.asked("POST", "/api"))
    terminal = Terminal("setup")
    terminal.wait("first administrator [admin]: ")
    os.write(terminal.fd, b"\x04")
    assert terminal.end() == 8, terminal.screen
    assert len(fake.asked("POST", "/api")) == posts


def the_phone_is_started():
    """phone --run starts baresip with the directory it wrote; in a restricted
    session it starts and writes nothing"""
    fake.documents["device"] = {1: {"id": 1, "version": 1, "name": "201",
                                    "mode": "on_demand"}}
    program = os.path.join(place.name, "baresip")
    with open(program, "w", encoding="ascii") as file:
        file.write('#!/bin/sh\necho started "$@"\n')
    os.chmod(program, 0o755)
    code, out, err = cclite(place.name, "phone", "201", "--run",
                            text="secret\n",
                            env={"PATH": place.name + ":/usr/bin:/bin"})
    assert code == 0 and "started -f" in out, (code, out, err)
    assert out.strip().endswith("/.baresip"), out
    code, _, err = cclite(place.name, "phone", "201", "--run",
                          text="secret\n", env={"PATH": "/nowhere"})
    assert code == 8 and "baresip" in err, (code, err)
    asked = len(fake.requests)
    for restricted in ({"CCLITE_RESTRICTED": "1"}, {"SHELL": "/bin/rbash"},
                       {"SHELL": "/usr/bin/cclite"}):
        code, out, err = cclite(
            place.name, "phone", "201", "--run", "--directory",
            os.path.join(place.name, "none"), text="secret\n", env={
                "PATH": place.name + ":/usr/bin:/bin", **restricted})
        assert code == 2 and "started" not in out, (restricted, code, out)
        assert "--run" in err and "restricted" in err, (restricted, err)
    assert len(fake.requests) == asked
    assert not os.path.exists(os.path.join(place.name, "none"))


try:
    tap.run(removal_is_confirmed, what_is_in_use_is_replaced,
            yes_is_of_the_language,
            passwords_are_not_shown,
            an_interrupt_leaves_a_terminal_that_shows,
            login_asks_for_name_and_password,
            setup_is_a_dialogue, an_end_in_the_middle_changes_nothing,
            the_phone_is_started)
finally:
    fake.stop()
    place.cleanup()
