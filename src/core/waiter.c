/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skills and delays, as time goes by. */

#include "core/waiter.h"

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/queue_slot.h"
#include "core/ring.h"

/* Who hears a notice, is being dialled, or waits for one agent, is in none. */
void waiter_of(const struct state *state, const struct contact_slot *contact,
               const struct queue_slot *queue, int64_t now_us,
               struct waiter *ret_waiter)
{
    const struct ring *ring = contact_ring(contact);

    ret_waiter->demand = ring ? ring->demand : &queue->demand;
    ret_waiter->begun = (size_t)contact->row.demand_step;
    ret_waiter->transferrer_id = contact->row.transferrer_id;
    ret_waiter->waited_us = now_us - contact->row.queued_us;
    ret_waiter->longest_us = ret_waiter->waited_us;
    if (ring || !contact->row.has_demand)
        return;

    demand_of(state, queue, state_demand(state, contact->row.contact_id)->text,
              &ret_waiter->own);
    ret_waiter->demand = &ret_waiter->own;
}

void waiter_joins(const struct queue_slot *queue, struct waiter *ret_waiter)
{
    ret_waiter->demand = &queue->demand;
    ret_waiter->begun = demand_begun(&queue->demand, 0);
    ret_waiter->transferrer_id = 0;
    ret_waiter->waited_us = 0;
    ret_waiter->longest_us = 0;
}

static bool meets(const struct waiter *waiter, const struct assignment_slot *a,
                  size_t begun)
{
    if (waiter->demand == &a->queue->demand)
        return a->meets >> begun & 1;

    return desk_meets(a->desk, demand_at(waiter->demand, begun));
}

int64_t waiter_taken_us(const struct waiter *waiter,
                        const struct assignment_slot *a)
{
    int64_t sees_us = a->row.delay_us - waiter->longest_us;
    int64_t from_us = 0;
    size_t last = waiter->demand->step_count;
    size_t begun = waiter->begun < last ? waiter->begun : last;

    if (waiter->transferrer_id && waiter->transferrer_id == a->row.agent_id)
        return WAITER_NEVER;

    while (!meets(waiter, a, begun)) {
        int64_t next_us = demand_next_us(waiter->demand, begun++);

        if (next_us < 0)
            return WAITER_NEVER;
        from_us = next_us - waiter->waited_us;
    }

    if (from_us < 0)
        from_us = 0;
    return sees_us > from_us ? sees_us : from_us;
}
