# SPDX-License-Identifier: GPL-3.0-or-later
# Harnesses for libFuzzer (make fuzz, make fuzz-proof); in every check they
# are given the collected inputs.
FUZZ_REPLAY = tests/fuzz/choice.c tests/fuzz/fuzz.h tests/fuzz/replay.c
FUZZ_BASE_LDADD = libbase.a
FUZZ_SIP_LDADD = libsip.a libbase.a $(RE_LIBS)
FUZZ_MEDIA_LDADD = libmedia.a libbase.a $(SRTP_LIBS) -lm
FUZZ_WIRE_LDADD = libwire.a libcore.a libbase.a $(JANSSON_LIBS)
FUZZ_CLIENT_LDADD = libclient.a libwire.a libcore.a libbase.a $(JANSSON_LIBS) \
	$(CURL_LIBS)
FUZZ_LANG_LDADD = liblang.a libbase.a
FUZZ_TUI_LDADD = libtui.a liblang.a libbase.a $(NCURSES_LIBS) $(ICU_LIBS)
FUZZ_WEB_LDADD = libweb.a libwire.a libcore.a libbase.a $(JANSSON_LIBS)
FUZZ_COMMAND_LDADD = libweb.a libjobs.a libstore.a libwire.a libcore.a \
	liblang.a libbase.a $(LWS_LIBS) $(SODIUM_LIBS) $(JANSSON_LIBS) \
	$(SQLITE_LIBS) $(ICU_LIBS)

fuzz_tests = tests/fuzz/fuzz_accept \
	tests/fuzz/fuzz_base64 \
	tests/fuzz/fuzz_calendar \
	tests/fuzz/fuzz_callers \
	tests/fuzz/fuzz_catalogue \
	tests/fuzz/fuzz_chunks \
	tests/fuzz/fuzz_command \
	tests/fuzz/fuzz_condition \
	tests/fuzz/fuzz_config \
	tests/fuzz/fuzz_demand \
	tests/fuzz/fuzz_dialog \
	tests/fuzz/fuzz_digest \
	tests/fuzz/fuzz_digits \
	tests/fuzz/fuzz_endpoint \
	tests/fuzz/fuzz_event \
	tests/fuzz/fuzz_filter \
	tests/fuzz/fuzz_flow \
	tests/fuzz/fuzz_frame \
	tests/fuzz/fuzz_half \
	tests/fuzz/fuzz_handshake \
	tests/fuzz/fuzz_header \
	tests/fuzz/fuzz_holidays \
	tests/fuzz/fuzz_http \
	tests/fuzz/fuzz_json \
	tests/fuzz/fuzz_keepsake \
	tests/fuzz/fuzz_leg \
	tests/fuzz/fuzz_lookup \
	tests/fuzz/fuzz_outbox \
	tests/fuzz/fuzz_problem \
	tests/fuzz/fuzz_recording \
	tests/fuzz/fuzz_replica \
	tests/fuzz/fuzz_reply \
	tests/fuzz/fuzz_rtcp \
	tests/fuzz/fuzz_rtp \
	tests/fuzz/fuzz_salvage \
	tests/fuzz/fuzz_sdp \
	tests/fuzz/fuzz_setting \
	tests/fuzz/fuzz_settings \
	tests/fuzz/fuzz_sip \
	tests/fuzz/fuzz_snapshot \
	tests/fuzz/fuzz_tape \
	tests/fuzz/fuzz_target \
	tests/fuzz/fuzz_text \
	tests/fuzz/fuzz_trace \
	tests/fuzz/fuzz_wav \
	tests/fuzz/fuzz_wave \
	tests/fuzz/fuzz_worker
check_PROGRAMS += $(fuzz_tests)
TESTS += $(fuzz_tests) tests/fuzz/check-planted
tests_fuzz_fuzz_accept_SOURCES = tests/fuzz/fuzz_accept.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_accept_LDADD = $(FUZZ_LANG_LDADD) $(ICU_LIBS)
tests_fuzz_fuzz_calendar_SOURCES = tests/fuzz/fuzz_calendar.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_calendar_LDADD = libcore.a libbase.a
tests_fuzz_fuzz_callers_SOURCES = tests/fuzz/fuzz_callers.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_callers_LDADD = $(FUZZ_WIRE_LDADD)
tests_fuzz_fuzz_catalogue_SOURCES = tests/fuzz/fuzz_catalogue.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_catalogue_LDADD = $(FUZZ_LANG_LDADD)
tests_fuzz_fuzz_base64_SOURCES = tests/fuzz/fuzz_base64.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_base64_LDADD = $(FUZZ_WIRE_LDADD)
tests_fuzz_fuzz_chunks_SOURCES = tests/fuzz/fuzz_chunks.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_chunks_LDADD = $(FUZZ_WEB_LDADD)
tests_fuzz_fuzz_condition_SOURCES = tests/fuzz/fuzz_condition.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_condition_LDADD = libcore.a libbase.a
tests_fuzz_fuzz_config_SOURCES = tests/fuzz/fuzz_config.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_config_LDADD = $(FUZZ_BASE_LDADD)
tests_fuzz_fuzz_demand_SOURCES = tests/fuzz/fuzz_demand.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_demand_LDADD = libcore.a libbase.a
tests_fuzz_fuzz_dialog_SOURCES = tests/fuzz/fuzz_dialog.c $(FUZZ_REPLAY) \
	$(CORE_WORLD)
tests_fuzz_fuzz_dialog_LDADD = libcore.a libbase.a $(CMOCKA_LIBS)
tests_fuzz_fuzz_digest_SOURCES = tests/fuzz/fuzz_digest.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_digest_LDADD = $(FUZZ_SIP_LDADD)
tests_fuzz_fuzz_digits_SOURCES = tests/fuzz/fuzz_digits.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_digits_LDADD = $(FUZZ_MEDIA_LDADD)
tests_fuzz_fuzz_event_SOURCES = tests/fuzz/fuzz_event.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_event_LDADD = $(FUZZ_WIRE_LDADD)
tests_fuzz_fuzz_filter_SOURCES = tests/fuzz/fuzz_filter.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_filter_LDADD = $(FUZZ_WIRE_LDADD)
tests_fuzz_fuzz_flow_SOURCES = tests/fuzz/fuzz_flow.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_flow_LDADD = $(FUZZ_WIRE_LDADD)
tests_fuzz_fuzz_frame_SOURCES = tests/fuzz/fuzz_frame.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_frame_LDADD = $(FUZZ_WIRE_LDADD)
tests_fuzz_fuzz_half_SOURCES = tests/fuzz/fuzz_half.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_half_LDADD = $(FUZZ_SIP_LDADD)
tests_fuzz_fuzz_holidays_SOURCES = tests/fuzz/fuzz_holidays.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_holidays_LDADD = $(FUZZ_WIRE_LDADD)
tests_fuzz_fuzz_http_SOURCES = tests/fuzz/fuzz_http.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_http_LDADD = $(FUZZ_WEB_LDADD)
tests_fuzz_fuzz_outbox_SOURCES = tests/fuzz/fuzz_outbox.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_outbox_LDADD = $(FUZZ_CLIENT_LDADD)
tests_fuzz_fuzz_problem_SOURCES = tests/fuzz/fuzz_problem.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_problem_LDADD = $(FUZZ_CLIENT_LDADD)
tests_fuzz_fuzz_json_SOURCES = tests/fuzz/fuzz_json.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_json_LDADD = $(FUZZ_WIRE_LDADD)
tests_fuzz_fuzz_leg_SOURCES = tests/fuzz/fuzz_leg.c $(FUZZ_REPLAY) \
	tests/fuzz/leg_house.c tests/fuzz/leg_house.h
tests_fuzz_fuzz_leg_LDADD = $(FUZZ_SIP_LDADD)
tests_fuzz_fuzz_replica_SOURCES = tests/fuzz/fuzz_replica.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_replica_LDADD = $(FUZZ_CLIENT_LDADD)
tests_fuzz_fuzz_reply_SOURCES = tests/fuzz/fuzz_reply.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_reply_LDADD = $(FUZZ_TUI_LDADD)
tests_fuzz_fuzz_recording_SOURCES = tests/fuzz/fuzz_recording.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_recording_LDADD = $(FUZZ_MEDIA_LDADD)
tests_fuzz_fuzz_rtcp_SOURCES = tests/fuzz/fuzz_rtcp.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_rtcp_LDADD = $(FUZZ_MEDIA_LDADD)
tests_fuzz_fuzz_rtp_SOURCES = tests/fuzz/fuzz_rtp.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_rtp_LDADD = $(FUZZ_MEDIA_LDADD)
tests_fuzz_fuzz_salvage_SOURCES = tests/fuzz/fuzz_salvage.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_salvage_LDADD = $(FUZZ_SIP_LDADD)
tests_fuzz_fuzz_sdp_SOURCES = tests/fuzz/fuzz_sdp.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_sdp_LDADD = $(FUZZ_SIP_LDADD)
tests_fuzz_fuzz_setting_SOURCES = tests/fuzz/fuzz_setting.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_setting_LDADD = $(FUZZ_BASE_LDADD)
tests_fuzz_fuzz_sip_SOURCES = tests/fuzz/fuzz_sip.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_sip_LDADD = $(FUZZ_SIP_LDADD)
tests_fuzz_fuzz_tape_SOURCES = tests/fuzz/fuzz_tape.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_tape_LDADD = $(FUZZ_MEDIA_LDADD)
tests_fuzz_fuzz_target_SOURCES = tests/fuzz/fuzz_target.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_target_LDADD = $(FUZZ_WEB_LDADD)
tests_fuzz_fuzz_text_SOURCES = tests/fuzz/fuzz_text.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_text_LDADD = $(FUZZ_BASE_LDADD)
tests_fuzz_fuzz_trace_SOURCES = tests/fuzz/fuzz_trace.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_trace_LDADD = $(FUZZ_BASE_LDADD)
tests_fuzz_fuzz_wav_SOURCES = tests/fuzz/fuzz_wav.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_wav_LDADD = $(FUZZ_MEDIA_LDADD)
tests_fuzz_fuzz_wave_SOURCES = tests/fuzz/fuzz_wave.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_wave_LDADD = libworker.a libmedia.a libwire.a libcore.a libbase.a -lm
tests_fuzz_fuzz_command_SOURCES = tests/fuzz/fuzz_command.c $(FUZZ_REPLAY) \
	tests/fuzz/command_house.c tests/fuzz/command_house.h
tests_fuzz_fuzz_command_CPPFLAGS = $(AM_CPPFLAGS) -DFUZZ_NEAR=24
tests_fuzz_fuzz_command_LDADD = $(FUZZ_COMMAND_LDADD)
tests_fuzz_fuzz_handshake_SOURCES = tests/fuzz/fuzz_handshake.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_handshake_LDADD = $(FUZZ_CLIENT_LDADD)
tests_fuzz_fuzz_header_SOURCES = tests/fuzz/fuzz_header.c $(FUZZ_REPLAY) \
	tests/fuzz/leg_house.c tests/fuzz/leg_house.h
tests_fuzz_fuzz_header_LDADD = $(FUZZ_SIP_LDADD)
tests_fuzz_fuzz_endpoint_SOURCES = tests/fuzz/fuzz_endpoint.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_endpoint_LDADD = $(FUZZ_CLIENT_LDADD)
tests_fuzz_fuzz_worker_SOURCES = tests/fuzz/fuzz_worker.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_worker_LDADD = libjobs.a libwire.a libcore.a libbase.a
tests_fuzz_fuzz_keepsake_SOURCES = tests/fuzz/fuzz_keepsake.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_keepsake_LDADD = libcalls.a libbase.a
tests_fuzz_fuzz_lookup_SOURCES = tests/fuzz/fuzz_lookup.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_lookup_LDADD = $(FUZZ_WIRE_LDADD)
tests_fuzz_fuzz_settings_SOURCES = tests/fuzz/fuzz_settings.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_settings_LDADD = libconsole.a libclient.a libwire.a libcore.a \
	$(FUZZ_TUI_LDADD) $(JANSSON_LIBS) $(CURL_LIBS) -lm
tests_fuzz_fuzz_snapshot_SOURCES = tests/fuzz/fuzz_snapshot.c $(FUZZ_REPLAY)
tests_fuzz_fuzz_snapshot_LDADD = $(FUZZ_WIRE_LDADD)

FUZZ_FILES = tests/fuzz/corpus.py tests/fuzz/fuzz.sh tests/fuzz/planted \
	tests/fuzz/check-planted
EXTRA_DIST += $(FUZZ_FILES) $(fuzz_tests:tests/fuzz/%=tests/fuzz/corpus/%.txt)

# make fuzz FUZZ_SECONDS=600 FUZZ_HARNESSES="fuzz_sip fuzz_sdp"
FUZZ_SECONDS = 20
FUZZ_HARNESSES = $(fuzz_tests:tests/fuzz/%=%)
fuzz_run = $(AM_TESTS_ENVIRONMENT) \
	CFLAGS='$(DEFS) $(filter-out -DLOCALE_DIR% -DSHARE_DIR% -DLIBEXEC_DIR%,$(AM_CPPFLAGS))'; \
	export CFLAGS; \
	LIBS='$(RE_LIBS) $(SRTP_LIBS) $(JANSSON_LIBS) $(SODIUM_LIBS) $(CMOCKA_LIBS) \
		$(CURL_LIBS) $(NCURSES_LIBS) $(ICU_LIBS) $(LWS_LIBS) \
		$(SQLITE_LIBS) -lm'; \
	export LIBS; \
	WORLD='$(filter %.c,$(CORE_WORLD))'; export WORLD; \
	$(SHELL) $(srcdir)/tests/fuzz/fuzz.sh
fuzz: all
	@$(fuzz_run) look $(FUZZ_SECONDS) $(FUZZ_HARNESSES)
fuzz-proof: all
	@$(fuzz_run) prove 60 $(FUZZ_HARNESSES)

.PHONY: fuzz fuzz-proof
