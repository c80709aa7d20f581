# SPDX-License-Identifier: GPL-3.0-or-later
client_tests = tests/client/test_endpoint
check_PROGRAMS += $(client_tests)
TESTS += $(client_tests)

tests_client_test_endpoint_SOURCES = tests/client/test_endpoint.c
tests_client_test_endpoint_CFLAGS = $(TEST_CFLAGS)
tests_client_test_endpoint_LDADD = libclient.a libwire.a libcore.a libbase.a \
	$(CURL_LIBS) $(JANSSON_LIBS) $(CMOCKA_LIBS)
