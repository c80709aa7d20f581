/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of routing rules as their draft has them. */

#include <stddef.h>
#include <string.h>

#include "core/rule_walk.h"
#include "web/fill.h"
#include "web/rule_draft.h"

_Static_assert(offsetof(struct topic_drafted_rules, change) <=
                   sizeof(struct event_rule_set),
               "a row begins as the rule");

enum rule_change rule_draft_change_of(const struct state *floor,
                                      uint64_t rule_id)
{
    const struct rule_draft_row *row = state_rule_draft(floor, rule_id);

    if (!row)
        return RULE_SAME;
    if (row->removed)
        return RULE_GONE;

    return state_rule(floor, rule_id) ? RULE_CHANGED : RULE_ADDED;
}

bool rule_draft_is_stale(const struct state *floor, uint64_t rule_id)
{
    const struct rule_draft_row *row = state_rule_draft(floor, rule_id);
    const struct event_rule_set *rule = state_rule(floor, rule_id);

    return row && row->version != (rule ? rule->version : 0);
}

bool fill_drafted_rule(const struct state *floor, uint64_t rule_id,
                       struct topic_drafted_rules *ret_rule)
{
    const struct rule_draft_row *row = state_rule_draft(floor, rule_id);
    const struct event_rule_set *rule =
        row ? rule_of_draft(row) : state_rule(floor, rule_id);

    if (!rule)
        return false;

    memcpy(ret_rule, rule, offsetof(struct topic_drafted_rules, change));
    ret_rule->change = rule_draft_change_of(floor, rule_id);
    ret_rule->stale = rule_draft_is_stale(floor, rule_id);
    ret_rule->seq = row ? row->seq : 0;
    return true;
}
