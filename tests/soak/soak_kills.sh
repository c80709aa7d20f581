#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fifty kills in the middle of calls; see tests/scenario/test_crash.py.

top_srcdir=${top_srcdir:-.}
CCLITE_TEST_KILLS=${CCLITE_TEST_KILLS:-50}
CCLITE_TEST_SEED=${CCLITE_TEST_SEED:-$$}
export CCLITE_TEST_KILLS CCLITE_TEST_SEED
echo "# seed $CCLITE_TEST_SEED"
exec "${PYTHON3:-python3}" "$top_srcdir/tests/scenario/test_crash.py"
