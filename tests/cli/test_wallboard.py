#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""cclite wallboard --once: one picture of a real floor, as text."""

import os
import sys

sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests", "scenario"))
import place  # noqa: E402
import tap  # noqa: E402
from centre import Centre  # noqa: E402

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


def nobody_there_is_told():
    """a server that has gone is told at once, with an exit code"""
    caller.hang_up()
    centre.close()
    code, out, err = board()
    assert (code, out) == (5, ""), (code, out, err)


try:
    tap.run(a_waiting_caller_is_on_the_wall, a_picture_is_as_large_as_asked,
            one_queue_is_shown_alone, limits_make_the_grade,
            it_speaks_three_languages_and_ascii, nobody_there_is_told)
finally:
    if not centre.server.is_gone():
        centre.server.stop()
