/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of what is counted of calls to the outside. */

#include "core/fold.h"

#include "core/desk_slot.h"
#include "core/house_slots.h"

/* Rows of another day are of no use to anybody. */
static void forget_spendings(struct state *state, uint64_t agent_id)
{
    struct spending_slot *next =
        table_find_from(&state->spendings, agent_id, 0);

    while (next && next->row.agent_id == agent_id) {
        struct spending_slot *spending = next;

        next = table_next(spending);
        if (spending->row.day != fold_day(state))
            table_remove(&state->spendings, spending);
    }
}

/* NULL: there is no such agent any more. 0 is the house itself. */
static struct spending_row *fold_spending(struct state *state,
                                          uint64_t agent_id, uint64_t trunk_id)
{
    if (agent_id && !desk_slot(state, agent_id))
        return NULL;

    forget_spendings(state, agent_id);

    struct spending_slot *spending =
        table_find(&state->spendings, agent_id, trunk_id);

    if (!spending) {
        spending = table_add(&state->spendings, agent_id, trunk_id);
        spending->row = (struct spending_row){ .agent_id = agent_id,
                                               .trunk_id = trunk_id,
                                               .day = fold_day(state) };
    }

    return &spending->row;
}

static bool is_forgotten(const struct state *state,
                         const struct risky_call_slot *call)
{
    return call->row.at_us + TOLL_WINDOW_US <= state->system.at_us ||
           table_count(&state->risky_calls) >= STATE_MAX_RISKY;
}

/* No cap is larger than STATE_MAX_RISKY. */
static void note_risky(struct state *state, const struct outcall_row *call)
{
    struct risky_call_slot *oldest = table_first(&state->risky_calls);

    while (oldest && is_forgotten(state, oldest)) {
        table_remove(&state->risky_calls, oldest);
        oldest = table_first(&state->risky_calls);
    }

    struct risky_call_slot *slot =
        table_add(&state->risky_calls, state->system.seq, 0);

    slot->row = (struct risky_call_row){ .serial = state->system.seq,
                                         .agent_id = call->agent_id,
                                         .trunk_id = call->trunk_id,
                                         .at_us = state->system.at_us };
}

static void count_call(struct state *state, const struct outcall_row *call,
                       bool risky)
{
    struct spending_row *spending =
        fold_spending(state, call->agent_id, call->trunk_id);

    if (spending)
        spending->calls++;
    if (risky)
        note_risky(state, call);
}

void fold_call_out(struct state *state, const struct outcall_row *call,
                   bool risky)
{
    uint64_t route_id = call->route_id;

    if (!call->trunk_id)
        return;

    struct outcall_slot *slot =
        table_add(&state->outcalls, state->system.seq, 0);

    slot->row = *call;
    slot->row.serial = state->system.seq;
    count_call(state, call, risky);
    if (!route_id || table_find(&state->customs, route_id, 0))
        return;

    struct custom_slot *custom = table_add(&state->customs, route_id, 0);

    custom->row.route_id = route_id;
    custom->row.first_day = fold_day(state);
}

void fold_call_out_taken(struct state *state, uint64_t serial,
                         uint64_t trunk_id)
{
    struct outcall_slot *slot = table_find(&state->outcalls, serial, 0);

    if (!slot)
        return;

    slot->row.since_us = state->system.at_us;
    if (trunk_id)
        slot->row.trunk_id = trunk_id;
}

void fold_call_out_ends(struct state *state, uint64_t serial)
{
    struct outcall_slot *slot = table_find(&state->outcalls, serial, 0);

    if (slot)
        table_remove(&state->outcalls, slot);
}

void fold_outside_charged(struct state *state,
                          const struct event_outside_charged *e)
{
    struct spending_row *spending =
        fold_spending(state, e->agent_id, e->trunk_id);

    if (spending)
        spending->cost += e->cost;
}

void fold_toll_alarmed(struct state *state, const struct event_toll_alarmed *e)
{
    struct desk_row *desk = &fold_desk(state, e->agent_id)->row;

    desk->toll_cause = e->cause;
    desk->toll_told_us = state->system.at_us;
    state->system.toll_alarms++;
    state->system.toll_until_us = e->until_us;
}

/* The route's documents. */

void fold_route_set(struct state *state, const struct event_route_set *e)
{
    fold_document_set(state, DOCUMENT_ROUTE, e);
}

void fold_route_removed(struct state *state,
                        const struct event_route_removed *e)
{
    struct custom_slot *custom = table_find(&state->customs, e->id, 0);

    fold_document_removed(state, DOCUMENT_ROUTE, e->id);
    if (custom)
        table_remove(&state->customs, custom);
}
