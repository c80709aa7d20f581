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
	tests/console/fixtures/hold.json \
	tests/console/fixtures/hostile.json \
	tests/console/fixtures/idle.json \
	tests/console/fixtures/let-in.json \
	tests/console/fixtures/missed-meanwhile.json \
	tests/console/fixtures/notice.json \
	tests/console/fixtures/offline.json \
	tests/console/fixtures/paused.json \
	tests/console/fixtures/refused.json \
	tests/console/fixtures/ringing-phone.json \
	tests/console/fixtures/ringing.json \
	tests/console/fixtures/supervisor.json \
	tests/console/fixtures/talking.json \
	tests/console/fixtures/unreachable.json \
	tests/console/fixtures/wrap-up-open.json \
	tests/console/fixtures/wrap-up.json \
	tests/console/golden/01-refused.ascii \
	tests/console/golden/01-refused.cs \
	tests/console/golden/01-refused.en \
	tests/console/golden/01-refused.es \
	tests/console/golden/01-refused.mono \
	tests/console/golden/01-relabelled.ascii \
	tests/console/golden/01-relabelled.cs \
	tests/console/golden/01-relabelled.en \
	tests/console/golden/01-relabelled.es \
	tests/console/golden/01-relabelled.mono \
	tests/console/golden/01-sign-in.ascii \
	tests/console/golden/01-sign-in.cs \
	tests/console/golden/01-sign-in.en \
	tests/console/golden/01-sign-in.es \
	tests/console/golden/01-sign-in.mono \
	tests/console/golden/01-unreachable.ascii \
	tests/console/golden/01-unreachable.cs \
	tests/console/golden/01-unreachable.en \
	tests/console/golden/01-unreachable.es \
	tests/console/golden/01-unreachable.mono \
	tests/console/golden/02-idle.ascii \
	tests/console/golden/02-idle.cs \
	tests/console/golden/02-idle.en \
	tests/console/golden/02-idle.es \
	tests/console/golden/02-idle.mono \
	tests/console/golden/02-no-agent.ascii \
	tests/console/golden/02-no-agent.cs \
	tests/console/golden/02-no-agent.en \
	tests/console/golden/02-no-agent.es \
	tests/console/golden/02-no-agent.mono \
	tests/console/golden/02-paused.ascii \
	tests/console/golden/02-paused.cs \
	tests/console/golden/02-paused.en \
	tests/console/golden/02-paused.es \
	tests/console/golden/02-paused.mono \
	tests/console/golden/03-states-in-call.ascii \
	tests/console/golden/03-states-in-call.cs \
	tests/console/golden/03-states-in-call.en \
	tests/console/golden/03-states-in-call.es \
	tests/console/golden/03-states-in-call.mono \
	tests/console/golden/03-states.ascii \
	tests/console/golden/03-states.cs \
	tests/console/golden/03-states.en \
	tests/console/golden/03-states.es \
	tests/console/golden/03-states.mono \
	tests/console/golden/04-hostile.ascii \
	tests/console/golden/04-hostile.cs \
	tests/console/golden/04-hostile.en \
	tests/console/golden/04-hostile.es \
	tests/console/golden/04-hostile.mono \
	tests/console/golden/04-ringing-phone.ascii \
	tests/console/golden/04-ringing-phone.cs \
	tests/console/golden/04-ringing-phone.en \
	tests/console/golden/04-ringing-phone.es \
	tests/console/golden/04-ringing-phone.mono \
	tests/console/golden/04-ringing.ascii \
	tests/console/golden/04-ringing.cs \
	tests/console/golden/04-ringing.en \
	tests/console/golden/04-ringing.es \
	tests/console/golden/04-ringing.mono \
	tests/console/golden/05-hold-muted.ascii \
	tests/console/golden/05-hold-muted.cs \
	tests/console/golden/05-hold-muted.en \
	tests/console/golden/05-hold-muted.es \
	tests/console/golden/05-hold-muted.mono \
	tests/console/golden/05-letters.ascii \
	tests/console/golden/05-letters.cs \
	tests/console/golden/05-letters.en \
	tests/console/golden/05-letters.es \
	tests/console/golden/05-letters.mono \
	tests/console/golden/05-talking.ascii \
	tests/console/golden/05-talking.cs \
	tests/console/golden/05-talking.en \
	tests/console/golden/05-talking.es \
	tests/console/golden/05-talking.mono \
	tests/console/golden/06-transfer-nobody.ascii \
	tests/console/golden/06-transfer-nobody.cs \
	tests/console/golden/06-transfer-nobody.en \
	tests/console/golden/06-transfer-nobody.es \
	tests/console/golden/06-transfer-nobody.mono \
	tests/console/golden/06-transfer-number.ascii \
	tests/console/golden/06-transfer-number.cs \
	tests/console/golden/06-transfer-number.en \
	tests/console/golden/06-transfer-number.es \
	tests/console/golden/06-transfer-number.mono \
	tests/console/golden/06-transfer.ascii \
	tests/console/golden/06-transfer.cs \
	tests/console/golden/06-transfer.en \
	tests/console/golden/06-transfer.es \
	tests/console/golden/06-transfer.mono \
	tests/console/golden/07-keypad.ascii \
	tests/console/golden/07-keypad.cs \
	tests/console/golden/07-keypad.en \
	tests/console/golden/07-keypad.es \
	tests/console/golden/07-keypad.mono \
	tests/console/golden/08-wrap-up-find.ascii \
	tests/console/golden/08-wrap-up-find.cs \
	tests/console/golden/08-wrap-up-find.en \
	tests/console/golden/08-wrap-up-find.es \
	tests/console/golden/08-wrap-up-find.mono \
	tests/console/golden/08-wrap-up-open.ascii \
	tests/console/golden/08-wrap-up-open.cs \
	tests/console/golden/08-wrap-up-open.en \
	tests/console/golden/08-wrap-up-open.es \
	tests/console/golden/08-wrap-up-open.mono \
	tests/console/golden/08-wrap-up.ascii \
	tests/console/golden/08-wrap-up.cs \
	tests/console/golden/08-wrap-up.en \
	tests/console/golden/08-wrap-up.es \
	tests/console/golden/08-wrap-up.mono \
	tests/console/golden/40-help.ascii \
	tests/console/golden/40-help.cs \
	tests/console/golden/40-help.en \
	tests/console/golden/40-help.es \
	tests/console/golden/40-help.mono \
	tests/console/golden/41-go.ascii \
	tests/console/golden/41-go.cs \
	tests/console/golden/41-go.en \
	tests/console/golden/41-go.es \
	tests/console/golden/41-go.mono \
	tests/console/golden/41-palette.ascii \
	tests/console/golden/41-palette.cs \
	tests/console/golden/41-palette.en \
	tests/console/golden/41-palette.es \
	tests/console/golden/41-palette.mono \
	tests/console/golden/44-back.ascii \
	tests/console/golden/44-back.cs \
	tests/console/golden/44-back.en \
	tests/console/golden/44-back.es \
	tests/console/golden/44-back.mono \
	tests/console/golden/44-offline.ascii \
	tests/console/golden/44-offline.cs \
	tests/console/golden/44-offline.en \
	tests/console/golden/44-offline.es \
	tests/console/golden/44-offline.mono \
	tests/console/golden/44-second-console.ascii \
	tests/console/golden/44-second-console.cs \
	tests/console/golden/44-second-console.en \
	tests/console/golden/44-second-console.es \
	tests/console/golden/44-second-console.mono \
	tests/console/golden/name.ascii \
	tests/console/golden/name.cs \
	tests/console/golden/name.en \
	tests/console/golden/name.es \
	tests/console/golden/name.mono
include tests/console/boards.mk
