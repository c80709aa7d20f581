/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What decisions about rules and about their draft have in common. */

#ifndef CORE_DECIDE_RULE_H
#define CORE_DECIDE_RULE_H

#include "core/decide.h"
#include "core/rule_walk.h"

/* The rules in their order: as they are, or as the draft has them. */
struct rule_line {
    const struct state *state;
    bool of_draft;
};

/** A rule of it, or NULL. */
const struct event_rule_set *rule_in_line(const struct rule_line *line,
                                          uint64_t rule_id);

/** Whether it may stand: its entry, validity, demand, condition and
 *  destinations; not its name, nor single values. */
enum refusal check_rule(struct turn *turn, const struct event_rule_set *rule);

/** Gives a rule without a position one behind all others. O(rules). */
void place_rule_last(const struct rule_line *line, struct event_rule_set *rule);

/**
 * Finds the position to ask a rule at before another one. O(rules).
 *
 * @param before_id  0: last
 * @param ret_rule   the rule, with that position
 */
enum refusal place_rule_before(const struct rule_line *line, uint64_t rule_id,
                               uint64_t before_id,
                               struct event_rule_set *ret_rule);

/**
 * Finds out what stands against publishing the draft.
 *
 * @param ret_rule_id  the rule of the draft that does; 0: the draft as a whole
 */
enum refusal check_rule_draft(struct turn *turn, uint64_t *ret_rule_id);

#endif
