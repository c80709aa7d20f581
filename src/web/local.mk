# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libweb.a
libweb_a_SOURCES = \
	src/web/answer.c src/web/answer.h \
	src/web/asker.c src/web/asker.h \
	src/web/chunks.c src/web/chunks.h \
	src/web/client.c src/web/client.h \
	src/web/contacts.c src/web/contacts.h \
	src/web/decisions.c src/web/decisions.h \
	src/web/dispatch.c src/web/dispatch.h \
	src/web/doors.c \
	src/web/documents.c src/web/documents.h \
	src/web/exchange.c src/web/exchange.h \
	src/web/exchange_wait.c \
	src/web/figures.c src/web/figures.h \
	src/web/flows.c src/web/flows.h \
	src/web/from_main.c src/web/from_main.h \
	src/web/guard.c src/web/guard.h \
	src/web/inside.h \
	src/web/journal.c src/web/journal.h \
	src/web/keys.c src/web/keys.h \
	src/web/listing.c src/web/listing.h \
	src/web/live.c src/web/live.h \
	src/web/lookup.c src/web/lookup.h \
	src/web/message_head.c src/web/message_head.h \
	src/web/password.c src/web/password.h \
	src/web/passwords.c src/web/passwords.h \
	src/web/people.c src/web/people.h \
	src/web/queues.c src/web/queues.h \
	src/web/repeats.c src/web/repeats.h \
	src/web/secrets.c src/web/secrets.h \
	src/web/serve.c src/web/serve.h \
	src/web/sessions.c src/web/sessions.h \
	src/web/target.c src/web/target.h \
	src/web/to_main.c src/web/to_main.h \
	src/web/token.c src/web/token.h \
	src/web/upkeep.c src/web/upkeep.h \
	src/web/web.h
