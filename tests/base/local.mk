# SPDX-License-Identifier: GPL-3.0-or-later
BASE_TEST_LDADD = libbase.a $(CMOCKA_LIBS)

check_PROGRAMS += tests/base/test_breaker
TESTS += tests/base/test_breaker
tests_base_test_breaker_SOURCES = tests/base/test_breaker.c
tests_base_test_breaker_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_descriptor
TESTS += tests/base/test_descriptor
tests_base_test_descriptor_SOURCES = tests/base/test_descriptor.c
tests_base_test_descriptor_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_entropy
TESTS += tests/base/test_entropy
tests_base_test_entropy_SOURCES = tests/base/test_entropy.c
tests_base_test_entropy_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_file
TESTS += tests/base/test_file
tests_base_test_file_SOURCES = tests/base/test_file.c $(FAILING_ALLOC)
tests_base_test_file_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC) -Wl,--wrap=syscall
tests_base_test_file_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_hmac
TESTS += tests/base/test_hmac
tests_base_test_hmac_SOURCES = tests/base/test_hmac.c
tests_base_test_hmac_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_restricted
TESTS += tests/base/test_restricted
tests_base_test_restricted_SOURCES = tests/base/test_restricted.c
tests_base_test_restricted_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_pulse
TESTS += tests/base/test_pulse
tests_base_test_pulse_SOURCES = tests/base/test_pulse.c
tests_base_test_pulse_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_object
TESTS += tests/base/test_object
tests_base_test_object_SOURCES = tests/base/test_object.c
tests_base_test_object_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_home
TESTS += tests/base/test_home
tests_base_test_home_SOURCES = tests/base/test_home.c
tests_base_test_home_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_line
TESTS += tests/base/test_line
tests_base_test_line_SOURCES = tests/base/test_line.c
tests_base_test_line_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_mailbox
TESTS += tests/base/test_mailbox
tests_base_test_mailbox_SOURCES = tests/base/test_mailbox.c $(FAILING_ALLOC)
tests_base_test_mailbox_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_base_test_mailbox_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_text
TESTS += tests/base/test_text
tests_base_test_text_SOURCES = tests/base/test_text.c
tests_base_test_text_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_log
TESTS += tests/base/test_log
tests_base_test_log_SOURCES = tests/base/test_log.c
tests_base_test_log_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_tree
TESTS += tests/base/test_tree
tests_base_test_tree_SOURCES = tests/base/test_tree.c
tests_base_test_tree_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_sha256
TESTS += tests/base/test_sha256
tests_base_test_sha256_SOURCES = tests/base/test_sha256.c
tests_base_test_sha256_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_config
TESTS += tests/base/test_config
tests_base_test_config_SOURCES = tests/base/test_config.c $(FAILING_ALLOC)
tests_base_test_config_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_base_test_config_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_md5
TESTS += tests/base/test_md5
tests_base_test_md5_SOURCES = tests/base/test_md5.c
tests_base_test_md5_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_fifo
TESTS += tests/base/test_fifo
tests_base_test_fifo_SOURCES = tests/base/test_fifo.c $(FAILING_ALLOC)
tests_base_test_fifo_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_base_test_fifo_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_sha1
TESTS += tests/base/test_sha1
tests_base_test_sha1_SOURCES = tests/base/test_sha1.c
tests_base_test_sha1_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_trace
TESTS += tests/base/test_trace
tests_base_test_trace_SOURCES = tests/base/test_trace.c $(FAILING_ALLOC)
tests_base_test_trace_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_base_test_trace_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_trace_text
TESTS += tests/base/test_trace_text
tests_base_test_trace_text_SOURCES = tests/base/test_trace_text.c
tests_base_test_trace_text_LDADD = $(BASE_TEST_LDADD)
