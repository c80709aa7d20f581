# SPDX-License-Identifier: GPL-3.0-or-later
"""What a page of the manual has somebody type, or write into a file."""

import glob
import os
import re

import place

FOLDER = os.path.join(place.SOURCE, "man")


def names():
    """All pages, as cclite-agent.7."""
    return sorted(os.path.basename(path)
                  for path in glob.glob(os.path.join(FOLDER, "*.[1-8]")))


def source(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as text:
        return text.read()


def plain(text):
    """Without the signs that are mdoc's own."""
    for sign, letter in (("\\&", ""), ("\\(dq", '"'), ("\\-", "-"),
                         ("\\e", "\\")):
        text = text.replace(sign, letter)
    return text


def blocks(name):
    """The literal displays of a page, in their order."""
    found = re.findall(r"^\.Bd -literal[^\n]*\n(.*?)^\.Ed$|^\.Dl ([^\n]*)$",
                       source(name), re.M | re.S)
    return [plain(block or line + "\n") for block, line in found]


def lines(name):
    """What is typed into a shell: one that goes on in the next line is one."""
    for block in blocks(name):
        for line in block.replace("\\\n", " ").splitlines():
            yield re.sub(r"^[$#] | {2,}", lambda sign: " " * (
                len(sign.group()) > 2), line.strip())


def commands(name):
    """Of those lines, all in which cclite is run."""
    return [line for line in lines(name)
            if re.match(r"(watch [^|]*? )?cclite( |$)", line)]


def mentions(name):
    """(noun, what follows it) of all commands that are named in a page, also
    in the middle of a sentence."""
    text = re.sub(r'^\.\\" table \w+\n.*?^\.\\" end\n', "", source(name),
                  flags=re.M | re.S)
    text = re.sub(r"^\.(?:Pq|Ic|Ql|Nm|Dl|Li|Cm|Sy)\b", "", text, flags=re.M)
    text = re.sub(r" (?:Ic|Ql|Nm|Li|Cm|Ar|Op|Fl) ", " ", plain(text))
    return re.findall(r"(?<![\w./-])cclite (?!cclite)([a-z][a-z-]+)"
                      r"(?: ([a-z-]+))?", text)
