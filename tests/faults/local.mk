# SPDX-License-Identifier: GPL-3.0-or-later
# What machines and networks do to a server, and the tables of all that is
# tried. In soak the same programs last longer (soak_faults.sh).
fault_tests = \
	tests/faults/test_clock.py \
	tests/faults/test_disk.py \
	tests/faults/test_held.py \
	tests/faults/test_memory.py \
	tests/faults/test_memory_limit.py \
	tests/faults/test_memory_lines.py \
	tests/faults/test_new_day.py \
	tests/faults/test_no_shell.py \
	tests/faults/test_upgrade.py
TESTS += $(fault_tests) tests/faults/check-tables
EXTRA_DIST += $(fault_tests) tests/faults/check-tables \
	tests/faults/ATTACKS \
	tests/faults/FAULTS \
	tests/faults/bad_network.py \
	tests/faults/crowd_of_clients.py \
	tests/faults/data/schema-2.tar.xz \
	tests/faults/data/schema-4.tar.xz \
	tests/faults/data/schema-10.tar.xz \
	tests/faults/far_peer.py \
	tests/faults/old_data.py \
	tests/faults/preloaded.py \
	tests/faults/process.py \
	tests/faults/relay.py \
	tests/faults/scene.py \
	tests/faults/soak_faults.sh \
	tests/faults/soak_upgrade.sh

# Not programs: loaded into one, they set its wall clock, or refuse it memory.
check_PROGRAMS += tests/faults/shifted_clock.so tests/faults/hungry.so
tests_faults_hungry_so_SOURCES = tests/faults/hungry.c
tests_faults_hungry_so_CFLAGS = -fPIC
tests_faults_hungry_so_LDFLAGS = -shared
tests_faults_shifted_clock_so_SOURCES = tests/faults/shifted_clock.c
tests_faults_shifted_clock_so_CFLAGS = -fPIC
tests_faults_shifted_clock_so_LDFLAGS = -shared

SOAKS += tests/faults/soak_faults.sh tests/faults/soak_upgrade.sh
