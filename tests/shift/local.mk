# SPDX-License-Identifier: GPL-3.0-or-later
# A scripted shift against an installed server: it builds and installs first.
SOAKS += tests/shift/shift.sh
EXTRA_DIST += tests/shift/shift.py tests/shift/shift.sh

shift: all
	@list='tests/shift/shift.sh'; $(run_in_turn)

.PHONY: shift
