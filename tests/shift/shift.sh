#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A shift at an installed server (shift.py): what is built as a release is
# installed as a package would be, first below DESTDIR, then into its place.
set -u

top=$(cd "${top_srcdir:-.}" && pwd)
build=$(cd "${top_builddir:-.}" && pwd)/shift
began=$(date +%s)

mkdir -p "$build" && cd "$build" || exit 1
(
    unset top_builddir top_srcdir MAKEFLAGS MFLAGS MAKELEVEL
    [ -f Makefile ] || "$top/configure" -q CC="$CC" --prefix="$build/prefix" \
        CPPFLAGS="-D_FORTIFY_SOURCE=2" CFLAGS="-O2 -g" || exit 1
    rm -rf prefix stage
    make -s -j2 && make -s install DESTDIR="$build/stage"
) >install.log 2>&1 || { tail -n 30 install.log; exit 1; }
[ ! -e prefix ] || { echo "DESTDIR was not heeded"; exit 1; }
mv "stage$build/prefix" prefix || exit 1
echo "# built and installed in $(($(date +%s) - began)) s"

CCLITE_PREFIX=$build/prefix top_builddir=$build
export CCLITE_PREFIX top_builddir
exec "${PYTHON3:-python3}" "$top/tests/shift/shift.py"
