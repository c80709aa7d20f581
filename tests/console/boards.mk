# SPDX-License-Identifier: GPL-3.0-or-later
# Figures, and pictures made of them.
PICTURE = tests/tui/picture.c tests/tui/picture.h

check_PROGRAMS += tests/console/test_figures
TESTS += tests/console/test_figures
tests_console_test_figures_SOURCES = tests/console/test_figures.c
tests_console_test_figures_CFLAGS = $(TEST_CFLAGS)
tests_console_test_figures_LDADD = $(CONSOLE_TEST_LDADD)

check_PROGRAMS += tests/console/test_wallboard
TESTS += tests/console/test_wallboard
tests_console_test_wallboard_SOURCES = tests/console/test_wallboard.c \
	tests/console/golden.c tests/console/golden.h \
	tests/console/fixture.c tests/console/fixture.h $(PICTURE)
tests_console_test_wallboard_CFLAGS = $(TEST_CFLAGS)
tests_console_test_wallboard_LDADD = $(CONSOLE_TEST_LDADD)

EXTRA_DIST += \
	tests/console/golden/wallboard-80x24-en.txt \
	tests/console/golden/wallboard-80x24-es.txt \
	tests/console/golden/wallboard-80x24-cs.txt \
	tests/console/golden/wallboard-80x24-ascii.txt \
	tests/console/golden/wallboard-160x45-en.txt \
	tests/console/golden/wallboard-160x45-cs.txt \
	tests/console/golden/wallboard-40x12-en.txt \
	tests/console/golden/wallboard-queue-80x24-en.txt \
	tests/console/golden/wallboard-unknown-80x24-en.txt \
	tests/console/golden/wallboard-crowd-80x24-en.txt
EXTRA_DIST += tests/console/fixtures/floor.json
board_pictures = 10-cockpit \
	10-cockpit-state \
	10-cockpit-end \
	11-cockpit \
	12-wallboard \
	12-wallboard-keys \
	13-wallboard
EXTRA_DIST += $(foreach name,$(board_pictures),$(foreach variant,\
	ascii cs en es mono,tests/console/golden/$(name).$(variant)))

check_PROGRAMS += tests/console/test_boards
TESTS += tests/console/test_boards
tests_console_test_boards_SOURCES = tests/console/test_boards.c $(CONSOLE_STAGE)
tests_console_test_boards_CFLAGS = $(TEST_CFLAGS)
tests_console_test_boards_LDADD = $(CONSOLE_TEST_LDADD)
