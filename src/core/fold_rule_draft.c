/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of the draft of the routing rules, and of its publication. */

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "core/fold.h"
#include "core/house_slots.h"
#include "core/rule_walk.h"
#include "core/state_index.h"

_Static_assert(offsetof(struct rule_draft_row, removed) ==
                   offsetof(struct event_rule_drafted, removed),
               "a row of the draft begins as its event");

void fold_rule_drafted(struct state *state, const struct event_rule_drafted *e)
{
    struct rule_draft_slot *slot = table_find(&state->rule_drafts, e->id, 0);

    if (!slot)
        slot = table_add(&state->rule_drafts, e->id, 0);

    memcpy(&slot->row, e, offsetof(struct rule_draft_row, removed));
    slot->row.removed = e->removed;
    slot->row.seq = state->system.seq;
    slot->row.last_version = e->last_version;
    if (state->system.rules < (int64_t)e->id)
        state->system.rules = (int64_t)e->id;
}

void fold_rule_draft_dropped(struct state *state,
                             const struct event_rule_draft_dropped *e)
{
    struct table *drafts = &state->rule_drafts;

    if (e->id) {
        table_remove(drafts, table_find(drafts, e->id, 0));
        return;
    }
    while (table_count(drafts) > 0)
        table_remove(drafts, table_first(drafts));
}

/* Two may have changed names: whoever has a row goes first, and comes then. */
void fold_rules_published(struct state *state,
                          const struct event_rules_published *e)
{
    struct rule_draft_slot *slot;

    (void)e;
    for (slot = table_first(&state->rule_drafts); slot; slot = table_next(slot))
        if (document_slot(state, DOCUMENT_RULE, slot->row.id))
            fold_document_removed(state, DOCUMENT_RULE, slot->row.id);

    while ((slot = table_first(&state->rule_drafts))) {
        struct event_rule_set rule = *rule_of_draft(&slot->row);

        if (rule.version == 0)
            rule.version = slot->row.last_version;
        rule.version++;
        if (!slot->row.removed)
            fold_document_set(state, DOCUMENT_RULE, &rule);
        table_remove(&state->rule_drafts, slot);
    }
}
