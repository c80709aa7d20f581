#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fifty kills in the middle of calls, one of them of fifty talks, and fifty in
# the middle of recordings;
# see tests/scenario/test_crash.py and test_recording.py.

top_srcdir=${top_srcdir:-.}
CCLITE_TEST_KILLS=${CCLITE_TEST_KILLS:-50}
CCLITE_TEST_TALKS=${CCLITE_TEST_TALKS:-50}
CCLITE_TEST_SEED=${CCLITE_TEST_SEED:-$$}
export CCLITE_TEST_KILLS CCLITE_TEST_TALKS CCLITE_TEST_SEED
echo "# seed $CCLITE_TEST_SEED"
"${PYTHON3:-python3}" "$top_srcdir/tests/scenario/test_crash.py" || exit 1
exec "${PYTHON3:-python3}" "$top_srcdir/tests/scenario/test_recording.py"
