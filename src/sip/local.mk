# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libsip.a
libsip_a_SOURCES =
