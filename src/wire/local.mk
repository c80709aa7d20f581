# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libwire.a
libwire_a_SOURCES =
