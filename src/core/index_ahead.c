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
static bool is_in_flight(const struct contact_row *row)
{
    bool rings = row->place == PLACE_DIALLING && row->leg != 0;
    bool waits = row->place == PLACE_QUEUE && row->in_line && row->offers == 0;

    return row->dialled_ahead && row->callback_id && (rings || waits);
}

static struct tree *tree_of(struct state *state,
                            const struct contact_slot *contact)
{
    struct queue_slot *queue = contact->place.queue;

    switch (contact->aside) {
    case ASIDE_LEAVES:
        return &queue->leavers;
    case ASIDE_TO_DIAL:
        return &queue->to_dial;
    case ASIDE_IN_FLIGHT:
        return &state->in_flight;
    case ASIDE_NOT:
        break;
    }
    return NULL;
}

static void put_aside(struct state *state, struct contact_slot *contact,
                      enum aside aside)
{
    if (contact->aside == aside)
        return;

    if (contact->aside != ASIDE_NOT)
        tree_remove(tree_of(state, contact), &contact->in_aside);
    contact->aside = aside;
    if (aside != ASIDE_NOT)
        tree_add(tree_of(state, contact), &contact->in_aside);
}

static void index_queue(struct state *state, struct queue_slot *queue)
{
    if (!queue)
        return;

    set_member(&state->ahead, &queue->in_ahead,
               tree_count(&queue->to_dial) > 0);
    index_leaving(state, queue);
}

void index_aside(struct state *state, struct contact_slot *contact,
                 bool may_leave)
{
    put_aside(state, contact,
              may_leave && contact->place.queue ? ASIDE_LEAVES
              : is_to_be_dialled(contact)       ? ASIDE_TO_DIAL
              : is_in_flight(&contact->row)     ? ASIDE_IN_FLIGHT
                                                : ASIDE_NOT);
    index_queue(state, contact->place.queue);
}

void index_aside_leaves(struct state *state, struct contact_slot *contact)
{
    if (contact->aside != ASIDE_IN_FLIGHT)
        put_aside(state, contact, ASIDE_NOT);
    index_queue(state, contact->place.queue);
}
