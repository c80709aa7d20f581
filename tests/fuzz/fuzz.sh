#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Looks for inputs that break a claim, with clang's libFuzzer:
#
#   fuzz.sh look SECONDS HARNESS...    each so long, from its corpus on
#   fuzz.sh prove SECONDS HARNESS...   each must find its mistakes of the table
#
# The layers are built once more, with the fuzzer's eyes in them. What is found
# stays in the build's fuzz/found, new inputs in fuzz/grown/HARNESS.
set -u

mode=$1 seconds=$2
shift 2
top=$(cd "${top_srcdir:-.}" && pwd)
work=${top_builddir:-.}/fuzz
planted=$top/tests/fuzz/planted
began=$(date +%s)

clang=$(command -v clang-14 || command -v clang) || {
    echo "fuzz: clang is missing, which brings libFuzzer"
    exit 1
}
fast=$(command -v ccache || :)
flags="-std=c11 -g -O1 -fno-omit-frame-pointer -DCHECK_CLAIMS=1 $CFLAGS"
look="-fsanitize=address,undefined -fno-sanitize-recover=all"
mkdir -p "$work/found" "$work/grown"

# say_why FILE: the end of a compiler's or a fuzzer's words
say_why()
{
    tail -n 25 "$1" | sed 's/^/    /'
}

# layer NAME: build libNAME.a, what is older than its source only
layer()
{
    mkdir -p "$work/$1"
    for source in "$top/src/$1"/*.c "$top_builddir/src/$1"/*.c; do
        [ -e "$source" ] && [ "$(basename "$source")" != main.c ] || continue
        object=$work/$1/$(basename "$source" .c).o
        [ "$object" -nt "$source" ] && [ "$object" -nt "$newest_header" ] ||
            echo "$source $object"
    done | xargs -r -n 2 -P 2 sh -c "$fast $clang $flags $look \
        -DLOCALE_DIR='\"/nonexistent\"' -DSHARE_DIR='\"/nonexistent\"' \
        -fsanitize=fuzzer-no-link -c \"\$0\" -o \"\$1\"" || exit 1
    ar crs "$work/lib$1.a" "$work/$1"/*.o
}

# link NAME PROGRAM FILE...: a harness, with files that go before the layers
link()
{
    name=$1 program=$2
    shift 2
    more=
    case $name in
    fuzz_dialog) more=$WORLD ;;
    fuzz_leg | fuzz_header) more=tests/fuzz/leg_house.c ;;
    fuzz_command) more=tests/fuzz/command_house.c ;;
    esac
    # shellcheck disable=SC2086 # the flags are many
    (cd "$top" && $clang $flags $look -fsanitize=fuzzer -I"$top" \
        "tests/fuzz/$name.c" tests/fuzz/choice.c $more "$@" \
        -o "$program" "$work/libcalls.a" "$work/libsip.a" \
        "$work/libconsole.a" "$work/libtui.a" "$work/libclient.a" \
        "$work/libworker.a" "$work/libmedia.a" "$work/libweb.a" \
        "$work/libjobs.a" "$work/libstore.a" "$work/libwire.a" \
        "$work/libcore.a" "$work/liblang.a" "$work/libbase.a" $LIBS) \
        >"$work/said" 2>&1
}

# unpack NAME DIRECTORY
unpack()
{
    "$PYTHON3" "$top/tests/fuzz/corpus.py" unpack \
        "$top/tests/fuzz/corpus/$1.txt" "$2"
}

# run NAME PROGRAM CORPUS SEEDS: what stopped it is in $work/found
run()
{
    LLVM_PROFILE_FILE=/dev/null UBSAN_OPTIONS=print_stacktrace=1 \
        nice timeout $((seconds + 120)) "$2" -max_total_time="$seconds" \
        -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 -verbosity=1 \
        -artifact_prefix="$work/found/$1-" "$3" "$4" \
        >"$work/$1.log" 2>&1
}

# figure LOG NAME: one of the fuzzer's figures
figure()
{
    sed -n "s/^stat::$2: *//p" "$1"
}

# look_for NAME
look_for()
{
    unpack "$1" "$work/seeds/$1"
    mkdir -p "$work/grown/$1"
    link "$1" "$work/$1" || { say_why "$work/said"; return 1; }
    run "$1" "$work/$1" "$work/grown/$1" "$work/seeds/$1"
    code=$?
    echo "$1: $(figure "$work/$1.log" number_of_executed_units) inputs," \
        "$(figure "$work/$1.log" average_exec_per_sec) each second," \
        "$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$work/$1.log" | tail -n 1)" \
        "edges seen, $([ $code -eq 0 ] && echo 'no claim broken' ||
            echo "BROKEN: see $work/$1.log")"
    [ $code -eq 0 ] || { say_why "$work/$1.log"; return 1; }
}

# find_mistake NAME FILE EXPRESSION: with the mistake in, it is found
find_mistake()
{
    name=$1 file=$2
    sed "$3" "$top/$file" >"$work/planted.c"
    ! cmp -s "$work/planted.c" "$top/$file" || {
        echo "$name: a mistake of the table does not fit $file any more"
        return 1
    }

    rm -rf "$work/proof"
    unpack "$name" "$work/proof/seeds"
    mkdir -p "$work/proof/grown"
    link "$name" "$work/proof/program" -I"$(dirname "$top/$file")" \
        "$work/planted.c" || { say_why "$work/said"; return 1; }
    from=$(date +%s)
    if run "$name" "$work/proof/program" "$work/proof/grown" "$work/proof/seeds"
    then
        echo "$name: the mistake in $file was NOT FOUND in $seconds s"
        return 1
    fi
    echo "$name: the mistake in $file was found in $(($(date +%s) - from)) s:" \
        "$(grep -aoE 'broken: .*|ERROR: .*|runtime error: .*' \
            "$work/$name.log" | head -n 1 | cut -c 1-60)"
    rm -f "$work/found/$name-"*
}

# prove NAME: it finds each of its mistakes
prove()
{
    grep "^$1 " "$planted" >"$work/mistakes" || {
        echo "$1: the table has no mistake for it"
        return 1
    }
    missed=0
    while read -r harness file expression <&3; do
        find_mistake "$harness" "$file" "$expression" || missed=1
    done 3<"$work/mistakes"
    return $missed
}

newest_header=$(find "$top/src" -name '*.h' -o -name '*.def' |
    xargs ls -t | sed -n 1p)
for name in base lang core wire media sip worker store jobs web client tui \
    calls console; do
    layer $name
done

failed=
for name in "$@"; do
    case $mode in
    look) look_for "$name" ;;
    *) prove "$name" ;;
    esac || failed="$failed $name"
done
echo "fuzz: $# harnesses, $(($(date +%s) - began)) s${failed:+, failed:$failed}"
[ -z "$failed" ]
