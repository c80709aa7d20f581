#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Tab key in an interactive bash, as somebody types."""

import os
import pty
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from fake_server import Fake  # noqa: E402
from shell import CCLITE, cclite, environment, make_place  # noqa: E402
import place as places  # noqa: E402
import tap  # noqa: E402

place = make_place()
fake = Fake(place.name)
other_place = make_place()
other = Fake(other_place.name)


class Shell:
    """bash at a terminal; what its line is after some keys."""

    def __init__(self):
        self.line = os.path.join(place.name, "line")
        rc = os.path.join(place.name, "rc")
        with open(rc, "w", encoding="utf-8") as text:
            text.write(f"PATH={os.path.dirname(os.path.abspath(CCLITE))}:$PATH\n"
                       'eval "$(cclite completion bash)"\n'
                       "bind 'set bell-style none'\n"
                       """bind -x '"\\C-g": printf "%s" "$READLINE_LINE" """
                       f""">{self.line}.new; mv {self.line}.new {self.line}'\n"""
                       f"touch {self.line}.ready\n")
        self.master, slave = pty.openpty()
        self.bash = subprocess.Popen(
            ["bash", "--noprofile", "--rcfile", rc, "-i"], stdin=slave,
            stdout=slave, stderr=slave, start_new_session=True,
            cwd=place.name, env=environment(place.name, TERM="dumb"))
        os.close(slave)
        places.wait_until("bash is ready", lambda: os.path.exists(
            f"{self.line}.ready"))

    def after_tab(self, typed):
        """The line, once Tab was pressed behind what is typed."""
        if os.path.exists(self.line):
            os.unlink(self.line)
        os.write(self.master, b"\x15" + typed.encode() + b"\t\x07")
        places.wait_until("the line is told",
                          lambda: os.path.exists(self.line))
        with open(self.line, encoding="utf-8") as text:
            return text.read()

    def end(self):
        self.bash.kill()
        self.bash.wait()
        os.close(self.master)


def prepare():
    """queues, boxes and pause reasons can be made"""
    for arguments in (("queue", "add", "sales"), ("box", "add", "desk"),
                      ("agent", "add", "ana"),
                      ("queue-rule", "add", "night", "--queue", "sales"),
                      ("queue-rule", "add", "too-long", "--queue", "sales"),
                      ("rule", "add", "vip"), ("rule", "add", "others"),
                      ("pause-reason", "add", "lunch")):
        assert cclite(place.name, *arguments)[0] == 0, arguments
    assert cclite(other_place.name, "queue", "add", "night")[0] == 0
    for name in ("centre.json", "two words.json"):
        with open(os.path.join(place.name, name), "w",
                  encoding="utf-8"):
            pass


TYPED = (
    ("cclite que", "cclite queue", "a noun, as far as it is sure"),
    ("cclite queue sho", "cclite queue show ", "a verb"),
    ("cclite queue show sa", "cclite queue show sales ", "a name"),
    ("cclite queue set sales --strat", "cclite queue set sales --strategy ",
     "an option"),
    ("cclite queue set sales --strategy lo",
     "cclite queue set sales --strategy longest_idle ", "its value"),
    ("cclite queue set sales --strategy=lo",
     "cclite queue set sales --strategy=longest_idle ", "one behind ="),
    ("cclite queue set sales --label=a:b --strat",
     "cclite queue set sales --label=a:b --strategy ", "behind = and :"),
    ("cclite trunk set sip --address a.example:5060 --tr",
     "cclite trunk set sip --address a.example:5060 --transport ",
     "behind a port"),
    ("cclite queue set 'sales' --label 'a b' --strat",
     "cclite queue set 'sales' --label 'a b' --strategy ", "behind quotes"),
    ("LC_ALL=C cclite queue sho", "LC_ALL=C cclite queue show ",
     "behind a variable"),
    ("true | cclite queue sho", "true | cclite queue show ",
     "in a pipeline"),
    ("cclite config diff cen", "cclite config diff centre.json ", "a file"),
    ("cclite config diff tw", "cclite config diff two\\ words.json ",
     "a file with a blank"),
    ("cclite setup --file cen", "cclite setup --file centre.json ",
     "a file as a value"),
    ("cclite call transfer qu", "cclite call transfer queue ",
     "where a caller may go"),
    ("cclite call transfer queue s", "cclite call transfer queue sales ",
     "and which of those"),
    ("cclite agent transfer ana voi", "cclite agent transfer ana voicemail ",
     "behind an agent"),
    ("cclite call transfer voicemail d", "cclite call transfer voicemail desk ",
     "a box"),
    ("cclite queue-rule move night to",
     "cclite queue-rule move night too-long ", "what goes behind it"),
    ("cclite rule move vip o", "cclite rule move vip others ",
     "... of routing rules, too"),
    ("cclite agent pause lu", "cclite agent pause lunch ",
     "a reason where oneself is not named"),
    ("cclite agent pause ana l", "cclite agent pause ana lunch ",
     "... and where somebody is"),
)


def tab_completes():
    """Tab fills in what fits, whatever stands before"""
    shell = Shell()
    for typed, wanted, what in TYPED:
        found = shell.after_tab(typed)
        assert found == wanted, (what, found)
    shell.end()


def tab_leaves_alone_what_it_does_not_know():
    """where nothing fits Tab types nothing, and no empty quotes"""
    shell = Shell()
    for typed in ("cclite queue show nix", "cclite call answer ",
                  "cclite queue add ", "cclite queue set sales --label ",
                  "cclite call transfer number ", "cclite call consult qu",
                  "cclite call transfer hang"):
        found = shell.after_tab(typed)
        assert found == typed, (typed, found)
    shell.end()


def names_are_those_of_the_server_that_is_named():
    """behind --socket names are that server's"""
    shell = Shell()
    path = os.path.join(other_place.name, "cclited.sock")
    for option in (f"--socket {path}", f"--socket={path}"):
        found = shell.after_tab(f"cclite {option} queue show n")
        assert found == f"cclite {option} queue show night ", found
    assert shell.after_tab("cclite queue show n") == "cclite queue show n"
    shell.end()


tap.run(
    prepare,
    tab_completes,
    tab_leaves_alone_what_it_does_not_know,
    names_are_those_of_the_server_that_is_named,
)
