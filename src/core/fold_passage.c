/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts the ways that callers take through the flows of today. */

#include <string.h>

#include "core/fold.h"
#include "core/house_slots.h"

/*
 * The day is that of the house's clocks, as they stood when the call came. Only
 * callers in the published version count, whose nodes the numbers are; so
 * the counts of a flow begin anew when another version is published. The ways
 * of a node: its exits, the end of the call, then its choices.
 */
enum {
    WAYS = 32, /* of a node */
    WAY_HUNG_UP = 15,
    WAY_FIRST_CHOICE = 16,
};

_Static_assert((int)step_exit_count <= (int)WAY_HUNG_UP,
               "exits have their place");

static int64_t way_of(int64_t node, const struct event_step_ended *e)
{
    int64_t way = WAY_HUNG_UP;

    if (e)
        way = e->choice ? WAY_FIRST_CHOICE + e->choice : (int64_t)e->exit;

    return node * WAYS + way;
}

static int64_t day_of(const struct state *state,
                      const struct contact_row *contact)
{
    int64_t wall_us = state_wall_us(state, state->system.at_us);

    return (wall_us + contact->zone_us) / DAY_US;
}

void fold_passage(struct state *state, const struct contact_row *contact,
                  const struct event_step_ended *e)
{
    const struct event_flow_set *flow = state_flow(state, contact->flow_id);
    int64_t way = way_of(contact->node, e);
    int64_t day = day_of(state, contact);
    struct passage_slot *slot;

    if (contact->node < 0 || !flow ||
        strcmp(flow->digest.text,
               state_run(state, contact->contact_id)->flow_digest.text) != 0)
        return;

    slot = table_find(&state->passages, flow->id, (uint64_t)way);
    if (!slot)
        slot = table_add(&state->passages, flow->id, (uint64_t)way);
    if (slot->row.callers == 0 || slot->row.day != day)
        slot->row = (struct passage_row){
            .flow_id = flow->id,
            .way = way,
            .day = day,
            .node = contact->node,
            .exit = e ? e->exit : STEP_DONE,
            .choice = e ? e->choice : 0,
            .hung_up = !e,
        };
    slot->row.callers++;
}

static void forget(struct state *state, uint64_t flow_id)
{
    struct passage_slot *slot;

    for (slot = table_find_from(&state->passages, flow_id, 0);
         slot && slot->row.flow_id == flow_id;
         slot = table_find_from(&state->passages, flow_id, 0))
        table_remove(&state->passages, slot);
}

void fold_flow_set(struct state *state, const struct event_flow_set *e)
{
    const struct event_flow_set *before = state_flow(state, e->id);

    if (before && strcmp(before->digest.text, e->digest.text) != 0)
        forget(state, e->id);
    fold_document_set(state, DOCUMENT_FLOW, e);
}

void fold_flow_removed(struct state *state, const struct event_flow_removed *e)
{
    forget(state, e->id);
    fold_document_removed(state, DOCUMENT_FLOW, e->id);
}
