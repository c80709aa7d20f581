/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts who will be free, against who is to have them. */

#include "core/ahead.h"

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/estimate.h"
#include "core/estimate_others.h"
#include "core/queue_slot.h"
#include "core/state_index.h"
#include "core/waiter.h"

enum {
    SURE = 1000,     /* p is in so many parts */
    LOOKED_AT = 256, /* of a line: behind them nobody's turn is near */
    ASKED_FOR = 8,   /* ... and of these, of who are to be dialled */
};

/* Whose turn is asked about. */
struct ahead_question {
    const struct state *state;
    const struct queue_slot *queue;
    const struct contact_slot *contact;
    struct waiter waiter;
    int64_t now_us;
};

/* Agents. */

/* How long a talk may last yet so that its agent is free in time. */
static int64_t left_to_talk_us(const struct event_queue_set *queue)
{
    if (queue->wrap_up == WRAP_UP_NONE)
        return AHEAD_RING_US;

    return wrap_up_is_timed(queue->wrap_up)
               ? AHEAD_RING_US - queue->wrap_up_ms * 1000
               : 0;
}

static int64_t chance_of_talk(const struct state *state,
                              const struct desk_row *desk)
{
    const struct event_queue_set *queue = state_queue(state, desk->queue_id);

    if (!queue)
        return 0;

    int64_t left_us = left_to_talk_us(queue);
    int64_t mean_us = estimate_handling_us(state, desk->queue_id);

    return left_us > 0 && mean_us > 0 ? SURE * left_us / (left_us + mean_us)
                                      : 0;
}

/* By what the agent does now. */
static int64_t chance_by_state(const struct ahead_question *question,
                               const struct assignment_slot *a)
{
    const struct desk_row *desk = &a->desk->row;

    if (a->presence == PRESENCE_FREE)
        return SURE;
    if (desk->has_request || desk->consulting)
        return 0;

    switch (desk->state) {
    case AGENT_TALKING:
    case AGENT_HOLD:
        return chance_of_talk(question->state, desk);
    case AGENT_ACW:
        return desk->wrap_up_due_us &&
                       desk->wrap_up_due_us - question->now_us <= AHEAD_RING_US
                   ? SURE
                   : 0;
    default:
        return 0;
    }
}

static int64_t chance(const struct ahead_question *question,
                      const struct assignment_slot *a)
{
    const struct elder elder = {
        .queue = question->queue,
        .age_us = question->now_us - question->contact->place.virtual_us,
        .now_us = question->now_us,
    };
    int64_t parts = chance_by_state(question, a);

    if (parts == 0 || tree_count(&a->desk->wanted) > 0 ||
        waiter_taken_us(&question->waiter, a) != 0 ||
        estimate_others_us(question->state, a, &elder) > 0)
        return 0;

    return parts;
}

static int64_t sum_of_chances(const struct ahead_question *question)
{
    int64_t sum = 0;

    for (const struct tree_node *node = tree_first(&question->queue->agents);
         node; node = tree_next(node))
        sum += chance(question,
                      TREE_MEMBER(node, struct assignment_slot, in_agents));

    return sum;
}

/* Those who are dialled ahead. */

static bool shares_an_agent(const struct ahead_question *question,
                            const struct queue_slot *other)
{
    for (const struct tree_node *node = tree_first(&other->agents); node;
         node = tree_next(node)) {
        const struct assignment_slot *a =
            TREE_MEMBER(node, struct assignment_slot, in_agents);
        const struct assignment_slot *here =
            table_find(&question->state->assignments, a->row.agent_id,
                       question->queue->tally.queue_id);

        if (here && chance(question, here) > 0)
            return true;
    }

    return false;
}

static int64_t count_in_flight(const struct ahead_question *question)
{
    int64_t count = question->queue->in_flight;

    if (question->state->in_flight == question->queue->in_flight)
        return count;

    for (const struct queue_slot *q = table_first(&question->state->queues); q;
         q = table_next(q))
        if (q != question->queue && q->in_flight &&
            shares_an_agent(question, q))
            count += q->in_flight;

    return count;
}

/* The line. */

/* Whoever has answered counts as in flight; who waits for one agent keeps that
   one. A demand that nobody who works could meet keeps nobody back. */
static bool goes_before(const struct contact_slot *contact)
{
    const struct ring *ring = contact_ring(contact);

    if (contact->row.offers || contact->row.wanted_agent_id ||
        contact->ahead_queue_id)
        return false;

    return !ring || ring->able > 0;
}

/* So many agents, no more, may be free. */
static int64_t most_free(const struct queue_slot *queue)
{
    return (int64_t)tree_count(&queue->free) + queue->states[AGENT_TALKING] +
           queue->states[AGENT_HOLD] + queue->states[AGENT_ACW];
}

/* @return how many could be reached by agents who may have it; 0: none may */
static int64_t count_expected(const struct state *state,
                              const struct queue_slot *queue,
                              const struct contact_slot *contact,
                              int64_t now_us, int64_t *ret_in_flight)
{
    struct ahead_question question = {
        .state = state,
        .queue = queue,
        .contact = contact,
        .now_us = now_us,
    };

    waiter_of(state, contact, queue, now_us, &question.waiter);
    *ret_in_flight = count_in_flight(&question);
    return sum_of_chances(&question);
}

static uint64_t next_of_queue(const struct state *state,
                              const struct queue_slot *queue, int64_t now_us)
{
    const struct tree_node *node = tree_first(&queue->line);
    int64_t most = most_free(queue) - queue->in_flight;
    int64_t before = 0;
    int asked = 0;

    for (int i = 0; node && before < most && i < LOOKED_AT; i++) {
        const struct contact_slot *contact =
            TREE_MEMBER(node, struct contact_slot, in_line);
        int64_t in_flight;

        node = tree_next(node);
        if (!is_dialled_first(contact) || contact->row.offers) {
            before += goes_before(contact);
            continue;
        }

        int64_t sum = count_expected(state, queue, contact, now_us, &in_flight);

        if ((in_flight + before + 1) * SURE <= sum)
            return contact->row.contact_id;
        if (++asked == ASKED_FOR)
            break;
        before += sum > 0;
    }

    return 0;
}

uint64_t state_next_ahead(const struct state *state, int64_t now_us)
{
    uint64_t contact_id = 0;

    for (const struct tree_node *node = tree_first(&state->ahead);
         node && !contact_id; node = tree_next(node))
        contact_id = next_of_queue(
            state, TREE_MEMBER(node, struct queue_slot, in_ahead), now_us);

    return contact_id;
}

/* Time. */

static int64_t due_in_queue_us(const struct queue_slot *queue, int64_t last_us)
{
    int64_t first_us = INT64_MAX;

    if (queue->states[AGENT_ACW] == 0)
        return first_us;

    for (const struct tree_node *node = tree_first(&queue->agents); node;
         node = tree_next(node)) {
        const struct desk_row *desk =
            &TREE_MEMBER(node, struct assignment_slot, in_agents)->desk->row;
        int64_t due_us = desk->wrap_up_due_us - AHEAD_RING_US;

        if (desk->state == AGENT_ACW && desk->wrap_up_due_us &&
            due_us > last_us && due_us < first_us)
            first_us = due_us;
    }

    return first_us;
}

int64_t ahead_due_us(const struct state *state, int64_t last_us)
{
    int64_t at_us = state_system(state)->at_us;
    int64_t first_us = INT64_MAX;

    for (const struct tree_node *node = tree_first(&state->ahead); node;
         node = tree_next(node)) {
        int64_t due_us =
            due_in_queue_us(TREE_MEMBER(node, struct queue_slot, in_ahead),
                            last_us > at_us ? last_us : at_us);

        if (due_us < first_us)
            first_us = due_us;
    }

    return first_us;
}
