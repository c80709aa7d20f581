# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libconsole.a
libconsole_a_SOURCES = \
	src/console/candidate_words.c src/console/candidate_words.h \
	src/console/contact_view.c src/console/contact_view_draw.c \
	src/console/contact_words.c src/console/contact_words.h \
	src/console/contacts.c src/console/contacts.h \
	src/console/contacts_draw.c src/console/contacts_inside.h \
	src/console/contacts_search.c src/console/contacts_table.c \
	src/console/fact.c src/console/fact.h \
	src/console/field_help.c src/console/field_help.h \
	src/console/search.c src/console/search.h \
	src/console/shelf_table.c src/console/shelf_table.h \
	src/console/callback_wish.c src/console/callback_wish.h \
	src/console/callback_wished.c src/console/callback_wished.h \
	src/console/callback_late.c \
	src/console/callback_form.c src/console/callbacks.c \
	src/console/callbacks.h src/console/callbacks_draw.c src/console/callbacks_history.c \
	src/console/callbacks_plan.c \
	src/console/callbacks_inside.h src/console/callbacks_rolls.c \
	src/console/caller_number_add.c \
	src/console/caller_numbers.c src/console/caller_numbers.h \
	src/console/caller_numbers_inside.h \
	src/console/caller_numbers_page.c \
	src/console/chrome.c src/console/chrome.h \
	src/console/console.c src/console/console.h \
	src/console/console_wishes.h \
	src/console/console_start.c src/console/console_start.h \
	src/console/console_run.c src/console/console_run.h \
	src/console/keeping.c src/console/keeping.h \
	src/console/ladder.c src/console/ladder.h \
	src/console/ladder_view.c src/console/ladder_view.h \
	src/console/linear.c src/console/linear.h \
	src/console/linear.def \
	src/console/linear_floor.c \
	src/console/linear_inside.h \
	src/console/linear_news.c \
	src/console/linear_run.c src/console/linear_run.h \
	src/console/linear_say.c \
	src/console/linear_words.c \
	src/console/preference.c src/console/preference.h \
	src/console/preference.def \
	src/console/desk.c src/console/desk.h \
	src/console/desk_bar.c src/console/desk_bar.h \
	src/console/desk_call.c src/console/desk_face.h \
	src/console/desk_caller.c src/console/desk_caller.h \
	src/console/desk_fetch.c src/console/desk_fetch.h \
	src/console/desk_idle.c src/console/desk_idle.h \
	src/console/desk_inside.h \
	src/console/desk_line.c src/console/desk_line.h \
	src/console/desk_lost.c \
	src/console/desk_notes.c src/console/desk_notes.h \
	src/console/depth.c src/console/depth.h \
	src/console/desk_pause.c src/console/desk_pause.h \
	src/console/desk_callbacks.c src/console/desk_recent.c \
	src/console/desk_ringing.c \
	src/console/desk_small.c \
	src/console/desk_waits.c src/console/desk_waits.h \
	src/console/desk_wrap_up.c \
	src/console/dial.c src/console/dial.h \
	src/console/dial_end.c src/console/dial_end.h \
	src/console/erasure.c src/console/erasure.h \
	src/console/errand.c src/console/errand.h \
	src/console/prompt_sounds.c src/console/prompt_sounds.h \
	src/console/greetings.c src/console/greetings.h \
	src/console/greetings_ask.c src/console/greetings_draw.c \
	src/console/greetings_inside.h src/console/greetings_language.c \
	src/console/greetings_may.c src/console/greetings_set.c \
	src/console/message_history.c src/console/message_history.h \
	src/console/inbox.c src/console/inbox.h \
	src/console/inbox_draw.c \
	src/console/inbox_inside.h \
	src/console/inbox_known.h \
	src/console/form_popup.c src/console/form_popup.h \
	src/console/inbox_mark.c \
	src/console/inbox_work.c \
	src/console/inbox_work_words.c \
	src/console/inbox_may.c \
	src/console/inbox_news.c \
	src/console/inbox_send.c \
	src/console/document_uses.c src/console/document_uses.h \
	src/console/prompt_uses.c src/console/prompt_uses.h \
	src/console/own_mail.c src/console/own_mail.h \
	src/console/inbox_table.c \
	src/console/inbox_words.c \
	src/console/key.def src/console/key.h \
	src/console/key_file.c src/console/key_file.h \
	src/console/key_right.c src/console/key_right.def \
	src/console/key_right.h \
	src/console/key_set.c src/console/key_set.h \
	src/console/key_table.c src/console/key_table.h \
	src/console/keypad.c src/console/keypad.h \
	src/console/line.c src/console/line.h \
	src/console/link_log.c src/console/link_log.h \
	src/console/link_view.c src/console/link_view.h \
	src/console/lock.c src/console/lock.h \
	src/console/lock_idle.c \
	src/console/login.c src/console/login.h \
	src/console/meanwhile.c src/console/meanwhile.h \
	src/console/doing.c src/console/doing.h \
	src/console/naming.c src/console/naming.h \
	src/console/matrix.c src/console/matrix.h \
	src/console/matrix_cover.c src/console/matrix_forecast.c \
	src/console/matrix_draw.c src/console/matrix_edit.c \
	src/console/matrix_fetch.c \
	src/console/matrix_filter.c \
	src/console/matrix_inside.h src/console/matrix_menu.c \
	src/console/matrix_until.c src/console/matrix_save.c \
	src/console/night_switch.c src/console/night_switch.h \
	src/console/waiting.c src/console/waiting.h \
	src/console/waiting_act.c src/console/waiting_inside.h \
	src/console/waiting_line.c src/console/waiting_why.c \
	src/console/waiting_where.c src/console/waiting_number.c \
	src/console/waiting_priority.c src/console/waiting_estimate.c \
	src/console/night_until.c src/console/night_until.h \
	src/console/offline.c src/console/offline.h \
	src/console/phone.c src/console/phone.h \
	src/console/phone_line.c src/console/phone_line.h \
	src/console/program.c src/console/program.h \
	src/console/ring.c src/console/ring.h \
	src/console/ring_told.c src/console/ring_told.h \
	src/console/screen.c src/console/screen.h \
	src/console/screen.def \
	src/console/screen_name.c src/console/screen_name.h \
	src/console/secrecy.c src/console/secrecy.h \
	src/console/sign_out.c src/console/sign_out.h \
	src/console/state_menu.c src/console/state_menu.h \
	src/console/served.c src/console/served.h \
	src/console/state_set.c src/console/state_set.h \
	src/console/theme_file.c src/console/theme_file.h \
	src/console/transfer.c src/console/transfer.h \
	src/console/transfer_draw.c \
	src/console/transfer_find.c \
	src/console/transfer_inside.h \
	src/console/transfer_send.c \
	src/console/typed_moment.c src/console/typed_moment.h \
	src/console/undo.c src/console/undo.h src/console/undo_steps.h \
	src/console/upload.c src/console/upload.h \
	src/console/upload_rejects.c src/console/upload_rejects.h \
	src/console/unsent.c src/console/unsent.h \
	src/console/unsent_file.c src/console/unsent_file.h \
	src/console/user_sessions.c src/console/user_sessions.h \
	src/console/watch.c src/console/watch.h \
	src/console/word.c src/console/word.h \
	src/console/wrap_up.c src/console/wrap_up.h

# The screens of supervisors and administrators, and the wallboard.
libconsole_a_SOURCES += \
	src/console/cockpit.c src/console/cockpit.h \
	src/console/cockpit_act.c \
	src/console/cockpit_agents.c \
	src/console/cockpit_alerts.c \
	src/console/cockpit_calls.c \
	src/console/cockpit_draw.c \
	src/console/cockpit_figures.c \
	src/console/cockpit_inside.h \
	src/console/cockpit_queues.c \
	src/console/cockpit_rolls.h \
	src/console/cockpit_seen.c \
	src/console/cockpit_selected.c \
	src/console/cockpit_state.c \
	src/console/cockpit_strip.c \
	src/console/export.c src/console/export.h \
	src/console/figures.c src/console/figures.h \
	src/console/filter_words.c src/console/filter_words.h \
	src/console/grade.c src/console/grade.h \
	src/console/condition_builder.c src/console/condition_builder.h \
	src/console/condition_builder_draw.c \
	src/console/condition_builder_complete.c \
	src/console/condition_builder_facts.c \
	src/console/condition_builder_inside.h \
	src/console/condition_builder_type.c \
	src/console/condition_rows.c src/console/condition_rows.h \
	src/console/rule_figures.c src/console/rule_figures.h \
	src/console/rule_bits.c src/console/rule_bits.h \
	src/console/rule_reach.c src/console/rule_reach.h \
	src/console/rule_hits.c src/console/rule_hits.h \
	src/console/rule_actions.c src/console/rule_actions.h \
	src/console/rule_difference.c src/console/rule_difference.h \
	src/console/rule_replay.c src/console/rule_replay.h \
	src/console/rule_moves.c src/console/rule_moves.h \
	src/console/rule_work.c src/console/rule_work.h \
	src/console/rule_set.c src/console/rule_set.h \
	src/console/queue_hours.c src/console/queue_hours.h \
	src/console/queue_hours_days.c src/console/queue_hours_inside.h \
	src/console/queue_hours_rows.c \
	src/console/queue_ways.c src/console/queue_ways.h \
	src/console/queue_way_words.c src/console/queue_way_words.h \
	src/console/document_versions.c src/console/document_versions.h \
	src/console/document_versions_inside.h \
	src/console/document_versions_words.c \
	src/console/rule_versions.c src/console/rule_versions.h \
	src/console/rule_test.c src/console/rule_test.h \
	src/console/rule_test_ask.c src/console/rule_test_inside.h \
	src/console/rule_test_trace.c \
	src/console/roll.c src/console/roll.h \
	src/console/show.c src/console/show.h \
	src/console/wallboard.c src/console/wallboard.h \
	src/console/wallboard_gather.c src/console/wallboard_gather.h \
	src/console/wallboard_history.c \
	src/console/wallboard_inside.h \
	src/console/wallboard_list.c \
	src/console/wallboard_print.c src/console/wallboard_print.h \
	src/console/wallboard_tiles.c \
	src/console/wallboard_view.c src/console/wallboard_view.h

# The recordings, and the player.
libconsole_a_SOURCES += \
	src/console/bulk.c src/console/bulk.h \
	src/console/download.c src/console/download.h \
	src/console/outline.c src/console/outline.h \
	src/console/player.c src/console/player.h src/console/sound.h \
	src/console/recordings.c src/console/recordings.h \
	src/console/recordings_bulk.c \
	src/console/recordings_draw.c \
	src/console/recordings_erase.c \
	src/console/recordings_inside.h \
	src/console/recordings_may.c \
	src/console/recordings_rows.c \
	src/console/recordings_search.c \
	src/console/recordings_shelf.c src/console/recordings_shelf.h \
	src/console/recordings_shelf_inside.h \
	src/console/recordings_shelf_words.c \
	src/console/recordings_table.c \
	src/console/recordings_whole.c \
	src/console/recordings_words.c

libconsole_a_SOURCES += \
	src/console/document_choice.c src/console/document_choice.h \
	src/console/document_column.def \
	src/console/document_conflict.c src/console/document_conflict.h \
	src/console/document_copy.c src/console/document_copy.h \
	src/console/document_effect.c src/console/document_effect.h \
	src/console/document_fields.c src/console/document_fields.h \
	src/console/document_fields_inside.h \
	src/console/document_fields_read.c \
	src/console/document_figure.c src/console/document_figure.h \
	src/console/document_figure_trunk.c \
	src/console/document_form.c src/console/document_form.h \
	src/console/document_form_inside.h \
	src/console/document_label.def \
	src/console/document_history.c \
	src/console/document_line.c src/console/document_line.h \
	src/console/document_line_user.c \
	src/console/document_line_user.h \
	src/console/document_list.c src/console/document_list.h \
	src/console/document_list.def \
	src/console/document_password.c src/console/document_password.h \
	src/console/document_phone.c src/console/document_phone.h \
	src/console/document_save.c \
	src/console/document_form_pages.c src/console/document_pages.h \
	src/console/document_tabs.c src/console/document_tabs.h \
	src/console/document_theirs.c \
	src/console/document_users.c src/console/document_users.h \
	src/console/document_value.c src/console/document_value.h \
	src/console/documents.c src/console/documents.h \
	src/console/documents_draw.c src/console/documents_more.c src/console/documents_inside.h \
	src/console/documents_remove.c src/console/documents_replace.c \
	src/console/documents_rows.c \
	src/console/queue_agents.c src/console/queue_agents.h \
	src/console/queue_agents_inside.h src/console/queue_agents_rows.c \
	src/console/queue_agents_teams.c \
	src/console/settings_menu.c src/console/settings_menu.h

# The flows, and the editor of their picture.
libconsole_a_SOURCES += \
	src/console/flow_check.c src/console/flow_check.h \
	src/console/flow_counts.c src/console/flow_counts.h \
	src/console/flow_prompts.c src/console/flow_prompts.h \
	src/console/flow_prompt_line.c src/console/flow_prompt_line.h \
	src/console/flow_today.c src/console/flow_today.h \
	src/console/flow_draft.c src/console/flow_draft.h \
	src/console/flow_draft_change.c \
	src/console/flow_draft_inside.h src/console/flow_draft_rest.c \
	src/console/flow_draft_step.c src/console/flow_draft_tests.c \
	src/console/flow_editor.c src/console/flow_editor.h \
	src/console/flow_editor_change.c \
	src/console/flow_editor_discard.c \
	src/console/flow_editor_draw.c \
	src/console/flow_editor_form.c \
	src/console/flow_editor_inside.h \
	src/console/flow_editor_keys.c \
	src/console/flow_editor_mouse.c \
	src/console/flow_editor_limits.c \
	src/console/flow_editor_open.c \
	src/console/flow_editor_panes.c \
	src/console/flow_editor_phone.c \
	src/console/flow_editor_problems.c \
	src/console/flow_editor_publish.c \
	src/console/flow_editor_save.c \
	src/console/flow_editor_try.c src/console/flow_editor_type.c \
	src/console/flow_editor_tests.c \
	src/console/flow_editor_tests.h \
	src/console/flow_editor_tests_draw.c \
	src/console/flow_editor_tests_name.c \
	src/console/flow_rename.c src/console/flow_rename.h \
	src/console/flow_run.h src/console/flow_run_draw.c \
	src/console/flow_run_keys.c \
	src/console/flow_run_words.c src/console/flow_run_house.c \
	src/console/flow_exits.c src/console/flow_exits.h \
	src/console/flow_kind.c src/console/flow_kind.def \
	src/console/flow_kind.h \
	src/console/flow_new.c \
	src/console/flow_picture.c src/console/flow_picture.h \
	src/console/flow_scene.c src/console/flow_scene.h \
	src/console/flow_setting.c \
	src/console/difference.c src/console/difference.h \
	src/console/flow_versions.c src/console/flow_versions.h \
	src/console/versions.c src/console/versions.h \
	src/console/flows.c src/console/flows.h
