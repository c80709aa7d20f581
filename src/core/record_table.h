/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the lines of a .def table become a struct record. */

#ifndef CORE_RECORD_TABLE_H
#define CORE_RECORD_TABLE_H

#include <stddef.h>

#include "core/record.h"

/*
 * For the one file per table that makes its records. RECORD_BEGIN opens a
 * function that gives the record of one struct, RECORD_FIELD, RECORD_SETTING and
 * RECORD_KEPT add its fields, RECORD_END closes it:
 *
 *     #define EVENT(CODE, name, doc) RECORD_BEGIN(event_##name, #name, doc)
 *     #define FIELD                  RECORD_FIELD
 *     #define SETTING                RECORD_SETTING
 *     #define END                    RECORD_END
 *     #include "core/event.def"
 *
 * makes the functions event_queue_set_record() and so on, all static.
 */

/* clang-format off */
#define RECORD_BEGIN(tag, spelling, says)                                      \
    static const struct record *tag##_record(void)                             \
    {                                                                          \
        typedef struct tag record_type;                                        \
        static const char record_name[] = spelling;                            \
        static const char record_doc[] = says;                                 \
        static const struct field record_fields[] = {

#define RECORD_FIELD(kind, name, privacy)                                      \
            { #name, RUNTIME_##kind, offsetof(record_type, name),              \
              sizeof(((record_type *)0)->name), privacy,                       \
              false, false, NULL, 0, 0, NULL, false },

#define RECORD_SETTING(kind, name, privacy, preset, min, max, doc)             \
            { #name, RUNTIME_##kind, offsetof(record_type, name),              \
              sizeof(((record_type *)0)->name), privacy,                       \
              true, (preset) == NULL, preset, min, max, doc, false },

#define RECORD_KEPT(kind, name, privacy, min, max, doc)                        \
            { #name, RUNTIME_##kind, offsetof(record_type, name),              \
              sizeof(((record_type *)0)->name), privacy,                       \
              false, false, NULL, min, max, doc, true },

#define RECORD_MADE                                                            \
        };                                                                     \
        static const struct record record = {                                  \
            record_name, record_doc, record_fields,                            \
            sizeof(record_fields) / sizeof(record_fields[0]),                  \
            sizeof(record_type),                                               \
        };

#define RECORD_END                                                             \
        RECORD_MADE                                                            \
        return &record;                                                        \
    }

/* The kind at run time and its words. */
#define RUNTIME_id            FIELD_ID, NULL
#define RUNTIME_count         FIELD_COUNT, NULL
#define RUNTIME_time          FIELD_TIME, NULL
#define RUNTIME_wall          FIELD_WALL, NULL
#define RUNTIME_span          FIELD_SPAN, NULL
#define RUNTIME_period        FIELD_PERIOD, NULL
#define RUNTIME_flag          FIELD_FLAG, NULL
#define RUNTIME_name          FIELD_NAME, NULL
#define RUNTIME_label         FIELD_LABEL, NULL
#define RUNTIME_number        FIELD_NUMBER, NULL
#define RUNTIME_pattern       FIELD_PATTERN, NULL
#define RUNTIME_note          FIELD_NOTE, NULL
#define RUNTIME_address       FIELD_ADDRESS, NULL
#define RUNTIME_digest        FIELD_DIGEST, NULL
#define RUNTIME_rule_cause    FIELD_WORD, &word_list_rule_cause
#define RUNTIME_rule_moment   FIELD_WORD, &word_list_rule_moment
#define RUNTIME_staffing      FIELD_WORD, &word_list_staffing
#define RUNTIME_digits        FIELD_DIGITS, NULL
#define RUNTIME_candidates    FIELD_CANDIDATES, NULL
#define RUNTIME_agent_state   FIELD_WORD, &word_list_agent_state
#define RUNTIME_state_cause   FIELD_WORD, &word_list_state_cause
#define RUNTIME_console_state FIELD_WORD, &word_list_console_state
#define RUNTIME_offer_result  FIELD_WORD, &word_list_offer_result
#define RUNTIME_contact_place FIELD_WORD, &word_list_contact_place
#define RUNTIME_end_cause     FIELD_WORD, &word_list_end_cause
#define RUNTIME_queue_exit    FIELD_WORD, &word_list_queue_exit
#define RUNTIME_sender        FIELD_WORD, &word_list_sender
#define RUNTIME_strategy      FIELD_WORD, &word_list_strategy
#define RUNTIME_wrap_up_mode  FIELD_WORD, &word_list_wrap_up_mode
#define RUNTIME_after_work    FIELD_WORD, &word_list_after_work
#define RUNTIME_phone_mode    FIELD_WORD, &word_list_phone_mode
#define RUNTIME_consult_stage FIELD_WORD, &word_list_consult_stage
#define RUNTIME_destination   FIELD_WORD, &word_list_destination
#define RUNTIME_speech        FIELD_WORD, &word_list_speech
#define RUNTIME_rule_language        FIELD_WORD, &word_list_rule_language
#define RUNTIME_rule_sharing        FIELD_WORD, &word_list_rule_sharing
#define RUNTIME_rule_time           FIELD_WORD, &word_list_rule_time
#define RUNTIME_rule_change         FIELD_WORD, &word_list_rule_change
#define RUNTIME_rule_result        FIELD_WORD, &word_list_rule_result
#define RUNTIME_role          FIELD_WORD, &word_list_role
#define RUNTIME_transport     FIELD_WORD, &word_list_transport
#define RUNTIME_sound_secrecy FIELD_WORD, &word_list_sound_secrecy
#define RUNTIME_node_type     FIELD_WORD, &word_list_node_type
#define RUNTIME_step_exit     FIELD_WORD, &word_list_step_exit
#define RUNTIME_flow_limit    FIELD_WORD, &word_list_flow_limit
#define RUNTIME_utterance_stage FIELD_WORD, &word_list_utterance_stage
#define RUNTIME_flow_sort     FIELD_WORD, &word_list_flow_sort
#define RUNTIME_verdict       FIELD_WORD, &word_list_verdict
#define RUNTIME_document_kind FIELD_WORD, &word_list_document_kind
#define RUNTIME_recording_policy FIELD_WORD, &word_list_recording_policy
#define RUNTIME_recording_state FIELD_WORD, &word_list_recording_state
#define RUNTIME_listening_way FIELD_WORD, &word_list_listening_way
#define RUNTIME_trunk_state   FIELD_WORD, &word_list_trunk_state
#define RUNTIME_registration  FIELD_WORD, &word_list_registration
#define RUNTIME_trunk_reason  FIELD_WORD, &word_list_trunk_reason
#define RUNTIME_listening_action FIELD_WORD, &word_list_listening_action
#define RUNTIME_log_depth     FIELD_WORD, &word_list_log_depth
#define RUNTIME_traced_kind   FIELD_WORD, &word_list_traced_kind
#define RUNTIME_cap_scope     FIELD_WORD, &word_list_cap_scope
#define RUNTIME_line_state    FIELD_WORD, &word_list_line_state
#define RUNTIME_line_end      FIELD_WORD, &word_list_line_end
#define RUNTIME_toll_cause    FIELD_WORD, &word_list_toll_cause
#define RUNTIME_box_greeting  FIELD_WORD, &word_list_box_greeting
#define RUNTIME_box_stage     FIELD_WORD, &word_list_box_stage
#define RUNTIME_visit_stage   FIELD_WORD, &word_list_visit_stage
#define RUNTIME_pin_rule      FIELD_WORD, &word_list_pin_rule
#define RUNTIME_message_state FIELD_WORD, &word_list_message_state
#define RUNTIME_message_deed FIELD_WORD, &word_list_message_deed
#define RUNTIME_message_loss  FIELD_WORD, &word_list_message_loss
#define RUNTIME_delivery_way  FIELD_WORD, &word_list_delivery_way
#define RUNTIME_delivery_result FIELD_WORD, &word_list_delivery_result
#define RUNTIME_box_rule      FIELD_WORD, &word_list_box_rule
#define RUNTIME_digit_check   FIELD_WORD, &word_list_digit_check
#define RUNTIME_hearing_kind  FIELD_WORD, &word_list_hearing_kind
#define RUNTIME_recording_choice FIELD_WORD, &word_list_recording_choice
#define RUNTIME_lookup_method FIELD_WORD, &word_list_lookup_method
#define RUNTIME_lookup_outcome FIELD_WORD, &word_list_lookup_outcome
#define RUNTIME_callback_state FIELD_WORD, &word_list_callback_state
#define RUNTIME_callback_origin FIELD_WORD, &word_list_callback_origin
#define RUNTIME_callback_reason FIELD_WORD, &word_list_callback_reason
#define RUNTIME_callback_stage FIELD_WORD, &word_list_callback_stage
/* clang-format on */

#endif
