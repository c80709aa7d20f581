/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of messages that are sent on. */

#include "core/fold.h"

#include "core/beside_slots.h"
#include "core/index.h"

static void settle(struct state *state, struct delivery_slot *delivery,
                   int64_t due_us)
{
    fold_deadline(state, due_us, &delivery->row.due_us,
                  &delivery->row.due_serial);
    index_delivery(state, delivery);
}

void fold_delivery_tried(struct state *state,
                         const struct event_delivery_tried *e)
{
    struct delivery_slot *delivery = delivery_slot(state, e->delivery_id);

    if (!delivery)
        delivery = table_add(&state->deliveries, e->delivery_id, 0);
    delivery->row.delivery_id = e->delivery_id;
    delivery->row.message_id = e->message_id;
    delivery->row.way = e->way;
    delivery->row.agent_id = e->agent_id;
    delivery->row.assigned = e->assigned;
    delivery->row.attempt = e->attempt;
    delivery->row.asked = state->system.seq;
    state->system.member_mails += e->agent_id && e->attempt == 1;
    settle(state, delivery, e->due_us);
}

void fold_delivery_postponed(struct state *state,
                             const struct event_delivery_postponed *e)
{
    struct delivery_slot *delivery = delivery_slot(state, e->delivery_id);

    if (!delivery) /* of before it was forwarded, in older journals */
        return;

    delivery->row.asked = 0;
    settle(state, delivery, e->due_us);
}

static void forget(struct state *state, struct delivery_slot *delivery)
{
    unindex_delivery(state, delivery);
    table_remove(&state->deliveries, delivery);
}

/* One too many was never begun; and in older journals what was to be sent on of
   a message that is forwarded may end afterwards. */
void fold_delivery_ended(struct state *state,
                         const struct event_delivery_ended *e)
{
    struct delivery_slot *delivery = delivery_slot(state, e->delivery_id);

    if (delivery)
        forget(state, delivery);
    if (!e->until_us)
        return;

    state->system.unsent++;
    state->system.unsent_until_us = e->until_us;
}

void fold_deliveries_dropped(struct state *state, uint64_t message_id)
{
    struct delivery_slot *d = table_first(&state->deliveries);

    while (d) {
        struct delivery_slot *next = table_next(d);

        if (d->row.message_id == message_id)
            forget(state, d);
        d = next;
    }
}

/* Rows. */

const struct delivery_row *state_delivery_asked(const struct state *state,
                                                uint64_t serial)
{
    for (const struct delivery_slot *d = table_first(&state->deliveries); d;
         d = table_next(d))
        if (serial && d->row.asked == serial)
            return &d->row;

    return NULL;
}
