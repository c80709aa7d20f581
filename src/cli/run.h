/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the verbs do: one function for each row's `run` in verb.def. */

#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "cli/verb.h"

/* run_document.c */
verb_run run_list, run_show, run_create, run_copy, run_change, run_remove;

/* run_trunk.c */
verb_run run_trunk_list, run_trunk_show;

/* run_command.c */
verb_run run_command, run_transfer, run_task;

/* run_many.c */
verb_run run_many;

/* run_switch.c */
verb_run run_queue_switch;

/* run_secret.c */
verb_run run_password, run_pin, run_own_pin, run_token, run_login, run_logout;

/* run_flow.c */
verb_run run_flow_add, run_flow_copy, run_flow_set, run_flow_draft,
    run_flow_rename;
verb_run run_flow_check;

/* run_ivr.c, run_ivr_test.c */
verb_run run_ivr_show, run_ivr_publish, run_ivr_discard, run_ivr_diff,
    run_ivr_test, run_ivr_try;

/* run_ivr_node.c */
verb_run run_ivr_node_add;

/* run_event.c */
verb_run run_events, run_tail;

/* run_call.c */
verb_run run_call_current, run_call_list;

/* run_check.c */
verb_run run_check_queue;

/* run_state_set.c */
verb_run run_state_set;
/* run_recording.c */
verb_run run_recording_show, run_recording_get, run_recording_delete;

/* run_prompt.c */
verb_run run_prompt_upload, run_prompt_get, run_prompt_listen,
    run_greeting_upload;

/* run_rule.c, run_rule_cases.c, run_rule_turn.c */
verb_run run_rule_test, run_list_import, run_rule_cases, run_rule_enable,
    run_rule_disable;

/* run_rule_version.c, run_calendar.c */
verb_run run_rule_rollback, run_queue_rollback, run_prompt_rollback,
    run_rule_figures, run_calendar_import;

/* run_beside.c */
verb_run run_rule_list, run_rule_draft, run_queue_list;

/* run_rule_draft.c */
verb_run run_rule_discard, run_rule_diff, run_rule_publish;

/* run_erase.c */
verb_run run_contact_erase;

/* run_listening.c */
verb_run run_listening;

/* run_trace.c */
verb_run run_trace;

/* run_why.c, run_state.c, run_setup.c, run_phone.c, run_console.c */
verb_run run_why, run_state, run_setup, run_phone, run_console;

/* run_wallboard.c */
verb_run run_wallboard;

/* run_config.c */
verb_run run_config_export, run_config_diff, run_config_apply;

/* run_completion.c */
verb_run run_completion_bash, run_completion_words;

#endif
