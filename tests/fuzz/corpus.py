#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A corpus as text, an input on each line, to a directory of files and back.

corpus.py unpack TEXT DIRECTORY
corpus.py pack DIRECTORY        writes the text, each input once, short first
"""
import hashlib
import pathlib
import re
import sys

NAMED = {"n": b"\n", "r": b"\r", "t": b"\t", "\\": b"\\"}


def decode(line):
    def value(match):
        text = match.group(1)
        if text[0] == "x":
            return bytes([int(text[1:], 16)]).decode("latin-1")
        return NAMED[text].decode("latin-1")

    text = re.sub(r"\\(x[0-9a-f]{2}|.)", value, line.decode("latin-1"))
    return text.encode("latin-1")


def encode(data):
    names = {value[0]: "\\" + key for key, value in NAMED.items()}
    return "".join(
        names.get(byte) or
        (chr(byte) if 32 <= byte < 127 else f"\\x{byte:02x}")
        for byte in data)


def unpack(text, directory):
    directory.mkdir(parents=True, exist_ok=True)
    for line in text.read_bytes().splitlines():
        data = decode(line)
        name = hashlib.sha1(data).hexdigest()
        (directory / name).write_bytes(data)


def pack(directory):
    inputs = {file.read_bytes() for file in directory.iterdir()}
    for data in sorted(inputs, key=lambda data: (len(data), data)):
        print(encode(data))


if sys.argv[1:2] == ["unpack"] and len(sys.argv) == 4:
    unpack(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
elif sys.argv[1:2] == ["pack"] and len(sys.argv) == 3:
    pack(pathlib.Path(sys.argv[2]))
else:
    sys.exit(__doc__)
