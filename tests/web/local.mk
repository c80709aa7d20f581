# SPDX-License-Identifier: GPL-3.0-or-later
WEB_TEST_LDADD = libweb.a libwire.a libcore.a libbase.a $(SODIUM_LIBS) \
	$(JANSSON_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/web/test_message_head
TESTS += tests/web/test_message_head
tests_web_test_message_head_SOURCES = tests/web/test_message_head.c
tests_web_test_message_head_LDADD = $(WEB_TEST_LDADD)

check_PROGRAMS += tests/web/test_pcap
TESTS += tests/web/test_pcap
tests_web_test_pcap_SOURCES = tests/web/test_pcap.c
tests_web_test_pcap_LDADD = $(WEB_TEST_LDADD)

# Counts what is read of the floor.
check_PROGRAMS += tests/web/test_greetings
TESTS += tests/web/test_greetings
tests_web_test_greetings_SOURCES = tests/web/test_greetings.c
tests_web_test_greetings_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=state_document_at
tests_web_test_greetings_LDADD = libweb.a libjobs.a libstore.a libwire.a \
	libcore.a liblang.a libbase.a $(LWS_LIBS) $(SODIUM_LIBS) \
	$(JANSSON_LIBS) $(SQLITE_LIBS) $(ICU_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/web/test_replay_rows
TESTS += tests/web/test_replay_rows
tests_web_test_replay_rows_SOURCES = tests/web/test_replay_rows.c
tests_web_test_replay_rows_LDADD = $(WEB_TEST_LDADD)

check_PROGRAMS += tests/web/test_range
TESTS += tests/web/test_range
tests_web_test_range_SOURCES = tests/web/test_range.c
tests_web_test_range_LDADD = $(WEB_TEST_LDADD)

check_PROGRAMS += tests/web/test_sound_budget
TESTS += tests/web/test_sound_budget
tests_web_test_sound_budget_SOURCES = tests/web/test_sound_budget.c
tests_web_test_sound_budget_LDADD = $(WEB_TEST_LDADD)

check_PROGRAMS += tests/web/test_target
TESTS += tests/web/test_target
tests_web_test_target_SOURCES = tests/web/test_target.c
tests_web_test_target_LDADD = $(WEB_TEST_LDADD)

check_PROGRAMS += tests/web/test_secrets
TESTS += tests/web/test_secrets
tests_web_test_secrets_SOURCES = tests/web/test_secrets.c $(FAILING_ALLOC)
tests_web_test_secrets_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_web_test_secrets_LDADD = $(WEB_TEST_LDADD)

check_PROGRAMS += tests/web/test_history
TESTS += tests/web/test_history
tests_web_test_history_SOURCES = tests/web/test_history.c
tests_web_test_history_LDADD = $(WEB_TEST_LDADD)

check_PROGRAMS += tests/web/test_known
TESTS += tests/web/test_known
tests_web_test_known_SOURCES = tests/web/test_known.c $(CORE_STORY)
tests_web_test_known_LDADD = $(tests_web_peer_LDADD) $(CMOCKA_LIBS)
check_PROGRAMS += tests/web/test_subscription
TESTS += tests/web/test_subscription
tests_web_test_subscription_SOURCES = tests/web/test_subscription.c \
	$(FAILING_ALLOC)
tests_web_test_subscription_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_web_test_subscription_LDADD = libclient.a $(WEB_TEST_LDADD)

# A server without telephony, for the scenario tests in Python.
check_PROGRAMS += tests/web/peer
tests_web_peer_SOURCES = tests/web/peer.c \
	tests/web/starve.c tests/web/starve.h
tests_web_peer_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=pthread_create
tests_web_peer_LDADD = libweb.a libjobs.a libstore.a libwire.a libcore.a \
	liblang.a libbase.a $(LWS_LIBS) $(SODIUM_LIBS) $(JANSSON_LIBS) \
	$(SQLITE_LIBS) $(ICU_LIBS)

WEB_SCENARIOS = \
	tests/web/test_sockets.py \
	tests/web/test_attacks.py \
	tests/web/test_desk.py \
	tests/web/test_documents.py tests/web/test_flows.py \
	tests/web/test_hungry.py \
	tests/web/test_live.py \
	tests/web/test_load.py \
	tests/web/test_permissions.py \
	tests/web/test_midnight.py tests/web/test_rows.py \
	tests/web/test_sessions.py tests/web/test_skills.py \
	tests/web/test_foreign_team.py tests/web/test_teams.py \
	tests/web/test_versions.py tests/web/test_waiting.py
TESTS += $(WEB_SCENARIOS)
EXTRA_DIST += $(WEB_SCENARIOS) tests/web/openapi_check.py \
	tests/web/not_json.py tests/web/web_peer.py tests/web/ws_peer.py
tests/web/test_attacks.log tests/web/test_desk.log \
tests/web/test_documents.log tests/web/test_flows.log tests/web/test_hungry.log \
tests/web/test_live.log tests/web/test_load.log \
tests/web/test_midnight.log tests/web/test_permissions.log \
tests/web/test_rows.log \
tests/web/test_sessions.log tests/web/test_skills.log tests/web/test_sockets.log \
tests/web/test_foreign_team.log tests/web/test_teams.log \
tests/web/test_versions.log \
tests/web/test_waiting.log: tests/web/peer$(EXEEXT)
