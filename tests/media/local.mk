# SPDX-License-Identifier: GPL-3.0-or-later
MEDIA_PEER = tests/media/peer.c tests/media/peer.h
MEDIA_LDADD = libmedia.a libbase.a $(SRTP_LIBS) $(CMOCKA_LIBS) -lm

media_tests = \
	tests/media/test_bridge \
	tests/media/test_cipher \
	tests/media/test_digits \
	tests/media/test_g711 \
	tests/media/test_guard \
	tests/media/test_latch \
	tests/media/test_media \
	tests/media/test_peaks \
	tests/media/test_port_pool \
	tests/media/test_quiet \
	tests/media/test_random \
	tests/media/test_recorder \
	tests/media/test_rtcp \
	tests/media/test_rtp \
	tests/media/test_secret \
	tests/media/test_sound \
	tests/media/test_stall \
	tests/media/test_stats \
	tests/media/test_tape
check_PROGRAMS += $(media_tests)
TESTS += $(media_tests)

tests_media_test_g711_SOURCES = tests/media/test_g711.c \
	tests/media/spectrum.h
tests_media_test_g711_LDADD = $(MEDIA_LDADD)

tests_media_test_sound_SOURCES = tests/media/test_sound.c \
	tests/media/spectrum.h $(FAILING_ALLOC)
tests_media_test_sound_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_media_test_sound_LDADD = $(MEDIA_LDADD)

tests_media_test_quiet_SOURCES = tests/media/test_quiet.c
tests_media_test_quiet_LDADD = $(MEDIA_LDADD)

tests_media_test_rtp_SOURCES = tests/media/test_rtp.c
tests_media_test_rtp_LDADD = $(MEDIA_LDADD)

tests_media_test_rtcp_SOURCES = tests/media/test_rtcp.c
tests_media_test_rtcp_LDADD = $(MEDIA_LDADD)

tests_media_test_digits_SOURCES = tests/media/test_digits.c
tests_media_test_digits_LDADD = $(MEDIA_LDADD)

tests_media_test_latch_SOURCES = tests/media/test_latch.c
tests_media_test_latch_LDADD = $(MEDIA_LDADD)

tests_media_test_stats_SOURCES = tests/media/test_stats.c
tests_media_test_stats_LDADD = $(MEDIA_LDADD)

tests_media_test_port_pool_SOURCES = tests/media/test_port_pool.c \
	$(FAILING_ALLOC)
tests_media_test_port_pool_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_media_test_port_pool_LDADD = $(MEDIA_LDADD)

tests_media_test_media_SOURCES = tests/media/test_media.c \
	tests/media/spectrum.h $(MEDIA_PEER) $(FAILING_ALLOC)
tests_media_test_media_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_media_test_media_LDADD = $(MEDIA_LDADD)

tests_media_test_bridge_SOURCES = tests/media/test_bridge.c $(MEDIA_PEER)
tests_media_test_bridge_LDADD = $(MEDIA_LDADD)

SECRET_PEER = tests/media/secret_peer.c tests/media/secret_peer.h

tests_media_test_cipher_SOURCES = tests/media/test_cipher.c $(SECRET_PEER) \
	$(FAILING_ALLOC)
tests_media_test_cipher_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_media_test_cipher_LDADD = $(MEDIA_LDADD) $(RE_LIBS)

tests_media_test_secret_SOURCES = tests/media/test_secret.c $(MEDIA_PEER) \
	$(SECRET_PEER)
tests_media_test_secret_LDADD = $(MEDIA_LDADD) $(RE_LIBS)

tests_media_test_guard_SOURCES = tests/media/test_guard.c $(MEDIA_PEER)
tests_media_test_guard_LDADD = $(MEDIA_LDADD)

tests_media_test_random_SOURCES = tests/media/test_random.c $(MEDIA_PEER) \
	$(FAILING_ALLOC)
tests_media_test_random_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_media_test_random_LDADD = $(MEDIA_LDADD)

tests_media_test_stall_SOURCES = tests/media/test_stall.c $(MEDIA_PEER)
tests_media_test_stall_LDADD = $(MEDIA_LDADD)

tests_media_test_peaks_SOURCES = tests/media/test_peaks.c
tests_media_test_peaks_LDADD = $(MEDIA_LDADD)

tests_media_test_recorder_SOURCES = tests/media/test_recorder.c \
	tests/media/spectrum.h $(MEDIA_PEER)
tests_media_test_recorder_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=fdatasync
tests_media_test_recorder_LDADD = $(MEDIA_LDADD)

tests_media_test_tape_SOURCES = tests/media/test_tape.c \
	tests/media/spectrum.h
tests_media_test_tape_LDADD = $(MEDIA_LDADD)

# Not a test: prints CPU per relayed packet.
BENCHES += tests/media/bench_relay
EXTRA_PROGRAMS += tests/media/bench_relay
tests_media_bench_relay_SOURCES = tests/media/bench_relay.c $(SECRET_PEER)
tests_media_bench_relay_LDADD = libmedia.a libbase.a $(SRTP_LIBS) $(RE_LIBS) \
	$(CMOCKA_LIBS)

# Not a test: prints how many calls are carried, beside a plain relay.
BENCHES += tests/media/bench_capacity
EXTRA_PROGRAMS += tests/media/bench_capacity
tests_media_bench_capacity_SOURCES = tests/media/bench_capacity.c \
	tests/media/relay_trial.c tests/media/relay_trial.h \
	tests/media/call_load.c tests/media/call_load.h \
	tests/media/plain_relay.c tests/media/plain_relay.h
tests_media_bench_capacity_LDADD = libmedia.a libbase.a $(SRTP_LIBS)

# Not a test: what a bare relay takes for a packet; bench_calls.py asks.
EXTRA_PROGRAMS += tests/media/relay_floor
tests_media_relay_floor_SOURCES = tests/media/relay_floor.c \
	tests/media/plain_relay.c tests/media/plain_relay.h
tests_media_relay_floor_LDADD = libmedia.a libbase.a $(SRTP_LIBS) -lm
