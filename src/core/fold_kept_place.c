/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of places kept for callers who hung up, and their deadlines. */

#include "core/fold.h"

#include "core/beside_slots.h"
#include "core/index.h"
#include "core/state_due.h"
#include "core/state_index.h"

void index_kept_place(struct state *state, struct kept_place_slot *kept)
{
    const struct deadline is = {
        .due_us = kept->row.due_us,
        .serial = kept->row.due_serial,
        .owner_id = kept->row.contact_id,
        .kind = DEADLINE_PLACE,
    };

    set_deadline(state, &kept->deadline, &is);
}

void fold_place_kept(struct state *state, const struct contact_row *contact,
                     int64_t until_us)
{
    struct kept_place_slot *kept =
        table_add(&state->kept_places, contact->contact_id, 0);

    kept->row = (struct kept_place_row){
        .contact_id = contact->contact_id,
        .queue_id = contact->queue_id,
        .caller = contact->caller,
        .since_us = contact->queued_us,
    };
    fold_deadline(state, until_us, &kept->row.due_us, &kept->row.due_serial);
    index_kept_place(state, kept);
}

void fold_place_given(struct state *state, uint64_t contact_id)
{
    struct kept_place_slot *kept =
        table_find(&state->kept_places, contact_id, 0);

    if (!kept)
        return;

    kept->row.due_us = 0;
    index_kept_place(state, kept);
    table_remove(&state->kept_places, kept);
}

void fold_place_forgotten(struct state *state,
                          const struct event_place_forgotten *e)
{
    fold_place_given(state, e->contact_id);
}
