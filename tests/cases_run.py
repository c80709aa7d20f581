# SPDX-License-Identifier: GPL-3.0-or-later
"""Says what a table of cases conceals: which of its claims do not run in every
check. For tests/cases.sh.

    make list-runs | cases_run.py TABLE

A claim of a program that is in TORTURES or SOAKS only has the mark (torture) or
(soak), as has one that is run under a condition; one that asks the machine for
something first has (may skip). No other one has a mark.
"""

import ast
import functools
import os
import re
import sys

MARKS = ("torture", "soak", "may skip")


def called(tree):
    """The names that are called or raised somewhere beneath."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            node = node.func
            names.add(node.attr if isinstance(node, ast.Attribute)
                      else getattr(node, "id", ""))
    return names


def python_claims(text):
    """Those that may skip, themselves or by a function of the same file, and
    those that run under a condition only."""
    tree = ast.parse(text)
    functions = {node.name: called(node) for node in tree.body
                 if isinstance(node, ast.FunctionDef)}
    skipping = {"Skip"}
    grows = True
    while grows:
        more = {name for name, calls in functions.items() if calls & skipping}
        grows = not more <= skipping
        skipping |= more
    conditional = {name.id for node in ast.walk(tree)
                   if isinstance(node, ast.IfExp)
                   for branch in (node.body, node.orelse)
                   if isinstance(branch, ast.Tuple)
                   for name in branch.elts if isinstance(name, ast.Name)}
    return skipping, conditional


def c_claims(text):
    bodies = re.findall(r"^static void (\w+)\([^;{]*\)\n\{\n(.*?)^\}", text,
                        re.MULTILINE | re.DOTALL)
    return {name for name, body in bodies
            if re.search(r"\bskip\(\)", body)}, set()


def shell_claims(text):
    """All of one that asks the machine for something first."""
    claims = re.findall(r'^(?:tap|tap_nothing) ("[^"]+")', text, re.MULTILINE)
    return set(claims if "tap_skip_all" in text else ()), set()


@functools.lru_cache(maxsize=None)
def claims_of(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if text.startswith("#!/bin/sh"):
        return shell_claims(text)
    return c_claims(text) if path.endswith(".c") else python_claims(text)


def marks_due(path, claim, runs):
    """What must stand behind it, by what the makefiles and its file say."""
    skipping, conditional = claims_of(path)
    program = path[:-2] if path.endswith(".c") else path
    due = []
    if claim in conditional:
        due.append("soak")
    elif program not in runs["check"]:
        due.append("torture" if program in runs["torture"] else "soak")
    if claim in skipping:
        due.append("may skip")
    return due


def look(table, runs):
    case = ""
    for line in table:
        if re.match(r"[^ #\n]", line):
            case = line.split()[0]
        found = re.match(r" +(\S+) (.*?)(?: \(([a-z, ]+)\))?$", line)
        if not found or not os.path.exists(found[1]):
            continue
        path, claim, mark = found.groups()
        due = ", ".join(marks_due(path, claim, runs))
        if (mark or "") != due:
            print(f"{case}: {claim} is marked ({mark or ''}), not ({due})")


def main():
    runs = {"check": set(), "torture": set(), "soak": set()}
    for line in sys.stdin:
        how, program = line.split()
        runs[how].add(program)
    if not all(runs.values()):
        print("the lists of the makefiles are empty")
    with open(sys.argv[1], encoding="utf-8") as table:
        look(table, runs)


main()
