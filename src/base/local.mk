# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = \
	src/base/file.c src/base/file.h \
	src/base/line.c src/base/line.h \
	src/base/mark.h \
	src/base/sha256.h \
	src/base/text.c src/base/text.h
libbase_a_SOURCES += src/base/tree.c src/base/tree.h
