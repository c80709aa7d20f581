# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual says what the program does, and reads well."""

import glob
import os
import re
import shutil
import subprocess

import place
import tap

PAGES = sorted(glob.glob(os.path.join(place.SOURCE, "man/*.[1-8]")))


def run(*arguments):
    return subprocess.run(arguments, capture_output=True, text=True,
                          timeout=60, check=False)


def pages_are_well_formed():
    """mandoc finds nothing to warn of in any page"""
    if not shutil.which("mandoc"):
        raise tap.Skip("mandoc is not installed")
    assert len(PAGES) >= 5, PAGES
    for page in PAGES:
        found = run("mandoc", "-Tlint", "-Wwarning", page)
        assert found.returncode == 0, found.stdout


def tables_are_those_of_the_sources():
    """events, routes, permissions, errors and settings are those of the code"""
    found = run("python3", os.path.join(place.SOURCE, "man/describe"),
                "--check")
    assert found.returncode == 0, found.stdout + found.stderr


def the_tables_are_not_empty():
    """each of those tables has rows"""
    for page in ("cclite.conf.5", "cclite-events.5", "cclite-api.7",
                 "cclite-metrics.7"):
        with open(os.path.join(place.SOURCE, "man", page),
                  encoding="utf-8") as text:
            tables = re.findall(r'^\.\\" table \w+\n(.*?)^\.\\" end',
                                text.read(), re.M | re.S)
        assert tables
        for table in tables:
            assert table.count(".It ") >= 4, (page, table[:200])


def every_alarm_is_told():
    """each alarm is in cclited(8), and its words fit a list of alerts"""
    with open(os.path.join(place.SOURCE, "src/wire/alarm.def"),
              encoding="utf-8") as text:
        alarms = re.findall(r'^ALARM\(\w+,\s*(\w+),\s*N_\("([^"]*)"\)\)',
                            text.read(), re.M)
    with open(os.path.join(place.SOURCE, "man/cclited.8"),
              encoding="utf-8") as text:
        told = re.search(r"^\.Sh ALARMS\n(.*?)^\.Sh", text.read(),
                         re.M | re.S).group(1)
    named = re.findall(r"\w+", " ".join(
        re.findall(r"^\.It Ic (.*)", told, re.M)))
    assert len(alarms) > 10, alarms
    assert sorted(named) == sorted(name for name, _ in alarms), named
    assert not [words for _, words in alarms if len(words) > 34]


def the_sample_is_a_configuration():
    """every setting has its line, with its preset, in the sample"""
    with open(os.path.join(place.SOURCE, "share/cclite.conf.sample"),
              encoding="utf-8") as text:
        sample = text.read()
    with open(os.path.join(place.SOURCE, "man/cclite.conf.5"),
              encoding="utf-8") as text:
        names = re.findall(r"^\.It Ic ([\w.]+) Ns", text.read(), re.M)
    assert names
    section, found = "", []
    for line in sample.splitlines():
        if re.match(r"^\[\w+\]$", line):
            section = line.strip("[]") + "."
        setting = re.match(r"^#?(\w+) =", line)
        if setting:
            found.append(section + setting.group(1))
    assert sorted(found) == sorted(names), set(found) ^ set(names)


def pages_lead_to_pages():
    """each page that another one refers to is there, and is installed"""
    with open(os.path.join(place.SOURCE, "man/local.mk"),
              encoding="utf-8") as text:
        installed = set(re.findall(r"man/(cclite\S*\.[1-8])", text.read()))
    assert installed == {os.path.basename(page) for page in PAGES}
    for page in PAGES:
        with open(page, encoding="utf-8") as text:
            named = re.findall(r"^\.Xr (cclite\S*) (\d)", text.read(), re.M)
        assert named, page
        lost = {".".join(one) for one in named} - installed
        assert not lost, (page, lost)


tap.run(
    pages_are_well_formed,
    pages_lead_to_pages,
    tables_are_those_of_the_sources,
    the_tables_are_not_empty,
    every_alarm_is_told,
    the_sample_is_a_configuration,
)
