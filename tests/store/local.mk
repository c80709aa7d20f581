# SPDX-License-Identifier: GPL-3.0-or-later
STORE_TEST_LDADD = libstore.a libwire.a libcore.a libbase.a \
	$(SQLITE_LIBS) $(JANSSON_LIBS) $(CMOCKA_LIBS)
STORE_PLACE = tests/store/place.c tests/store/place.h $(STORE_DAY)
STORE_DAY = tests/store/day.c tests/store/day.h

store_tests = tests/store/test_store tests/store/test_guard \
	tests/store/test_recover tests/store/test_backup tests/store/test_erased \
	tests/store/test_reader tests/store/test_batch \
	tests/store/test_lag tests/store/test_log_vfs tests/store/test_beats
check_PROGRAMS += $(store_tests) tests/store/journal_writer
TESTS += $(store_tests) tests/store/check-sql tests/store/check-crash
EXTRA_DIST += tests/store/check-sql tests/store/check-crash

tests_store_test_store_SOURCES = tests/store/test_store.c $(STORE_PLACE)
tests_store_test_store_LDADD = $(STORE_TEST_LDADD)

tests_store_test_guard_SOURCES = tests/store/test_guard.c $(STORE_PLACE)
tests_store_test_guard_LDADD = $(STORE_TEST_LDADD)

tests_store_test_recover_SOURCES = tests/store/test_recover.c $(STORE_PLACE)
tests_store_test_recover_LDADD = $(STORE_TEST_LDADD)

tests_store_test_backup_SOURCES = tests/store/test_backup.c $(STORE_PLACE)
tests_store_test_backup_LDADD = $(STORE_TEST_LDADD)

tests_store_test_beats_SOURCES = tests/store/test_beats.c $(STORE_PLACE)
tests_store_test_beats_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=pulse_beat
tests_store_test_beats_LDADD = $(STORE_TEST_LDADD)

tests_store_test_erased_SOURCES = tests/store/test_erased.c $(STORE_PLACE)
tests_store_test_erased_LDADD = $(STORE_TEST_LDADD)

tests_store_test_reader_SOURCES = tests/store/test_reader.c $(STORE_PLACE)
tests_store_test_reader_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=clock_boot_us
tests_store_test_reader_LDADD = $(STORE_TEST_LDADD)

tests_store_test_lag_SOURCES = tests/store/test_lag.c $(STORE_PLACE)
tests_store_test_lag_LDADD = $(STORE_TEST_LDADD)

tests_store_test_log_vfs_SOURCES = tests/store/test_log_vfs.c
tests_store_test_log_vfs_LDADD = $(STORE_TEST_LDADD)

tests_store_test_batch_SOURCES = tests/store/test_batch.c $(STORE_DAY) \
	$(FAILING_ALLOC)
tests_store_test_batch_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_store_test_batch_LDADD = $(STORE_TEST_LDADD)

tests_store_journal_writer_SOURCES = tests/store/journal_writer.c \
	$(STORE_DAY)
tests_store_journal_writer_LDADD = $(STORE_TEST_LDADD)

EXTRA_PROGRAMS += tests/store/bench_store
BENCHES += tests/store/bench_store
tests_store_bench_store_SOURCES = tests/store/bench_store.c $(STORE_PLACE)
tests_store_bench_store_LDADD = $(STORE_TEST_LDADD)
