# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += tests/jobs/test_pool
TESTS += tests/jobs/test_pool
tests_jobs_test_pool_SOURCES = tests/jobs/test_pool.c $(FAILING_ALLOC)
tests_jobs_test_pool_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_jobs_test_pool_LDADD = libjobs.a libbase.a $(CMOCKA_LIBS)

check_PROGRAMS += tests/jobs/test_mail_header
TESTS += tests/jobs/test_mail_header
tests_jobs_test_mail_header_SOURCES = tests/jobs/test_mail_header.c
tests_jobs_test_mail_header_LDADD = libjobs.a libwire.a libcore.a liblang.a \
	libbase.a $(CMOCKA_LIBS) $(JANSSON_LIBS) $(ICU_LIBS)

check_PROGRAMS += tests/jobs/test_speech
TESTS += tests/jobs/test_speech
tests_jobs_test_speech_SOURCES = tests/jobs/test_speech.c
tests_jobs_test_speech_LDADD = libjobs.a libwire.a libcore.a liblang.a \
	libbase.a $(CMOCKA_LIBS) $(JANSSON_LIBS) $(ICU_LIBS)

check_PROGRAMS += tests/jobs/test_prompt_past
TESTS += tests/jobs/test_prompt_past
tests_jobs_test_prompt_past_SOURCES = tests/jobs/test_prompt_past.c \
	$(STORE_PLACE)
tests_jobs_test_prompt_past_LDADD = libjobs.a $(STORE_TEST_LDADD)

check_PROGRAMS += tests/jobs/test_prompt_sweep
TESTS += tests/jobs/test_prompt_sweep
tests_jobs_test_prompt_sweep_SOURCES = tests/jobs/test_prompt_sweep.c
tests_jobs_test_prompt_sweep_LDADD = libjobs.a liblang.a \
	$(STORE_TEST_LDADD) $(ICU_LIBS)

check_PROGRAMS += tests/jobs/test_worker
TESTS += tests/jobs/test_worker
tests_jobs_test_worker_SOURCES = tests/jobs/test_worker.c
tests_jobs_test_worker_LDADD = libjobs.a libbase.a $(CMOCKA_LIBS)

check_PROGRAMS += tests/jobs/test_fetcher
TESTS += tests/jobs/test_fetcher
tests_jobs_test_fetcher_SOURCES = tests/jobs/test_fetcher.c \
	tests/jobs/http_peer.c tests/jobs/http_peer.h
tests_jobs_test_fetcher_LDADD = libjobs.a libbase.a $(CURL_LIBS) \
	$(CMOCKA_LIBS)

check_PROGRAMS += tests/jobs/test_mail
TESTS += tests/jobs/test_mail
tests_jobs_test_mail_SOURCES = tests/jobs/test_mail.c
tests_jobs_test_mail_LDADD = libjobs.a libbase.a $(CURL_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/jobs/test_query_calls
TESTS += tests/jobs/test_query_calls
tests_jobs_test_query_calls_SOURCES = tests/jobs/test_query_calls.c \
	$(STORE_PLACE)
tests_jobs_test_query_calls_LDADD = libjobs.a $(STORE_TEST_LDADD)
