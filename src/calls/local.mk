# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libcalls.a
libcalls_a_SOURCES = \
	src/calls/callees.c \
	src/calls/callers.c \
	src/calls/calls.c src/calls/calls.h \
	src/calls/configuration.c \
	src/calls/early.c \
	src/calls/farewell.c \
	src/calls/inside.h \
	src/calls/joins.c \
	src/calls/keepsake.c src/calls/keepsake.h \
	src/calls/line_out.c src/calls/line_out.h \
	src/calls/lines.c \
	src/calls/listeners.c src/calls/messages.c \
	src/calls/note.h \
	src/calls/party.c src/calls/party.h \
	src/calls/prompt_library.c src/calls/prompt_library.h \
	src/calls/prompts.c src/calls/prompts.h \
	src/calls/queues.c \
	src/calls/recordings.c \
	src/calls/secrecy.c \
	src/calls/sip_side.c \
	src/calls/speech_shelf.c src/calls/speech_shelf.h \
	src/calls/speeches.c \
	src/calls/stream.c \
	src/calls/tracing.c \
	src/calls/trunks.c src/calls/trunks.h \
	src/calls/visitors.c
