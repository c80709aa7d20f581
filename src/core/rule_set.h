/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routing rules as they were, for a draft in which they are so again. */

#ifndef CORE_RULE_SET_H
#define CORE_RULE_SET_H

#include "core/decide.h"

/*
 * A command is too small for two thousand rules: they are given to the core
 * before it (core_give_rules()), as the programs of flows are, and come back
 * all at once or not at all. Who gives them has them from the journal.
 */
struct rule_set {
    int64_t version;              /* of the rules as a whole */
    struct event_rule_set *rules; /* by their ids; owned, as the next one */
    int64_t *last_versions;       /* that each of these ever had, by now */
    size_t count;
};

struct rule_set *rule_set_free(struct rule_set *set);

/** What the draft of the rules becomes; see rule_set_walk_next(). */
struct rule_set_walk {
    const struct state *state;
    const struct rule_set *set;
    const void *live; /* to be looked at next */
    size_t at;
};

/* One that the draft has another one than outside. */
struct rule_set_change {
    const struct event_rule_set *rule;
    bool removed; /* the rule is not there in the set */
    int64_t last_version;
};

void rule_set_walk_begin(struct rule_set_walk *walk, const struct state *state,
                         const struct rule_set *set);

/** Finds the next rule that is another one outside, or not there, or not in the
 *  set. O(log rules). */
bool rule_set_walk_next(struct rule_set_walk *walk,
                        struct rule_set_change *ret_change);

/**
 * Finds out what stands against a draft like that. O(rules).
 *
 * @param ret_rule  the rule of the set that cannot stand, or NULL
 */
enum refusal check_rule_set(struct turn *turn, const struct rule_set *set,
                            const struct event_rule_set **ret_rule);

#endif
