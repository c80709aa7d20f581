# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += tests/server/test_bell
TESTS += tests/server/test_bell

tests_server_test_bell_SOURCES = tests/server/test_bell.c
tests_server_test_bell_LDADD = libserver.a libsip.a libmedia.a libbase.a \
	$(RE_LIBS) $(SRTP_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/server/test_lookup_secrets
TESTS += tests/server/test_lookup_secrets

tests_server_test_lookup_secrets_SOURCES = tests/server/test_lookup_secrets.c
tests_server_test_lookup_secrets_LDADD = libserver.a libcore.a liblang.a \
	libbase.a $(ICU_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/server/test_long_start
TESTS += tests/server/test_long_start

tests_server_test_long_start_SOURCES = tests/server/test_long_start.c
tests_server_test_long_start_LDADD = libserver.a libbase.a $(CMOCKA_LIBS)

check_PROGRAMS += tests/server/test_secret_file
TESTS += tests/server/test_secret_file

tests_server_test_secret_file_SOURCES = tests/server/test_secret_file.c
tests_server_test_secret_file_LDADD = libserver.a liblang.a libbase.a $(ICU_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/server/test_gates
TESTS += tests/server/test_gates

tests_server_test_gates_SOURCES = tests/server/test_gates.c
tests_server_test_gates_LDADD = libserver.a libcore.a libbase.a $(CMOCKA_LIBS)

check_PROGRAMS += tests/server/test_settings
TESTS += tests/server/test_settings

tests_server_test_settings_SOURCES = tests/server/test_settings.c
tests_server_test_settings_LDADD = libserver.a libsip.a libmedia.a libbase.a \
	$(RE_LIBS) $(SRTP_LIBS) \
	$(CMOCKA_LIBS)

check_PROGRAMS += tests/server/test_service
TESTS += tests/server/test_service

tests_server_test_service_SOURCES = tests/server/test_service.c
tests_server_test_service_LDADD = libserver.a $(CMOCKA_LIBS)

check_PROGRAMS += tests/server/test_trunk_watch
TESTS += tests/server/test_trunk_watch

tests_server_test_trunk_watch_SOURCES = tests/server/test_trunk_watch.c
tests_server_test_trunk_watch_LDADD = libserver.a libweb.a libjobs.a \
	libcalls.a libsip.a libmedia.a libstore.a libwire.a libcore.a liblang.a \
	libbase.a $(LWS_LIBS) $(SODIUM_LIBS) $(RE_LIBS) $(SRTP_LIBS) $(SQLITE_LIBS) \
	$(JANSSON_LIBS) $(CURL_LIBS) $(ICU_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/server/test_notes
TESTS += tests/server/test_notes

tests_server_test_notes_SOURCES = tests/server/test_notes.c
tests_server_test_notes_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=calls_next_note,--wrap=store_write,--wrap=store_want
tests_server_test_notes_LDADD = $(tests_server_test_trunk_watch_LDADD)

check_PROGRAMS += tests/server/test_watchdog
TESTS += tests/server/test_watchdog

tests_server_test_watchdog_SOURCES = tests/server/test_watchdog.c
tests_server_test_watchdog_LDADD = $(tests_server_test_trunk_watch_LDADD)
