# SPDX-License-Identifier: GPL-3.0-or-later
# A program that exposes the stack, and foreign peers that talk to it.
check_PROGRAMS += tests/sip/peer
tests_sip_peer_SOURCES = tests/sip/peer.c
tests_sip_peer_LDADD = libsip.a libbase.a $(RE_LIBS)

SIP_SCENARIOS = \
	tests/sip/test_call_in.py \
	tests/sip/test_call_out.py \
	tests/sip/test_dialogs.py \
	tests/sip/test_forms.py \
	tests/sip/test_help.py \
	tests/sip/test_names.py \
	tests/sip/test_register.py \
	tests/sip/test_reliable.py \
	tests/sip/test_rfc_torture.py \
	tests/sip/test_replaces.py \
	tests/sip/test_sessions.py \
	tests/sip/test_sipp.py \
	tests/sip/test_srtp.py \
	tests/sip/test_srtp_declined.py \
	tests/sip/test_timers.py \
	tests/sip/test_tls.py \
	tests/sip/test_torture.py \
	tests/sip/test_trunk_register.py
TESTS += $(SIP_SCENARIOS) tests/sip/check-cases
EXTRA_DIST += $(SIP_SCENARIOS) tests/sip/sipwire.py tests/sip/CASES \
	tests/sip/check-cases
EXTRA_DIST += tests/sip/certificates.py tests/sip/nameserver.py \
	tests/sip/srtp_peer.py tests/sip/torture_messages.py

check_PROGRAMS += tests/sip/test_wheel
tests_sip_test_wheel_SOURCES = tests/sip/test_wheel.c $(FAILING_ALLOC)
tests_sip_test_wheel_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_sip_test_wheel_LDADD = libsip.a libbase.a $(CMOCKA_LIBS) $(RE_LIBS)

check_PROGRAMS += tests/sip/test_loop
tests_sip_test_loop_SOURCES = tests/sip/test_loop.c
tests_sip_test_loop_LDADD = libsip.a libbase.a $(CMOCKA_LIBS) $(RE_LIBS)

check_PROGRAMS += tests/sip/test_lookup
tests_sip_test_lookup_SOURCES = tests/sip/test_lookup.c $(FAILING_ALLOC)
tests_sip_test_lookup_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_sip_test_lookup_LDADD = libsip.a libbase.a $(CMOCKA_LIBS) $(RE_LIBS)

check_PROGRAMS += tests/sip/test_media_sdp
tests_sip_test_media_sdp_SOURCES = tests/sip/test_media_sdp.c
tests_sip_test_media_sdp_LDADD = libsip.a libbase.a $(CMOCKA_LIBS) $(RE_LIBS)

check_PROGRAMS += tests/sip/test_random
tests_sip_test_random_SOURCES = tests/sip/test_random.c
tests_sip_test_random_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=entropy_bytes
tests_sip_test_random_LDADD = libsip.a libbase.a $(CMOCKA_LIBS) $(RE_LIBS)

check_PROGRAMS += tests/sip/test_refusal
tests_sip_test_refusal_SOURCES = tests/sip/test_refusal.c $(FAILING_ALLOC)
tests_sip_test_refusal_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_sip_test_refusal_LDADD = libsip.a libbase.a $(CMOCKA_LIBS) $(RE_LIBS)

check_PROGRAMS += tests/sip/test_reply
tests_sip_test_reply_SOURCES = tests/sip/test_reply.c
tests_sip_test_reply_LDADD = libsip.a libbase.a $(CMOCKA_LIBS) $(RE_LIBS)

check_PROGRAMS += tests/sip/test_sanity
tests_sip_test_sanity_SOURCES = tests/sip/test_sanity.c
tests_sip_test_sanity_LDADD = libsip.a libbase.a $(CMOCKA_LIBS) $(RE_LIBS)

check_PROGRAMS += tests/sip/test_who
tests_sip_test_who_SOURCES = tests/sip/test_who.c $(FAILING_ALLOC)
tests_sip_test_who_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_sip_test_who_LDADD = libsip.a libbase.a $(CMOCKA_LIBS) $(RE_LIBS)

check_PROGRAMS += tests/sip/test_source
tests_sip_test_source_SOURCES = tests/sip/test_source.c
tests_sip_test_source_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--wrap=connect,--wrap=getsockname
tests_sip_test_source_LDADD = libsip.a libbase.a $(CMOCKA_LIBS) $(RE_LIBS)

check_PROGRAMS += tests/sip/test_stack
tests_sip_test_stack_SOURCES = tests/sip/test_stack.c $(FAILING_ALLOC)
tests_sip_test_stack_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_sip_test_stack_LDADD = libsip.a libbase.a $(CMOCKA_LIBS) $(RE_LIBS)

SIP_UNITS = tests/sip/test_lookup tests/sip/test_loop tests/sip/test_wheel \
	tests/sip/test_media_sdp \
	tests/sip/test_random tests/sip/test_refusal tests/sip/test_reply \
	tests/sip/test_sanity \
	tests/sip/test_source tests/sip/test_stack tests/sip/test_who
TESTS += $(SIP_UNITS)
