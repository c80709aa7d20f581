/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of trunks, and of whether they can be used. */

#include "core/fold.h"

#include "core/house_slots.h"

void fold_trunk_set(struct state *state, const struct event_trunk_set *e)
{
    fold_document_set(state, DOCUMENT_TRUNK, e);
}

static void forget_lost(struct state *state, uint64_t trunk_id)
{
    struct lost_trunk_slot *lost = table_find(&state->lost_trunks, trunk_id, 0);

    if (lost)
        table_remove(&state->lost_trunks, lost);
}

void fold_trunk_removed(struct state *state,
                        const struct event_trunk_removed *e)
{
    fold_document_removed(state, DOCUMENT_TRUNK, e->id);
    fold_pin_forgotten(state, trunk_lock_of(e->id));
    forget_lost(state, e->id);
}

void fold_trunk_lost(struct state *state, const struct event_trunk_lost *e)
{
    struct lost_trunk_slot *lost =
        table_add(&state->lost_trunks, e->trunk_id, 0);

    lost->row = (struct lost_trunk_row){ .trunk_id = e->trunk_id,
                                         .since_us = state->system.at_us };
}

void fold_trunk_found(struct state *state, const struct event_trunk_found *e)
{
    forget_lost(state, e->trunk_id);
}
