# SPDX-License-Identifier: GPL-3.0-or-later
# Longer looks than a check: coverage, valgrind, and threads by themselves.
EXTRA_DIST += tests/deep/coverage.py tests/deep/coverage.sh \
	tests/deep/house.py tests/deep/valgrind.sh

deep_run = $(AM_TESTS_ENVIRONMENT)

# The rules of the house look at sources, not at what runs.
COVERED_TESTS = $(filter-out $(HOUSE_TESTS) $(SECURITY_TESTS) \
	tests/store/check-%,$(TESTS))
coverage:
	@$(deep_run) COVERED_TESTS='$(COVERED_TESTS)'; export COVERED_TESTS; \
		$(SHELL) $(srcdir)/tests/deep/coverage.sh

# Unit tests whose claims hold at any speed and that take less than a minute
# each, and the corpora of the parsers; valgrind 3.19 knows no openat2(), which
# test_file is about. Then the programs themselves.
VALGRIND_TESTS = $(fuzz_tests) $(filter-out \
	tests/base/test_file tests/lang/test_spoken,$(filter \
	tests/base/% \
	tests/wire/% tests/sip/test_media_sdp tests/sip/test_sanity \
	tests/sip/test_lookup tests/sip/test_reply tests/sip/test_source \
	tests/sip/test_wheel tests/sip/test_who \
	tests/media/test_rtp tests/media/test_rtcp tests/media/test_digits \
	tests/media/test_sound tests/media/test_recorder \
	tests/store/test_batch tests/store/test_beats tests/store/test_erased \
	tests/store/test_log_vfs tests/client/test_endpoint \
	tests/client/test_link tests/client/test_outbox \
	tests/client/test_replica tests/client/test_stream \
	tests/jobs/test_fetcher tests/jobs/test_mail \
	tests/jobs/test_mail_header tests/jobs/test_pool \
	tests/lang/% tests/core/test_contact tests/core/test_flow% \
	tests/core/test_event tests/core/test_record,$(check_PROGRAMS)))
valgrind:
	@$(deep_run) VALGRIND_TESTS='$(VALGRIND_TESTS)'; \
		export VALGRIND_TESTS; $(SHELL) $(srcdir)/tests/deep/valgrind.sh

# A part of every check, too.
threads: all tests/core/libfastcore.a
	@$(deep_run) began=`date +%s`; $(SHELL) $(srcdir)/tests/check-races && \
		echo "threads: $$((`date +%s` - began)) s"

.PHONY: coverage valgrind threads
