#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The tests of faults for as long as such things last: a hundred calls through
# a third of loss, cut for a minute, stopped for ten seconds, the database
# locked for a minute; and then the crowds, and a minute of INVITEs.

top_srcdir=${top_srcdir:-.}
CCLITE_TEST_LOSSY_CALLS=${CCLITE_TEST_LOSSY_CALLS:-100}
CCLITE_TEST_CUT_S=${CCLITE_TEST_CUT_S:-60}
CCLITE_TEST_HELD_S=${CCLITE_TEST_HELD_S:-10}
CCLITE_TEST_LOCK_S=${CCLITE_TEST_LOCK_S:-60}
CCLITE_TEST_FLOOD_S=${CCLITE_TEST_FLOOD_S:-60}
export CCLITE_TEST_LOSSY_CALLS CCLITE_TEST_CUT_S CCLITE_TEST_HELD_S \
    CCLITE_TEST_LOCK_S CCLITE_TEST_FLOOD_S

failed=
for name in faults/bad_network faults/test_held faults/test_disk \
    faults/crowd_of_clients scenario/test_faults; do
    began=$(date +%s)
    echo "== $name"
    "${PYTHON3:-python3}" "$top_srcdir/tests/$name.py" || failed="$failed $name"
    echo "== $name took $(($(date +%s) - began)) s"
done
[ -z "$failed" ] || { echo "failed:$failed"; exit 1; }
