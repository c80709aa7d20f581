/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts who will be free, against who is to have them. */

#include "core/ahead.h"

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/estimate.h"
#include "core/estimate_others.h"
#include "core/queue_slot.h"
#include "core/ring.h"
#include "core/state_index.h"
#include "core/state_search.h"
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
    int64_t (*chance)(const struct ahead_question *question,
                      const struct assignment_slot *a);
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

/* Whoever is not becomes unavailable instead of available (next_given()). */
static bool will_be_there(const struct state *state,
                          const struct desk_row *desk)
{
    return state_can_ring(state, desk->agent_id) && desk->line != LINE_DOWN &&
           desk_is_attended(desk);
}

/* By what the agent does now. */
static int64_t chance_by_state(const struct ahead_question *question,
                               const struct assignment_slot *a)
{
    const struct desk_row *desk = &a->desk->row;

    if (desk->has_request || desk->consulting ||
        !will_be_there(question->state, desk))
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

/* Whoever is free by now is wanted by nobody else who can be offered: whoever
   is, the router has matched before. A queue that is open to an agent is so
   for all in it, whoever has waited for long enough. */
static int64_t chance_now(const struct ahead_question *question,
                          const struct assignment_slot *a)
{
    const struct ring *ring = contact_ring(question->contact);

    return a->presence == PRESENCE_FREE && ring_meets(ring, a, ring->begun)
               ? SURE
               : 0;
}

static int64_t chance_soon(const struct ahead_question *question,
                           const struct assignment_slot *a)
{
    if (a->presence == PRESENCE_FREE)
        return chance_now(question, a);

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
        sum += question->chance(
            question, TREE_MEMBER(node, struct assignment_slot, in_agents));

    return sum;
}

/* Those who are dialled ahead. */

/* Whether an agent who may come to have who is asked about could take that one
   of another queue, or of this one. */
static bool shares_an_agent(const struct ahead_question *question,
                            const struct contact_slot *other)
{
    const struct queue_slot *queue =
        queue_slot(question->state, other->row.queue_id);
    struct waiter waiter;

    waiter_of(question->state, other, queue, question->now_us, &waiter);
    for (const struct tree_node *node = tree_first(&queue->agents); node;
         node = tree_next(node)) {
        const struct assignment_slot *a =
            TREE_MEMBER(node, struct assignment_slot, in_agents);
        const struct assignment_slot *here =
            table_find(&question->state->assignments, a->row.agent_id,
                       question->queue->tally.queue_id);

        if (here && waiter_taken_us(&waiter, a) == 0 &&
            question->chance(question, here) > 0)
            return true;
    }

    return false;
}

/* Of all who are dialled ahead, those who may come to have one of the agents
   who have a chance. */
static int64_t count_in_flight(const struct ahead_question *question)
{
    int64_t count = 0;

    for (const struct tree_node *node = tree_first(&question->state->in_flight);
         node; node = tree_next(node))
        count += shares_an_agent(
            question, TREE_MEMBER(node, struct contact_slot, in_aside));

    return count;
}

/* The line. */

/* Whoever has answered counts as in flight; who waits for one agent keeps that
   one. A demand that nobody who works could meet keeps nobody back. */
static bool goes_before(const struct contact_slot *contact)
{
    const struct ring *ring = contact_ring(contact);

    if (contact->row.offers || contact->row.wanted_agent_id ||
        contact->aside == ASIDE_IN_FLIGHT)
        return false;

    return !ring || ring->able > 0;
}

/* So many agents, no more, may be free. */
static int64_t most_free(const struct queue_slot *queue)
{
    return (int64_t)tree_count(&queue->free) + queue->states[AGENT_TALKING] +
           queue->states[AGENT_HOLD] + queue->states[AGENT_ACW];
}

static struct ahead_question question_of(const struct state *state,
                                         const struct contact_slot *contact,
                                         int64_t now_us)
{
    return (struct ahead_question){
        .state = state,
        .queue = contact->place.queue,
        .contact = contact,
        .now_us = now_us,
    };
}

/* Whether a free agent is left for it by those who are dialled already. */
static bool has_agent_left(const struct state *state,
                           const struct contact_slot *contact, int64_t now_us)
{
    struct ahead_question question = question_of(state, contact, now_us);

    question.chance = chance_now;
    waiter_of(state, contact, question.queue, now_us, &question.waiter);
    return (count_in_flight(&question) + 1) * SURE <= sum_of_chances(&question);
}

/* Whom a free agent is for is who would be offered, were it not dialled first;
   whoever goes before it is for no agent who is free. */
static uint64_t next_for_free(const struct state *state,
                              const struct queue_slot *queue, int64_t now_us)
{
    const struct contact_slot *last = NULL;

    for (const struct tree_node *node = tree_first(&queue->free); node;
         node = tree_next(node)) {
        const struct contact_slot *contact = ring_best_contact(
            state, TREE_MEMBER(node, struct assignment_slot, in_free)->desk);

        if (!contact || contact == last)
            continue;
        if (is_to_be_dialled(contact) && has_agent_left(state, contact, now_us))
            return contact->row.contact_id;
        last = contact;
    }

    return 0;
}

/* ... or is expected to be. */
static uint64_t next_of_line(const struct state *state,
                             const struct queue_slot *queue, int64_t now_us)
{
    const struct tree_node *node = tree_first(&queue->line);
    int64_t most = most_free(queue);
    int64_t before = 0;
    int asked = 0;

    for (int i = 0; node && before < most && i < LOOKED_AT; i++) {
        const struct contact_slot *contact =
            TREE_MEMBER(node, struct contact_slot, in_line);

        node = tree_next(node);
        if (!is_to_be_dialled(contact)) {
            before += goes_before(contact);
            continue;
        }

        struct ahead_question question = question_of(state, contact, now_us);

        question.chance = chance_soon;
        waiter_of(state, contact, queue, now_us, &question.waiter);

        int64_t in_flight = count_in_flight(&question);
        int64_t sum = sum_of_chances(&question);

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
         node && !contact_id; node = tree_next(node)) {
        const struct queue_slot *queue =
            TREE_MEMBER(node, struct queue_slot, in_ahead);

        contact_id = next_for_free(state, queue, now_us);
        if (!contact_id)
            contact_id = next_of_line(state, queue, now_us);
    }

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
