# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += librobot.a
librobot_a_SOURCES =
