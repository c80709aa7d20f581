/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules as the draft has them, each beside those that are tried before it. */

#include "console/rule_reach.h"

#include <assert.h>
#include <stddef.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/rule_bits.h"
#include "core/rule_shadow.h"

_Static_assert(offsetof(struct topic_drafted_rules, agent_wait_ms) ==
                   offsetof(struct event_rule_set, agent_wait_ms),
               "a row begins as the rule");

/* The row as the rule that it is in the draft. */
static const struct event_rule_set *rule_of(
    const struct topic_drafted_rules *row)
{
    return (const void *)row;
}

/* NULL: there is none. */
static const struct event_rule_set *shadow_of(
    const struct program *program, const struct topic_drafted_rules *rule)
{
    const struct replica *rows = program_rows(program);
    size_t count = document_rows(program, TOPIC_DRAFTED_RULES);
    const struct rule_demand narrow = rule_demand_of(rule_of(rule));

    if (!program->rule_bits || rule_bits_begin(program->rule_bits, count) < 0)
        return NULL;

    for (size_t i = 0; i < count; i++) {
        const struct topic_drafted_rules *other =
            replica_at(rows, TOPIC_DRAFTED_RULES, i)->fields;
        const struct rule_demand wide =
            rule_bits_at(program->rule_bits, i, rule_of(other));

        if (other->change != RULE_GONE &&
            rule_demand_is_within(&wide, &narrow) &&
            rule_shadows(rule_of(other), rule_of(rule)))
            return rule_of(other);
    }
    return NULL;
}

static bool is_asked(const struct topic_drafted_rules *rule)
{
    return rule->enabled && rule->change != RULE_GONE;
}

bool rule_reach_is_never(const struct program *program,
                         const struct topic_drafted_rules *rule)
{
    assert(program && rule);

    return is_asked(rule) && (rule_never_holds(rule_of(rule)) ||
                              shadow_of(program, rule) != NULL);
}

void rule_reach_say(const struct program *program,
                    const struct topic_drafted_rules *rule,
                    struct table_cell *ret_cell)
{
    assert(program && rule && ret_cell);
    const struct event_rule_set *shadow =
        is_asked(rule) ? shadow_of(program, rule) : NULL;

    ret_cell->look = LOOK(WARN, 0);
    if (shadow) {
        safe_text_format(&ret_cell->text,
                         program_text(program, N_("no, after %s")),
                         shadow->name.text);
    } else if (is_asked(rule) && rule_never_holds(rule_of(rule))) {
        safe_text_copy(&ret_cell->text,
                       program_text(program, N_("no, it is false")));
    } else {
        ret_cell->look = LOOK(DIM, 0);
        safe_text_copy(&ret_cell->text,
                       program_text(program, is_asked(rule) ? N_("may be")
                                                            : N_("is off")));
    }
}
