# SPDX-License-Identifier: GPL-3.0-or-later
# Screens without a terminal, on rows from fixtures.
console_tests = tests/console/test_golden tests/console/test_keys
check_PROGRAMS += $(console_tests)
TESTS += $(console_tests)
CONSOLE_STAGE = tests/console/fake_session.c tests/console/fake_session.h \
	tests/console/stage.c tests/console/stage.h
CONSOLE_TEST_LDADD = libconsole.a libtui.a libclient.a libwire.a libcore.a \
	liblang.a libbase.a $(NCURSES_LIBS) $(CURL_LIBS) $(JANSSON_LIBS) \
	$(ICU_LIBS) $(CMOCKA_LIBS)

tests_console_test_golden_SOURCES = tests/console/test_golden.c \
	tests/console/golden.def $(CONSOLE_STAGE)
tests_console_test_golden_CFLAGS = $(TEST_CFLAGS)
tests_console_test_golden_LDADD = $(CONSOLE_TEST_LDADD)
tests_console_test_keys_SOURCES = tests/console/test_keys.c $(CONSOLE_STAGE)
tests_console_test_keys_CFLAGS = $(TEST_CFLAGS)
tests_console_test_keys_LDADD = $(CONSOLE_TEST_LDADD)

EXTRA_DIST += \
	tests/console/fixtures/idle.json \
	tests/console/golden/02-idle.ascii \
	tests/console/golden/02-idle.cs \
	tests/console/golden/02-idle.en \
	tests/console/golden/02-idle.es \
	tests/console/golden/02-idle.mono
include tests/console/boards.mk
