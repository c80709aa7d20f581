# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo shows what it says, and leaves nothing behind."""

import os
import re
import shutil
import subprocess

import place
import tap

RUN = os.path.join(place.SOURCE, "share/demo/run")
shown = {}


def demo(*arguments):
    return subprocess.run(
        ["sh", RUN, *arguments], capture_output=True, text=True, timeout=240,
        check=False, env={**os.environ, "CCLITE_BUILD": place.BUILD,
                          "XDG_STATE_HOME": place.path("state", "")[:-1]})


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
    nothing_is_left,
    nonsense_is_refused,
)
