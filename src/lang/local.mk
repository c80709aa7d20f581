# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += liblang.a
liblang_a_SOURCES =
