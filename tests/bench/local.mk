# SPDX-License-Identifier: GPL-3.0-or-later
# Of a release build; see the head of the script.
BENCHES += tests/bench/bench_calls.py tests/bench/bench_limits.py \
	tests/bench/bench_rows.py tests/bench/bench_console.py \
	tests/bench/bench_nailed.py tests/bench/bench_rules \
	tests/bench/bench_lookup \
	tests/bench/bench_flow tests/bench/bench_upgrade.py \
	tests/bench/count_router.sh
EXTRA_PROGRAMS += tests/bench/bench_rules
tests_bench_bench_rules_SOURCES = tests/bench/bench_rules.c
tests_bench_bench_rules_LDADD = libcore.a libbase.a
EXTRA_DIST += tests/bench/count_router.sh tests/bench/bench_calls.py \
	tests/bench/bench_limits.py tests/bench/bench_upgrade.py \
	tests/bench/bench_rows.py tests/bench/bench_console.py \
	tests/bench/bench_nailed.py tests/bench/asker.py tests/bench/desk.py tests/bench/stamped.py \
	tests/bench/floor.py tests/bench/release.py tests/bench/slow_line.py tests/bench/terminal.py

EXTRA_PROGRAMS += tests/bench/bench_lookup
tests_bench_bench_lookup_SOURCES = tests/bench/bench_lookup.c $(CORE_SITUATION)
tests_bench_bench_lookup_LDADD = $(CORE_TEST_LDADD)

EXTRA_PROGRAMS += tests/bench/bench_flow
tests_bench_bench_flow_SOURCES = tests/bench/bench_flow.c $(CONSOLE_STAGE)
tests_bench_bench_flow_LDADD = $(CONSOLE_TEST_LDADD)
