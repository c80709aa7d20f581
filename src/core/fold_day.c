/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of the house's day. */

#include "core/desk_slot.h"
#include "core/fold.h"
#include "core/house_slots.h"
#include "core/index.h"
#include "core/queue_slot.h"

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

static void rename_day(int64_t *day, int64_t from, int64_t to)
{
    if (*day == from)
        *day = to;
}

static void rename_spent(struct state *state, int64_t from, int64_t to)
{
    for (struct spending_slot *s = table_first(&state->spendings); s;
         s = table_next(s))
        rename_day(&s->row.day, from, to);
    for (struct custom_slot *c = table_first(&state->customs); c;
         c = table_next(c))
        rename_day(&c->row.first_day, from, to);
}

/* Before a day was told that of a flow's callers was by the zone of each. */
static void rename_passed(struct state *state, int64_t from, int64_t to)
{
    if (!state->system.day_until_us)
        return;

    for (struct passage_slot *p = table_first(&state->passages); p;
         p = table_next(p))
        rename_day(&p->row.day, from, to);
}

void fold_day_goes_on(struct state *state, int64_t day)
{
    int64_t from = fold_day(state);

    for (struct desk_slot *d = table_first(&state->desks); d; d = table_next(d))
        rename_day(&d->row.day, from, day);
    for (struct queue_slot *q = table_first(&state->queues); q;
         q = table_next(q))
        rename_day(&q->tally.day, from, day);
    for (struct paused_slot *p = table_first(&state->paused); p;
         p = table_next(p))
        rename_day(&p->row.day, from, day);
    rename_spent(state, from, day);
    rename_passed(state, from, day);
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
