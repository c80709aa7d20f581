#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""cclite wallboard --once: one picture of a real floor, as text."""

import os
import pty
import select
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests", "scenario"))
import place  # noqa: E402
import tap  # noqa: E402
from centre import Centre  # noqa: E402
from server import COMMAND  # noqa: E402

centre = Centre()
caller = None


def board(*arguments, **environment):
    code, out, err = centre.server.command(
        "wallboard", "--once", *arguments, environment={
            "HOME": place.directory(), "LC_ALL": "C.UTF-8",
            "CCLITE_LOCALE_DIR": os.path.join(place.BUILD, "po"),
            **environment})
    assert "\033" not in out, repr(out)
    return code, out, err


def row_of(name, picture):
    """The cells of a queue's row in the list."""
    return next(line for line in picture.splitlines()
                if f" {name} " in line[:20]).split()


class Screen:
    """The wallboard on a pseudo-terminal."""

    def __init__(self, *arguments):
        self.pid, self.tty = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", LC_ALL="C.UTF-8",
                              CCLITE_SOCKET=centre.server.socket)
            os.execv(COMMAND, [COMMAND, "wallboard", *arguments])

    def wait(self, words):
        """Until it writes the words, from now on."""
        heard = b""
        until = time.monotonic() + 2 * place.PATIENCE_S
        while words.encode() not in heard:
            assert time.monotonic() < until, (words, heard)
            if select.select([self.tty], [], [], 0.1)[0]:
                heard += os.read(self.tty, 65536)

    def press(self, key):
        os.write(self.tty, key)

    def end(self):
        """SIGTERM; what it says on its way out must be read."""
        os.kill(self.pid, signal.SIGTERM)
        try:
            while os.read(self.tty, 65536):
                pass
        except OSError:
            pass  # the terminal's other end is closed
        os.waitpid(self.pid, 0)
        os.close(self.tty)


def a_waiting_caller_is_on_the_wall():
    """whoever waits is counted, in the queue and in the sum"""
    global caller
    caller = centre.in_queue("1")
    place.wait_until("one waits", lambda: row_of(
        "sales", board()[1])[2] == "1")
    code, out, err = board()
    assert (code, err) == (0, ""), (code, err)
    assert row_of("support", out)[2] == "0", out
    assert "All queues" in out and "page 1 of 3" in out, out
    # Nobody works there, so that somebody waits for nobody.
    assert row_of("sales", out)[0] == "▲", out


def a_picture_is_as_large_as_asked():
    """--size and --width say how large, 80x24 without them"""
    for arguments, rows, columns in (((), 24, 80), (("--width", "50"), 24, 50),
                                     (("--size", "160x45"), 45, 160)):
        _, out, _ = board(*arguments)
        lines = out.splitlines()
        assert len(lines) == rows, (arguments, len(lines))
        assert max(len(line) for line in lines) <= columns, arguments


def one_queue_is_shown_alone():
    """named queues are shown, and no others"""
    _, out, _ = board("sales")
    assert "support" not in out and out.startswith(" sales "), out
    code, out, err = board("nowhere")
    assert (code, out) == (3, ""), (code, out)
    assert "nowhere" in err, err


def limits_make_the_grade():
    """a limit of one's own decides what is critical"""
    centre.agent("ana", "support")
    _, out, _ = board("sales", "support", "--max-waiting", "5")
    assert row_of("support", out)[0] == "●", out
    code, _, err = board("--max-waiting", "0")
    assert code == 2 and "--max-waiting" in err, (code, err)
    for wrong in ("80", "80x", "5x5", "80x24x", "9999x9999", "x24"):
        code, _, err = board("--size", wrong)
        assert code == 2 and "--size" in err, (wrong, code, err)


def it_speaks_three_languages_and_ascii():
    """the language is the caller's; without UTF-8 all of it is ASCII"""
    assert "Todas las colas" in board("--lang", "es")[1]
    assert "Všechny fronty" in board("--lang", "cs")[1]
    out = board("--lang", "cs", LC_ALL="C")[1]
    assert out.isascii() and "Vsechny fronty" in out, out


def a_screen_waits_for_its_server():
    """without --once it stays, says since when it knows nothing, comes back"""
    screen = Screen("--page", "0", "--read-only")
    screen.wait("live")
    centre.server.kill()
    screen.wait("OFFLINE")
    centre.server.start()
    screen.wait("live")
    screen.press(b"x")
    screen.wait("help")  # the keys come with the first one
    screen.end()


def without_a_terminal_it_says_so():
    """a screen needs a terminal; the picture does not"""
    child = subprocess.run(
        [COMMAND, "wallboard"], capture_output=True, text=True, timeout=60,
        start_new_session=True, check=False,
        env={**os.environ, "CCLITE_SOCKET": centre.server.socket})
    assert child.returncode == 8 and "terminal" in child.stderr, child


def nobody_there_is_told():
    """a server that has gone is told at once, with an exit code"""
    caller.hang_up()
    centre.close()
    code, out, err = board()
    assert (code, out) == (5, ""), (code, out, err)


try:
    tap.run(a_waiting_caller_is_on_the_wall, a_picture_is_as_large_as_asked,
            one_queue_is_shown_alone, limits_make_the_grade,
            it_speaks_three_languages_and_ascii,
            a_screen_waits_for_its_server, without_a_terminal_it_says_so,
            nobody_there_is_told)
finally:
    if not centre.server.is_gone():
        centre.server.stop()
