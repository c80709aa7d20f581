/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which contact is offered to which agent, and how that is explained. */

#include "core/state_search.h"

/*
 * There is something to do while a queue has both a contact that could be
 * offered and a free agent; the state keeps the set of such queues. After every
 * decision one of the two is new there: either a contact joined, for whom the
 * queue's best agent is taken (the lowest assignment priority, then the longest
 * idle), or an agent came free, who looks over all own queues (the lowest
 * priority, then the longest wait of those who are first in line). Taking the
 * best agent of such a queue, and the best contact for that agent, is both.
 */

static const struct contact_slot *first_ready(const struct tree *line)
{
    const struct tree_node *node = tree_first(line);

    return node ? TREE_MEMBER(node, struct contact_slot, in_ready) : NULL;
}

static bool waits_longer(const struct contact_slot *a,
                         const struct contact_slot *b)
{
    if (a->place.queued_us != b->place.queued_us)
        return a->place.queued_us < b->place.queued_us;

    return a->place.serial < b->place.serial;
}

static const struct contact_slot *best_contact_for(const struct state *state,
                                                   uint64_t agent_id)
{
    const struct contact_slot *best = NULL;
    int64_t best_priority = 0;
    const struct assignment_slot *a;

    for (a = table_find_from(&state->assignments, agent_id, 0);
         a && a->row.agent_id == agent_id; a = table_next(a)) {
        const struct contact_slot *first = first_ready(&a->queue->ready);

        if (!first)
            continue;

        if (!best || a->row.priority < best_priority ||
            (a->row.priority == best_priority && waits_longer(first, best))) {
            best = first;
            best_priority = a->row.priority;
        }
    }

    return best;
}

bool state_next_match(const struct state *state, struct match *ret_match)
{
    const struct tree_node *node = tree_first(&state->wanted);

    if (node) {
        const struct desk_slot *desk =
            TREE_MEMBER(node, struct desk_slot, in_wanted);

        ret_match->agent_id = desk->row.agent_id;
        ret_match->contact_id = first_ready(&desk->wanted)->row.contact_id;
        return true;
    }

    node = tree_first(&state->matches);
    if (!node)
        return false;

    const struct queue_slot *queue =
        TREE_MEMBER(node, struct queue_slot, in_matches);
    const struct tree_node *free = tree_first(&queue->free);

    ret_match->agent_id =
        TREE_MEMBER(free, struct assignment_slot, in_free)->row.agent_id;
    ret_match->contact_id =
        best_contact_for(state, ret_match->agent_id)->row.contact_id;
    return true;
}

/* Why. */

/* Of those who are not free, as many are looked at for the eight rows. */
enum { LOOKED_AT = 64 };

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

static void add_row(struct candidates *candidates, const struct desk_slot *desk,
                    enum verdict verdict, int64_t for_us)
{
    if (candidates->row_count == CANDIDATES_MAX)
        return;

    candidates->rows[candidates->row_count++] = (struct candidate){
        .agent_id = desk->row.agent_id,
        .verdict = verdict,
        .for_us = for_us,
    };
}

static uint64_t first_free(const struct queue_slot *queue)
{
    const struct tree_node *node = tree_first(&queue->free);

    return node ? TREE_MEMBER(node, struct assignment_slot, in_free)
                      ->row.agent_id
                : 0;
}

static int64_t free_in_us(const struct desk_slot *desk, int64_t now_us)
{
    if (desk->verdict == VERDICT_ACW && desk->row.wrap_up_due_us)
        return desk->row.wrap_up_due_us - now_us;
    if (desk->verdict == VERDICT_COOL_DOWN)
        return desk->row.cool_down_due_us - now_us;

    return -1;
}

/* A wanted agent may be busy, or away, when the contact begins to wait. */
static void add_chosen(struct candidates *candidates,
                       const struct desk_slot *chosen, int64_t now_us)
{
    bool is_free = chosen->verdict == VERDICT_CHOSEN;

    add_row(candidates, chosen, chosen->verdict,
            is_free ? now_us - chosen->row.idle_since_us
                    : free_in_us(chosen, now_us));
}

/* What is asked, and who is chosen with which priority. */
struct why {
    const struct question *question;
    const struct queue_slot *queue;
    uint64_t chosen_id;
    int64_t priority;
    bool is_free;          /* the chosen one could be offered it now */
    bool is_free_in_queue; /* the chosen one is among the queue's free agents */
};

static enum verdict verdict_for(const struct why *why,
                                const struct assignment_slot *a)
{
    if (why->question->is_wanted)
        return VERDICT_NOT_WANTED;

    return a->priority > why->priority ? VERDICT_LATER_RING : VERDICT_LESS_IDLE;
}

static void add_free(const struct why *why, struct candidates *candidates)
{
    const struct tree_node *node = tree_first(&why->queue->free);

    for (; node && candidates->row_count < CANDIDATES_MAX;
         node = tree_next(node)) {
        const struct assignment_slot *a =
            TREE_MEMBER(node, struct assignment_slot, in_free);

        if (a->row.agent_id != why->chosen_id)
            add_row(candidates, a->desk, verdict_for(why, a),
                    why->question->now_us - a->idle_since_us);
    }
}

static void add_others(const struct why *why, struct candidates *candidates)
{
    const struct tree_node *node = tree_first(&why->queue->agents);

    for (int i = 0; node && i < LOOKED_AT; i++, node = tree_next(node)) {
        const struct assignment_slot *a =
            TREE_MEMBER(node, struct assignment_slot, in_agents);

        if (a->verdict != VERDICT_CHOSEN && a->row.agent_id != why->chosen_id)
            add_row(candidates, a->desk, a->verdict,
                    free_in_us(a->desk, why->question->now_us));
    }
}

static void count_all(const struct why *why, struct candidates *candidates)
{
    uint32_t others =
        why->queue->verdicts[VERDICT_CHOSEN] - why->is_free_in_queue;
    uint32_t no_later = (uint32_t)count_up_to(why->queue, why->priority) -
                        why->is_free_in_queue;

    for (size_t i = 0; i < verdict_count; i++)
        candidates->counts[i] = why->queue->verdicts[i];

    candidates->counts[VERDICT_CHOSEN] = why->is_free;
    if (why->question->is_wanted) {
        candidates->counts[VERDICT_NOT_WANTED] = others;
    } else {
        candidates->counts[VERDICT_LESS_IDLE] = no_later;
        candidates->counts[VERDICT_LATER_RING] = others - no_later;
    }
}

void state_explain(const struct state *state, const struct question *question,
                   struct candidates *ret_candidates)
{
    const struct queue_slot *queue = queue_slot(state, question->queue_id);
    uint64_t chosen_id =
        question->agent_id ? question->agent_id : first_free(queue);
    const struct desk_slot *chosen = desk_slot(state, chosen_id);
    const struct assignment_slot *a =
        table_find(&state->assignments, chosen_id, question->queue_id);
    const struct why why = {
        .question = question,
        .queue = queue,
        .chosen_id = chosen_id,
        .priority = a ? a->row.priority : INT64_MAX,
        .is_free = chosen && chosen->verdict == VERDICT_CHOSEN,
        .is_free_in_queue = a && a->verdict == VERDICT_CHOSEN,
    };
    struct candidates candidates = { .row_count = 0 };

    if (chosen)
        add_chosen(&candidates, chosen, question->now_us);

    add_free(&why, &candidates);
    add_others(&why, &candidates);
    count_all(&why, &candidates);
    *ret_candidates = candidates;
}
