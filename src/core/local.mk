# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libcore.a
libcore_a_SOURCES = \
	src/core/command.c src/core/command.def src/core/command.h \
	src/core/core.h \
	src/core/document_kind.c \
	src/core/document.def src/core/document_names.def \
	src/core/effect.c src/core/effect.def src/core/effect.h \
	src/core/erlang.c src/core/erlang.h \
	src/core/event.c src/core/event.def src/core/event.h \
	src/core/field_rule.c \
	src/core/flow.c src/core/flow.h \
	src/core/outbox.c src/core/outbox.h \
	src/core/record.c src/core/record.h src/core/record_table.h \
	src/core/refusal.c src/core/refusal.def src/core/refusal.h \
	src/core/state.def src/core/state.h \
	src/core/state_copy.c src/core/state_copy.h \
	src/core/words.c src/core/words.h
