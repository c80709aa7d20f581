# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo shows what it says, and leaves nothing behind."""

import os
import pty
import re
import select
import shutil
import subprocess
import time

import place
import tap

RUN = os.path.join(place.SOURCE, "share/demo/run")
shown = {}


def environment():
    return {**os.environ, "CCLITE_BUILD": place.BUILD, "TERM": "xterm",
            "XDG_STATE_HOME": place.path("state", "")[:-1]}


def demo(*arguments):
    return subprocess.run(
        ["sh", RUN, *arguments], capture_output=True, text=True, timeout=240,
        check=False, env=environment())


def read_until(terminal, words, seconds):
    """What a terminal shows until the words are in it."""
    seen, until = b"", time.monotonic() + seconds
    while words not in seen:
        left = until - time.monotonic()
        assert left > 0, (words, seen[-2000:])
        if select.select([terminal], [], [], left)[0]:
            try:
                seen += os.read(terminal, 65536)
            except OSError: # nobody has it open any more
                assert words in seen, (words, seen[-2000:])
    return seen


def it_ends_well():
    """20 calls and more are made, served and counted alike on both sides"""
    if not shutil.which("jq"):
        raise tap.Skip("jq is not installed")
    done = demo("--headless", "20")
    shown["all"] = done.stdout
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr


def three_frames():
    """three frames show queues, agents and contacts"""
    if not shown:
        raise tap.Skip("there was no demo")
    for words in ("Cockpit", "1 Live calls", "2 Agents", "3 Queues"):
        assert shown["all"].count(words) == 3, words
    assert re.search("ON CALL|RINGING|WRAP-UP|READY", shown["all"])
    assert all(len(line) <= 80 for line in shown["all"].splitlines()
               if not line.startswith("demo:")), shown["all"]


def the_console_opens():
    """in a terminal the console opens on the floor, and leaving it ends all"""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe("sh", ["sh", RUN], environment())
    seen = read_until(terminal, b"Cockpit", 120)
    for words in (b"phone you", b"phone caller", b"/dial 200"):
        assert words in seen, (words, seen)
    read_until(terminal, b"READY", 60)
    os.write(terminal, b"Q")
    read_until(terminal, b"[", 30)
    until = time.monotonic() + 60
    while True:
        os.write(terminal, b"y")
        if select.select([terminal], [], [], 0.5)[0]:
            try:
                os.read(terminal, 65536)
            except OSError:
                break
        assert time.monotonic() < until, "it does not end"
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def nothing_is_left():
    """no process and no directory of the demo is left"""
    left = os.listdir(place.path("state", "cclite", ""))
    assert left == [], left
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True,
                             text=True, check=True).stdout
    assert place.directory() not in "\n".join(
        line for line in running.splitlines() if "cclite" in line
        and "python" not in line), running


def nonsense_is_refused():
    """a time that is no number, or too short, is refused"""
    for arguments in (("--headless", "soon"), ("--headless", "1"),
                      ("--headless",), ("--nonsense",)):
        assert demo(*arguments).returncode == 2, arguments


tap.run(
    it_ends_well,
    three_frames,
    the_console_opens,
    nothing_is_left,
    nonsense_is_refused,
)
