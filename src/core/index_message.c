/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the deadlines of messages, and of sending them on, in step with their
   rows; and which ones each agent has to care for. */

#include "core/state_index.h"

#include "core/beside_slots.h"
#include "core/index.h"
#include "core/state_due.h"
#include "core/state_search.h"

/* Something is left to do with it. */
static bool is_open(const struct message_row *row)
{
    return row->state == MESSAGE_NEW || row->state == MESSAGE_HEARD ||
           row->state == MESSAGE_SAVED;
}

static void index_care(struct state *state, struct message_slot *message)
{
    uint64_t care_of = is_open(&message->row) ? message->row.agent_id : 0;

    if (care_of == message->care_of)
        return;

    set_member(&state->cares, &message->in_cares, false);
    message->care_of = care_of;
    set_member(&state->cares, &message->in_cares, care_of != 0);
}

void index_message(struct state *state, struct message_slot *message)
{
    const struct deadline is = {
        .due_us = message->row.due_us,
        .serial = message->row.due_serial,
        .kind = DEADLINE_MESSAGE,
        .owner_id = message->row.message_id,
    };

    set_deadline(state, &message->deadline, &is);
    index_care(state, message);
}

void unindex_message(struct state *state, struct message_slot *message)
{
    message->row.due_us = 0;
    message->row.due_serial = 0;
    message->row.agent_id = 0;
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

/* What an agent cares for. */

static int compare_care(const struct tree_node *node, const void *key)
{
    const struct message_slot *message =
        TREE_MEMBER(node, struct message_slot, in_cares);
    uint64_t agent_id = *(const uint64_t *)key;

    return message->care_of < agent_id ? -1 : message->care_of > agent_id;
}

/* A new one of a box that the agent hears is among that box's. */
static bool is_new_elsewhere(const struct state *state,
                             const struct message_row *row, uint64_t agent_id)
{
    return row->state == MESSAGE_NEW &&
           !state_hears_box(state, state_box(state, row->box_id), agent_id);
}

struct cares state_cares(const struct state *state, uint64_t agent_id)
{
    struct cares cares = { 0 };

    for (const struct tree_node *node =
             tree_find_from(&state->cares, compare_care, &agent_id);
         node && cares.count < CARES_MAX; node = tree_next(node)) {
        const struct message_slot *message =
            TREE_MEMBER(node, struct message_slot, in_cares);

        if (message->care_of != agent_id)
            break;
        cares.count++;
        cares.new_elsewhere += is_new_elsewhere(state, &message->row, agent_id);
    }

    return cares;
}
