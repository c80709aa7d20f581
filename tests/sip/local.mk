# SPDX-License-Identifier: GPL-3.0-or-later
# A program that exposes the stack, and foreign peers that talk to it.
check_PROGRAMS += tests/sip/peer
tests_sip_peer_SOURCES = tests/sip/peer.c
tests_sip_peer_LDADD = libsip.a $(RE_LIBS)

EXTRA_DIST += tests/sip/test_call_in.py
TESTS += tests/sip/test_call_in.py
EXTRA_DIST += tests/sip/sipwire.py
