# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libclient.a
libclient_a_SOURCES = \
	src/client/client.c src/client/client.h \
	src/client/client_path.c \
	src/client/client_problem.c src/client/client_problem.h \
	src/client/endpoint.c src/client/endpoint.h \
	src/client/receipt.c src/client/receipt.h \
	src/client/replica.h src/client/session.h \
	src/client/token.c src/client/token.h
