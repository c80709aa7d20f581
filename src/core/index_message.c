/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the deadlines of messages in step with their rows. */

#include "core/state_index.h"

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
