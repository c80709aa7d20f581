# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libstore.a
libstore_a_SOURCES = \
	src/store/problem.h \
	src/store/projection.def src/store/projection.h \
	src/store/reader.h \
	src/store/store.h \
	src/store/verify.h
