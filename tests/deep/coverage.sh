#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# make coverage: all tests once more, in a build that counts the lines it runs.
# Tests of programs that are killed in them count what was written before.
set -u

top=$(cd "${top_srcdir:-.}" && pwd)
build=${top_builddir:-.}/coverage
began=$(date +%s)

mkdir -p "$build" && cd "$build" || exit 1
unset top_builddir top_srcdir MAKEFLAGS MFLAGS MAKELEVEL
[ -f Makefile ] ||
    "$top/configure" -q CC="$CC" CFLAGS="-O0 -g --coverage" || exit 1
make -s -j2 >build.log 2>&1 || { tail -n 30 build.log; exit 1; }

# Whoever counts is slow: bounds are wide, those of whole programs, too.
CCLITE_TEST_PATIENCE_S=${CCLITE_TEST_PATIENCE_S:-180}
export CCLITE_TEST_PATIENCE_S
find . -name '*.gcda' -exec rm -f {} +
make -j"${COVERAGE_JOBS:-2}" check TESTS="$COVERED_TESTS" \
    TEST_LIMIT='timeout --kill-after=10 1800' >check.log 2>&1
failed=$?
grep -E '^(FAIL|ERROR)' check.log | head -n 40
"$PYTHON3" "$top/tests/deep/coverage.py" . "$top" 20
enough=$?
echo "coverage: $(($(date +%s) - began)) s," \
    "$(echo "$COVERED_TESTS" | wc -w) test programs," \
    "$([ $failed -eq 0 ] && echo 'all passed' || echo 'SOME FAILED, see above')"
[ $failed -eq 0 ] && exit $enough
