/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts who goes before a contact in other queues. */

#include "core/estimate_others.h"

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/estimate.h"
#include "core/state_inside.h"

static size_t working(const struct queue_slot *queue)
{
    return queue->states[AGENT_AVAILABLE] + queue->states[AGENT_OFFERED] +
           queue->states[AGENT_TALKING] + queue->states[AGENT_HOLD] +
           queue->states[AGENT_ACW];
}

static int compare_since(const struct tree_node *node, const void *key)
{
    const int64_t *since_us = key;

    return TREE_MEMBER(node, struct contact_slot, in_wait)->place.queued_us <=
                   *since_us
               ? -1
               : 1;
}

/* Who rings somewhere is an agent's by now; it waits longest, or thereabouts. */
static size_t count_older(const struct queue_slot *other, int64_t handling_us,
                          const struct elder *elder)
{
    int64_t weight = other->document->weight;
    int64_t age_us = (elder->age_us + handling_us) *
                         elder->queue->document->weight / weight -
                     handling_us;
    int64_t since_us = elder->now_us - age_us;
    const struct tree_node *younger =
        tree_find_from(&other->by_wait, compare_since, &since_us);
    size_t older = younger ? tree_index(younger) : tree_count(&other->by_wait);

    return older > other->on_offer ? older - other->on_offer : 0;
}

int64_t estimate_others_us(const struct state *state,
                           const struct assignment_slot *here,
                           const struct elder *elder)
{
    int64_t sum_us = 0;

    for (const struct assignment_slot *a =
             table_find_from(&state->assignments, here->row.agent_id, 0);
         a && a->row.agent_id == here->row.agent_id; a = table_next(a)) {
        size_t agents = working(a->queue);

        if (a == here || a->row.priority > here->row.priority || !agents)
            continue;

        int64_t handling_us = estimate_handling_us(state, a->row.queue_id);
        size_t before = a->row.priority < here->row.priority
                            ? tree_count(&a->queue->leavers)
                            : count_older(a->queue, handling_us, elder);

        sum_us += handling_us * (int64_t)before / (int64_t)agents;
    }

    return sum_us;
}
