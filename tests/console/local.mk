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

pictures = \
	01-sign-in \
	01-refused \
	01-relabelled \
	01-unreachable \
	02-idle \
	02-paused \
	02-paused-missed \
	02-paused-logged-in \
	02-no-agent \
	03-states \
	03-states-in-call \
	04-ringing \
	04-ringing-phone \
	04-hostile \
	05-talking \
	05-then-lunch \
	05-letters \
	05-hold-muted \
	05-recorded \
	05-record-paused \
	05-muted-then \
	06-transfer \
	06-transfer-number \
	06-transfer-nobody \
	07-keypad \
	08-wrap-up \
	08-wrap-up-find \
	08-wrap-up-open \
	08-wrap-up-gone \
	08-wrap-up-unknown \
	08-wrap-up-pause \
	40-help \
	41-palette \
	41-go \
	44-offline \
	44-back \
	44-second-console \
	45-small-idle \
	45-small-call \
	45-small-wrap-up \
	45-large-call \
	46-switched
EXTRA_DIST += $(foreach name,$(pictures),$(foreach variant,\
	ascii cs en es mono,tests/console/golden/$(name).$(variant))) \
	tests/console/fixtures/hold.json \
	tests/console/fixtures/hostile.json \
	tests/console/fixtures/idle.json \
	tests/console/fixtures/let-in.json \
	tests/console/fixtures/missed-meanwhile.json \
	tests/console/fixtures/muted-then.json \
	tests/console/fixtures/notice.json \
	tests/console/fixtures/offline.json \
	tests/console/fixtures/paused-logged-in.json \
	tests/console/fixtures/paused-missed.json \
	tests/console/fixtures/paused.json \
	tests/console/fixtures/record-paused.json \
	tests/console/fixtures/recorded.json \
	tests/console/fixtures/refused.json \
	tests/console/fixtures/ringing-phone.json \
	tests/console/fixtures/ringing.json \
	tests/console/fixtures/supervisor.json \
	tests/console/fixtures/talking-then.json \
	tests/console/fixtures/talking.json \
	tests/console/fixtures/unreachable.json \
	tests/console/fixtures/wrap-up-gone.json \
	tests/console/fixtures/wrap-up-open.json \
	tests/console/fixtures/wrap-up.json
include tests/console/boards.mk
include tests/console/sounds.mk
include tests/console/admin.mk
