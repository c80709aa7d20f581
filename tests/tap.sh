# SPDX-License-Identifier: GPL-3.0-or-later
# For shell tests: TAP, a directory that goes away, and the list of sources.
# Sourced with $top_srcdir and $top_builddir set; tap_done ends the program.

tap_count=0
tap_failed=0

# tap SENTENCE, after a command: its exit code says whether that is so.
tap()
{
    tap_code=$?
    tap_count=$((tap_count + 1))
    if [ "$tap_code" -eq 0 ]; then
        echo "ok $tap_count - $1"
    else
        tap_failed=$((tap_failed + 1))
        echo "not ok $tap_count - $1"
    fi
}

# tap_nothing SENTENCE FILE: so when the file is empty; else it is shown.
tap_nothing()
{
    [ ! -s "$2" ]
    tap "$1"
    sed 's/^/# /' "$2"
}

tap_done()
{
    echo "1..$tap_count"
    exit "$((tap_failed > 0))"
}

# tap_skip_all REASON: nothing here can be tried on this machine.
tap_skip_all()
{
    echo "1..0 # SKIP $1"
    exit 0
}

scratch=$(mktemp -d "${TMPDIR:-/tmp}/cclite-test.XXXXXX") || exit 99
trap 'rm -rf "$scratch"' EXIT
trap 'exit 99' HUP INT TERM

# source_files PATTERN...: what the project consists of, new files included; a
# released tarball has no git to ask, but holds nothing else either.
source_files()
{
    if [ -e .git ]; then
        git -c safe.directory='*' ls-files -co --exclude-standard -- "$@"
    else
        for pattern in "$@"; do
            find . -path "./$pattern" -type f | sed 's,^\./,,'
        done
    fi | sort -u | while read -r file; do
        [ ! -f "$file" ] || echo "$file"
    done
}
