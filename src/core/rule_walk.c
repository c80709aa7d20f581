/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents and rows of the draft, laid over one another. */

#include "core/rule_walk.h"

#include <assert.h>
#include <stddef.h>

#include "core/house_slots.h"
#include "core/state_inside.h"

/* One table made them all. */
_Static_assert(offsetof(struct rule_draft_row, agent_wait_ms) ==
                   offsetof(struct event_rule_set, agent_wait_ms),
               "a row of the draft begins with a rule");

const struct event_rule_set *rule_of_draft(const struct rule_draft_row *row)
{
    assert(row);

    return (const void *)row;
}

const struct event_rule_set *rule_drafted(const struct state *state,
                                          uint64_t rule_id)
{
    const struct rule_draft_row *row = state_rule_draft(state, rule_id);

    if (!row)
        return state_rule(state, rule_id);

    return row->removed ? NULL : rule_of_draft(row);
}

int64_t rule_draft_seen(const struct state *state, uint64_t rule_id)
{
    const struct rule_draft_row *row = state_rule_draft(state, rule_id);
    const struct event_rule_set *rule = state_rule(state, rule_id);

    if (row)
        return (int64_t)row->seq;

    return rule ? rule->version : 0;
}

uint64_t rule_draft_seq(const struct state *state)
{
    uint64_t last = 0;

    for (const struct rule_draft_slot *slot = table_first(&state->rule_drafts);
         slot; slot = table_next(slot))
        if (slot->row.seq > last)
            last = slot->row.seq;

    return last;
}

void rule_walk_begin(struct rule_walk *walk, const struct state *state,
                     bool of_draft)
{
    assert(walk && state);

    *walk = (struct rule_walk){
        .state = state,
        .of_draft = of_draft,
        .live = table_first(&state->documents[DOCUMENT_RULE]),
        .draft = of_draft ? table_first(&state->rule_drafts) : NULL,
    };
}

/* What it is in the draft, if it is walked through; NULL: it is gone. */
static const struct event_rule_set *as_walked(const struct rule_walk *walk,
                                              const struct document_slot *slot)
{
    return walk->of_draft ? rule_drafted(walk->state, slot->head.id)
                          : (const void *)&slot->head;
}

static bool is_added(const struct rule_walk *walk,
                     const struct rule_draft_row *row)
{
    return !row->removed && !state_rule(walk->state, row->id);
}

const struct event_rule_set *rule_walk_next(struct rule_walk *walk)
{
    assert(walk);

    while (walk->live) {
        const struct event_rule_set *rule = as_walked(walk, walk->live);

        walk->live = table_next(walk->live);
        if (rule)
            return rule;
    }
    while (walk->draft) {
        const struct rule_draft_slot *slot = walk->draft;

        walk->draft = table_next(slot);
        if (is_added(walk, &slot->row))
            return rule_of_draft(&slot->row);
    }

    return NULL;
}

size_t rule_walk_most(const struct state *state)
{
    return table_count(&state->documents[DOCUMENT_RULE]) +
           table_count(&state->rule_drafts);
}

int rule_compare(const void *a, const void *b)
{
    const struct event_rule_set *m = *(const struct event_rule_set *const *)a;
    const struct event_rule_set *n = *(const struct event_rule_set *const *)b;

    if (m->position != n->position)
        return m->position < n->position ? -1 : 1;

    return (m->id > n->id) - (m->id < n->id);
}
