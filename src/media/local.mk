# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libmedia.a
libmedia_a_SOURCES = \
	src/media/description.h \
	src/media/drop.def \
	src/media/media.h \
	src/media/sound.h \
	src/media/stats.c src/media/stats.h
