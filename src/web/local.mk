# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libweb.a
libweb_a_SOURCES = src/web/web.h
