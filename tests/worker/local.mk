# SPDX-License-Identifier: GPL-3.0-or-later
worker_tests = tests/worker/test_cage tests/worker/test_samples \
	tests/worker/test_wave
check_PROGRAMS += $(worker_tests)
TESTS += $(worker_tests)

tests_worker_test_samples_SOURCES = tests/worker/test_samples.c $(FAILING_ALLOC)
tests_worker_test_samples_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_worker_test_samples_LDADD = libworker.a $(SPEEXDSP_LIBS) \
	$(CMOCKA_LIBS) -lm

tests_worker_test_wave_SOURCES = tests/worker/test_wave.c
tests_worker_test_wave_LDADD = libworker.a libmedia.a $(CMOCKA_LIBS) -lm

tests_worker_test_cage_SOURCES = tests/worker/test_cage.c
tests_worker_test_cage_LDADD = libworker.a $(SECCOMP_LIBS) $(CMOCKA_LIBS)
