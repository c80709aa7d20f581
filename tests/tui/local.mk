# SPDX-License-Identifier: GPL-3.0-or-later
TUI_TEST_LDADD = libtui.a liblang.a libbase.a $(CMOCKA_LIBS) $(ICU_LIBS)

check_PROGRAMS += tests/tui/test_surface
TESTS += tests/tui/test_surface
tests_tui_test_surface_SOURCES = tests/tui/test_surface.c tests/tui/picture.c \
	tests/tui/picture.h
tests_tui_test_surface_CFLAGS = $(TEST_CFLAGS)
tests_tui_test_surface_LDADD = $(TUI_TEST_LDADD)
