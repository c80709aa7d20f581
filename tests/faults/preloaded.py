# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that loads a library of ours before all others."""

import os
import struct

import place


def preload(server, library, variable, **environment):
    """Before it starts; returns what sets the number that the library reads
    from a file, which is 0 at first."""
    path = place.path(library, "number")

    def tell(number):
        with open(path, "r+b") as file:
            file.write(struct.pack("=q", number))

    with open(path, "wb") as file:
        file.write(struct.pack("=q", 0))
    server.environment.update({
        "LD_PRELOAD": os.path.join(place.BUILD, f"tests/faults/{library}.so"),
        variable: path,
        "ASAN_OPTIONS": "verify_asan_link_order=0:" +
                        os.environ.get("ASAN_OPTIONS", ""),
        **environment})
    return tell
