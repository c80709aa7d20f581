# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libsip.a
libsip_a_SOURCES = \
	src/sip/leg.h \
	src/sip/loop.h \
	src/sip/phone.h \
	src/sip/registrar.h \
	src/sip/signalling.h \
	src/sip/trunk.h \
	src/sip/wheel.h
