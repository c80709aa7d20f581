# SPDX-License-Identifier: GPL-3.0-or-later
noinst_LIBRARIES += libcore.a
# Named once, for the tests build it a second time without sanitizers.
CORE_SOURCES = \
	src/core/again.c src/core/again.h src/core/beside_slots.h \
	src/core/call_back.c src/core/call_refused.c \
	src/core/callback.c src/core/callback.h src/core/callback_call.c \
	src/core/callback_ahead.c src/core/callback_ahead.h \
	src/core/ahead.c src/core/ahead.h src/core/index_ahead.c \
	src/core/callback_time.c src/core/fold_callback_time.c \
	src/core/callback_opens.c \
	src/core/callback_window.c src/core/callback_window.h \
	src/core/fold_kept_place.c src/core/kept_place.c src/core/kept_place.h \
	src/core/callback_flow.c src/core/callback_flow.h \
	src/core/callback_dialogue.c src/core/callback_choice.c \
	src/core/callback_offer.c src/core/callback_offer.h \
	src/core/callback_offer_inside.h \
	src/core/fold_callback_offer.c \
	src/core/decide_callback.c src/core/callback_due.c \
	src/core/fold_callback.c \
	src/core/index_callback.c src/core/queue_shut.c src/core/queue_shut.h \
	src/core/rule_hours.c src/core/rule_hours.h \
	src/core/words_callback.h \
	src/core/phone_zone.c src/core/phone_zone.h \
	src/core/calendar_day.c src/core/calendar_day.h \
	src/core/calendar.c src/core/calendar.h src/core/calendar_parse.c \
	src/core/caller_list.c src/core/caller_list.h \
	src/core/cap.c src/core/cap.h \
	src/core/claims.c src/core/claims.h src/core/claims_message.c \
	src/core/command.c src/core/command.def src/core/command.h \
	src/core/contact_slot.h \
	src/core/core.c src/core/core.h src/core/core_spoil.h \
	src/core/decide.h src/core/decide_agent.c src/core/decide_assign.c \
	src/core/decide_answer.c src/core/decide_answer.h \
	src/core/decide_box.c \
	src/core/decide_config.c src/core/decide_console.c \
	src/core/decide_consult.c src/core/decide_consult_end.c \
	src/core/decide_contact.c src/core/decide_contact_end.c \
	src/core/decide_deadline.c \
	src/core/decide_demand.c src/core/decide_dial.c src/core/decide_divert.c \
	src/core/decide_document.c src/core/decide_document.h \
	src/core/decide_erase.c \
	src/core/language_question.c src/core/language_question.h \
	src/core/decide_inside.c src/core/decide_inside.h \
	src/core/decide_collect.c src/core/decide_flow.c \
	src/core/decide_flow_set.c src/core/decide_hearing.c \
	src/core/decide_hours.c \
	src/core/decide_input.c \
	src/core/decide_keys.c src/core/decide_passing.c src/core/decide_sub_flow.c src/core/decide_listen.c \
	src/core/decide_lead.c src/core/decide_lead.h \
	src/core/decide_leg_end.c \
	src/core/decide_leave.c src/core/decide_queue_rule.c src/core/decide_switch.c \
	src/core/decide_line.c src/core/decide_line.h \
	src/core/decide_lookup.c src/core/decide_name.c \
	src/core/decide_passage.c src/core/decide_say.c \
	src/core/decide_message.c src/core/decide_not_reached.c \
	src/core/decide_offer.c src/core/decide_prompt.c \
	src/core/decide_queue.c src/core/decide_reason.c \
	src/core/decide_replace.c src/core/replace_documents.c \
	src/core/replace_inside.h src/core/fold_replace.c \
	src/core/decide_recall.c \
	src/core/decide_record.c src/core/decide_route.c \
	src/core/decide_rule.c src/core/decide_rule.h src/core/decide_rule_draft.c \
	src/core/decide_calendar.c src/core/fold_rule_draft.c \
	src/core/rule_settings.def src/core/rule_to.c src/core/rule_walk.c src/core/rule_walk.h \
	src/core/decide_server.c src/core/decide_skill.c \
	src/core/decide_state.c \
	src/core/demand.c src/core/demand.h src/core/desk_slot.h \
	src/core/decide_talk.c src/core/decide_team.c src/core/decide_transfer.c \
	src/core/delivery.c src/core/delivery.h \
	src/core/decide_voicemail.c src/core/decide_voicemail_key.c \
	src/core/decide_trunk.c src/core/fold_trunk.c \
	src/core/decide_waiting.c \
	src/core/decide_wrap_up.c \
	src/core/decide_pin.c src/core/decide_take.c \
	src/core/greeting.c src/core/greeting.h src/core/greeting_days.c \
	src/core/decide_trial.c \
	src/core/decide_visit.c src/core/decide_visit_call.c \
	src/core/message_call.c \
	src/core/decide_visit_forward.c src/core/decide_visit_key.c \
	src/core/decide_visit_message.c src/core/decide_visit_spoken.c \
	src/core/decide_visit_take.c src/core/fold_visit.c src/core/visit.h \
	src/core/condition.h src/core/condition_eval.c \
	src/core/condition_inside.h src/core/condition_leaf.c src/core/condition_name.c \
	src/core/condition_parse.c src/core/condition_quote.c src/core/condition_quote.h \
	src/core/condition_rename.c src/core/condition_rename.h \
	src/core/condition_print.c \
	src/core/condition_relation.c src/core/condition_sum.c \
	src/core/condition_text.c src/core/fact.def \
	src/core/dialling.c src/core/dialling.h \
	src/core/document.def src/core/document_kind.c \
	src/core/document_kind_word.c src/core/document_kind_word.h \
	src/core/document_names.def \
	src/core/digit_check.c src/core/digit_check.h \
	src/core/decide_duties.c src/core/duty.h \
	src/core/draw.c src/core/draw.h \
	src/core/effect.c src/core/effect.def src/core/effect.h \
	src/core/erlang.c src/core/erlang.h \
	src/core/estimate.c src/core/estimate.h \
	src/core/estimate_others.c src/core/estimate_others.h \
	src/core/waiter.c src/core/waiter.h \
	src/core/event.c src/core/event.def src/core/event.h \
	src/core/feature.def src/core/field_rule.c \
	src/core/flow.c src/core/flow.h src/core/flow_condition.c src/core/flow_condition.h \
	src/core/flow_facts.c src/core/flow_facts.h \
	src/core/flow_circle.c src/core/flow_circle.h \
	src/core/again_settings.def src/core/asking_settings.def src/core/flow_claim.c src/core/flow_claim.h \
	src/core/flow_heard.c src/core/flow_heard.h \
	src/core/flow_problem.c src/core/flow_problem.h \
	src/core/flow_place.c src/core/flow_place.h \
	src/core/flow_test.h src/core/flow_type.c src/core/flow_type.def \
	src/core/flow_type.h src/core/flow_use.c src/core/flow_use.h \
	src/core/fold.c src/core/fold.h src/core/fold_agent.c src/core/fold_assign.c \
	src/core/fold_config.c src/core/fold_consult.c src/core/fold_contact.c src/core/fold_dial.c \
	src/core/fold_flow.c src/core/fold_hearing.c src/core/fold_line.c src/core/fold_passage.c \
	src/core/fold_queue.c \
	src/core/fold_record.c src/core/fold_talk.c \
	src/core/fold_day.c src/core/state_day.c src/core/write_day.c \
	src/core/fold_routing.c src/core/fold_queue_rule.c src/core/fold_toll.c \
	src/core/index_delay.c src/core/index_desk.c src/core/index_duty.c \
	src/core/index_member.c \
	src/core/index_order.c src/core/index_ring.c src/core/index_team.c \
	src/core/library.c src/core/library.h \
	src/core/line.c src/core/line.h \
	src/core/lookup.c src/core/lookup.h src/core/lookup_fill.c \
	src/core/lookup_line.c \
	src/core/fold_delivery.c \
	src/core/fold_memory.c src/core/fold_message.c \
	src/core/fold_voicemail.c \
	src/core/hearing.h src/core/house_slots.h src/core/index.h \
	src/core/index_message.c \
	src/core/message.c \
	src/core/node.c src/core/node.def src/core/node.h \
	src/core/number_plan.c src/core/number_plan.h \
	src/core/outbox.c src/core/outbox.h \
	src/core/document_use.c src/core/document_use.h \
	src/core/pool.c src/core/pool.h src/core/prompt_use.c src/core/prompt_use.h \
	src/core/prompt_shelf.c src/core/prompt_shelf.h \
	src/core/queue_rule.c src/core/queue_rule.h src/core/queue_slot.h \
	src/core/record.c src/core/record.h src/core/record_table.h \
	src/core/refusal.c src/core/refusal.def src/core/refusal.h \
	src/core/ring.h src/core/router.c src/core/router_why.c \
	src/core/rule.c src/core/rule.h \
	src/core/rule_book.c src/core/rule_book.h src/core/rule_book_inside.h \
	src/core/rule_facts.c src/core/rule_facts.h src/core/rule_greeting.c \
	src/core/rule_pages.c \
	src/core/sending.c src/core/sending.h src/core/staffing.c \
	src/core/state.def src/core/state.h \
	src/core/state_copy.c src/core/state_copy.h \
	src/core/state_compare.c src/core/state_compare.h \
	src/core/state_document.c src/core/state_due.h src/core/state_find.c \
	src/core/state_index.c src/core/state_index.h \
	src/core/state_inside.h src/core/state_life.c src/core/state_load.c \
	src/core/state_pause.c src/core/state_row.c \
	src/core/state_search.c src/core/state_search.h \
	src/core/state_verdict.c src/core/state_wanted.c src/core/state_wrap_up.c \
	src/core/step.h \
	src/core/table.c src/core/table.h \
	src/core/trial.c src/core/trial.h src/core/trial_house.c \
	src/core/trial_inside.h src/core/trial_note.c src/core/trial_staff.c \
	src/core/decide_language.c src/core/decide_utterance.c \
	src/core/rule_draft_use.c src/core/rule_draft_use.h \
	src/core/rule_set.c src/core/rule_set.h src/core/rule_shadow.c src/core/rule_shadow.h \
	src/core/trunk_lot.c src/core/trunk_lot.h \
	src/core/turn.c src/core/turn.h \
	src/core/voicemail.h src/core/voicemail_inside.h \
	src/core/variable.c src/core/variable.h \
	src/core/vault.c src/core/vault.h \
	src/core/wait_step.c src/core/wait_step.h \
	src/core/way_out.c src/core/way_out.h \
	src/core/words.c src/core/words.h src/core/words_agent.h \
	src/core/words_flow.h src/core/words_routing.h src/core/words_sound.h \
	src/core/words_trunk.h \
	src/core/write_sticky.c \
	src/core/zone.c src/core/zone.h \
	src/core/write.h src/core/write_agent.c src/core/write_ending.c \
	src/core/write_queue.c src/core/write_record.c src/core/write_sent.c src/core/write_step.c \
	src/core/write_talk.c \
	src/core/write_toll.c
libcore_a_SOURCES = $(CORE_SOURCES)
