/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records: structs made from tables, and what can be told of their fields. */

#ifndef CORE_RECORD_H
#define CORE_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/words.h"

/*
 * Events, documents, commands and the rows of the state are written down once,
 * as FIELD and SETTING lines of a .def table. The C struct is made from it, and
 * so is a `struct record` that tells each field's name, kind and place. JSON,
 * SQL, OpenAPI, the command line, the manual and the comparison of two states
 * are loops over such a record: nobody lists the fields of an event twice.
 *
 * All records are flat: no pointers, so that they can cross threads and be
 * copied by assignment. Equal values are equal bytes in their text buffers
 * (what follows the terminator is 0).
 */

enum privacy { PUBLIC, PRIVATE };

/* Marks a text of a table for translation, which happens where it is shown. */
#ifndef N_
#define N_(text) text
#endif

/* Texts are held by value, terminated, and limited. */
struct name {
    char text[64]; /* a-z 0-9 . _ -, beginning with a letter or digit */
};
struct label {
    char text[96]; /* UTF-8 for people; one line */
};
struct phone_number {
    char text[40]; /* + * # 0-9; "" when withheld */
};
struct pattern {
    char text[40]; /* a number, or its beginning and '*' */
};
struct note {
    char text[512]; /* UTF-8 for people; may have several lines */
};
struct address {
    char text[64]; /* IPv4, [IPv6], each with :port */
};
struct digest {
    char text[65]; /* SHA-256 in hexadecimal */
};
struct digits {
    char text[32]; /* 0-9 * # A-D */
};

/* Who was looked at for an offer, and what came of it. */
enum { CANDIDATES_MAX = 8 };
struct candidates {
    struct candidate {
        uint64_t agent_id;
        enum verdict verdict;
        int64_t for_us;    /* idle so long, or so in so long; -1: no telling */
        uint64_t skill_id; /* that the agent lacks, or 0 */
        uint32_t level;    /* which the agent has */
        uint32_t needed;
    } rows[CANDIDATES_MAX];
    uint32_t row_count;
    uint32_t counts[verdict_count]; /* of all of the queue's agents */
};

/* The C type of each kind; the kinds of words are the lists in words.h. */
#define KIND_id               uint64_t /* never 0, unless "none" is allowed */
#define KIND_count            int64_t
#define KIND_time             int64_t /* a moment, in journal microseconds */
#define KIND_wall             int64_t /* a moment, in microseconds since 1970 */
#define KIND_span             int64_t /* a duration, in microseconds */
#define KIND_period           int64_t /* a duration that people set, in ms */
#define KIND_flag             bool
#define KIND_name             struct name
#define KIND_label            struct label
#define KIND_number           struct phone_number
#define KIND_pattern          struct pattern
#define KIND_note             struct note
#define KIND_address          struct address
#define KIND_digest           struct digest
#define KIND_digits           struct digits
#define KIND_rule_cause       enum rule_cause
#define KIND_rule_moment      enum rule_moment
#define KIND_staffing         enum staffing
#define KIND_candidates       struct candidates
#define KIND_agent_state      enum agent_state
#define KIND_state_cause      enum state_cause
#define KIND_console_state    enum console_state
#define KIND_offer_result     enum offer_result
#define KIND_contact_place    enum contact_place
#define KIND_end_cause        enum end_cause
#define KIND_queue_exit       enum queue_exit
#define KIND_sender           enum sender
#define KIND_strategy         enum strategy
#define KIND_wrap_up_mode     enum wrap_up_mode
#define KIND_after_work       enum after_work
#define KIND_phone_mode       enum phone_mode
#define KIND_consult_stage    enum consult_stage
#define KIND_destination      enum destination
#define KIND_rule_language    enum rule_language
#define KIND_rule_sharing     enum rule_sharing
#define KIND_rule_time        enum rule_time
#define KIND_rule_change      enum rule_change
#define KIND_rule_result      enum rule_result
#define KIND_speech           enum speech
#define KIND_role             enum role
#define KIND_transport        enum transport
#define KIND_sound_secrecy    enum sound_secrecy
#define KIND_node_type        enum node_type
#define KIND_step_exit        enum step_exit
#define KIND_flow_limit       enum flow_limit
#define KIND_utterance_stage  enum utterance_stage
#define KIND_flow_sort        enum flow_sort
#define KIND_verdict          enum verdict
#define KIND_document_kind    enum document_kind
#define KIND_recording_policy enum recording_policy
#define KIND_hearing_kind     enum hearing_kind
#define KIND_recording_state  enum recording_state
#define KIND_listening_way    enum listening_way
#define KIND_trunk_state      enum trunk_state
#define KIND_registration     enum registration
#define KIND_trunk_reason     enum trunk_reason
#define KIND_listening_action enum listening_action
#define KIND_log_depth        enum log_depth
#define KIND_traced_kind      enum traced_kind
#define KIND_cap_scope        enum cap_scope
#define KIND_line_state       enum line_state
#define KIND_line_end         enum line_end
#define KIND_toll_cause       enum toll_cause
#define KIND_box_greeting     enum box_greeting
#define KIND_box_stage        enum box_stage
#define KIND_visit_stage      enum visit_stage
#define KIND_pin_rule         enum pin_rule
#define KIND_message_state    enum message_state
#define KIND_message_deed     enum message_deed
#define KIND_message_loss     enum message_loss
#define KIND_delivery_way     enum delivery_way
#define KIND_delivery_result  enum delivery_result
#define KIND_box_rule         enum box_rule
#define KIND_digit_check      enum digit_check
#define KIND_recording_choice enum recording_choice
#define KIND_lookup_method    enum lookup_method
#define KIND_lookup_outcome   enum lookup_outcome
#define KIND_callback_state   enum callback_state
#define KIND_callback_origin  enum callback_origin
#define KIND_callback_reason  enum callback_reason
#define KIND_callback_stage   enum callback_stage

/* Kinds at run time. FIELD_NAME to FIELD_DIGITS are texts, see above. */
enum field_kind {
    FIELD_ID,
    FIELD_COUNT,
    FIELD_TIME,
    FIELD_WALL,
    FIELD_SPAN,
    FIELD_PERIOD,
    FIELD_FLAG,
    FIELD_NAME,
    FIELD_LABEL,
    FIELD_NUMBER,
    FIELD_PATTERN,
    FIELD_NOTE,
    FIELD_ADDRESS,
    FIELD_DIGEST,
    FIELD_DIGITS,
    FIELD_CANDIDATES,
    FIELD_WORD, /* an enum: see `words` */
};

struct field {
    const char *name;
    enum field_kind kind;
    const struct word_list *words; /* of a FIELD_WORD, else NULL */
    size_t offset;
    size_t size; /* of a text: with its terminator */
    enum privacy privacy;

    /* SETTING only; is_setting is false and the rest 0 for a FIELD */
    bool is_setting;
    bool is_required;   /* preset is NULL */
    const char *preset; /* as a person would write it: "20s", "longest_idle" */
    int64_t min;
    int64_t max;
    const char *doc; /* English, through N_() for translation */

    /* KEPT only, which has a range and a doc, too: see FIELD_AS_IT_IS */
    bool is_kept;
};

/* What a number of a change is that the change leaves out: it stays as it is.
   No KEPT field has it in its range. */
enum { FIELD_AS_IT_IS = -1 };

struct record {
    const char *name;
    const char *doc;
    const struct field *fields;
    size_t field_count;
    size_t size; /* of the struct */
};

/**
 * Finds a field by its name.
 *
 * @return the field, or NULL
 */
const struct field *record_field(const struct record *record, const char *name);

/* Readers and writers of one field, by kind. The record is the struct. */
int64_t field_get_integer(const struct field *field, const void *record);
void field_set_integer(const struct field *field, void *record, int64_t value);
const char *field_get_text(const struct field *field, const void *record);

/** Says whether a KEPT field is FIELD_AS_IT_IS: it is written nowhere. */
bool field_is_left_out(const struct field *field, const void *record);

/**
 * Sets a text, cleared behind its end.
 *
 * @return 0, or -EMSGSIZE when it does not fit: nothing changed
 */
int field_set_text(const struct field *field, void *record, const char *text);

/** How many words of its list, from the first on, a FIELD_WORD may be set to;
 *  and whether it may be set to a certain one of them. */
size_t field_word_count(const struct field *field);
bool field_takes_word(const struct field *field, size_t word);

/** Tells whether the field is one of the texts. */
bool field_is_text(const struct field *field);

/**
 * Checks a value by its kind's rule and, for a setting, its range. Texts for
 * people must be valid UTF-8 without control characters (a note may have line
 * feeds); the others consist of the characters named above. An empty text
 * stands for none, where a setting's range allows it.
 *
 * @return whether it may stand
 */
bool field_is_valid(const struct field *field, const void *record);

/** Tells whether a field has equal values in two records. */
bool field_is_same(const struct field *field, const void *a, const void *b);

/** Tells whether two records have equal fields. */
bool record_is_same(const struct record *record, const void *a, const void *b);

#endif
