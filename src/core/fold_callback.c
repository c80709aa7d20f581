/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of callbacks, and of the contacts that stand in line for them. */

#include "core/fold.h"

#include <assert.h>

#include "core/beside_slots.h"
#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/index.h"
#include "core/state_compare.h"

static struct callback_slot *fold_callback(const struct state *state,
                                           uint64_t callback_id)
{
    struct callback_slot *callback = callback_slot(state, callback_id);

    assert(callback);
    return callback;
}

static void set_due(struct state *state, struct callback_slot *callback,
                    int64_t due_us)
{
    fold_deadline(state, due_us, &callback->row.due_us,
                  &callback->row.due_serial);
    index_callback(state, callback);
}

/* Before its time nothing counts. */
static void count_if_due(const struct state *state, struct callback_row *row,
                         int64_t due_us)
{
    row->counted_us = 0;
    if (due_us <= state_wall_us(state, state->system.at_us))
        fold_callback_counts(state, row);
}

void fold_callback_asked(struct state *state,
                         const struct event_callback_asked *e)
{
    struct callback_slot *callback =
        table_add(&state->callbacks, e->callback_id, 0);

    callback->row = (struct callback_row){
        .callback_id = e->callback_id,
        .queue_id = e->queue_id,
        .state = CALLBACK_WAITS,
        .reason = CALLBACK_TIME,
        .origin = e->origin,
        .asked_by = e->contact_id,
        .number = e->number,
        .caller_name = e->caller_name,
        .note = e->note,
        .language = e->language,
        .agent_id = e->agent_id,
        .priority = e->priority,
        .added_us = e->added_us,
        .demand = e->demand,
        .since_us = e->since_us,
        .asked_us = state->system.at_us,
        .expires_us = e->expires_us,
        .left_us = e->left_us,
        .latest_us = e->latest_us,
    };
    if (state->system.callbacks < (int64_t)e->callback_id)
        state->system.callbacks = (int64_t)e->callback_id;
    fold_tally(state, e->queue_id)->callbacks_asked++;
    count_if_due(state, &callback->row, e->due_us);
    set_due(state, callback, e->due_us);
}

/* In line it is no longer, or will be no longer by what follows at once. */
void fold_callback_changed(struct state *state,
                           const struct event_callback_changed *e)
{
    struct callback_slot *callback = fold_callback(state, e->callback_id);

    callback->row.agent_id = e->agent_id;
    callback->row.expires_us = e->expires_us;
    callback->row.since_us = e->since_us;
    callback->row.left_us = e->left_us;
    callback->row.latest_us = e->latest_us;
    callback->row.any_hour = e->any_hour;
    count_if_due(state, &callback->row, e->due_us);
    callback->row.state = CALLBACK_WAITS;
    callback->row.reason = CALLBACK_TIME;
    set_due(state, callback, e->due_us);
}

static void begin_contact(struct state *state,
                          const struct event_callback_began *e,
                          const struct callback_row *callback)
{
    struct contact_slot *contact =
        table_add(&state->contacts, e->contact_id, 0);

    contact_init_trees(contact);
    contact->row = (struct contact_row){
        .contact_id = e->contact_id,
        .caller = e->caller,
        .language = e->language,
        .place = PLACE_QUEUE,
        .arrived_us = state->system.at_us,
        .place_since_us = state->system.at_us,
        .joined_us = state->system.at_us,
        .node = -1,
        .next_node = -1,
        .queue_id = e->queue_id,
        .priority = callback->priority,
        .added_us = e->added_us,
        .wait_us = e->kept_us,
        .outbound = true,
        .callback_id = e->callback_id,
    };
    if (state->system.contacts < (int64_t)e->contact_id)
        state->system.contacts = (int64_t)e->contact_id;

    state->touched_contact_id = e->contact_id;
    if (e->is_named)
        fold_caller_named(state, &contact->row, &e->caller_name);
    fold_demand(state, &contact->row, &e->demand);
    index_contact(state, contact);
}

void fold_callback_began(struct state *state,
                         const struct event_callback_began *e)
{
    struct callback_slot *callback = fold_callback(state, e->callback_id);

    begin_contact(state, e, &callback->row);
    callback->row.state = CALLBACK_IN_LINE;
    callback->row.contact_id = e->contact_id;
    callback->row.is_live = true;
    callback->row.since_us = e->since_us;
    if (!callback->row.counted_us)
        fold_callback_counts(state, &callback->row);
    set_due(state, callback, 0);
}

/* The agent talks from here on, though only to who rings. */
static void begin_listening(struct state *state, uint64_t agent_id)
{
    struct desk_slot *desk = fold_desk(state, agent_id);

    desk->row.state = AGENT_TALKING;
    desk->row.since_us = state->system.at_us;
    desk->row.talk_since_us = state->system.at_us;
    desk->row.misses = 0;
    fold_deadline(state, 0, &desk->row.offer_due_us, &desk->row.offer_serial);
    index_desk(state, desk);
}

static void begin_dialling(struct state *state,
                           const struct event_callback_dialled *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    row->place = PLACE_DIALLING;
    row->place_since_us = state->system.at_us;
    row->in_line = false;
    row->wanted_agent_id = 0;
    row->agent_id = e->agent_id;
    row->offers = 0;
    fold_deadline(state, 0, &row->demand_due_us, &row->demand_serial);
    fold_deadline(state, 0, &row->more_due_us, &row->more_serial);
    fold_deadline(state, 0, &row->overflow_due_us, &row->overflow_serial);
    row->leg = state->system.seq;
    row->dialled = state->system.seq;
    row->dialled_ahead = e->agent_id == 0;
    fold_ask(state, row, e->due_us);
    if (e->agent_id)
        begin_listening(state, e->agent_id);
    index_contact(state, contact);
}

static void begin_attempt(struct state *state,
                          const struct event_callback_dialled *e)
{
    struct attempt_slot *attempt =
        table_add(&state->attempts, e->callback_id, (uint64_t)e->tries);

    attempt->row = (struct attempt_row){
        .callback_id = e->callback_id,
        .number = e->tries,
        .contact_id = e->contact_id,
        .agent_id = e->agent_id,
        .at_us = state->system.at_us,
    };
}

void fold_attempt_over(struct state *state, uint64_t callback_id,
                       enum offer_result result, int64_t ring_us)
{
    const struct callback_slot *callback = callback_slot(state, callback_id);
    struct attempt_slot *attempt =
        callback ? table_find(&state->attempts, callback_id,
                              (uint64_t)callback->row.tries)
                 : NULL;

    if (!attempt || attempt->row.is_over)
        return;

    attempt->row.is_over = true;
    attempt->row.result = result;
    attempt->row.ring_us = ring_us;
}

static void forget_attempts(struct state *state, uint64_t callback_id)
{
    struct attempt_slot *attempt;

    while ((attempt = table_find_from(&state->attempts, callback_id, 0)) &&
           attempt->row.callback_id == callback_id)
        table_remove(&state->attempts, attempt);
}

/* By the house, as the caps have it. */
void fold_callback_dialled(struct state *state,
                           const struct event_callback_dialled *e)
{
    struct callback_slot *callback = fold_callback(state, e->callback_id);
    const struct outcall_row call = {
        .contact_id = e->contact_id,
        .route_id = e->route_id,
        .trunk_id = e->trunk_id,
        .minute_cost = e->minute_cost,
    };

    begin_dialling(state, e);
    fold_call_out(state, &call, e->risky);
    callback->row.state = CALLBACK_CALLING;
    callback->row.tries = e->tries;
    callback->row.any_hour = false;
    callback->row.is_ahead = e->agent_id == 0;
    callback->row.is_picked_up = false;
    begin_attempt(state, e);
    index_callback(state, callback);
}

/* From here on it is as if the caller had never hung up. */
void fold_callback_picked_up(struct state *state,
                             const struct event_callback_picked_up *e)
{
    struct callback_slot *callback = fold_callback(state, e->callback_id);
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    row->connected = true;
    row->call = e->call;
    fold_attempt_over(state, e->callback_id, OFFER_ANSWERED, e->ring_us);
    fold_call_out_taken(state, row->leg, e->trunk_id);
    row->leg = 0;
    fold_ask_ends(state, row);
    callback->row.is_picked_up = true;
    index_callback(state, callback);
    index_contact(state, contact);
}

void fold_callback_let_go(struct state *state, struct contact_row *contact,
                          enum end_cause cause)
{
    struct callback_slot *callback = callback_slot(state, contact->callback_id);

    contact->callback_id = 0;
    if (!callback)
        return;

    fold_attempt_over(state, callback->row.callback_id, OFFER_CANCELLED, 0);
    callback->row.is_live = false;
    callback->row.is_ahead = false;
    callback->row.is_picked_up = false;
    callback->row.last_cause = cause;
    index_callback(state, callback);
}

void fold_callback_postponed(struct state *state,
                             const struct event_callback_postponed *e)
{
    struct callback_slot *callback = fold_callback(state, e->callback_id);

    callback->row.state = CALLBACK_WAITS;
    callback->row.reason = e->reason;
    if (e->left_us)
        fold_callback_stands(&callback->row, e);
    else if (!callback->row.counted_us)
        fold_callback_counts(state, &callback->row);
    set_due(state, callback, e->due_us);
}

/* Whoever talks is a contact like any other from here on. */
static void part(struct state *state, struct callback_row *callback)
{
    struct contact_slot *contact = contact_slot(state, callback->contact_id);

    if (!callback->is_live || !contact)
        return;

    callback->is_live = false;
    contact->row.callback_id = 0;
}

static void count_end(struct tally_row *tally,
                      const struct event_callback_ended *e)
{
    bool is_reached = e->state == CALLBACK_REACHED;
    bool is_cancelled = e->state == CALLBACK_CANCELLED;

    tally->callbacks_reached += is_reached;
    tally->callbacks_cancelled += is_cancelled;
    tally->callbacks_lost += !is_reached && !is_cancelled;
    tally->callbacks_wait_us += e->wait_us;
}

void fold_callback_ended(struct state *state,
                         const struct event_callback_ended *e)
{
    struct callback_slot *callback = fold_callback(state, e->callback_id);

    callback->row.state = e->state;
    callback->row.is_picked_up = false;
    if (e->state == CALLBACK_REACHED)
        part(state, &callback->row);
    if (queue_slot(state, callback->row.queue_id))
        count_end(fold_tally(state, callback->row.queue_id), e);
    set_due(state, callback, e->due_us);
}

void fold_callback_forgotten(struct state *state,
                             const struct event_callback_forgotten *e)
{
    struct callback_slot *callback = fold_callback(state, e->callback_id);

    forget_attempts(state, e->callback_id);
    unindex_callback(state, callback);
    table_remove(&state->callbacks, callback);
}

void fold_callback_moved(struct state *state, const struct contact_row *contact)
{
    struct callback_slot *callback = callback_slot(state, contact->callback_id);

    if (!callback)
        return;

    fold_callback_requeued(state, callback, contact->queue_id);
    callback->row.priority = contact->priority;
    callback->row.added_us = contact->added_us;
    callback->row.demand = *state_demand(state, contact->contact_id);
}
