# SPDX-License-Identifier: GPL-3.0-or-later
TUI_TEST_LDADD = libtui.a liblang.a libbase.a $(CMOCKA_LIBS) $(ICU_LIBS)
TUI_PICTURE = tests/tui/picture.c tests/tui/picture.h
TUI_SAMPLE = tests/tui/sample.c tests/tui/sample.h
TUI_FIXTURE = tests/tui/sample_fixture.c tests/tui/sample_fixture.h \
	$(TUI_PICTURE) $(TUI_SAMPLE)

check_PROGRAMS += tests/tui/test_action
TESTS += tests/tui/test_action
tests_tui_test_action_SOURCES = tests/tui/test_action.c \
	$(TUI_SAMPLE)
tests_tui_test_action_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_canvas
TESTS += tests/tui/test_canvas
tests_tui_test_canvas_SOURCES = tests/tui/test_canvas.c \
	$(TUI_PICTURE)
tests_tui_test_canvas_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_chart
TESTS += tests/tui/test_chart
tests_tui_test_chart_SOURCES = tests/tui/test_chart.c \
	$(TUI_PICTURE)
tests_tui_test_chart_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_date
TESTS += tests/tui/test_date
tests_tui_test_date_SOURCES = tests/tui/test_date.c \
	$(TUI_PICTURE)
tests_tui_test_date_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_desktop_note
TESTS += tests/tui/test_desktop_note
tests_tui_test_desktop_note_SOURCES = tests/tui/test_desktop_note.c
tests_tui_test_desktop_note_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_form
TESTS += tests/tui/test_form
tests_tui_test_form_SOURCES = tests/tui/test_form.c \
	$(TUI_PICTURE)
tests_tui_test_form_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_keep
TESTS += tests/tui/test_keep
tests_tui_test_keep_SOURCES = tests/tui/test_keep.c \
	$(TUI_FIXTURE)
tests_tui_test_keep_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_layout
TESTS += tests/tui/test_layout
tests_tui_test_layout_SOURCES = tests/tui/test_layout.c
tests_tui_test_layout_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_memory
TESTS += tests/tui/test_memory
tests_tui_test_memory_SOURCES = tests/tui/test_memory.c \
	$(TUI_SAMPLE) $(FAILING_ALLOC)
tests_tui_test_memory_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_tui_test_memory_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_notes
TESTS += tests/tui/test_notes
tests_tui_test_notes_SOURCES = tests/tui/test_notes.c \
	$(TUI_PICTURE)
tests_tui_test_notes_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_pace
TESTS += tests/tui/test_pace
tests_tui_test_pace_SOURCES = tests/tui/test_pace.c
tests_tui_test_pace_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_scroll
TESTS += tests/tui/test_scroll
tests_tui_test_scroll_SOURCES = tests/tui/test_scroll.c
tests_tui_test_scroll_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_outlet
TESTS += tests/tui/test_outlet
tests_tui_test_outlet_SOURCES = tests/tui/test_outlet.c
tests_tui_test_outlet_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_pen
TESTS += tests/tui/test_pen
tests_tui_test_pen_SOURCES = tests/tui/test_pen.c
tests_tui_test_pen_LDADD = $(TUI_TEST_LDADD) $(NCURSES_LIBS)

check_PROGRAMS += tests/tui/test_reply
TESTS += tests/tui/test_reply
tests_tui_test_reply_SOURCES = tests/tui/test_reply.c
tests_tui_test_reply_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_speech
TESTS += tests/tui/test_speech
tests_tui_test_speech_SOURCES = tests/tui/test_speech.c \
	$(TUI_PICTURE) $(TUI_SAMPLE)
tests_tui_test_speech_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_surface
TESTS += tests/tui/test_surface
tests_tui_test_surface_SOURCES = tests/tui/test_surface.c \
	$(TUI_PICTURE)
tests_tui_test_surface_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_table
TESTS += tests/tui/test_table
tests_tui_test_table_SOURCES = tests/tui/test_table.c \
	$(TUI_PICTURE)
tests_tui_test_table_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_editor
TESTS += tests/tui/test_editor
tests_tui_test_editor_SOURCES = tests/tui/test_editor.c
tests_tui_test_editor_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_theme
TESTS += tests/tui/test_theme
tests_tui_test_theme_SOURCES = tests/tui/test_theme.c
tests_tui_test_theme_LDADD = $(TUI_TEST_LDADD) -lm

check_PROGRAMS += tests/tui/test_told
TESTS += tests/tui/test_told
tests_tui_test_told_SOURCES = tests/tui/test_told.c \
	$(TUI_FIXTURE)
tests_tui_test_told_LDADD = $(TUI_TEST_LDADD)

check_PROGRAMS += tests/tui/test_ui
TESTS += tests/tui/test_ui
tests_tui_test_ui_SOURCES = tests/tui/test_ui.c \
	$(TUI_FIXTURE)
tests_tui_test_ui_LDADD = $(TUI_TEST_LDADD)

# A program on a pseudo-terminal, and libvterm at the other end.
EXTRA_DIST += tests/tui/emulator.c tests/tui/emulator.h \
	tests/tui/sample_program.c tests/tui/test_oracle.c \
	tests/tui/test_stall.c
if HAVE_VTERM
check_PROGRAMS += tests/tui/sample_program tests/tui/test_oracle \
	tests/tui/test_stall
TESTS += tests/tui/test_oracle tests/tui/test_stall
tests_tui_sample_program_SOURCES = tests/tui/sample_program.c $(TUI_SAMPLE)
tests_tui_sample_program_LDADD = libtui.a liblang.a libbase.a \
	$(NCURSES_LIBS) $(ICU_LIBS)
tests_tui_test_oracle_SOURCES = tests/tui/test_oracle.c \
	tests/tui/emulator.c tests/tui/emulator.h
tests_tui_test_oracle_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS)
tests_tui_test_oracle_LDADD = $(TUI_TEST_LDADD) $(VTERM_LIBS)
tests_tui_test_stall_SOURCES = tests/tui/test_stall.c \
	tests/tui/emulator.c tests/tui/emulator.h
tests_tui_test_stall_CFLAGS = $(AM_CFLAGS) $(VTERM_CFLAGS)
tests_tui_test_stall_LDADD = $(TUI_TEST_LDADD) $(VTERM_LIBS)
endif
