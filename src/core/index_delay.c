/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agents who see a queue only when its oldest contact has waited for long. */

#include "core/state_index.h"

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/index.h"
#include "core/queue_slot.h"
#include "core/state_due.h"

/*
 * The queue is open to all whose delay is open_us or less. The deadline for the
 * next delay makes an event, which opens it further; when the oldest contact
 * has left, it is open as far as the next one has waited, at most.
 */

enum verdict assignment_verdict(const struct assignment_slot *a)
{
    if (a->desk->verdict == VERDICT_CHOSEN &&
        a->row.delay_us > a->queue->tally.open_us)
        return VERDICT_DELAYED;

    return a->desk->verdict;
}

static int compare_delay(const struct tree_node *node, const void *delay_us)
{
    const struct assignment_slot *a =
        TREE_MEMBER(node, struct assignment_slot, in_delays);

    return a->row.delay_us <= *(const int64_t *)delay_us ? -1 : 1;
}

static struct assignment_slot *first_above(const struct queue_slot *queue,
                                           int64_t delay_us)
{
    struct tree_node *node =
        tree_find_from(&queue->delays, compare_delay, &delay_us);

    return node ? TREE_MEMBER(node, struct assignment_slot, in_delays) : NULL;
}

static const struct contact_slot *oldest(const struct queue_slot *queue)
{
    const struct tree_node *node = tree_first(&queue->by_wait);

    return node ? TREE_MEMBER(node, struct contact_slot, in_wait) : NULL;
}

void index_opening(struct state *state, struct queue_slot *queue)
{
    const struct contact_slot *first = oldest(queue);
    const struct assignment_slot *next =
        first ? first_above(queue, queue->tally.open_us) : NULL;
    struct deadline is = { .kind = DEADLINE_OPEN,
                           .owner_id = queue->tally.queue_id };

    if (next)
        is.due_us = first->place.queued_us + next->row.delay_us;

    set_deadline(state, &queue->opening, &is);
}

void queue_open(struct state *state, struct queue_slot *queue, int64_t open_us)
{
    int64_t was_us = queue->tally.open_us;
    int64_t from_us = was_us < open_us ? was_us : open_us;
    int64_t to_us = was_us < open_us ? open_us : was_us;
    struct assignment_slot *a = first_above(queue, from_us);

    queue->tally.open_us = open_us;
    while (a && a->row.delay_us <= to_us) {
        struct tree_node *next = tree_next(&a->in_delays);

        index_assignment(state, a);
        a = next ? TREE_MEMBER(next, struct assignment_slot, in_delays) : NULL;
    }

    index_opening(state, queue);
}

void queue_narrow(struct state *state, struct queue_slot *queue)
{
    const struct contact_slot *first = oldest(queue);
    int64_t waited_us =
        first ? state->system.at_us - first->place.queued_us : 0;

    if (waited_us < queue->tally.open_us)
        queue_open(state, queue, waited_us);
    else
        index_opening(state, queue);
}

void index_delay(struct state *state, struct assignment_slot *a)
{
    bool belongs = a->row.delay_us > 0;

    if (belongs == (a->in_delays.count > 0))
        return;

    set_member(&a->queue->delays, &a->in_delays, belongs);
    index_opening(state, a->queue);
}

void unindex_delay(struct state *state, struct assignment_slot *a)
{
    set_member(&a->queue->delays, &a->in_delays, false);
    index_opening(state, a->queue);
}
