# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libmedia.a
libmedia_a_SOURCES = \
	src/media/description.h
