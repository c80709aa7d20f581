# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += liblang.a
liblang_a_SOURCES = \
	src/lang/accept.c \
	src/lang/ascii.c src/lang/ascii.h \
	src/lang/capital.c src/lang/capital.h \
	src/lang/catalogue.c src/lang/catalogue.h \
	src/lang/cells.c src/lang/cells.h \
	src/lang/collation.c src/lang/collation.h \
	src/lang/failure.c src/lang/failure.h \
	src/lang/format.c src/lang/format.h \
	src/lang/lang.c src/lang/lang.h \
	src/lang/locale.c src/lang/locale.h \
	src/lang/phrase.c src/lang/phrase.h \
	src/lang/money.c src/lang/money.h \
	src/lang/plural.c src/lang/plural.h \
	src/lang/sentence.c src/lang/sentence.def src/lang/sentence.h \
	src/lang/sentence_message.c \
	src/lang/sentence_value.c src/lang/sentence_value.h \
	src/lang/timezone.c src/lang/timezone.h \
	src/lang/spoken.c src/lang/spoken.h
