# SPDX-License-Identifier: GPL-3.0-or-later
TUI_TEST_LDADD = libtui.a liblang.a libbase.a $(CMOCKA_LIBS) $(ICU_LIBS)
TUI_PICTURE = tests/tui/picture.c tests/tui/picture.h
TUI_SAMPLE = tests/tui/sample.c tests/tui/sample.h

check_PROGRAMS += tests/tui/test_surface
TESTS += tests/tui/test_surface
tests_tui_test_surface_SOURCES = tests/tui/test_surface.c $(TUI_PICTURE)
tests_tui_test_surface_CFLAGS = $(TEST_CFLAGS)
tests_tui_test_surface_LDADD = $(TUI_TEST_LDADD)

# A program on a pseudo-terminal, and libvterm at the other end.
EXTRA_DIST += tests/tui/emulator.c tests/tui/emulator.h tests/tui/test_oracle.c
if HAVE_VTERM
check_PROGRAMS += tests/tui/sample_program tests/tui/test_oracle
TESTS += tests/tui/test_oracle
tests_tui_sample_program_SOURCES = tests/tui/sample_program.c $(TUI_SAMPLE)
tests_tui_sample_program_LDADD = libtui.a liblang.a libbase.a \
	$(NCURSES_LIBS) $(ICU_LIBS)
tests_tui_test_oracle_SOURCES = tests/tui/test_oracle.c \
	tests/tui/emulator.c tests/tui/emulator.h
tests_tui_test_oracle_CFLAGS = $(TEST_CFLAGS) $(VTERM_CFLAGS)
tests_tui_test_oracle_LDADD = $(TUI_TEST_LDADD) $(VTERM_LIBS)
endif
