/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the deadlines of messages, and of sending them on, in step with their
   rows. */

#include "core/state_index.h"

#include "core/beside_slots.h"
#include "core/index.h"
#include "core/state_due.h"

void index_message(struct state *state, struct message_slot *message)
{
    const struct deadline is = {
        .due_us = message->row.due_us,
        .serial = message->row.due_serial,
        .kind = DEADLINE_MESSAGE,
        .owner_id = message->row.message_id,
    };

    set_deadline(state, &message->deadline, &is);
}

void unindex_message(struct state *state, struct message_slot *message)
{
    message->row.due_us = 0;
    message->row.due_serial = 0;
    index_message(state, message);
}

void index_delivery(struct state *state, struct delivery_slot *delivery)
{
    const struct deadline is = {
        .due_us = delivery->row.due_us,
        .serial = delivery->row.due_serial,
        .kind = DEADLINE_DELIVERY,
        .owner_id = delivery->row.delivery_id,
    };

    set_deadline(state, &delivery->deadline, &is);
}

void unindex_delivery(struct state *state, struct delivery_slot *delivery)
{
    delivery->row.due_us = 0;
    delivery->row.due_serial = 0;
    index_delivery(state, delivery);
}
