# SPDX-License-Identifier: GPL-3.0-or-later
# Every test speaks TAP: cmocka by its message output, scripts by themselves.

LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
PY_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_DRIVER = $(LOG_DRIVER)
TEST_EXTENSIONS = .sh .py
SH_LOG_COMPILER = $(SHELL)
PY_LOG_COMPILER = $(PYTHON3)
AM_TESTS_ENVIRONMENT = \
	CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT; \
	top_builddir='$(abs_top_builddir)'; export top_builddir; \
	top_srcdir='$(abs_top_srcdir)'; export top_srcdir; \
	LC_ALL=C.UTF-8; export LC_ALL; \
	ASAN_OPTIONS=detect_leaks=1; export ASAN_OPTIONS; \
	PYTHONDONTWRITEBYTECODE=1; export PYTHONDONTWRITEBYTECODE;

TEST_CFLAGS = $(AM_CFLAGS) $(CMOCKA_CFLAGS)
WRAP_ALLOC = -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=free
FAILING_ALLOC = tests/failing_alloc.c tests/failing_alloc.h
EXTRA_DIST += tests/test.h tests/failing_alloc.c tests/failing_alloc.h

include tests/base/local.mk
include tests/lang/local.mk
include tests/core/local.mk
include tests/wire/local.mk
include tests/store/local.mk
include tests/media/local.mk
include tests/sip/local.mk
include tests/calls/local.mk
include tests/jobs/local.mk
include tests/web/local.mk
include tests/client/local.mk
include tests/cli/local.mk
include tests/robot/local.mk
include tests/scenario/local.mk
include tests/bench/local.mk
