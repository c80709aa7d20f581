# SPDX-License-Identifier: GPL-3.0-or-later
base_tests = tests/base/test_line tests/base/test_text
check_PROGRAMS += $(base_tests)
TESTS += $(base_tests)

BASE_TEST_LDADD = libbase.a $(CMOCKA_LIBS)
tests_base_test_line_SOURCES = tests/base/test_line.c
tests_base_test_line_CFLAGS = $(TEST_CFLAGS)
tests_base_test_line_LDADD = $(BASE_TEST_LDADD)
tests_base_test_text_SOURCES = tests/base/test_text.c
tests_base_test_text_CFLAGS = $(TEST_CFLAGS)
tests_base_test_text_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_tree
TESTS += tests/base/test_tree
tests_base_test_tree_SOURCES = tests/base/test_tree.c
tests_base_test_tree_CFLAGS = $(TEST_CFLAGS)
tests_base_test_tree_LDADD = $(BASE_TEST_LDADD)
check_PROGRAMS += tests/base/test_log
TESTS += tests/base/test_log
tests_base_test_log_SOURCES = tests/base/test_log.c
tests_base_test_log_CFLAGS = $(TEST_CFLAGS)
tests_base_test_log_LDADD = $(BASE_TEST_LDADD)

check_PROGRAMS += tests/base/test_sha256
TESTS += tests/base/test_sha256
tests_base_test_sha256_SOURCES = tests/base/test_sha256.c
tests_base_test_sha256_CFLAGS = $(TEST_CFLAGS)
tests_base_test_sha256_LDADD = $(BASE_TEST_LDADD)
