/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts who goes before a contact in other queues. */

#include "core/estimate_others.h"

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/estimate.h"
#include "core/state_inside.h"
#include "core/state_search.h"

static size_t working(const struct queue_slot *queue)
{
    return queue->states[AGENT_AVAILABLE] + queue->states[AGENT_OFFERED] +
           queue->states[AGENT_TALKING] + queue->states[AGENT_HOLD] +
           queue->states[AGENT_ACW];
}

/* How many of a line go before whoever has waited since then: up to the first
   who waits for less, whatever the priorities of those behind that one. Who
   rings by now keeps nobody back. */
static size_t count_before(const struct state *state,
                           const struct queue_slot *queue, int64_t since_us)
{
    const struct tree_node *node;
    size_t before = 0;

    while ((node = tree_at(&queue->line, before))) {
        const struct contact_slot *contact =
            TREE_MEMBER(node, struct contact_slot, in_line);
        size_t end = state_ahead(state, queue->document->id,
                                 contact->place.priority, since_us);

        if (end <= before && !contact->is_on_offer)
            break;
        before = end > before ? end : before + 1;
    }

    return before;
}

/* Who rings somewhere is an agent's by now; it is the first, or thereabouts. */
static size_t count_older(const struct state *state,
                          const struct queue_slot *other, int64_t handling_us,
                          const struct elder *elder)
{
    int64_t weight = other->document->weight;
    int64_t age_us = (elder->age_us + handling_us) *
                         elder->queue->document->weight / weight -
                     handling_us;
    size_t older = count_before(state, other, elder->now_us - age_us);

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
                            : count_older(state, a->queue, handling_us, elder);

        sum_us += handling_us * (int64_t)before / (int64_t)agents;
    }

    return sum_us;
}
