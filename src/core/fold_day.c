/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of the house's day. */

#include "core/desk_slot.h"
#include "core/fold.h"
#include "core/index.h"

int64_t fold_day(const struct state *state)
{
    return state_day(state, state->system.at_us);
}

/* Only those who worked on another day have figures of it. */
void fold_new_day(struct state *state)
{
    if (!state->system.day_until_us)
        state->system.day = fold_day(state);

    for (struct desk_slot *d = table_first(&state->desks); d;
         d = table_next(d)) {
        if (d->row.day == state->system.day)
            continue;

        fold_desk_day(state, &d->row);
        index_desk(state, d);
    }

    index_new_day(state);
}

void fold_day_told(struct state *state, const struct zone_day *day)
{
    state->system.day = day->days;
    state->system.day_from_us = day->from_us;
    state->system.day_until_us = day->until_us;
    fold_new_day(state);
}

void fold_day_began(struct state *state, const struct event_day_began *e)
{
    fold_day_told(
        state, &(struct zone_day){ e->day, e->day_from_us, e->day_until_us });
}
