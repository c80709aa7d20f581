/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facts of a call, from the state and the book: for the files rule*. */

#ifndef CORE_RULE_FACTS_H
#define CORE_RULE_FACTS_H

#include "core/rule.h"
#include "core/rule_book_inside.h"

/* One question about one call. */
struct rule_question {
    struct rule_book *book;
    const struct state *state;
    const struct rule_call *call;
    struct local_time here; /* in the zone named "" */
};

/** Begins a question: what was remembered of the last one is forgotten. */
void rule_question_begin(struct rule_question *question, struct rule_book *book,
                         const struct state *state,
                         const struct rule_call *call);

/** Its facts; the question must outlive them. */
struct facts rule_question_facts(const struct rule_question *question);

#endif
