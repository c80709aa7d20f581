# SPDX-License-Identifier: GPL-3.0-or-later
"""Running cclite against the stand-in."""

import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests", "scenario"))

CCLITE = os.path.join(os.environ.get("top_builddir", "."), "cclite")


def make_place():
    """A directory of the test's own; what it gives is kept alive by it."""
    return tempfile.TemporaryDirectory(prefix="cclite-test.")


def environment(place, **changes):
    result = {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        "HOME": place,
        "CCLITE_SOCKET": os.path.join(place, "cclited.sock"),
        "CCLITE_LOCALE_DIR": os.path.join(
            os.environ.get("top_builddir", "."), "po"),
        "LC_ALL": "C",
        "TZ": "UTC",
    }
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
        if name in os.environ:
            result[name] = os.environ[name]
    result.update(changes)
    return {name: value for name, value in result.items()
            if value is not None}


def cclite(place, *arguments, text="", env=None, stdout=subprocess.PIPE,
           **more):
    """Runs a command; gives (exit code, output, errors)."""
    done = subprocess.run(
        [CCLITE, *arguments], input=text, stdout=stdout,
        stderr=subprocess.PIPE, encoding="utf-8", timeout=60, check=False,
        env=environment(place, **(env or {})), cwd=place, **more)
    return done.returncode, done.stdout, done.stderr
