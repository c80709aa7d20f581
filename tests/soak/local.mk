# SPDX-License-Identifier: GPL-3.0-or-later
SOAKS += tests/soak/soak_kills.sh
EXTRA_DIST += tests/soak/soak_kills.sh
