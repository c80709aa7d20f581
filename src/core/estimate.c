/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plays the line through. */

#include "core/estimate.h"

#include "core/desk_slot.h"
#include "core/queue_slot.h"
#include "core/state_inside.h"
#include "core/state_search.h"

enum {
    LOOKED_AT = 64, /* agents; with more, they are taken to be spread evenly */
    PLAYED = 256,   /* of those ahead; behind them the line moves evenly */
    PRESET_WEIGHT = 10, /* contacts that the preset counts for */
    LEAST_REST = 4,     /* what goes on takes a quarter of its mean, at least */
};

int64_t estimate_handling_us(const struct state *state, uint64_t queue_id)
{
    const struct event_queue_set *queue = state_queue(state, queue_id);
    const struct tally_row *tally = state_tally(state, queue_id);
    int64_t handled_us = tally->talk_us + tally->hold_us + tally->acw_us;
    int64_t weight = queue->handling_ms ? PRESET_WEIGHT : 0;
    int64_t count = weight + tally->handled;

    return count ? (weight * queue->handling_ms * 1000 + handled_us) / count
                 : 0;
}

static int64_t rest_us(int64_t mean_us, int64_t so_far_us)
{
    int64_t least_us = mean_us / LEAST_REST;

    return mean_us - so_far_us > least_us ? mean_us - so_far_us : least_us;
}

/* Until the agent is free again; ESTIMATE_UNKNOWN: does not work. */
static int64_t own_rest_us(const struct desk_slot *desk,
                           const struct event_queue_set *queue,
                           int64_t handling_us, int64_t now_us)
{
    const struct desk_row *row = &desk->row;

    switch (row->state) {
    case AGENT_AVAILABLE:
        if (desk->verdict == VERDICT_COOL_DOWN)
            return row->cool_down_due_us - now_us;
        return desk->verdict == VERDICT_CHOSEN ? 0 : ESTIMATE_UNKNOWN;
    case AGENT_OFFERED:
        return handling_us;
    case AGENT_TALKING:
    case AGENT_HOLD:
        return rest_us(handling_us, now_us - row->since_us);
    case AGENT_ACW:
        return wrap_up_is_timed(row->wrap_up)
                   ? row->wrap_up_due_us - now_us
                   : rest_us(queue->wrap_up_ms * 1000, now_us - row->since_us);
    case AGENT_OFFLINE:
    case AGENT_PAUSED:
    case AGENT_UNAVAILABLE:
        break;
    }

    return ESTIMATE_UNKNOWN;
}

static size_t working(const struct queue_slot *queue)
{
    return queue->states[AGENT_AVAILABLE] + queue->states[AGENT_OFFERED] +
           queue->states[AGENT_TALKING] + queue->states[AGENT_HOLD] +
           queue->states[AGENT_ACW];
}

/* The agent's share of what waits in queues that go before this one. */
static int64_t others_us(const struct state *state,
                         const struct assignment_slot *here)
{
    int64_t sum_us = 0;

    for (const struct assignment_slot *a =
             table_find_from(&state->assignments, here->row.agent_id, 0);
         a && a->row.agent_id == here->row.agent_id; a = table_next(a)) {
        size_t agents = working(a->queue);

        if (a == here || a->row.priority >= here->row.priority || !agents)
            continue;
        sum_us += estimate_handling_us(state, a->row.queue_id) *
                  (int64_t)tree_count(&a->queue->leavers) / (int64_t)agents;
    }

    return sum_us;
}

static bool rings_for(const struct desk_slot *desk, uint64_t queue_id)
{
    return desk->row.state == AGENT_OFFERED && desk->row.queue_id == queue_id;
}

static size_t look_at(const struct state *state, const struct queue_slot *queue,
                      int64_t handling_us, int64_t now_us,
                      int64_t ret_free_us[LOOKED_AT])
{
    const struct event_queue_set *document =
        state_queue(state, queue->tally.queue_id);
    size_t ringing = queue->on_offer;
    size_t count = 0;

    for (const struct tree_node *node = tree_first(&queue->agents); node;
         node = tree_next(node)) {
        const struct assignment_slot *a =
            TREE_MEMBER(node, struct assignment_slot, in_agents);
        int64_t own_us = own_rest_us(a->desk, document, handling_us, now_us);

        /* of several who are rung for one, one will have it */
        if (rings_for(a->desk, queue->tally.queue_id)) {
            own_us = ringing > 0 ? own_us : 0;
            ringing -= ringing > 0;
        }
        if (own_us != ESTIMATE_UNKNOWN && count < LOOKED_AT)
            ret_free_us[count++] =
                (own_us > 0 ? own_us : 0) + others_us(state, a);
    }

    return count;
}

/* Whose turn is next takes the one who is free first. */
static int64_t play(int64_t *free_us, size_t agents, size_t ahead,
                    int64_t handling_us)
{
    size_t played = ahead < PLAYED ? ahead : PLAYED;
    int64_t at_us = 0;

    for (size_t i = 0; i <= played; i++) {
        size_t first = 0;

        for (size_t j = 1; j < agents; j++)
            if (free_us[j] < free_us[first])
                first = j;
        at_us = free_us[first];
        free_us[first] += handling_us;
    }

    return at_us + (int64_t)(ahead - played) * handling_us / (int64_t)agents;
}

/* Of many agents, somebody is done every so often. */
static int64_t spread_us(const struct queue_slot *queue, size_t ahead,
                         int64_t handling_us)
{
    size_t free = tree_count(&queue->free);

    if (ahead < free)
        return 0;

    return (int64_t)(ahead - free + 1) * handling_us / (int64_t)working(queue);
}

int64_t estimate_wait_us(const struct state *state, uint64_t queue_id,
                         size_t ahead, int64_t now_us)
{
    const struct queue_slot *queue = queue_slot(state, queue_id);
    int64_t handling_us = estimate_handling_us(state, queue_id);
    int64_t free_us[LOOKED_AT];

    ahead -= ahead < queue->on_offer ? ahead : queue->on_offer;
    if (handling_us == 0)
        return ESTIMATE_UNKNOWN;
    if (tree_count(&queue->agents) > LOOKED_AT && working(queue))
        return spread_us(queue, ahead, handling_us);

    size_t agents = tree_count(&queue->agents) <= LOOKED_AT
                        ? look_at(state, queue, handling_us, now_us, free_us)
                        : 0;

    return agents ? play(free_us, agents, ahead, handling_us)
                  : ESTIMATE_UNKNOWN;
}

int64_t estimate_rest_us(const struct state *state, uint64_t contact_id,
                         int64_t now_us)
{
    const struct contact_row *contact = state_contact(state, contact_id);
    size_t place = state_place(state, contact_id);

    if (place == 0 || contact->offers)
        return 0;

    return estimate_wait_us(state, contact->queue_id, place - 1, now_us);
}

size_t estimate_agents(const struct state *state, uint64_t queue_id)
{
    return working(queue_slot(state, queue_id));
}
