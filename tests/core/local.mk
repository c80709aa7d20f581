# SPDX-License-Identifier: GPL-3.0-or-later
# The longest begin.
core_tests = tests/core/test_waits tests/core/test_random_day \
	tests/core/test_models tests/core/test_calendar \
	tests/core/test_condition tests/core/test_config tests/core/test_console \
	tests/core/test_demand tests/core/test_routing tests/core/test_strategy \
	tests/core/test_consult \
	tests/core/test_contact \
	tests/core/test_dialling tests/core/test_duties \
	tests/core/test_core tests/core/test_erlang tests/core/test_event \
	tests/core/test_fault tests/core/test_flow tests/core/test_flow_facts \
	tests/core/test_flow_keys tests/core/test_flow_node \
	tests/core/test_ask_language tests/core/test_flow_asking tests/core/test_flow_passage tests/core/test_flow_speech \
	tests/core/test_flow_transfer tests/core/test_flow_within \
	tests/core/test_flow_run tests/core/test_flow_limit \
	tests/core/test_flow_by_phone tests/core/test_flow_queue tests/core/test_flow_hang_up \
	tests/core/test_trial_node \
	tests/core/test_lookup \
	tests/core/test_late tests/core/test_line \
	tests/core/test_number_plan tests/core/test_prompt_shelf \
	tests/core/test_figures tests/core/test_pause \
	tests/core/test_record tests/core/test_refusal \
	tests/core/test_lead \
	tests/core/test_lead_lookup \
	tests/core/test_rule tests/core/test_rule_draft tests/core/test_rule_greeting tests/core/test_rule_talk tests/core/test_agent_wait tests/core/test_greeting tests/core/test_greeting_days tests/core/test_agent_box tests/core/test_router tests/core/test_trial \
	tests/core/test_utterance \
	tests/core/test_hearing tests/core/test_not_reached tests/core/test_queue_rule \
	tests/core/test_queue_rule_order \
	tests/core/test_estimate \
	tests/core/test_idle \
	tests/core/test_delivery tests/core/test_member_mail \
	tests/core/test_replace tests/core/test_table \
	tests/core/test_callback tests/core/test_kept_place \
	tests/core/test_day tests/core/test_dst tests/core/test_ways_out tests/core/test_wait_step \
	tests/core/test_queue_flutter \
	tests/core/test_callback_ask tests/core/test_callback_call \
	tests/core/test_callback_ahead \
	tests/core/test_callback_time \
	tests/core/test_queue_hours tests/core/test_rule_shadow \
	tests/core/test_transfer_back \
	tests/core/test_callback_flow tests/core/test_callback_window \
	tests/core/test_callback_choice \
	tests/core/test_flow_place \
	tests/core/test_visit tests/core/test_visit_outside \
	tests/core/test_visit_message \
	tests/core/test_voicemail tests/core/test_way_out \
	tests/core/test_trunk_lot tests/core/test_rule_use \
	tests/core/test_replace_draft tests/core/test_rule_set
check_PROGRAMS += $(core_tests)
TESTS += $(core_tests)

CORE_TEST_LDADD = libcore.a libbase.a $(CMOCKA_LIBS)
CORE_SITUATION = tests/core/situation.c tests/core/situation.h $(CORE_STORY)
CORE_IN_FLOW = tests/core/caller_in_flow.c tests/core/caller_in_flow.h \
	$(CORE_SITUATION)
CORE_NODE_HOUSE = tests/core/node_house.c tests/core/node_house.h \
	$(CORE_IN_FLOW)
CORE_WORLD = tests/core/world.c tests/core/world.h \
	tests/core/world_callback.c tests/core/world_deeds.c tests/core/world_router.c \
	tests/core/world_tour.c tests/core/world_visit.c \
	tests/core/world_inside.h $(CORE_STORY)
CORE_STORY = tests/core/story.c tests/core/story.h
CORE_TRAFFIC = tests/core/traffic.c tests/core/traffic.h $(CORE_STORY)
CORE_FLOOR = tests/core/floor.c tests/core/floor.h $(CORE_STORY)

tests_core_test_demand_SOURCES = tests/core/test_demand.c
tests_core_test_demand_LDADD = $(CORE_TEST_LDADD)
tests_core_test_routing_SOURCES = tests/core/test_routing.c $(CORE_FLOOR)
tests_core_test_routing_LDADD = $(CORE_TEST_LDADD)
tests_core_test_strategy_SOURCES = tests/core/test_strategy.c $(CORE_FLOOR)
tests_core_test_strategy_LDADD = $(CORE_TEST_LDADD)

tests_core_test_calendar_SOURCES = tests/core/test_calendar.c
tests_core_test_calendar_LDADD = $(CORE_TEST_LDADD)
tests_core_test_lead_lookup_SOURCES = tests/core/test_lead_lookup.c \
	$(CORE_SITUATION)
tests_core_test_lead_lookup_LDADD = $(CORE_TEST_LDADD)
tests_core_test_lead_SOURCES = tests/core/test_lead.c $(CORE_SITUATION)
tests_core_test_lead_LDADD = $(CORE_TEST_LDADD)
tests_core_test_rule_SOURCES = tests/core/test_rule.c $(CORE_SITUATION) \
	$(FAILING_ALLOC)
tests_core_test_rule_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_core_test_rule_LDADD = $(CORE_TEST_LDADD)
tests_core_test_rule_draft_SOURCES = tests/core/test_rule_draft.c \
	tests/core/rule_order.c tests/core/rule_order.h \
	$(CORE_SITUATION)
tests_core_test_rule_draft_LDADD = $(CORE_TEST_LDADD)
tests_core_test_agent_box_SOURCES = tests/core/test_agent_box.c $(CORE_STORY)
tests_core_test_agent_box_LDADD = $(CORE_TEST_LDADD)
tests_core_test_greeting_SOURCES = tests/core/test_greeting.c $(CORE_STORY)
tests_core_test_greeting_LDADD = $(CORE_TEST_LDADD)
tests_core_test_greeting_days_SOURCES = tests/core/test_greeting_days.c \
	$(CORE_STORY)
tests_core_test_greeting_days_LDADD = $(CORE_TEST_LDADD)
tests_core_test_rule_greeting_SOURCES = tests/core/test_rule_greeting.c \
	$(CORE_SITUATION)
tests_core_test_rule_greeting_LDADD = $(CORE_TEST_LDADD)
tests_core_test_rule_talk_SOURCES = tests/core/test_rule_talk.c \
	$(CORE_SITUATION)
tests_core_test_rule_talk_LDADD = $(CORE_TEST_LDADD)
tests_core_test_agent_wait_SOURCES = tests/core/test_agent_wait.c \
	$(CORE_IN_FLOW)
tests_core_test_agent_wait_LDADD = $(CORE_TEST_LDADD)
tests_core_test_condition_SOURCES = tests/core/test_condition.c
tests_core_test_condition_LDADD = $(CORE_TEST_LDADD)
tests_core_test_config_SOURCES = tests/core/test_config.c \
	$(CORE_SITUATION) $(FAILING_ALLOC)
tests_core_test_config_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_core_test_config_LDADD = $(CORE_TEST_LDADD)
tests_core_test_consult_SOURCES = tests/core/test_consult.c $(CORE_SITUATION)
tests_core_test_consult_LDADD = $(CORE_TEST_LDADD)
tests_core_test_duties_SOURCES = tests/core/test_duties.c $(CORE_SITUATION)
tests_core_test_duties_LDADD = $(CORE_TEST_LDADD)
tests_core_test_replace_SOURCES = tests/core/test_replace.c $(CORE_SITUATION)
tests_core_test_replace_LDADD = $(CORE_TEST_LDADD)
tests_core_test_number_plan_SOURCES = tests/core/test_number_plan.c \
	$(CORE_SITUATION)
tests_core_test_number_plan_LDADD = $(CORE_TEST_LDADD)
tests_core_test_estimate_SOURCES = tests/core/test_estimate.c $(CORE_SITUATION)
tests_core_test_estimate_LDADD = $(CORE_TEST_LDADD)
tests_core_test_hearing_SOURCES = tests/core/test_hearing.c $(CORE_SITUATION)
tests_core_test_hearing_LDADD = $(CORE_TEST_LDADD)
tests_core_test_not_reached_SOURCES = tests/core/test_not_reached.c $(CORE_IN_FLOW)
tests_core_test_not_reached_LDADD = $(CORE_TEST_LDADD)
tests_core_test_queue_rule_SOURCES = tests/core/test_queue_rule.c $(CORE_SITUATION)
tests_core_test_queue_rule_LDADD = $(CORE_TEST_LDADD)
tests_core_test_queue_rule_order_SOURCES = \
	tests/core/test_queue_rule_order.c $(CORE_SITUATION)
tests_core_test_queue_rule_order_LDADD = $(CORE_TEST_LDADD)
tests_core_test_way_out_SOURCES = tests/core/test_way_out.c $(CORE_SITUATION)
tests_core_test_way_out_LDADD = $(CORE_TEST_LDADD)
tests_core_test_trunk_lot_SOURCES = tests/core/test_trunk_lot.c $(CORE_SITUATION)
tests_core_test_trunk_lot_LDADD = $(CORE_TEST_LDADD)
tests_core_test_rule_use_SOURCES = tests/core/test_rule_use.c $(CORE_SITUATION)
tests_core_test_rule_use_LDADD = $(CORE_TEST_LDADD)
tests_core_test_replace_draft_SOURCES = tests/core/test_replace_draft.c \
	$(CORE_SITUATION)
tests_core_test_replace_draft_LDADD = $(CORE_TEST_LDADD)
tests_core_test_rule_set_SOURCES = tests/core/test_rule_set.c \
	tests/core/rule_order.c tests/core/rule_order.h \
	$(CORE_SITUATION) $(FAILING_ALLOC)
tests_core_test_rule_set_LDADD = $(CORE_TEST_LDADD)
tests_core_test_rule_set_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_core_test_contact_SOURCES = tests/core/test_contact.c $(CORE_SITUATION)
tests_core_test_contact_LDADD = $(CORE_TEST_LDADD)
tests_core_test_console_SOURCES = tests/core/test_console.c \
	$(CORE_SITUATION) $(FAILING_ALLOC)
tests_core_test_console_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_core_test_console_LDADD = $(CORE_TEST_LDADD)
tests_core_test_core_SOURCES = tests/core/test_core.c $(CORE_STORY) \
	$(FAILING_ALLOC)
tests_core_test_core_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_core_test_core_LDADD = $(CORE_TEST_LDADD)
tests_core_test_event_SOURCES = tests/core/test_event.c $(FAILING_ALLOC)
tests_core_test_event_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_core_test_event_LDADD = $(CORE_TEST_LDADD)
tests_core_test_record_SOURCES = tests/core/test_record.c
tests_core_test_record_LDADD = $(CORE_TEST_LDADD)
tests_core_test_erlang_SOURCES = tests/core/test_erlang.c
tests_core_test_erlang_LDADD = $(CORE_TEST_LDADD) -lm
tests_core_test_flow_SOURCES = tests/core/test_flow.c
tests_core_test_flow_LDADD = $(CORE_TEST_LDADD)
tests_core_test_lookup_SOURCES = tests/core/test_lookup.c $(CORE_IN_FLOW)
tests_core_test_lookup_LDADD = $(CORE_TEST_LDADD)

tests_core_test_flow_facts_SOURCES = tests/core/test_flow_facts.c $(CORE_IN_FLOW)
tests_core_test_flow_facts_LDADD = $(CORE_TEST_LDADD)
tests_core_test_flow_keys_SOURCES = tests/core/test_flow_keys.c $(CORE_IN_FLOW)
tests_core_test_flow_keys_LDADD = $(CORE_TEST_LDADD)
tests_core_test_flow_node_SOURCES = tests/core/test_flow_node.c $(CORE_IN_FLOW)
tests_core_test_flow_node_LDADD = $(CORE_TEST_LDADD)
tests_core_test_flow_passage_SOURCES = tests/core/test_flow_passage.c $(CORE_IN_FLOW)
tests_core_test_flow_passage_LDADD = $(CORE_TEST_LDADD)
tests_core_test_ask_language_SOURCES = tests/core/test_ask_language.c \
	$(CORE_IN_FLOW)
tests_core_test_ask_language_LDADD = $(CORE_TEST_LDADD)
tests_core_test_flow_asking_SOURCES = tests/core/test_flow_asking.c $(CORE_IN_FLOW)
tests_core_test_flow_asking_LDADD = $(CORE_TEST_LDADD)

tests_core_test_flow_speech_SOURCES = tests/core/test_flow_speech.c $(CORE_IN_FLOW)
tests_core_test_flow_speech_LDADD = $(CORE_TEST_LDADD)
tests_core_test_flow_transfer_SOURCES = tests/core/test_flow_transfer.c $(CORE_IN_FLOW)
tests_core_test_flow_transfer_LDADD = $(CORE_TEST_LDADD)
tests_core_test_flow_within_SOURCES = tests/core/test_flow_within.c $(CORE_IN_FLOW)
tests_core_test_flow_within_LDADD = $(CORE_TEST_LDADD)
tests_core_test_flow_limit_SOURCES = tests/core/test_flow_limit.c $(CORE_IN_FLOW)
tests_core_test_flow_limit_LDADD = $(CORE_TEST_LDADD)
tests_core_test_flow_by_phone_SOURCES = tests/core/test_flow_by_phone.c \
	tests/core/callback_house.c tests/core/callback_house.h $(CORE_IN_FLOW)
tests_core_test_flow_by_phone_LDADD = $(CORE_TEST_LDADD)
tests_core_test_flow_queue_SOURCES = tests/core/test_flow_queue.c $(CORE_IN_FLOW)
tests_core_test_flow_queue_LDADD = $(CORE_TEST_LDADD)
tests_core_test_flow_hang_up_SOURCES = tests/core/test_flow_hang_up.c \
	$(CORE_NODE_HOUSE)
tests_core_test_flow_hang_up_LDADD = $(CORE_TEST_LDADD)
tests_core_test_trial_node_SOURCES = tests/core/test_trial_node.c \
	$(CORE_NODE_HOUSE)
tests_core_test_trial_node_LDADD = $(CORE_TEST_LDADD)
tests_core_test_flow_run_SOURCES = tests/core/test_flow_run.c $(CORE_SITUATION)
tests_core_test_flow_run_LDADD = $(CORE_TEST_LDADD)
tests_core_test_late_SOURCES = tests/core/test_late.c $(CORE_STORY)
tests_core_test_late_LDADD = $(CORE_TEST_LDADD)
tests_core_test_line_SOURCES = tests/core/test_line.c $(CORE_STORY)
tests_core_test_line_LDADD = $(CORE_TEST_LDADD)
tests_core_test_figures_SOURCES = tests/core/test_figures.c $(CORE_SITUATION)
tests_core_test_figures_LDADD = $(CORE_TEST_LDADD)
tests_core_test_pause_SOURCES = tests/core/test_pause.c $(CORE_SITUATION)
tests_core_test_pause_LDADD = $(CORE_TEST_LDADD)
tests_core_test_random_day_SOURCES = tests/core/test_random_day.c \
	$(CORE_WORLD)
tests_core_test_random_day_LDADD = $(CORE_TEST_LDADD)
tests_core_test_refusal_SOURCES = tests/core/test_refusal.c $(CORE_SITUATION)
tests_core_test_refusal_LDADD = $(CORE_TEST_LDADD)
tests_core_test_fault_SOURCES = tests/core/test_fault.c $(CORE_SITUATION)
tests_core_test_fault_LDADD = $(CORE_TEST_LDADD)
tests_core_test_router_SOURCES = tests/core/test_router.c \
	tests/core/slow_router.c tests/core/slow_router.h $(CORE_STORY)
tests_core_test_router_LDADD = $(CORE_TEST_LDADD)

# The core as a release has it: what takes millions of contacts, or measures.
check_LIBRARIES += tests/core/libfastcore.a
tests_core_libfastcore_a_SOURCES = $(CORE_SOURCES) src/base/line.c \
	src/base/text.c src/base/tree.c
tests_core_libfastcore_a_CPPFLAGS = $(AM_CPPFLAGS) -DRELEASE_CLAIMS
tests_core_libfastcore_a_CFLAGS = $(AM_CFLAGS) -O2 -fno-sanitize=all
CORE_CALLBACK = tests/core/callback_house.c tests/core/callback_house.h \
	$(CORE_SITUATION)
tests_core_test_callback_SOURCES = tests/core/test_callback.c $(CORE_CALLBACK)
tests_core_test_callback_LDADD = $(CORE_TEST_LDADD)
tests_core_test_day_SOURCES = tests/core/test_day.c \
	tests/core/floor.c tests/core/floor.h $(CORE_SITUATION)
tests_core_test_day_LDADD = $(CORE_TEST_LDADD)
tests_core_test_dst_SOURCES = tests/core/test_dst.c $(CORE_SITUATION)
tests_core_test_dst_LDADD = $(CORE_TEST_LDADD)
tests_core_test_queue_flutter_SOURCES = tests/core/test_queue_flutter.c \
	$(CORE_SITUATION)
tests_core_test_queue_flutter_LDADD = $(CORE_TEST_LDADD)

tests_core_test_wait_step_SOURCES = tests/core/test_wait_step.c \
	$(CORE_CALLBACK)
tests_core_test_wait_step_LDADD = $(CORE_TEST_LDADD)
tests_core_test_ways_out_SOURCES = tests/core/test_ways_out.c \
	$(CORE_CALLBACK)
tests_core_test_ways_out_LDADD = $(CORE_TEST_LDADD)
tests_core_test_kept_place_SOURCES = tests/core/test_kept_place.c \
	$(CORE_CALLBACK)
tests_core_test_kept_place_LDADD = $(CORE_TEST_LDADD)
tests_core_test_callback_ask_SOURCES = tests/core/test_callback_ask.c $(CORE_CALLBACK)
tests_core_test_callback_ask_LDADD = $(CORE_TEST_LDADD)
tests_core_test_callback_window_SOURCES = tests/core/test_callback_window.c \
	$(CORE_CALLBACK)
tests_core_test_callback_window_LDADD = $(CORE_TEST_LDADD)
tests_core_test_callback_choice_SOURCES = tests/core/test_callback_choice.c \
	$(CORE_CALLBACK)
tests_core_test_callback_choice_LDADD = $(CORE_TEST_LDADD)
tests_core_test_callback_flow_SOURCES = tests/core/test_callback_flow.c $(CORE_CALLBACK)
tests_core_test_callback_flow_LDADD = $(CORE_TEST_LDADD)
tests_core_test_flow_place_SOURCES = tests/core/test_flow_place.c $(CORE_SITUATION)
tests_core_test_flow_place_LDADD = $(CORE_TEST_LDADD)
tests_core_test_prompt_shelf_SOURCES = tests/core/test_prompt_shelf.c \
	$(CORE_IN_FLOW)
tests_core_test_prompt_shelf_LDADD = $(CORE_TEST_LDADD)
tests_core_test_callback_time_SOURCES = tests/core/test_callback_time.c $(CORE_CALLBACK)
tests_core_test_callback_time_LDADD = $(CORE_TEST_LDADD)
tests_core_test_rule_shadow_SOURCES = tests/core/test_rule_shadow.c
tests_core_test_rule_shadow_LDADD = $(CORE_TEST_LDADD)
tests_core_test_queue_hours_SOURCES = tests/core/test_queue_hours.c $(CORE_CALLBACK)
tests_core_test_queue_hours_LDADD = $(CORE_TEST_LDADD)

tests_core_test_callback_ahead_SOURCES = \
	tests/core/test_callback_ahead.c $(CORE_CALLBACK)
tests_core_test_callback_ahead_LDADD = $(CORE_TEST_LDADD)
tests_core_test_callback_call_SOURCES = tests/core/test_callback_call.c $(CORE_CALLBACK)
tests_core_test_callback_call_LDADD = $(CORE_TEST_LDADD)
tests_core_test_transfer_back_SOURCES = tests/core/test_transfer_back.c $(CORE_CALLBACK)
tests_core_test_transfer_back_LDADD = $(CORE_TEST_LDADD)

tests_core_test_delivery_SOURCES = tests/core/test_delivery.c $(CORE_SITUATION)
tests_core_test_delivery_LDADD = $(CORE_TEST_LDADD)
tests_core_test_visit_SOURCES = tests/core/test_visit.c $(CORE_SITUATION)
tests_core_test_visit_LDADD = $(CORE_TEST_LDADD)
tests_core_test_visit_message_SOURCES = tests/core/test_visit_message.c \
	$(CORE_SITUATION)
tests_core_test_visit_message_LDADD = $(CORE_TEST_LDADD)

tests_core_test_member_mail_SOURCES = tests/core/test_member_mail.c $(CORE_STORY)
tests_core_test_member_mail_LDADD = $(CORE_TEST_LDADD)

tests_core_test_visit_outside_SOURCES = tests/core/test_visit_outside.c \
	$(CORE_IN_FLOW)
tests_core_test_visit_outside_LDADD = $(CORE_TEST_LDADD)

tests_core_test_voicemail_SOURCES = tests/core/test_voicemail.c $(CORE_SITUATION)
tests_core_test_voicemail_LDADD = $(CORE_TEST_LDADD)
tests_core_test_utterance_SOURCES = tests/core/test_utterance.c \
	$(CORE_SITUATION)
tests_core_test_utterance_LDADD = $(CORE_TEST_LDADD)
tests_core_test_trial_SOURCES = tests/core/test_trial.c $(CORE_SITUATION)
tests_core_test_trial_LDADD = $(CORE_TEST_LDADD)
tests_core_test_waits_SOURCES = tests/core/test_waits.c $(CORE_TRAFFIC)
tests_core_test_waits_CFLAGS = $(AM_CFLAGS) -O2 -fno-sanitize=all
tests_core_test_waits_LDFLAGS = -pthread
tests_core_test_waits_LDADD = tests/core/libfastcore.a $(CMOCKA_LIBS) -lm
tests_core_test_idle_SOURCES = tests/core/test_idle.c $(CORE_SITUATION)
tests_core_test_idle_LDADD = $(CORE_TEST_LDADD)
tests_core_test_table_SOURCES = tests/core/test_table.c $(FAILING_ALLOC)
tests_core_test_table_LDFLAGS = $(AM_LDFLAGS) $(WRAP_ALLOC)
tests_core_test_table_LDADD = $(CORE_TEST_LDADD)
tests_core_test_models_SOURCES = tests/core/test_models.c $(CORE_TRAFFIC)
tests_core_test_models_CFLAGS = $(AM_CFLAGS) -O2 -fno-sanitize=all
tests_core_test_models_LDFLAGS = -pthread
tests_core_test_models_LDADD = tests/core/libfastcore.a $(CMOCKA_LIBS) -lm
tests_core_test_dialling_SOURCES = tests/core/test_dialling.c
tests_core_test_dialling_LDADD = $(CORE_TEST_LDADD)

# The router at its largest, and a day; of the core as a release has it.
BENCHES += tests/core/bench_router
EXTRA_PROGRAMS += tests/core/bench_router
tests_core_bench_router_SOURCES = tests/core/bench_router.c $(CORE_STORY)
tests_core_bench_router_CFLAGS = $(AM_CFLAGS) -O2 -fno-sanitize=all
tests_core_bench_router_LDFLAGS = -pthread
tests_core_bench_router_LDADD = tests/core/libfastcore.a $(CMOCKA_LIBS) -lm
