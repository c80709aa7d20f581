# SPDX-License-Identifier: GPL-3.0-or-later
# The real programs among real peers. Each test has addresses and a directory
# of its own, so that they run side by side.
scenario_tests = \
	tests/scenario/test_call.py \
	tests/scenario/test_console.py \
	tests/scenario/test_consult.py \
	tests/scenario/test_contacts.py \
	tests/scenario/test_crash.py \
	tests/scenario/test_demo.py \
	tests/scenario/test_dial.py \
	tests/scenario/test_divert.py \
	tests/scenario/test_erasure.py tests/scenario/test_erasure_message.py \
	tests/scenario/test_faults.py \
	tests/scenario/test_flow.py \
	tests/scenario/test_flow_by_phone.py \
	tests/scenario/test_ivr.py tests/scenario/test_lookup.py \
	tests/scenario/test_flow_editor.py \
	tests/scenario/test_flow_hang_up.py \
	tests/scenario/test_flow_nodes.py \
	tests/scenario/test_foreign.py \
	tests/scenario/test_foreign_call.py \
	tests/scenario/test_foreign_listening.py \
	tests/scenario/test_harness.py \
	tests/scenario/test_import.py \
	tests/scenario/test_ipv6.py \
	tests/scenario/test_keys.py \
	tests/scenario/test_linear.py \
	tests/scenario/test_nailed_foreign.py \
	tests/scenario/test_nailed_up.py \
	tests/scenario/test_languages.py \
	tests/scenario/test_listening.py \
	tests/scenario/test_lockout.py \
	tests/scenario/test_manual.py \
	tests/scenario/test_deliveries.py \
	tests/scenario/test_messages.py \
	tests/scenario/test_messages_kept.py tests/scenario/test_utterance.py \
	tests/scenario/test_callbacks.py \
	tests/scenario/test_callbacks_ahead.py tests/scenario/test_night.py \
	tests/scenario/test_number_plan.py \
	tests/scenario/test_offers.py \
	tests/scenario/test_offline.py \
	tests/scenario/test_overload.py \
	tests/scenario/test_own.py \
	tests/scenario/test_player.py \
	tests/scenario/test_prompt_library.py \
	tests/scenario/test_prompts.py \
	tests/scenario/test_races.py \
	tests/scenario/test_recording.py \
	tests/scenario/test_ring_all.py \
	tests/scenario/test_refusals.py \
	tests/scenario/test_rule_restore.py \
	tests/scenario/test_rule_cases.py \
	tests/scenario/test_rule_figures.py \
	tests/scenario/test_routes.py \
	tests/scenario/test_rules.py \
	tests/scenario/test_screens.py \
	tests/scenario/test_sign_in.py \
	tests/scenario/test_sipp_menus.py \
	tests/scenario/test_sound_attacks.py \
	tests/scenario/test_srtp.py \
	tests/scenario/test_strangers.py \
	tests/scenario/test_terminal_attacks.py \
	tests/scenario/test_tls.py \
	tests/scenario/test_tmux.py \
	tests/scenario/test_trace.py \
	tests/scenario/test_transfer.py \
	tests/scenario/test_trunks.py \
	tests/scenario/test_mailbox.py tests/scenario/test_voicemail.py \
	tests/scenario/test_voicemail_kills.py \
	tests/scenario/test_waiting.py \
	tests/scenario/test_waiting_lamps.py tests/scenario/test_waiting_line.py \
	tests/scenario/test_ways_out.py \
	tests/scenario/test_whole_call.py \
	tests/scenario/test_worker_faults.py
TESTS += $(scenario_tests)
EXTRA_DIST += $(scenario_tests) \
	tests/scenario/api.py \
	tests/scenario/baresip.py \
	tests/scenario/capture.py \
	tests/scenario/centre.py \
	tests/scenario/cut_down.py \
	tests/scenario/lossy.py \
	tests/scenario/office.py \
	tests/scenario/place.py \
	tests/scenario/proxy.py \
	tests/scenario/rtp_peer.py \
	tests/scenario/srtp_caller.py \
	tests/scenario/screen.py \
	tests/scenario/server.py \
	tests/scenario/sip_call.py \
	tests/scenario/sip_message.py \
	tests/scenario/sip_peer.py \
	tests/scenario/sipp.py \
	tests/scenario/tap.py \
	tests/scenario/tmux.py \
	tests/scenario/torture_loss.py \
	tests/scenario/wav.py
