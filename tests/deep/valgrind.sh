#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# make valgrind: the unit tests of memory-bound layers without the sanitizers,
# under memcheck, which also sees reads of what was never written.
set -u

top=$(cd "${top_srcdir:-.}" && pwd)
build=${top_builddir:-.}/valgrind
began=$(date +%s)

command -v valgrind >/dev/null || { echo "valgrind is missing"; exit 1; }
mkdir -p "$build" && cd "$build" || exit 1
tests=$VALGRIND_TESTS
texts='tests/lang/cs.mo tests/lang/es.mo po/cs.mo po/es.mo'
(
    unset top_builddir top_srcdir MAKEFLAGS MFLAGS MAKELEVEL
    [ -f Makefile ] || "$top/configure" -q CC="$CC" CFLAGS="-O1 -g" || exit 1
    # shellcheck disable=SC2086 # the tests are many
    make -s -j2 $tests $texts >build.log 2>&1 ||
        { tail -n 30 build.log; exit 1; }
) || exit 1

failed=
top_builddir=$(pwd)
CCLITE_LOCALE_DIR=$top_builddir/po
export top_builddir CCLITE_LOCALE_DIR
for program in $tests; do
    mkdir -p "$(dirname "logs/$program")"
    if nice timeout 600 valgrind -q --error-exitcode=99 --leak-check=full \
        --errors-for-leak-kinds=definite,indirect --num-callers=20 \
        "./$program" >"logs/$program.log" 2>&1; then
        echo "ok $program"
    elif grep -q '^==[0-9]*==' "logs/$program.log"; then
        failed="$failed $program"
        echo "NOT CLEAN $program"
        grep -a '^==[0-9]*==' "logs/$program.log" | head -n 12
    else
        failed="$failed $program"
        echo "FAILED $program"
        grep -aE '^not ok|\[  FAILED' "logs/$program.log" | head -n 5
    fi
done
echo "valgrind: $(echo "$tests" | wc -w) programs," \
    "$(($(date +%s) - began)) s${failed:+, not clean:$failed}"
[ -z "$failed" ]
