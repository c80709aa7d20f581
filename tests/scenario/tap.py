# SPDX-License-Identifier: GPL-3.0-or-later
"""TAP for scenario tests: claims are functions, their sentences the names."""

import sys
import traceback


class Skip(Exception):
    """Raised by a claim that cannot be tried here; says why."""


def run(*claims):
    """Runs the claims in their order and ends the program.

    A claim is a function; the first line of its docstring is its sentence. It
    holds when it returns, and fails when it raises. The program's exit code
    is 0 when all hold.
    """
    print(f"1..{len(claims)}", flush=True)
    failed = 0
    for number, claim in enumerate(claims, 1):
        sentence = (claim.__doc__ or claim.__name__).strip().splitlines()[0]
        try:
            claim()
        except Skip as reason:
            print(f"ok {number} - {sentence} # SKIP {reason}", flush=True)
        except BaseException:  # pylint: disable=broad-except
            failed += 1
            print(f"not ok {number} - {sentence}", flush=True)
            for line in traceback.format_exc().splitlines():
                print(f"# {line}", flush=True)
            if isinstance(sys.exc_info()[1], KeyboardInterrupt):
                break
        else:
            print(f"ok {number} - {sentence}", flush=True)
    sys.exit(1 if failed else 0)
