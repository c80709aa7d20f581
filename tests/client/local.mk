# SPDX-License-Identifier: GPL-3.0-or-later
client_tests = tests/client/test_endpoint tests/client/test_link tests/client/test_outbox \
	tests/client/test_replica tests/client/test_stream
FAKE_SERVER = tests/client/fake_server.c tests/client/fake_server.h
check_PROGRAMS += $(client_tests)
TESTS += $(client_tests)

tests_client_test_endpoint_SOURCES = tests/client/test_endpoint.c
tests_client_test_endpoint_LDADD = libclient.a libwire.a libcore.a libbase.a \
	$(CURL_LIBS) $(JANSSON_LIBS) $(CMOCKA_LIBS)

tests_client_test_outbox_SOURCES = tests/client/test_outbox.c
tests_client_test_outbox_LDADD = libclient.a libwire.a libcore.a libbase.a \
	$(CURL_LIBS) $(JANSSON_LIBS) $(CMOCKA_LIBS)

tests_client_test_replica_SOURCES = tests/client/test_replica.c
tests_client_test_replica_LDADD = libclient.a libwire.a libcore.a libbase.a \
	$(JANSSON_LIBS) $(CMOCKA_LIBS)

tests_client_test_link_SOURCES = tests/client/test_link.c $(FAKE_SERVER)
tests_client_test_link_LDADD = libclient.a libwire.a libcore.a libbase.a \
	$(CURL_LIBS) $(JANSSON_LIBS) $(CMOCKA_LIBS)

tests_client_test_stream_SOURCES = tests/client/test_stream.c $(FAKE_SERVER)
tests_client_test_stream_LDADD = libclient.a libwire.a libcore.a libbase.a \
	$(CURL_LIBS) $(JANSSON_LIBS) $(CMOCKA_LIBS)

# A console without a screen, for the scenario tests in Python.
check_PROGRAMS += tests/client/session_peer
tests_client_session_peer_SOURCES = tests/client/session_peer.c
tests_client_session_peer_LDADD = libclient.a libwire.a libcore.a libbase.a \
	$(CURL_LIBS) $(JANSSON_LIBS)
TESTS += tests/client/test_session.py
EXTRA_DIST += tests/client/test_session.py
tests/client/test_session.log: tests/client/session_peer$(EXEEXT) \
	tests/web/peer$(EXEEXT)
