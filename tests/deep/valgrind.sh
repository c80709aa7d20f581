#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# make valgrind: the unit tests of memory-bound layers, and then cclited and
# cclite as a house uses them, without the sanitizers, under memcheck, which
# also sees reads of what was never written. VALGRIND_TESTS= leaves the former
# out.
set -u

top=$(cd "${top_srcdir:-.}" && pwd)
build=${top_builddir:-.}/valgrind
began=$(date +%s)

command -v valgrind >/dev/null || { echo "valgrind is missing"; exit 1; }
mkdir -p "$build" && cd "$build" || exit 1
tests=$VALGRIND_TESTS
texts='tests/lang/cs.mo tests/lang/es.mo po/cs.mo po/es.mo'
house='cclited cclite cclite-worker share/prompts/spoken'
look="valgrind -q --error-exitcode=99 --leak-check=full \
    --errors-for-leak-kinds=definite,indirect --num-callers=20"
(
    unset top_builddir top_srcdir MAKEFLAGS MFLAGS MAKELEVEL
    [ -f Makefile ] || "$top/configure" -q CC="$CC" CFLAGS="-O1 -g" || exit 1
    # shellcheck disable=SC2086 # the tests are many
    make -s -j2 $tests $texts $house >build.log 2>&1 ||
        { tail -n 30 build.log; exit 1; }
) || exit 1

failed=
top_builddir=$(pwd)
CCLITE_LOCALE_DIR=$top_builddir/po
export top_builddir CCLITE_LOCALE_DIR

# tell NAME LOG...: why it failed, by what it and valgrind have said
tell()
{
    name=$1
    shift
    failed="$failed $name"
    if cat "$@" | grep -q '^==[0-9]*=='; then
        echo "NOT CLEAN $name"
        cat "$@" | grep -a '^==[0-9]*==' | head -n 40
    else
        echo "FAILED $name"
        cat "$@" | grep -aE -A 12 '^not ok|\[  FAILED' | head -n 20
    fi
}

for program in $tests; do
    mkdir -p "$(dirname "logs/$program")"
    # shellcheck disable=SC2086 # the words of a command
    if nice timeout 600 $look "./$program" >"logs/$program.log" 2>&1; then
        echo "ok $program"
    else
        tell "$program" "logs/$program.log"
    fi
done

# Each program has a log of its own, and is slow: bounds are wide. That valgrind
# 3.19 knows no openat2() is said there, too, and nothing else when all is well.
programs=$(pwd)/logs/house
rm -rf "$programs" && mkdir -p "$programs"
CCLITE_TEST_UNDER="$look --child-silent-after-fork=yes \
    --log-file=$programs/%p.log"
CCLITE_TEST_PATIENCE_S=${CCLITE_TEST_PATIENCE_S:-300}
export CCLITE_TEST_UNDER CCLITE_TEST_PATIENCE_S
house_began=$(date +%s)
nice timeout 3000 "$PYTHON3" "$top/tests/deep/house.py" >logs/house.log 2>&1
code=$?
if [ $code -ne 0 ] || cat "$programs"/* | grep -q '^==[0-9]*=='; then
    tell house logs/house.log "$programs"/*
else
    grep '^ok' logs/house.log
    echo "ok house: $(find "$programs" -name '*.log' | wc -l) programs of it," \
        "$(($(date +%s) - house_began)) s"
fi
echo "valgrind: $(echo "$tests" | wc -w) programs and a house," \
    "$(($(date +%s) - began)) s${failed:+, not clean:$failed}"
[ -z "$failed" ]
