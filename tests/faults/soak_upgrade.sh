#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Data that the previous commit leaves, opened by this one: that commit is
# built beside, serves a few contacts, and hands its data over. CCLITE_OLD
# names another commit. Needs a git repository.
set -u

top=$(cd "${top_srcdir:-.}" && pwd)
build=$(cd "${top_builddir:-.}" && pwd)
old=${CCLITE_OLD:-HEAD~1}
place=$(mktemp -d "${TMPDIR:-/tmp}/cclite-upgrade.XXXXXX") || exit 99
trap 'git -C "$top" worktree remove --force "$place/tree" 2>/dev/null
    rm -rf "$place"' EXIT

git -C "$top" rev-parse -q --verify "$old^{commit}" >"$place/commit" ||
    { echo "there is no $old: not tried"; exit 0; }
git -C "$top" worktree add -q --detach "$place/tree" "$old" || exit 1
(
    unset top_builddir top_srcdir MAKEFLAGS MFLAGS MAKELEVEL
    cd "$place/tree" && autoreconf -fi && mkdir then && cd then &&
        ../configure -q CC="${CC:-cc}" CFLAGS=-O1 &&
        make -s -j2 cclited cclite share/prompts/spoken
) >"$place/log" 2>&1 || { tail -n 30 "$place/log"; exit 1; }

top_builddir=$place/tree/then "${PYTHON3:-python3}" \
    "$top/tests/faults/old_data.py" "$place/data" || exit 1
echo "data of $(git -C "$top" log -1 --format='%h %s' "$old")"
CCLITE_TEST_OLD_DATA=$place/data top_builddir=$build \
    "${PYTHON3:-python3}" "$top/tests/faults/test_upgrade.py"
