/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why an agent is chosen, and what stands between the others and an offer. */

#include "core/ring.h"

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/queue_slot.h"
#include "core/state_search.h"

/* Of those who are not free, as many are looked at for the eight rows. */
enum { LOOKED_AT = 64 };

/* What is asked, and who is chosen with which priority. */
struct why {
    const struct question *question;
    const struct queue_slot *queue;
    const struct ring *ring; /* or one like it */
    size_t inner;            /* of its steps, that the chosen one meets */
    uint64_t chosen_id;
    int64_t priority;
    const struct assignment_slot *transferrer; /* not to have it; or NULL */
    bool is_free;          /* the chosen one could be offered it now */
    bool is_free_in_queue; /* the chosen one is among the queue's free agents */
};

static void add_row(struct candidates *candidates, const struct candidate *row)
{
    if (candidates->row_count < CANDIDATES_MAX)
        candidates->rows[candidates->row_count++] = *row;
}

/* Until then it is so; -1: no telling. */
static int64_t changes_in_us(const struct why *why, enum verdict verdict,
                             const struct desk_slot *desk)
{
    const struct question *question = why->question;
    int64_t next_us = demand_next_us(why->ring->demand, question->begun);

    if (verdict == VERDICT_ACW && desk->row.wrap_up_due_us)
        return desk->row.wrap_up_due_us - question->now_us;
    if (verdict == VERDICT_COOL_DOWN)
        return desk->row.cool_down_due_us - question->now_us;
    if (verdict == VERDICT_UNSKILLED && next_us > question->waited_us)
        return next_us - question->waited_us;

    return -1;
}

/* The time until the queue's oldest contact has waited for the delay. */
static int64_t opens_in_us(const struct why *why,
                           const struct assignment_slot *a)
{
    const struct tree_node *node = tree_first(&why->queue->by_wait);
    int64_t waited_us = why->question->waited_us;

    if (node) {
        int64_t since_us =
            TREE_MEMBER(node, struct contact_slot, in_wait)->place.queued_us;

        if (why->question->now_us - since_us > waited_us)
            waited_us = why->question->now_us - since_us;
    }

    return a->row.delay_us > waited_us ? a->row.delay_us - waited_us : 0;
}

/* A wanted agent may be busy, or away, when the contact begins to wait. */
static void add_chosen(const struct why *why, const struct desk_slot *chosen,
                       struct candidates *candidates)
{
    bool is_free = chosen->verdict == VERDICT_CHOSEN;
    int64_t idle_us = why->question->now_us - chosen->row.idle_since_us;
    const struct candidate row = {
        .agent_id = chosen->row.agent_id,
        .verdict = chosen->verdict,
        .for_us =
            is_free ? idle_us : changes_in_us(why, chosen->verdict, chosen),
    };

    add_row(candidates, &row);
}

static enum verdict by_strategy(enum strategy strategy)
{
    switch (strategy) {
    case STRATEGY_FEWEST_CONTACTS:
        return VERDICT_MORE_CONTACTS;
    case STRATEGY_LEAST_TALK:
        return VERDICT_MORE_TALK;
    case STRATEGY_BEST_SKILL:
        return VERDICT_LESS_SKILLED;
    case STRATEGY_ROUND_ROBIN:
    case STRATEGY_ORDERED:
        return VERDICT_LATER_TURN;
    case STRATEGY_WEIGHTED_RANDOM:
        return VERDICT_NOT_DRAWN;
    case STRATEGY_LONGEST_IDLE:
    case STRATEGY_RING_ALL:
    case STRATEGY_RING_PROGRESSIVELY:
        break;
    }

    return VERDICT_LESS_IDLE;
}

static enum verdict verdict_for(const struct why *why,
                                const struct assignment_slot *a)
{
    enum strategy strategy = why->queue->document->strategy;

    if (why->question->is_wanted)
        return VERDICT_NOT_WANTED;
    if (a == why->transferrer)
        return VERDICT_TRANSFERRED;
    if (!ring_meets(why->ring, a, why->ring->begun))
        return VERDICT_UNSKILLED;
    if (!ring_meets(why->ring, a, why->inner))
        return VERDICT_OUTER_RING;
    if (strategy != STRATEGY_WEIGHTED_RANDOM && a->priority > why->priority)
        return VERDICT_LATER_RING;

    return by_strategy(strategy);
}

static void note_skill(const struct why *why, const struct assignment_slot *a,
                       struct candidate *row)
{
    size_t begun =
        row->verdict == VERDICT_UNSKILLED ? why->ring->begun : why->inner;
    const struct want *lacks =
        desk_lacks(a->desk, demand_at(why->ring->demand, begun));

    if (!lacks || (row->verdict != VERDICT_UNSKILLED &&
                   row->verdict != VERDICT_OUTER_RING))
        return;

    row->skill_id = lacks->skill_id;
    row->level = desk_level(a->desk, lacks->skill_id);
    row->needed = lacks->level;
}

static void add_free(const struct why *why, struct candidates *candidates)
{
    const struct tree_node *node = tree_first(&why->queue->free);

    for (; node && candidates->row_count < CANDIDATES_MAX;
         node = tree_next(node)) {
        const struct assignment_slot *a =
            TREE_MEMBER(node, struct assignment_slot, in_free);
        enum verdict verdict = verdict_for(why, a);
        struct candidate row = {
            .agent_id = a->row.agent_id,
            .verdict = verdict,
            .for_us = verdict == VERDICT_UNSKILLED
                          ? changes_in_us(why, verdict, a->desk)
                          : why->question->now_us - a->idle_since_us,
        };

        note_skill(why, a, &row);
        if (a->row.agent_id != why->chosen_id)
            add_row(candidates, &row);
    }
}

/* Of who is not free: what would have to pass first tells nothing of one who
   is not to have it then either. */
static enum verdict verdict_of(const struct why *why,
                               const struct assignment_slot *a)
{
    return a == why->transferrer ? VERDICT_TRANSFERRED : a->verdict;
}

static void add_others(const struct why *why, struct candidates *candidates)
{
    const struct tree_node *node = tree_first(&why->queue->agents);

    for (int i = 0;
         node && i < LOOKED_AT && candidates->row_count < CANDIDATES_MAX;
         i++, node = tree_next(node)) {
        const struct assignment_slot *a =
            TREE_MEMBER(node, struct assignment_slot, in_agents);
        const struct candidate row = {
            .agent_id = a->row.agent_id,
            .verdict = verdict_of(why, a),
            .for_us = verdict_of(why, a) == VERDICT_DELAYED
                          ? opens_in_us(why, a)
                          : changes_in_us(why, verdict_of(why, a), a->desk),
        };

        if (a->verdict != VERDICT_CHOSEN && a->row.agent_id != why->chosen_id)
            add_row(candidates, &row);
    }
}

/* Whom nothing tells apart is counted without being looked at. */

static int compare_priority(const struct tree_node *node, const void *key)
{
    const struct assignment_slot *a =
        TREE_MEMBER(node, struct assignment_slot, in_free);

    return a->priority <= *(const int64_t *)key ? -1 : 1;
}

/* How many free agents have the queue with this priority or a lower one. */
static size_t count_up_to(const struct queue_slot *queue, int64_t priority)
{
    const struct tree_node *later =
        tree_find_from(&queue->free, compare_priority, &priority);

    return later ? tree_index(later) : tree_count(&queue->free);
}

static void count_alike(const struct why *why, struct candidates *candidates)
{
    uint32_t others =
        why->queue->verdicts[VERDICT_CHOSEN] - why->is_free_in_queue;
    uint32_t no_later = (uint32_t)count_up_to(why->queue, why->priority) -
                        why->is_free_in_queue;
    enum strategy strategy = why->queue->document->strategy;

    if (why->question->is_wanted) {
        candidates->counts[VERDICT_NOT_WANTED] = others;
    } else if (strategy == STRATEGY_WEIGHTED_RANDOM) {
        candidates->counts[VERDICT_NOT_DRAWN] = others;
    } else {
        candidates->counts[by_strategy(strategy)] = no_later;
        candidates->counts[VERDICT_LATER_RING] = others - no_later;
    }
}

/* As many as meet the ring are looked at, no more. */
static uint32_t meeting(const struct why *why)
{
    const struct tree_node *node = tree_first(&why->queue->free);
    uint32_t count = 0;

    if (why->ring->demand == &why->queue->demand)
        return why->queue->rings[why->ring->begun].free;

    for (; node; node = tree_next(node))
        count += ring_meets(why->ring,
                            TREE_MEMBER(node, struct assignment_slot, in_free),
                            why->ring->begun);

    return count;
}

static void count_skilled(const struct why *why, struct candidates *candidates)
{
    const struct tree_node *node = tree_first(&why->queue->free);
    uint32_t left = meeting(why);

    candidates->counts[VERDICT_UNSKILLED] =
        (uint32_t)tree_count(&why->queue->free) - left;
    for (; node && left; node = tree_next(node)) {
        const struct assignment_slot *a =
            TREE_MEMBER(node, struct assignment_slot, in_free);
        enum verdict verdict = verdict_for(why, a);

        if (verdict == VERDICT_UNSKILLED)
            continue;
        left--;
        if (a->row.agent_id != why->chosen_id)
            candidates->counts[verdict]++;
    }
}

/* Of one contact in many somebody is not to have it: there nothing is saved. */
static void count_one_by_one(const struct why *why,
                             struct candidates *candidates)
{
    const struct tree_node *node = tree_first(&why->queue->free);

    for (; node; node = tree_next(node)) {
        const struct assignment_slot *a =
            TREE_MEMBER(node, struct assignment_slot, in_free);

        if (a->row.agent_id != why->chosen_id)
            candidates->counts[verdict_for(why, a)]++;
    }

    if (why->transferrer->verdict != VERDICT_CHOSEN) {
        candidates->counts[why->transferrer->verdict]--;
        candidates->counts[VERDICT_TRANSFERRED]++;
    }
}

static void count_all(const struct why *why, struct candidates *candidates)
{
    for (size_t i = 0; i < verdict_count; i++)
        candidates->counts[i] = why->queue->verdicts[i];

    candidates->counts[VERDICT_CHOSEN] = why->is_free;
    if (why->transferrer)
        count_one_by_one(why, candidates);
    else if (why->ring->demand->step_count && !why->question->is_wanted)
        count_skilled(why, candidates);
    else
        count_alike(why, candidates);
}

static size_t inner_of(const struct ring *ring, const struct desk_slot *chosen)
{
    size_t inner = ring->begun > 0;

    while (inner < ring->begun && chosen &&
           !desk_meets(chosen, demand_at(ring->demand, inner)))
        inner++;

    return inner;
}

/* Nobody who is away: that says more. */
static const struct assignment_slot *find_transferrer(
    const struct state *state, const struct question *question)
{
    const struct assignment_slot *a = table_find(
        &state->assignments, question->transferrer_id, question->queue_id);

    return a && !question->is_wanted && a->verdict != VERDICT_OFFLINE ? a
                                                                      : NULL;
}

void state_explain(const struct state *state, const struct question *question,
                   struct candidates *ret_candidates)
{
    struct queue_slot *queue = queue_slot(state, question->queue_id);
    struct demand own;
    struct ring ring = { .queue = queue,
                         .demand = &queue->demand,
                         .begun = question->begun,
                         .transferrer_id = question->transferrer_id };
    struct why why = { .question = question,
                       .queue = queue,
                       .ring = &ring,
                       .transferrer = find_transferrer(state, question),
                       .priority = INT64_MAX };
    struct candidates candidates = { .row_count = 0 };

    if (question->demand[0]) {
        demand_of(state, queue, question->demand, &own);
        ring.demand = &own;
    }
    if (ring.begun > ring.demand->step_count)
        ring.begun = ring.demand->step_count;
    why.chosen_id = question->agent_id;
    if (!why.chosen_id) {
        const struct assignment_slot *best = ring_best_agent(state, &ring);

        why.chosen_id = best ? best->row.agent_id : 0;
    }

    const struct desk_slot *chosen = desk_slot(state, why.chosen_id);
    const struct assignment_slot *a =
        table_find(&state->assignments, why.chosen_id, question->queue_id);

    why.inner = inner_of(&ring, chosen);
    if (a)
        why.priority = a->row.priority;
    why.is_free = chosen && chosen->verdict == VERDICT_CHOSEN;
    why.is_free_in_queue = a && a->verdict == VERDICT_CHOSEN;

    if (chosen)
        add_chosen(&why, chosen, &candidates);

    add_free(&why, &candidates);
    add_others(&why, &candidates);
    count_all(&why, &candidates);
    *ret_candidates = candidates;
}
