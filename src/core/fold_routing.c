/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of what is routed by: a queue's settings, demands, delays. */

#include <string.h>

#include "core/callback_offer.h"
#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/fold.h"
#include "core/index.h"
#include "core/queue_slot.h"
#include "core/ring.h"
#include "core/state_compare.h"
#include "core/state_index.h"
#include "core/wait_step.h"

/* Queues: settings apply at once to those who wait, and a moment that has
   passed is now. */

/* Who is asked where to be called back has the time that was given for it,
   unless nobody was to leave. */
static int64_t earliest_overflow_us(const struct state *state,
                                    const struct contact_row *row)
{
    int64_t asked_us = state->system.at_us + CALLBACK_OFFER_US;
    int64_t given_us = row->overflow_due_us;

    if (!row->callback_stage || !given_us)
        return state->system.at_us;

    return given_us < asked_us ? given_us : asked_us;
}

static void restart_overflow(struct state *state, struct contact_slot *contact,
                             int64_t step_us)
{
    struct contact_row *row = &contact->row;
    int64_t due_us = row->steps_since_us + step_us;
    int64_t earliest_us = earliest_overflow_us(state, row);

    if (due_us < earliest_us)
        due_us = earliest_us;
    fold_deadline(state, step_us ? due_us : 0, &row->overflow_due_us,
                  &row->overflow_serial);
    index_contact(state, contact);
}

/* Who waits for one agent has another deadline first, and so has who is asked
   where to be called back with the last step behind: the longest wait comes over
   and over, and not counted from the join. Callbacks have none. */
static bool has_own_overflow(const struct contact_row *row, int64_t step_us)
{
    bool keeps_deadline = row->callback_stage && row->overflow_due_us &&
                          step_us && step_us <= row->step_us;

    return !row->wanted_agent_id && !row->callback_id && !keeps_deadline;
}

void fold_steps_changed(struct state *state, uint64_t queue_id)
{
    struct tree_node *node = tree_first(&queue_slot(state, queue_id)->line);

    for (; node; node = tree_next(node)) {
        struct contact_slot *contact =
            TREE_MEMBER(node, struct contact_slot, in_line);
        int64_t step_us =
            wait_step_now_us(state, queue_id, contact->row.step_us);

        if (has_own_overflow(&contact->row, step_us))
            restart_overflow(state, contact, step_us);
    }
}

static void restart_demand(struct state *state, struct contact_row *row,
                           const struct demand *demand)
{
    size_t begun = demand_begun(demand, state->system.at_us - row->queued_us);
    int64_t next_us = demand_next_us(demand, begun);

    row->demand_step = (int64_t)begun;
    fold_deadline(state, next_us < 0 ? 0 : row->queued_us + next_us,
                  &row->demand_due_us, &row->demand_serial);
}

/* The strategy or the demand is another one: nobody is counted meanwhile. */
static void forget_rings(struct state *state, struct queue_slot *queue)
{
    for (struct tree_node *node = tree_first(&queue->line); node;
         node = tree_next(node))
        unready_contact(state, TREE_MEMBER(node, struct contact_slot, in_line));
    for (struct tree_node *node = tree_first(&queue->agents); node;
         node = tree_next(node))
        uncount_assignment(
            state, TREE_MEMBER(node, struct assignment_slot, in_agents));

    state->day_queues -= is_by_day(queue->document->strategy);
}

static void learn_rings(struct state *state, struct queue_slot *queue)
{
    queue_learn(state, queue);
    state->day_queues += is_by_day(queue->document->strategy);
    if (is_by_day(queue->document->strategy))
        fold_new_day(state);
    index_new_day(state);

    for (struct tree_node *node = tree_first(&queue->agents); node;
         node = tree_next(node))
        index_assignment(state,
                         TREE_MEMBER(node, struct assignment_slot, in_agents));
    for (struct tree_node *node = tree_first(&queue->line); node;
         node = tree_next(node)) {
        struct contact_slot *contact =
            TREE_MEMBER(node, struct contact_slot, in_line);

        if (!contact->row.has_demand)
            restart_demand(state, &contact->row, &queue->demand);
        index_contact(state, contact);
    }
}

static struct queue_slot *make_queue(struct state *state, uint64_t queue_id)
{
    struct queue_slot *queue = table_add(&state->queues, queue_id, 0);

    queue_init_trees(queue);
    queue->tally.queue_id = queue_id;
    return queue;
}

/* Who is to be called back is dialled first now, or an agent is. */
static void index_line_anew(struct state *state, struct queue_slot *queue)
{
    for (struct tree_node *node = tree_first(&queue->line); node;
         node = tree_next(node))
        index_contact(state, TREE_MEMBER(node, struct contact_slot, in_line));
}

void fold_queue_set(struct state *state, const struct event_queue_set *e)
{
    const struct event_queue_set *before = state_queue(state, e->id);
    bool changes_wait = before && before->max_wait_ms != e->max_wait_ms;
    bool changes_room = before && (before->max_waiting != e->max_waiting ||
                                   before->reopen_waiting != e->reopen_waiting);
    bool changes_rings = !before || before->strategy != e->strategy ||
                         strcmp(before->demand.text, e->demand.text) != 0;
    bool changes_calendar = before && before->calendar_id != e->calendar_id;
    bool changes_hours =
        before ? changes_calendar || before->closed_id != e->closed_id
               : e->calendar_id != 0;
    bool changes_ahead = before && before->callback_ahead != e->callback_ahead;
    struct queue_slot *queue = queue_slot(state, e->id);

    if (queue && changes_rings)
        forget_rings(state, queue);
    fold_document_set(state, DOCUMENT_QUEUE, e);
    if (!queue)
        queue = make_queue(state, e->id);
    if (changes_room)
        queue->tally.full_us = 0;
    if (changes_rings)
        learn_rings(state, queue);
    if (changes_wait)
        fold_steps_changed(state, e->id);
    if (changes_ahead)
        index_line_anew(state, queue);
    if (changes_calendar) /* what another one said says nothing of this one */
        queue->tally.hours_shut = false;
    if (changes_hours)
        fold_hours_changed(state, queue);
}

/* Contacts. */

static void take_step(struct state *state, struct contact_slot *contact,
                      int64_t step, int64_t due_us)
{
    struct contact_row *row = &contact->row;

    row->demand_step = step;
    fold_deadline(state, due_us, &row->demand_due_us, &row->demand_serial);
    index_contact(state, contact);
}

void fold_demand_set(struct state *state, const struct event_demand_set *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    unready_contact(state, contact);
    fold_demand(state, &contact->row, &e->demand);
    fold_callback_moved(state, &contact->row);
    take_step(state, contact, e->demand_step, e->demand_due_us);
}

void fold_demand_changed(struct state *state,
                         const struct event_demand_changed *e)
{
    take_step(state, fold_contact(state, e->contact_id), e->demand_step,
              e->demand_due_us);
}

void fold_ring_widened(struct state *state, const struct event_ring_widened *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    fold_deadline(state, 0, &contact->row.more_due_us,
                  &contact->row.more_serial);
    index_contact(state, contact);
}

void fold_caller_recalled(struct state *state,
                          const struct event_caller_recalled *e)
{
    struct contact_row *row = &fold_contact(state, e->contact_id)->row;

    row->known_agent_id = e->agent_id;
    row->known_queue_id = e->queue_id;
    row->known_ago_us = e->ago_us;
    row->recalled = true;
    row->past_calls = e->calls;
    row->past_ago_us = e->called_ago_us;
    row->past_queue_id = e->last_queue_id;
    row->past_language = e->language;
}

void fold_queue_opened(struct state *state, const struct event_queue_opened *e)
{
    fold_contact(state, e->contact_id);
    queue_open(state, queue_slot(state, e->queue_id), e->open_us);
}
