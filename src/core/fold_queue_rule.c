/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of queues' rules, and of how a queue stands. */

#include "core/fold.h"

#include <assert.h>

#include "core/house_slots.h"
#include "core/index.h"
#include "core/queue_slot.h"

static void index_rule_of(struct state *state, uint64_t queue_id)
{
    struct queue_slot *queue = queue_slot(state, queue_id);

    if (queue)
        index_staffing(state, queue);
}

/* A way out of the queue came, went, or is another one. */
static void rule_changed(struct state *state, uint64_t queue_id, bool is_step)
{
    index_rule_of(state, queue_id);
    if (is_step && queue_slot(state, queue_id))
        fold_steps_changed(state, queue_id);
}

static void forget_begun(struct state *state, uint64_t rule_id)
{
    struct rule_begun_slot *begun = table_find(&state->rules_begun, rule_id, 0);

    if (begun)
        table_remove(&state->rules_begun, begun);
}

/* Whether what has begun has so under the changed rule, too. */
static bool goes_by_the_same(const struct event_queue_rule_set *a,
                             const struct event_queue_rule_set *b)
{
    return a->queue_id == b->queue_id && a->cause == b->cause &&
           a->agents == b->agents && a->estimate_ms == b->estimate_ms &&
           a->reopen_ms == b->reopen_ms;
}

/* Older journals have the beginning of one twice: the first counts. */
void fold_queue_rule_began(struct state *state,
                           const struct event_queue_rule_began *e)
{
    if (table_find(&state->rules_begun, e->rule_id, 0))
        return;

    struct rule_begun_slot *begun =
        table_add(&state->rules_begun, e->rule_id, 0);

    begun->row = (struct rule_begun_row){ .rule_id = e->rule_id,
                                          .since_us = state->system.at_us };
    index_rule_of(state, e->queue_id);
}

void fold_queue_rule_ended(struct state *state,
                           const struct event_queue_rule_ended *e)
{
    forget_begun(state, e->rule_id);
    index_rule_of(state, e->queue_id);
}

void fold_queue_rule_set(struct state *state,
                         const struct event_queue_rule_set *e)
{
    const struct event_queue_rule_set *before =
        state_document(state, DOCUMENT_QUEUE_RULE, e->id);
    uint64_t queue_id = before ? before->queue_id : e->queue_id;
    bool was_step = before && before->cause == RULE_WAITED;

    if (before && !goes_by_the_same(before, e))
        forget_begun(state, e->id);
    fold_document_set(state, DOCUMENT_QUEUE_RULE, e);
    rule_changed(state, queue_id, was_step);
    rule_changed(state, e->queue_id, e->cause == RULE_WAITED);
}

void fold_queue_rule_removed(struct state *state,
                             const struct event_queue_rule_removed *e)
{
    const struct event_queue_rule_set *before =
        state_document(state, DOCUMENT_QUEUE_RULE, e->id);
    uint64_t queue_id = before->queue_id;
    bool was_step = before->cause == RULE_WAITED;

    forget_begun(state, e->id);
    fold_document_removed(state, DOCUMENT_QUEUE_RULE, e->id);
    rule_changed(state, queue_id, was_step);
}

void fold_queue_staffed(struct state *state,
                        const struct event_queue_staffed *e)
{
    struct queue_slot *queue = queue_slot(state, e->queue_id);

    assert(queue);
    staffing_fold(&queue->tally, e->staffing, state->system.at_us);
    fold_deadline(state, e->due_us, &queue->tally.leave_due_us,
                  &queue->tally.leave_serial);
    fold_deadline(state, e->estimate_due_us, &queue->tally.estimate_due_us,
                  &queue->tally.estimate_serial);
    if (!e->estimate_due_us)
        queue->tally.long_since_us = 0;
    index_staffing(state, queue);
    index_leaving(state, queue);
}

void fold_queue_estimated(struct state *state,
                          const struct event_queue_estimated *e)
{
    struct queue_slot *queue = queue_slot(state, e->queue_id);

    assert(queue);
    fold_deadline(state, e->due_us, &queue->tally.estimate_due_us,
                  &queue->tally.estimate_serial);
    queue->tally.long_since_us = e->long_since_us;
    index_leaving(state, queue);
}

/* Nobody waits in it who did not before. */
void fold_queue_diverted(struct state *state,
                         const struct event_queue_diverted *e)
{
    fold_contact(state, e->contact_id);
}

static void index_switch(struct state *state, struct queue_slot *queue)
{
    index_staffing(state, queue);
    index_night(state, queue);
}

/* Closed anew it counts from now only if it was open. */
static void close_one(struct state *state, struct queue_slot *queue,
                      const struct event_night_began *e)
{
    struct tally_row *tally = &queue->tally;

    if (!tally->closed_us)
        tally->closed_us = state->system.at_us;
    tally->closed_prompt_id = e->prompt_id;
    tally->closed_until_us = e->until_us;
    tally->closed_by_hours = e->by_hours;
    tally->hours_open_until_us = 0;
    tally->closed_serial = ++state->system.serials;
    index_switch(state, queue);
}

void fold_night_began(struct state *state, const struct event_night_began *e)
{
    for (struct queue_slot *q = table_first(&state->queues); q;
         q = table_next(q))
        if (!e->queue_id || q->tally.queue_id == e->queue_id)
            close_one(state, q, e);
}

/* One that is open already stays so for as long as it was to. */
static void open_one(struct state *state, struct queue_slot *queue)
{
    struct tally_row *tally = &queue->tally;

    if (tally->closed_us) {
        tally->opened_us = state->system.at_us;
        tally->hours_open_until_us =
            tally->closed_by_hours ? tally->closed_until_us : 0;
    }
    tally->closed_us = 0;
    tally->closed_prompt_id = 0;
    tally->closed_until_us = 0;
    tally->closed_by_hours = false;
    index_switch(state, queue);
}

void fold_night_ended(struct state *state, const struct event_night_ended *e)
{
    for (struct queue_slot *q = table_first(&state->queues); q;
         q = table_next(q))
        if (!e->queue_id || q->tally.queue_id == e->queue_id)
            open_one(state, q);
    fold_callbacks_opened(state, e->queue_id);
}

void fold_queue_hours(struct state *state, const struct event_queue_hours *e)
{
    struct queue_slot *queue = queue_slot(state, e->queue_id);

    assert(queue);
    queue->tally.hours_shut = e->shut;
    queue->tally.hours_due_us = e->due_us;
    if (e->opened)
        queue->tally.hours_open_until_us = e->open_until_us;
    queue->tally.closed_serial = ++state->system.serials;
    index_night(state, queue);
}

void fold_hours_changed(struct state *state, struct queue_slot *queue)
{
    queue->tally.hours_due_us = state_wall_us(state, state->system.at_us);
    queue->tally.closed_serial = ++state->system.serials;
    index_night(state, queue);
}
