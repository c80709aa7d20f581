# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures are those of a release build."""

import sys


def demand(program):
    """Ends where the figures would be those of the sanitizers."""
    with open(program, "rb") as file:
        if b"__asan_init" in file.read():
            sys.exit("bench: this build has sanitizers; measure a release "
                     "build: ./bootstrap build && make -C build/release bench")
