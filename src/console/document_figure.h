/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document does now: live columns of the lists. */

#ifndef CONSOLE_DOCUMENT_FIGURE_H
#define CONSOLE_DOCUMENT_FIGURE_H

#include "console/program.h"
#include "tui/table.h"

enum document_figure {
    QUEUE_WAITING,
    QUEUE_OLDEST,
    QUEUE_READY,
    QUEUE_AGENTS,  /* signed in */
    QUEUE_MEMBERS, /* who serve it, signed in or not */
    QUEUE_WITHIN,  /* settings, which wide lists have room for */
    QUEUE_MAX_WAIT,
    QUEUE_LEVEL,
    QUEUE_STATE,    /* by the night switch: open, or closed until when */
    QUEUE_HISTORY,  /* the most who waited, in steps of the last hour */
    TRUNK_STATE,    /* a word of trunk_state, and for how long */
    TRUNK_CALLS,    /* and how many there may be */
    TRUNK_FAILURES, /* this and the others since the server's start */
    TRUNK_CALLS_IN,
    TRUNK_CALLS_OUT,
    TRUNK_FULL,       /* refused, as all channels were in use */
    TRUNK_ANSWER,     /* how long the last OPTIONS took */
    TRUNK_CODE,       /* what it was answered with */
    TRUNK_REGISTERED, /* a word of registration, and the last answer */
    TRUNK_REASON,     /* what is wrong, a word of trunk_reason */
    RULE_SIGN,        /* what publishing the draft does with it, as a sign */
    RULE_DRAFTED,     /* ... in words */
    RULE_REACH,       /* whether calls ever come to it, in words */
    RULE_HITS, /* calls led in the last 24 hours, when the list was opened */
    RULE_WAIT, /* for an agent whom it leads to */
    PROMPT_MISSING, /* languages that it is not in */
    PROMPT_LENGTH,  /* of its own sound, when the list was opened */
    USER_STATE,
    DEVICE_STATE, /* reachable or not; of phones that an agent has */
};

/** The number a column is sorted by; -1: not known. */
int64_t document_figure(const struct program *program,
                        enum document_figure figure,
                        const struct replica_row *row);

/** Fills its cell. */
void document_figure_show(const struct program *program,
                          enum document_figure figure,
                          const struct replica_row *row,
                          struct table_cell *ret_cell);

/* Trunks, in a file of their own. */
int64_t document_figure_of_trunk(const struct program *program,
                                 enum document_figure figure, uint64_t id);
void document_figure_show_trunk(const struct program *program,
                                enum document_figure figure, uint64_t id,
                                struct table_cell *ret_cell);

/** "the trunk is down: reports failure 503" */
void document_figure_say_down(const struct program *program,
                              const struct topic_trunk_states *trunk,
                              struct safe_text *ret_text);

/** Whether it is written to the right end. */
bool document_figure_is_number(enum document_figure figure);

/* The topics the figures come from, beside the documents. */
enum { FIGURE_TOPICS = 3 };
extern const enum topic figure_topics[FIGURE_TOPICS];

#endif
