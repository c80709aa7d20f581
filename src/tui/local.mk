# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libtui.a
libtui_a_SOURCES = \
	src/tui/action.c src/tui/action.h \
	src/tui/action.def \
	src/tui/action_lint.c \
	src/tui/canvas.c src/tui/canvas.h \
	src/tui/canvas_arrange.c \
	src/tui/canvas_draw.c \
	src/tui/canvas_inside.h \
	src/tui/canvas_lay.c \
	src/tui/canvas_line.h \
	src/tui/canvas_search.c src/tui/canvas_search.h \
	src/tui/canvas_view.c \
	src/tui/chart.c src/tui/chart.h \
	src/tui/clipboard.c src/tui/clipboard.h \
	src/tui/columns.c src/tui/columns.h \
	src/tui/confirm.c src/tui/confirm.h \
	src/tui/contrast.c src/tui/contrast.h \
	src/tui/crash.c src/tui/crash.h \
	src/tui/date.c src/tui/date.h \
	src/tui/desktop_note.c src/tui/desktop_note.h \
	src/tui/digits.c \
	src/tui/edit.c src/tui/edit.h \
	src/tui/editor.c src/tui/editor.h \
	src/tui/exit_guard.c src/tui/exit_guard.h \
	src/tui/footer.c src/tui/footer.h \
	src/tui/form.c src/tui/form.h \
	src/tui/form_content.c \
	src/tui/form_date.c \
	src/tui/form_draw.c \
	src/tui/form_click.c \
	src/tui/form_input.c \
	src/tui/form_inside.h \
	src/tui/form_review.c \
	src/tui/frame.c \
	src/tui/glyph.c src/tui/glyph.h \
	src/tui/glyph.def \
	src/tui/grid.c src/tui/grid.h \
	src/tui/header.c src/tui/header.h \
	src/tui/help.c src/tui/help.h \
	src/tui/input.h \
	src/tui/keep.c src/tui/keep.h \
	src/tui/layout.c src/tui/layout.h \
	src/tui/loop.c src/tui/loop.h \
	src/tui/match.c src/tui/match.h \
	src/tui/menu.c src/tui/menu.h src/tui/menu_inside.h \
	src/tui/menu_draw.c \
	src/tui/message.c src/tui/message.h \
	src/tui/message_view.c src/tui/message_view.h \
	src/tui/notes.c src/tui/notes.h src/tui/notes_inside.h \
	src/tui/notes_rows.c \
	src/tui/outlet.c src/tui/outlet.h \
	src/tui/pace.c src/tui/pace.h \
	src/tui/palette.c src/tui/palette.h \
	src/tui/pen.c src/tui/pen.h \
	src/tui/pen_inside.h \
	src/tui/pen_paint.c \
	src/tui/prose.c src/tui/prose.h \
	src/tui/reply.c src/tui/reply.h \
	src/tui/safe_text.c src/tui/safe_text.h \
	src/tui/scroll.c src/tui/scroll.h \
	src/tui/speech.c src/tui/speech.h \
	src/tui/split.c src/tui/split.h \
	src/tui/stroke.c src/tui/stroke.h \
	src/tui/stroke_sequence.c src/tui/stroke_sequence.h \
	src/tui/stroke_word.c src/tui/stroke_word.h \
	src/tui/surface.c src/tui/surface.h \
	src/tui/table.c src/tui/table.h \
	src/tui/table_columns.c \
	src/tui/table_copy.c \
	src/tui/table_draw.c \
	src/tui/table_input.c \
	src/tui/table_inside.h \
	src/tui/table_order.c \
	src/tui/terminal.c src/tui/terminal.h \
	src/tui/terminal_extras.c \
	src/tui/terminal_inside.h \
	src/tui/terminal_probe.c \
	src/tui/terminal_read.c \
	src/tui/terminal_show.c \
	src/tui/terminfo.c src/tui/terminfo.h \
	src/tui/theme.c src/tui/theme.h \
	src/tui/theme.def \
	src/tui/ui.c src/tui/ui.h \
	src/tui/ui_action.c \
	src/tui/ui_bars.c \
	src/tui/ui_editing.c \
	src/tui/ui_draw.c \
	src/tui/ui_footer.c \
	src/tui/ui_input.c \
	src/tui/ui_own.c \
	src/tui/ui_inside.h \
	src/tui/utf8.c src/tui/utf8.h \
	src/tui/view.h \
	src/tui/wave.c
