/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who knows a caller is waited for, before anybody is. */

#include "core/write.h"

/* Busy, but not for ever. */
static bool is_worth_waiting_for(enum verdict verdict)
{
    return verdict == VERDICT_CHOSEN || verdict == VERDICT_BUSY ||
           verdict == VERDICT_ACW || verdict == VERDICT_COOL_DOWN;
}

void make_sticky(const struct turn *turn, const struct contact_row *contact,
                 struct joining *joining)
{
    const struct event_queue_set *queue = joining->queue;
    uint64_t agent_id = contact->known_agent_id;

    /* whoever has talked to an agent in this call has been sent on by one */
    if (!agent_id || !queue->sticky_days || joining->wanted_agent_id ||
        contact->answered)
        return;
    if (contact->known_ago_us > queue->sticky_days * DAY_US ||
        (contact->known_queue_id != queue->id && !queue->sticky_any_queue))
        return;
    if (!state_assigned(turn->state, agent_id, queue->id) ||
        !is_worth_waiting_for(state_verdict(turn->state, agent_id)))
        return;

    joining->wanted_agent_id = agent_id;
    joining->wanted_for_us = queue->sticky_wait_ms * 1000;
    joining->is_sticky = true;
}
