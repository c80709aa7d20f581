/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules one by one: as they are, or as their draft would have them. */

#ifndef CORE_RULE_WALK_H
#define CORE_RULE_WALK_H

#include "core/state.h"

/*
 * The draft of the rules is one for all who edit them. It has a row for each
 * rule that is another one in it, new, or gone; all others are in it as they
 * are. A row remembers the version of the rule that it was made from: a draft
 * is published only while all of those are what they were, and then at once.
 * A change of a rule outside the draft is live at once, as before.
 */

/** The rule that a row of the draft has. */
const struct event_rule_set *rule_of_draft(const struct rule_draft_row *row);

/** The rule as it is in the draft; NULL: it is not there. */
const struct event_rule_set *rule_drafted(const struct state *state,
                                          uint64_t rule_id);

/** What whoever changes a rule in the draft must have seen: the number of the
 *  event that made its row, else the rule's version, 0 without one. */
int64_t rule_draft_seen(const struct state *state, uint64_t rule_id);

/** The number of the event that changed the draft last; 0: there is none.
 *  O(rows). */
uint64_t rule_draft_seq(const struct state *state);

/* A plain struct; good until the state changes. */
struct rule_walk {
    const struct state *state;
    bool of_draft;
    const void *live; /* to be looked at next */
    const void *draft;
};

/** Begins at the first, by the order of ids; those that the draft adds last. */
void rule_walk_begin(struct rule_walk *walk, const struct state *state,
                     bool of_draft);

/** @return the next one, or NULL. */
const struct event_rule_set *rule_walk_next(struct rule_walk *walk);

/** No more than so many are walked through. */
size_t rule_walk_most(const struct state *state);

/** The order in which rules are asked: for qsort() of pointers to them. */
int rule_compare(const void *a, const void *b);

#endif
