# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += tests/calls/test_keepsake tests/calls/test_party
TESTS += tests/calls/test_keepsake tests/calls/test_party

tests_calls_test_keepsake_SOURCES = tests/calls/test_keepsake.c
tests_calls_test_keepsake_LDADD = libcalls.a $(CMOCKA_LIBS)

tests_calls_test_party_SOURCES = tests/calls/test_party.c $(FAILING_ALLOC)
tests_calls_test_party_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_calls_test_party_LDADD = libcalls.a libmedia.a libbase.a $(CMOCKA_LIBS)

check_PROGRAMS += tests/calls/test_prompt_library
TESTS += tests/calls/test_prompt_library
tests_calls_test_prompt_library_SOURCES = tests/calls/test_prompt_library.c \
	$(FAILING_ALLOC)
tests_calls_test_prompt_library_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_calls_test_prompt_library_LDADD = libcalls.a libmedia.a libbase.a \
	$(CMOCKA_LIBS) -lm

check_PROGRAMS += tests/calls/test_speech_shelf
TESTS += tests/calls/test_speech_shelf
tests_calls_test_speech_shelf_SOURCES = tests/calls/test_speech_shelf.c \
	$(FAILING_ALLOC)
tests_calls_test_speech_shelf_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_calls_test_speech_shelf_LDADD = libcalls.a libmedia.a libbase.a \
	$(CMOCKA_LIBS) -lm
