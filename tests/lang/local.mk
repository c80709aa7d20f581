# SPDX-License-Identifier: GPL-3.0-or-later
lang_tests = tests/lang/test_catalogue tests/lang/test_format \
	tests/lang/test_lang tests/lang/test_plural \
	tests/lang/test_sentence tests/lang/test_spoken
check_PROGRAMS += $(lang_tests)
TESTS += $(lang_tests)

# Compiled by msgfmt, as the product's own.
lang_samples = tests/lang/cs.mo tests/lang/es.mo
check_DATA = $(lang_samples)
CLEANFILES += $(lang_samples)
EXTRA_DIST += tests/lang/cs.po tests/lang/es.po

LANG_TEST_LDADD = liblang.a libbase.a $(CMOCKA_LIBS)
tests_lang_test_catalogue_SOURCES = tests/lang/test_catalogue.c $(FAILING_ALLOC)
tests_lang_test_catalogue_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_lang_test_catalogue_LDADD = $(LANG_TEST_LDADD)
tests_lang_test_format_SOURCES = tests/lang/test_format.c $(FAILING_ALLOC)
tests_lang_test_format_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_lang_test_format_LDADD = $(LANG_TEST_LDADD) $(ICU_LIBS)
tests_lang_test_lang_SOURCES = tests/lang/test_lang.c
tests_lang_test_lang_LDADD = $(LANG_TEST_LDADD)
tests_lang_test_plural_SOURCES = tests/lang/test_plural.c
tests_lang_test_plural_LDADD = $(LANG_TEST_LDADD)
check_PROGRAMS += tests/lang/test_timezone
TESTS += tests/lang/test_timezone
tests_lang_test_timezone_SOURCES = tests/lang/test_timezone.c
tests_lang_test_timezone_LDADD = libcore.a $(LANG_TEST_LDADD) $(ICU_LIBS)
check_PROGRAMS += tests/lang/test_failure
TESTS += tests/lang/test_failure
tests_lang_test_failure_SOURCES = tests/lang/test_failure.c
tests_lang_test_failure_LDADD = $(LANG_TEST_LDADD)
tests_lang_test_spoken_SOURCES = tests/lang/test_spoken.c
tests_lang_test_spoken_CFLAGS = $(AM_CFLAGS) $(ICU_CFLAGS)
tests_lang_test_spoken_LDADD = $(LANG_TEST_LDADD) $(ICU_LIBS)
tests_lang_test_sentence_SOURCES = tests/lang/test_sentence.c
tests_lang_test_sentence_LDADD = $(LANG_TEST_LDADD) $(ICU_LIBS)
