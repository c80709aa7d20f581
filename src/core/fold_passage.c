/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts the ways that callers take through the flows of today. */

#include <string.h>

#include "core/fold.h"
#include "core/house_slots.h"

/*
 * The day is the house's. A way
 * is what people call it: the name of the node with an exit, the key of a
 * choice, or the end of the call there. So it goes on being counted when
 * another version is published, whatever place it has in that one; what has
 * another name there is another way.
 *
 * Versions in which all is called otherwise would add ways without an end: when
 * one is published, those of days before go, and all of a flow that has more
 * than WAYS_MAX.
 */
enum { WAYS_MAX = 8192 };

/* FNV-1a, 64 bits (draft-eastlake-fnv); the end of the text counts, too. */
static uint64_t mix(uint64_t sum, const char *text)
{
    do
        sum = (sum ^ (uint8_t)*text) * UINT64_C(1099511628211);
    while (*text++);

    return sum;
}

/* By a choice whichever its place is; of journals before choices had keys, by
   its place. The ways of one node have numbers of their own: what is added
   stands above the bits that go, or one way would have the number after
   another's, and a second one when that other is forgotten. */
static struct passage_row way_of(const struct state *state,
                                 const struct contact_row *contact,
                                 const struct event_step_ended *e)
{
    struct passage_row way = {
        .flow_id = contact->flow_id,
        .node = contact->node,
        .node_name = state_run(state, contact->contact_id)->node_name,
        .exit = e ? e->exit : STEP_DONE,
        .choice = e ? e->choice : 0,
        .hung_up = !e,
    };
    uint64_t sum = mix(UINT64_C(14695981039346656037), way.node_name.text);

    if (e)
        way.key = e->key;
    sum = mix(sum, way.key.text);
    if (way.hung_up)
        sum = mix(sum, "-");
    else if (!way.key.text[0])
        sum += ((uint64_t)way.exit + ((uint64_t)way.choice << 8)) << 2;
    way.way = (int64_t)(sum >> 2);
    return way;
}

static bool is_same(const struct passage_row *a, const struct passage_row *b)
{
    return a->hung_up == b->hung_up && a->exit == b->exit &&
           strcmp(a->node_name.text, b->node_name.text) == 0 &&
           strcmp(a->key.text, b->key.text) == 0 &&
           (a->key.text[0] || a->choice == b->choice);
}

/* Two ways with one number are kept beside each other. */
static struct passage_slot *slot_of(struct state *state,
                                    struct passage_row *way)
{
    struct passage_slot *slot;

    while ((slot = table_find(&state->passages, way->flow_id,
                              (uint64_t)way->way)) &&
           !is_same(&slot->row, way))
        way->way++;
    return slot ? slot
                : table_add(&state->passages, way->flow_id, (uint64_t)way->way);
}

/* In journals that do not tell the house's day, by its clocks as they stood when
   the call came. */
static int64_t day_of(const struct state *state,
                      const struct contact_row *contact)
{
    int64_t wall_us = state_wall_us(state, state->system.at_us);

    return state->system.day_until_us ? fold_day(state)
                                      : (wall_us + contact->zone_us) / DAY_US;
}

void fold_passage(struct state *state, const struct contact_row *contact,
                  const struct event_step_ended *e)
{
    struct passage_row way = way_of(state, contact, e);
    struct passage_slot *slot;

    if (contact->node < 0 || !way.node_name.text[0] ||
        state_run(state, contact->contact_id)->on_trial ||
        !state_flow(state, contact->flow_id))
        return;

    way.day = day_of(state, contact);
    slot = slot_of(state, &way);
    if (slot->row.callers == 0 || slot->row.day != way.day)
        slot->row = way;
    slot->row.callers++;
}

static struct passage_slot *first_of(const struct state *state,
                                     uint64_t flow_id)
{
    struct passage_slot *slot = table_find_from(&state->passages, flow_id, 0);

    return slot && slot->row.flow_id == flow_id ? slot : NULL;
}

static struct passage_slot *next_of(const struct passage_slot *slot)
{
    struct passage_slot *next = table_next(slot);

    return next && next->row.flow_id == slot->row.flow_id ? next : NULL;
}

/* Those of days before `day`. */
static void forget(struct state *state, uint64_t flow_id, int64_t day)
{
    struct passage_slot *slot = first_of(state, flow_id);

    while (slot) {
        struct passage_slot *next = next_of(slot);

        if (slot->row.day < day)
            table_remove(&state->passages, slot);
        slot = next;
    }
}

static void forget_old(struct state *state, uint64_t flow_id)
{
    int64_t last = INT64_MIN;
    size_t count = 0;

    for (const struct passage_slot *slot = first_of(state, flow_id); slot;
         slot = next_of(slot)) {
        last = slot->row.day > last ? slot->row.day : last;
        count += 1;
    }
    forget(state, flow_id, count > WAYS_MAX ? INT64_MAX : last);
}

void fold_flow_set(struct state *state, const struct event_flow_set *e)
{
    const struct event_flow_set *before = state_flow(state, e->id);

    if (before && strcmp(before->digest.text, e->digest.text) != 0)
        forget_old(state, e->id);
    fold_document_set(state, DOCUMENT_FLOW, e);
}

void fold_flow_removed(struct state *state, const struct event_flow_removed *e)
{
    forget(state, e->id, INT64_MAX);
    fold_document_removed(state, DOCUMENT_FLOW, e->id);
}
