# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libclient.a
libclient_a_SOURCES = \
	src/client/carrier.c src/client/carrier.h \
	src/client/channel.c src/client/channel.h \
	src/client/client.c src/client/client.h \
	src/client/client_path.c \
	src/client/client_problem.c src/client/client_problem.h \
	src/client/endpoint.c src/client/endpoint.h \
	src/client/flow_template.c src/client/flow_template.h \
	src/client/handshake.c src/client/handshake.h \
	src/client/letterbox.c src/client/letterbox.h \
	src/client/outbox.c src/client/outbox.h \
	src/client/outbox_file.c src/client/outbox_inside.h \
	src/client/receipt.c src/client/receipt.h \
	src/client/replica.c src/client/replica.h \
	src/client/replica_read.c \
	src/client/session.c src/client/session.h \
	src/client/session_ask.c src/client/session_inside.h \
	src/client/session_news.c \
	src/client/stream.c src/client/stream.h \
	src/client/stream_hear.c src/client/stream_say.c \
	src/client/stream_stay.c \
	src/client/token.c src/client/token.h
