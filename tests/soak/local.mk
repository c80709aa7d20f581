# SPDX-License-Identifier: GPL-3.0-or-later
SOAKS += tests/soak/soak_kills.sh tests/soak/soak_wallboard.py \
	tests/soak/soak_memory.py
EXTRA_DIST += tests/soak/soak_kills.sh tests/soak/soak_wallboard.py \
	tests/soak/soak_memory.py

# Not a program: loaded into one, it hurries its clocks.
EXTRA_PROGRAMS += tests/soak/fast_clock.so
tests_soak_fast_clock_so_SOURCES = tests/soak/fast_clock.c
tests_soak_fast_clock_so_CFLAGS = -fPIC
tests_soak_fast_clock_so_LDFLAGS = -shared
