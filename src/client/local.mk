# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libclient.a
libclient_a_SOURCES =
