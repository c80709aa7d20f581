# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libconsole.a
libconsole_a_SOURCES = \
	src/console/chrome.c src/console/chrome.h \
	src/console/console.c src/console/console.h \
	src/console/console_run.c src/console/console_run.h \
	src/console/desk.c src/console/desk.h \
	src/console/desk_bar.c src/console/desk_bar.h \
	src/console/desk_call.c src/console/desk_face.h \
	src/console/desk_caller.c src/console/desk_caller.h \
	src/console/desk_fetch.c src/console/desk_fetch.h \
	src/console/desk_idle.c src/console/desk_idle.h \
	src/console/desk_inside.h \
	src/console/desk_line.c src/console/desk_line.h \
	src/console/desk_notes.c src/console/desk_notes.h \
	src/console/desk_pause.c src/console/desk_pause.h \
	src/console/desk_ringing.c \
	src/console/desk_small.c \
	src/console/desk_wrap_up.c \
	src/console/errand.c src/console/errand.h \
	src/console/key.def src/console/key.h \
	src/console/key_table.c src/console/key_table.h \
	src/console/keypad.c src/console/keypad.h \
	src/console/line.c src/console/line.h \
	src/console/login.c src/console/login.h \
	src/console/naming.c src/console/naming.h \
	src/console/offline.c src/console/offline.h \
	src/console/phone.c src/console/phone.h \
	src/console/program.c src/console/program.h \
	src/console/screen.c src/console/screen.h \
	src/console/screen.def \
	src/console/screen_name.c src/console/screen_name.h \
	src/console/sign_out.c src/console/sign_out.h \
	src/console/state_menu.c src/console/state_menu.h \
	src/console/state_set.c src/console/state_set.h \
	src/console/transfer.c src/console/transfer.h \
	src/console/transfer_draw.c \
	src/console/transfer_find.c \
	src/console/transfer_inside.h \
	src/console/transfer_send.c \
	src/console/watch.c src/console/watch.h \
	src/console/word.c src/console/word.h \
	src/console/wrap_up.c src/console/wrap_up.h
include src/console/boards.mk
include src/console/sounds.mk
include src/console/admin.mk
