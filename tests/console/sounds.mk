# SPDX-License-Identifier: GPL-3.0-or-later
# The recordings, and the player.
check_PROGRAMS += tests/console/test_recordings
TESTS += tests/console/test_recordings
tests_console_test_recordings_SOURCES = tests/console/test_recordings.c \
	$(CONSOLE_STAGE)
tests_console_test_recordings_CFLAGS = $(TEST_CFLAGS)
tests_console_test_recordings_LDADD = $(CONSOLE_TEST_LDADD)

EXTRA_DIST += \
	tests/console/fixtures/listen-ends.json \
	tests/console/fixtures/listen-plays.json \
	tests/console/fixtures/listen-rings.json \
	tests/console/fixtures/recordings-admin.json \
	tests/console/fixtures/recordings-busy.json \
	tests/console/fixtures/recordings-few.json \
	tests/console/fixtures/recordings-lost.json \
	tests/console/fixtures/recordings-no-phone.json \
	tests/console/fixtures/recordings-refused.json \
	tests/console/fixtures/recordings-unreachable.json \
	tests/console/fixtures/recordings-watcher.json \
	tests/console/fixtures/recordings-wraps-up.json \
	tests/console/fixtures/recordings.json
sound_pictures = 23-recordings \
	23-recordings-delete \
	23-recordings-filter \
	23-recordings-hostile \
	23-recordings-plays \
	23-recordings-rings \
	23-recordings-small \
	23-recordings-wide
EXTRA_DIST += $(foreach name,$(sound_pictures),$(foreach variant,\
	ascii cs en es mono,tests/console/golden/$(name).$(variant)))
