#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How many instructions a change takes until its decisions are there, with the
# router at its largest: a number that does not depend on what else runs.
set -eu

told=`valgrind --tool=callgrind --toggle-collect=change \
	--callgrind-out-file=/dev/null tests/core/bench_router count 2>&1`
changes=`echo "$told" | sed -n 's/^\([0-9][0-9]*\)$/\1/p'`
total=`echo "$told" | sed -n 's/.*Collected : \([0-9][0-9]*\).*/\1/p'`

if test -z "$changes" || test "${total:-0}" -eq 0; then
	echo "$told"
	exit 1
fi
echo "router: $((total / changes)) instructions a change, of $changes"
