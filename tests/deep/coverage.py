#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which lines of src/ a build with --coverage has run, by folder.

coverage.py BUILD SOURCES [WORST]

Fails when the core or one of our own parsers has run less than 90 of 100 lines,
or all of it together less than 80. Of a line that several objects have, any run counts.
"""
import collections
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

LEAST = {"core": 90.0, "all": 80.0}
LEAST_OF_PARSER = 90.0

# What reads bytes that somebody else wrote: a peer, a person, a disk.
PARSERS = {
    "base": "base64 config_file csv setting text trace_lines",
    "calls": "keepsake",
    "client": "client_problem endpoint handshake outbox_file replica_read",
    "console": "key_file key_set theme_file",
    "core": "calendar_parse condition_leaf condition_parse condition_relation"
            " condition_text demand lookup",
    "lang": "accept catalogue",
    "media": "digit_receiver recording_file rtcp_report rtp_packet wav",
    "sip": "digest leg_refer leg_replaces leg_session leg_text media_sdp_crypto"
           " media_sdp_read media_sdp_scan media_sdp_word salvage sanity",
    "tui": "reply",
    "web": "chunks message_head range socket_request target",
    "wire": "caller_csv caller_text csv_rows event_json filter flow_node_parse"
            " flow_parse flow_test_parse frame ical_holidays lookup_answer"
            " moment record_json snapshot_json value_parse worker_talk",
    "worker": "wave",
}


def read_objects(build):
    """Each line of each source, with how often it was run."""
    runs = collections.defaultdict(dict)
    notes = [str(note.resolve()) for note in build.rglob("*.gcno")]

    with tempfile.TemporaryDirectory() as scratch:
        for first in range(0, len(notes), 100):
            subprocess.run(["gcov", "--json-format", "--preserve-paths",
                            *notes[first:first + 100]],
                           cwd=scratch, check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
        for report in pathlib.Path(scratch).iterdir():
            with gzip.open(report) as text:
                read_report(json.load(text), build, runs)
    return runs


def read_report(report, build, runs):
    for source in report["files"]:
        path = (build / source["file"]).resolve()
        lines = runs[path]
        for line in source["lines"]:
            number = line["line_number"]
            lines[number] = max(lines.get(number, 0), line["count"])


def say_parsers(files):
    """Prints each of them; @return whether one has run too little."""
    covered = {str(path): percent for percent, _, path in files}
    failed = False

    print(f"our own parsers (at least {LEAST_OF_PARSER:.0f} %):")
    for folder, names in PARSERS.items():
        for name in names.split():
            path = f"src/{folder}/{name}.c"
            percent = covered.get(path)
            too_little = percent is None or percent < LEAST_OF_PARSER
            print("  there is none  " if percent is None else
                  f"  {percent:5.1f} %  ", path,
                  "  TOO LITTLE" if too_little else "", sep="")
            failed |= too_little
    return failed


def main(build, sources, worst):
    seen = collections.Counter()
    run = collections.Counter()
    files = []

    for path, lines in read_objects(build).items():
        if not path.is_relative_to(sources / "src") or not lines:
            continue
        count = sum(1 for times in lines.values() if times)
        folder = path.relative_to(sources / "src").parts[0]
        for name in (folder, "all"):
            seen[name] += len(lines)
            run[name] += count
        files.append((100 * count / len(lines), len(lines) - count,
                      path.relative_to(sources)))

    failed = not seen["all"]
    for name in sorted(seen, key=lambda name: (name == "all", name)):
        percent = 100 * run[name] / seen[name]
        least = LEAST.get(name)
        failed |= least is not None and percent < least
        print(f"{name:8} {run[name]:6} of {seen[name]:6} lines"
              f" {percent:5.1f} %" +
              (f"  (at least {least:.0f} %)" if least else ""))
    failed |= say_parsers(files)
    print("the least covered:")
    for percent, missing, path in sorted(files)[:worst]:
        print(f"  {percent:5.1f} %  {missing:4} lines not run  {path}")
    return 1 if failed else 0


if len(sys.argv) not in (3, 4):
    sys.exit(__doc__)
sys.exit(main(pathlib.Path(sys.argv[1]).resolve(),
              pathlib.Path(sys.argv[2]).resolve(),
              int(sys.argv[3]) if len(sys.argv) == 4 else 15))
