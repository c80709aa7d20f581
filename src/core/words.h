/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that commands, events and the state share, and their spelling. */

#ifndef CORE_WORDS_H
#define CORE_WORDS_H

#include <stddef.h>

#include "core/words_agent.h"
#include "core/words_callback.h"
#include "core/words_flow.h"
#include "core/words_routing.h"
#include "core/words_sound.h"
#include "core/words_trunk.h"

/*
 * A list, here or in one of the headers above, is the only place where its
 * words are written down: the enum and the array of spellings are made from it.
 * Spellings are for programs and journals; what people read is translated
 * elsewhere. A journal outlives these files: words are only ever added, and at
 * the end of their list.
 */

/* clang-format off */
#define LANGUAGES(WORD)                                                        \
    WORD(SPEAKS_EN, "en")                                                      \
    WORD(SPEAKS_ES, "es")                                                      \
    WORD(SPEAKS_CS, "cs")

#define ROLES(WORD)                                                            \
    WORD(ROLE_ADMIN, "admin")                                                  \
    WORD(ROLE_SUPERVISOR, "supervisor")                                        \
    WORD(ROLE_AGENT, "agent")                                                  \
    WORD(ROLE_ANALYST, "analyst")

/* How much the server logs: the levels of base/log.h, in their order. */
#define LOG_DEPTHS(WORD)                                                       \
    WORD(LOG_DEPTH_ERROR, "error")                                             \
    WORD(LOG_DEPTH_WARNING, "warning")                                         \
    WORD(LOG_DEPTH_NOTE, "note")                                               \
    WORD(LOG_DEPTH_DETAIL, "detail")

/* What a contact's trace consists of. */
#define TRACED_KINDS(WORD)                                                     \
    WORD(TRACED_MESSAGE, "message")   /* of SIP */                             \
    WORD(TRACED_DECISION, "decision") /* an event of the journal */            \
    WORD(TRACED_EFFECT, "effect")     /* what the core asked for */            \
    WORD(TRACED_GAP, "gap")           /* older ones are no longer there */

/* What a document, or a secret's owner, is. */
#define DOCUMENT_KINDS(WORD)                                                   \
    WORD(DOCUMENT_USER, "user")                                                \
    WORD(DOCUMENT_DEVICE, "device")                                            \
    WORD(DOCUMENT_AGENT, "agent")                                              \
    WORD(DOCUMENT_QUEUE, "queue")                                              \
    WORD(DOCUMENT_FLOW, "flow")                                                \
    WORD(DOCUMENT_TRUNK, "trunk")                                              \
    WORD(DOCUMENT_ENTRY, "entry")                                              \
    WORD(DOCUMENT_PAUSE_REASON, "pause_reason")                                \
    WORD(DOCUMENT_DISPOSITION, "disposition")                                  \
    WORD(DOCUMENT_TEAM, "team")                                                \
    WORD(DOCUMENT_PROMPT, "prompt")                                            \
    WORD(DOCUMENT_ROUTE, "route")                                              \
    WORD(DOCUMENT_CAP, "cap")                                                  \
    WORD(DOCUMENT_SKILL, "skill")                                              \
    WORD(DOCUMENT_BOX, "box")                                                  \
    WORD(DOCUMENT_CALENDAR, "calendar")                                        \
    WORD(DOCUMENT_CALLER_LIST, "caller_list")                                  \
    WORD(DOCUMENT_RULE, "rule")                                                \
    WORD(DOCUMENT_QUEUE_RULE, "queue_rule")                                    \
    WORD(DOCUMENT_LOOKUP, "lookup")

/* Every list: LIST(name of the enum, list). */
#define WORD_LISTS(LIST)                                                       \
    LIST(agent_state, AGENT_STATES)                                            \
    LIST(state_cause, STATE_CAUSES)                                            \
    LIST(console_state, CONSOLE_STATES)                                        \
    LIST(offer_result, OFFER_RESULTS)                                          \
    LIST(contact_place, CONTACT_PLACES)                                        \
    LIST(end_cause, END_CAUSES)                                                \
    LIST(queue_exit, QUEUE_EXITS)                                              \
    LIST(sender, SENDERS)                                                      \
    LIST(strategy, STRATEGIES)                                                 \
    LIST(wrap_up_mode, WRAP_UP_MODES)                                          \
    LIST(after_work, AFTER_WORKS)                                              \
    LIST(phone_mode, PHONE_MODES)                                              \
    LIST(line_state, LINE_STATES)                                              \
    LIST(line_end, LINE_ENDS)                                                  \
    LIST(consult_stage, CONSULT_STAGES)                                        \
    LIST(destination, DESTINATIONS)                                            \
    LIST(rule_language, RULE_LANGUAGES)                                        \
    LIST(rule_sharing, RULE_SHARINGS)                                          \
    LIST(rule_time, RULE_TIMES)                                                \
    LIST(rule_result, RULE_RESULTS)                                            \
    LIST(rule_change, RULE_CHANGES)                                            \
    LIST(speech, LANGUAGES)                                                    \
    LIST(role, ROLES)                                                          \
    LIST(transport, TRANSPORTS)                                                \
    LIST(sound_secrecy, SOUND_SECRECIES)                                       \
    LIST(node_type, NODE_TYPES)                                                \
    LIST(step_exit, STEP_EXITS)                                                \
    LIST(flow_limit, FLOW_LIMITS)                                              \
    LIST(verdict, VERDICTS)                                                    \
    LIST(recording_policy, RECORDING_POLICIES)                                 \
    LIST(hearing_kind, HEARINGS)                                               \
    LIST(recording_state, RECORDING_STATES)                                    \
    LIST(listening_way, LISTENING_WAYS)                                        \
    LIST(listening_action, LISTENING_ACTIONS)                                  \
    LIST(trunk_state, TRUNK_STATES)                                            \
    LIST(log_depth, LOG_DEPTHS)                                                \
    LIST(traced_kind, TRACED_KINDS)                                            \
    LIST(registration, REGISTRATIONS)                                          \
    LIST(trunk_reason, TRUNK_REASONS)                                          \
    LIST(document_kind, DOCUMENT_KINDS)                                        \
    LIST(cap_scope, CAP_SCOPES)                                                \
    LIST(toll_cause, TOLL_CAUSES)                                              \
    LIST(box_greeting, GREETINGS)                                              \
    LIST(box_stage, BOX_STAGES)                                                \
    LIST(visit_stage, VISIT_STAGES)                                            \
    LIST(pin_rule, PIN_RULES)                                                  \
    LIST(message_state, MESSAGE_STATES)                                        \
    LIST(message_deed, MESSAGE_DEEDS)                                          \
    LIST(delivery_way, DELIVERY_WAYS)                                          \
    LIST(delivery_result, DELIVERY_RESULTS)                                    \
    LIST(message_loss, MESSAGE_LOSSES)                                         \
    LIST(box_rule, BOX_RULES)                                                  \
    LIST(digit_check, DIGIT_CHECKS)                                            \
    LIST(recording_choice, RECORDING_CHOICES)                                  \
    LIST(utterance_stage, UTTERANCE_STAGES)                                    \
    LIST(flow_type, FLOW_TYPES)                                                \
    LIST(flow_sort, FLOW_SORTS)                                                \
    LIST(rule_cause, RULE_CAUSES)                                              \
    LIST(rule_moment, RULE_MOMENTS)                                            \
    LIST(staffing, STAFFINGS)                                                  \
    LIST(lookup_method, LOOKUP_METHODS)                                        \
    LIST(lookup_outcome, LOOKUP_OUTCOMES)                                      \
    LIST(callback_state, CALLBACK_STATES)                                      \
    LIST(callback_origin, CALLBACK_ORIGINS)                                    \
    LIST(callback_reason, CALLBACK_REASONS)                                    \
    LIST(callback_stage, CALLBACK_STAGES)

/* Pause reasons of the product's own; those of people's making follow. */
enum {
    PAUSE_NONE = 0,
    PAUSE_LOGGED_IN = 1, /* logged in is not yet available */
    PAUSE_MISSED = 2,    /* too many offers in a row were not answered */
    PAUSE_FAULT = 3,     /* a claim about the agent did not hold */
    PAUSE_OWN_CALL = 4,  /* the agent's phone has called inside the house */
    PAUSE_FIRST_DEFINED = 16,
};

#define WORD_CODE(code, spelling) code,
#define WORD_ENUM(name, list) enum name { list(WORD_CODE) };
WORD_LISTS(WORD_ENUM)
#undef WORD_ENUM
#undef WORD_CODE

#define WORD_ONE(code, spelling) +1
enum {
#define WORD_COUNT(name, list) name##_count = 0 list(WORD_ONE),
    WORD_LISTS(WORD_COUNT)
#undef WORD_COUNT
};
#undef WORD_ONE
/* clang-format on */

/* A list at run time. */
struct word_list {
    const char *name;
    const char *const *words;
    size_t count;
};

/* One per list: word_list_agent_state and so on. */
#define WORD_LIST_DECLARE(name, list)                                          \
    extern const struct word_list word_list_##name;
WORD_LISTS(WORD_LIST_DECLARE)
#undef WORD_LIST_DECLARE

/**
 * Finds a word.
 *
 * @return its number in the list, or -ENOENT
 */
int word_find(const struct word_list *words, const char *spelling);

/**
 * Spells a word. NULL when the number is none of the list's.
 */
const char *word_spell(const struct word_list *words, int number);

#endif
