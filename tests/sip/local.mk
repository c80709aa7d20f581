# SPDX-License-Identifier: GPL-3.0-or-later
# A program that exposes the stack, and foreign peers that talk to it.
check_PROGRAMS += tests/sip/peer
tests_sip_peer_SOURCES = tests/sip/peer.c
tests_sip_peer_LDADD = libsip.a $(RE_LIBS)

SIP_SCENARIOS = \
	tests/sip/test_call_in.py \
	tests/sip/test_call_out.py \
	tests/sip/test_register.py
TESTS += $(SIP_SCENARIOS)
EXTRA_DIST += $(SIP_SCENARIOS) tests/sip/sipwire.py
