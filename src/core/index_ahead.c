/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps who is dialled before an agent is there in step with the rows. */

#include "core/index.h"

#include "core/contact_slot.h"
#include "core/queue_slot.h"
#include "core/state_index.h"

bool is_to_be_dialled(const struct contact_slot *contact)
{
    const struct contact_row *row = &contact->row;

    return row->in_line && row->callback_id && !row->call &&
           !row->wanted_agent_id && row->offers == 0 && contact->place.queue &&
           contact->place.queue->document->callback_ahead;
}

/* Who was dialled, is ringing or waits, until an agent is reserved. */
static uint64_t in_flight_of(const struct contact_row *row)
{
    bool rings = row->place == PLACE_DIALLING && row->leg != 0;
    bool waits = row->place == PLACE_QUEUE && row->in_line && row->offers == 0;

    return row->dialled_ahead && row->callback_id && (rings || waits)
               ? row->queue_id
               : 0;
}

static void count(struct state *state, uint64_t queue_id, uint32_t by)
{
    struct queue_slot *queue = queue_slot(state, queue_id);

    if (queue)
        queue->in_flight += by;
}

static void set_to_dial(struct state *state, struct contact_slot *contact,
                        bool is_to_dial)
{
    struct queue_slot *queue = contact->place.queue;

    if (!queue)
        return;

    set_member(&queue->to_dial, &contact->in_to_dial, is_to_dial);
    set_member(&state->ahead, &queue->in_ahead,
               tree_count(&queue->to_dial) > 0);
}

void index_ahead(struct state *state, struct contact_slot *contact)
{
    uint64_t queue_id = in_flight_of(&contact->row);

    set_to_dial(state, contact, is_to_be_dialled(contact));
    if (contact->ahead_queue_id == queue_id)
        return;

    count(state, contact->ahead_queue_id, -1U);
    count(state, queue_id, 1);
    set_member(&state->in_flight, &contact->in_flight, queue_id != 0);
    contact->ahead_queue_id = queue_id;
}

void index_ahead_leaves(struct state *state, struct contact_slot *contact)
{
    set_to_dial(state, contact, false);
}
