# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += tests/server/test_gates
TESTS += tests/server/test_gates

tests_server_test_gates_SOURCES = tests/server/test_gates.c
tests_server_test_gates_CFLAGS = $(TEST_CFLAGS)
tests_server_test_gates_LDADD = libserver.a libcore.a libbase.a $(CMOCKA_LIBS)

check_PROGRAMS += tests/server/test_settings
TESTS += tests/server/test_settings

tests_server_test_settings_SOURCES = tests/server/test_settings.c
tests_server_test_settings_CFLAGS = $(TEST_CFLAGS)
tests_server_test_settings_LDADD = libserver.a libsip.a libmedia.a libbase.a \
	$(RE_LIBS) \
	$(CMOCKA_LIBS)

check_PROGRAMS += tests/server/test_service
TESTS += tests/server/test_service

tests_server_test_service_SOURCES = tests/server/test_service.c
tests_server_test_service_CFLAGS = $(TEST_CFLAGS)
tests_server_test_service_LDADD = libserver.a $(CMOCKA_LIBS)
