# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a test runs: addresses and a directory of its own; bounded waits."""

import atexit
import os
import shutil
import signal
import subprocess
import tempfile
import time

BUILD = os.path.abspath(os.environ.get("top_builddir", "."))
SOURCE = os.path.abspath(os.environ.get("top_srcdir", "."))

# Builds with sanitizers on a busy machine are slow, not wrong: bounds only
# keep a failed test from hanging.
PATIENCE_S = float(os.environ.get("CCLITE_TEST_PATIENCE_S", "60"))

# What each cclited and cclite runs under, as words: see tests/deep/valgrind.sh.
UNDER = os.environ.get("CCLITE_TEST_UNDER", "").split()


def host(number=0):
    """An address of the loopback network that no other test process uses.

    All of 127.0.0.0/8 is this machine, so a process number makes ports free
    for sure, without asking. number: 0 to 3, for peers on several hosts.
    """
    pid = os.getpid()
    assert 0 <= number <= 3 and pid < 1 << 22
    return f"127.{number << 6 | pid >> 16}.{pid >> 8 & 255}.{pid & 255}"


_directory = None


def directory():
    """A directory that goes away with the process."""
    global _directory
    if _directory is None:
        _directory = tempfile.mkdtemp(prefix="cclite-scenario.")
        if not os.environ.get("CCLITE_TEST_KEEP"):
            atexit.register(shutil.rmtree, _directory, ignore_errors=True)
    return _directory


def path(*names):
    """A path below the directory; folders on the way are made."""
    full = os.path.join(directory(), *names)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    return full


def write(name, text):
    """Writes a file below the directory and returns its path."""
    full = path(name)
    with open(full, "w", encoding="utf-8") as out:
        out.write(text)
    return full


def wait_until(what, condition, within_s=None):
    """Waits for condition() to be true and returns what it returned.

    what: a sentence, for the failure.
    """
    deadline = time.monotonic() + (within_s or PATIENCE_S)
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > deadline:
            raise AssertionError(f"not in time: {what}")
        time.sleep(0.02)


def stays(what, condition, for_s):
    """Makes sure that condition() is true all the time."""
    deadline = time.monotonic() + for_s
    while time.monotonic() < deadline:
        assert condition(), f"did not stay so: {what}"
        time.sleep(0.02)


_children = []


def start(arguments, log, **more):
    """Starts a program whose output goes to a log; it does not outlive us."""
    with open(path(log), "ab") as out:
        child = subprocess.Popen(arguments, stdin=subprocess.DEVNULL,
                                 stdout=out, stderr=subprocess.STDOUT, **more)
    _children.append(child)
    return child


def end(child, how=signal.SIGTERM, within_s=None):
    """Ends a program of ours and returns its exit code."""
    if child.poll() is None:
        child.send_signal(how)
        try:
            child.wait(within_s or PATIENCE_S)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
            raise AssertionError(f"{child.args} did not end") from None
    return child.returncode


def text_of(log):
    """What a program has said so far."""
    try:
        with open(path(log), encoding="utf-8", errors="replace") as said:
            return said.read()
    except FileNotFoundError:
        return ""


@atexit.register
def _end_all():
    for child in _children:
        if child.poll() is None:
            child.kill()
            child.wait()
