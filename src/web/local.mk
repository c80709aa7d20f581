# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libweb.a
libweb_a_SOURCES = \
	src/web/access.c src/web/access.h \
	src/web/answer.c src/web/answer.h src/web/answer_problem.c \
	src/web/asker.c src/web/asker.h \
	src/web/bulk.c src/web/bulk.h \
	src/web/callback_asked.c \
	src/web/callbacks.c src/web/callbacks.h \
	src/web/calendar_import.c src/web/caller_lists.c \
	src/web/caller_numbers.c \
	src/web/chunks.c src/web/chunks.h \
	src/web/client.c src/web/client.h src/web/client_inside.h \
	src/web/client_read.c src/web/client_send.c \
	src/web/contacts.c src/web/contacts.h \
	src/web/decision_rule.c src/web/decision_rule.h \
	src/web/decisions.c src/web/decisions.h \
	src/web/destinations.c src/web/destinations.h \
	src/web/dispatch.c src/web/dispatch.h \
	src/web/document_versions.c src/web/document_versions.h \
	src/web/documents.c src/web/documents.h \
	src/web/inside_url.c src/web/inside_url.h \
	src/web/doors.c \
	src/web/duties.c src/web/duties.h \
	src/web/erasures.c src/web/erasures.h \
	src/web/exchange.c src/web/exchange.h \
	src/web/exchange_refuse.c \
	src/web/exchange_wait.c \
	src/web/feed.c src/web/feed.h \
	src/web/figures.c src/web/figures.h \
	src/web/fill.c src/web/fill.h \
	src/web/fill_callback.c src/web/fill_rule.c src/web/fill_calls.c \
	src/web/fill_people.c \
	src/web/flow_call.c src/web/flow_call.h \
	src/web/flow_by_phone.c src/web/flow_by_phone.h \
	src/web/flow_gate.c src/web/flow_gate.h \
	src/web/flow_job.c src/web/flow_job.h src/web/flow_nodes.c \
	src/web/flow_publish.c src/web/flow_publish.h \
	src/web/flow_trials.c src/web/flow_trials.h \
	src/web/flow_versions.c src/web/flow_versions.h src/web/flow_ways.c \
	src/web/flows.c src/web/flows.h \
	src/web/from_main.c src/web/from_main.h \
	src/web/greeting.c src/web/greeting.h \
	src/web/box_greetings.c src/web/box_greetings.h src/web/greeting_sound.c \
	src/web/voicemail_history.c src/web/voicemail_greetings.c src/web/voicemail_lock.c \
	src/web/guard.c src/web/guard.h \
	src/web/history.c src/web/history.h \
	src/web/id_set.c src/web/id_set.h \
	src/web/inside.h \
	src/web/journal.c src/web/journal.h \
	src/web/keys.c src/web/keys.h \
	src/web/known.c src/web/known.h \
	src/web/listing.c src/web/listing.h src/web/listing_rows.c \
	src/web/listening.c src/web/listening.h \
	src/web/live.c src/web/live.h \
	src/web/lookup.c src/web/lookup.h \
	src/web/uses.c src/web/uses.h \
	src/web/marks.c src/web/marks.h \
	src/web/message_head.c src/web/message_head.h \
	src/web/moved.c src/web/moved.h \
	src/web/page.c src/web/page.h \
	src/web/password.c src/web/password.h \
	src/web/own.c src/web/own.h \
	src/web/passwords.c src/web/passwords.h \
	src/web/path.c src/web/path.h \
	src/web/pauses.c src/web/pauses.h \
	src/web/people.c src/web/people.h \
	src/web/piece.c src/web/piece.h \
	src/web/piece_read.c src/web/piece_read.h \
	src/web/presence.c src/web/presence.h \
	src/web/previous.c src/web/previous.h \
	src/web/prompt_sounds.c src/web/prompt_sounds.h \
	src/web/prompt_sound.c \
	src/web/prompt_uses.c src/web/prompt_versions.c \
	src/web/prompts.c src/web/prompts.h \
	src/web/queues.c src/web/queues.h \
	src/web/range.c src/web/range.h \
	src/web/recording_file.c \
	src/web/recordings.c src/web/recordings.h \
	src/web/recordings_inside.h \
	src/web/repeats.c src/web/repeats.h \
	src/web/row_text.c src/web/row_text.h \
	src/web/routing.c src/web/routing_fields.c src/web/routing_fields.h \
	src/web/routing_replay.c \
	src/web/routing_replay_rows.c src/web/routing_replay_rows.h \
	src/web/rows.c src/web/rows.h \
	src/web/rule_restore.c src/web/rule_restore.h \
	src/web/rule_diff.c src/web/rule_draft.c src/web/rule_draft.h \
	src/web/rule_reach.c src/web/rule_reach.h \
	src/web/rule_sets.c \
	src/web/rule_figures.c src/web/rule_versions.c \
	src/web/rule_names.c src/web/rule_names.h \
	src/web/rules.c src/web/rules.h \
	src/web/secrets.c src/web/secrets.h \
	src/web/local_socket.c src/web/local_socket.h \
	src/web/serve.c src/web/serve.h \
	src/web/sessions.c src/web/sessions.h \
	src/web/setting_words.c src/web/setting_words.h \
	src/web/skills.c src/web/skills.h \
	src/web/sight.c src/web/sight.h \
	src/web/socket.c src/web/socket.h \
	src/web/socket_inside.h \
	src/web/socket_list.c src/web/socket_list.h \
	src/web/socket_request.c \
	src/web/socket_write.c \
	src/web/sockets.c src/web/sockets.h \
	src/web/sound_budget.c src/web/sound_budget.h \
	src/web/sound_file.c src/web/sound_file.h \
	src/web/sound_making.c src/web/sound_making.h \
	src/web/spoken.c src/web/spoken.h \
	src/web/standing.c src/web/standing.h \
	src/web/subscription.c src/web/subscription.h \
	src/web/target.c src/web/target.h \
	src/web/team.c src/web/team.h \
	src/web/to_main.c src/web/to_main.h \
	src/web/token.c src/web/token.h \
	src/web/pcap.c src/web/pcap.h \
	src/web/trace_access.c src/web/trace_access.h \
	src/web/traces.c src/web/traces.h \
	src/web/trunks.c src/web/trunks.h \
	src/web/upkeep.c src/web/upkeep.h \
	src/web/version_job.c src/web/version_job.h \
	src/web/voicemail.c src/web/voicemail.h \
	src/web/voicemail_find.c \
	src/web/voicemail_whose.c src/web/voicemail_whose.h \
	src/web/waiting.c src/web/waiting.h \
	src/web/watch.c src/web/watch.h \
	src/web/web.h \
	src/web/web_job.c src/web/web_job.h \
	src/web/zones.c src/web/zones.h
