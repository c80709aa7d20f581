# SPDX-License-Identifier: GPL-3.0-or-later
# Every test speaks TAP: cmocka by its message output, scripts by themselves.

LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
PY_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_DRIVER = $(LOG_DRIVER)
TEST_EXTENSIONS = .sh .py
# A test that hangs is a failed one, not a hanging build.
TEST_LIMIT = timeout --kill-after=10 600
LOG_COMPILER = $(TEST_LIMIT)
SH_LOG_COMPILER = $(TEST_LIMIT) $(SHELL)
PY_LOG_COMPILER = $(TEST_LIMIT) $(PYTHON3)
AM_TESTS_ENVIRONMENT = \
	CC='$(CC)'; export CC; AWK='$(AWK)'; export AWK; \
	CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT; \
	top_builddir='$(abs_top_builddir)'; export top_builddir; \
	top_srcdir='$(abs_top_srcdir)'; export top_srcdir; \
	CCLITE_LOCALE_DIR='$(abs_top_builddir)/po'; export CCLITE_LOCALE_DIR; \
	LC_ALL=C.UTF-8; export LC_ALL; \
	PYTHON3='$(PYTHON3)'; export PYTHON3; \
	ASAN_OPTIONS=detect_leaks=1; export ASAN_OPTIONS; \
	PYTHONDONTWRITEBYTECODE=1; export PYTHONDONTWRITEBYTECODE;

WRAP_ALLOC = -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=free
FAILING_ALLOC = tests/failing_alloc.c tests/failing_alloc.h
HOUSE_TESTS = tests/check-layers tests/check-format tests/check-banned \
	tests/check-symbols tests/check-catalogue tests/check-headings \
	tests/check-clang tests/check-distribution tests/check-races
TESTS += $(HOUSE_TESTS)
EXTRA_DIST += $(HOUSE_TESTS) tests/tap.sh tests/layers.awk tests/banned.awk \
	tests/catalogue.awk tests/purity.awk tests/cases.sh \
	tests/cases_run.py tests/test.h $(FAILING_ALLOC)

# In this order they are run: those that wait for each other's clocks beside
# those that compute.
include tests/base/local.mk
include tests/lang/local.mk
include tests/web/local.mk
include tests/core/local.mk
include tests/wire/local.mk
include tests/store/local.mk
include tests/media/local.mk
include tests/sip/local.mk
include tests/calls/local.mk
include tests/jobs/local.mk
include tests/worker/local.mk
include tests/client/local.mk
include tests/tui/local.mk
include tests/console/local.mk
include tests/cli/local.mk
include tests/robot/local.mk
include tests/server/local.mk
include tests/scenario/local.mk
include tests/faults/local.mk
include tests/shift/local.mk
include tests/fuzz/local.mk
include tests/security/local.mk
include tests/deep/local.mk
include tests/bench/local.mk
include tests/soak/local.mk

# For tests/check-clang.
look_at = $(foreach file,$(sort $(filter %.c,$(SOURCES))),\
	$(firstword $(wildcard $(srcdir)/$(file) $(file))))
look-with-clang:
	@printf '%s\n' $(look_at) | xargs -n 8 -P 2 clang -fsyntax-only -Werror \
		$(DEFS) $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(AM_CFLAGS)

# Too long for every day: programs and scripts, run one after the other with
# the environment of a test, all of them, whatever they find. Programs for them
# go into EXTRA_PROGRAMS.
run_in_turn = \
	$(AM_TESTS_ENVIRONMENT) failed=; \
	for program in $$list; do \
		echo "== $$program"; began=`date +%s`; \
		case $$program in \
		*.py) $(PYTHON3) $(srcdir)/$$program;; \
		*.sh) $(SHELL) $(srcdir)/$$program;; \
		*) ./$$program;; \
		esac || failed="$$failed $$program"; \
		echo "== $$program took $$((`date +%s` - began)) s"; \
	done; \
	test -z "$$failed" || { echo "failed:$$failed"; exit 1; }

bench: all $(EXTRA_PROGRAMS)
	@list='$(BENCHES)'; $(run_in_turn)

soak: all $(EXTRA_PROGRAMS)
	@list='$(SOAKS)'; $(run_in_turn)

# All that means harm, at once: the attacks, the RFC's torture messages, and the
# collected inputs of every parser. A part of every check, too, where what
# depends on the machine's speed has bounds that no slow one breaks.
TORTURES = $(filter %torture.py %attacks.py %strangers.py %hard.py %hungry.py \
	%faults.py,$(TESTS)) $(fault_tests) tests/faults/bad_network.py \
	tests/faults/crowd_of_clients.py \
	tests/scenario/torture_loss.py \
	$(fuzz_tests)
torture: all $(check_PROGRAMS)
	@CCLITE_TORTURE=1; export CCLITE_TORTURE; \
		list='$(TORTURES)'; $(run_in_turn)

# For the tables of cases: what runs when.
list-runs:
	@printf 'check %s\n' $(TESTS); printf 'torture %s\n' $(TORTURES); \
		printf 'soak %s\n' $(SOAKS)

.PHONY: bench list-runs look-with-clang soak torture
