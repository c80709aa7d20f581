/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the rings in step with contacts, agents and their skills. */

#include <assert.h>
#include <string.h>

#include "core/desk_slot.h"
#include "core/queue_slot.h"
#include "core/ring.h"
#include "core/state_compare.h"
#include "core/state_index.h"

/* What an agent can do. */

uint32_t desk_level(const struct desk_slot *desk, uint64_t skill_id)
{
    for (size_t i = 0; i < desk->level_count; i++)
        if (desk->levels[i].skill_id == skill_id)
            return desk->levels[i].level;

    return 0;
}

/* A level of 0 is met by whoever has the skill at all. */
static bool has_level(const struct desk_slot *desk, const struct want *want)
{
    for (size_t i = 0; i < desk->level_count; i++)
        if (desk->levels[i].skill_id == want->skill_id)
            return desk->levels[i].level >= want->level;

    return false;
}

const struct want *desk_lacks(const struct desk_slot *desk,
                              const struct demand_step *step)
{
    for (size_t i = 0; step && i < step->want_count; i++)
        if (!has_level(desk, &step->wants[i]))
            return &step->wants[i];

    return NULL;
}

bool desk_meets(const struct desk_slot *desk, const struct demand_step *step)
{
    return desk_lacks(desk, step) == NULL;
}

/* Demands. */

uint64_t skill_find(void *state, const char *name, size_t length)
{
    struct name text = { "" };

    if (length >= sizeof(text.text))
        return 0;

    memcpy(text.text, name, length);

    const struct document_head *skill =
        state_document_named(state, DOCUMENT_SKILL, text.text);

    return skill ? skill->id : 0;
}

/* Checked when it was set, and no skill goes that is demanded. */
static void read_demand(const struct state *state, const char *text,
                        struct demand *ret_demand)
{
    if (demand_parse(text, skill_find, (void *)state, ret_demand, NULL) < 0)
        *ret_demand = (struct demand){ 0 };
}

void demand_of(const struct state *state, const struct queue_slot *queue,
               const char *own, struct demand *ret_demand)
{
    if (own[0])
        read_demand(state, own, ret_demand);
    else
        *ret_demand = queue->demand;
}

const struct demand_step *ring_step(const struct ring *ring)
{
    return demand_at(ring->demand, ring->begun);
}

/* Rings. */

static const char *text_of(const struct ring *ring)
{
    return ring->own ? ring->own->text.text : "";
}

/* Few have one: the others are not looked for. */
static const char *demand_text(const struct state *state,
                               const struct contact_row *row)
{
    return row->has_demand ? state_demand(state, row->contact_id)->text : "";
}

static bool has_own_ring(const struct contact_row *row)
{
    return row->has_demand || row->transferrer_id;
}

bool ring_is_of(const struct state *state, const struct ring *ring,
                const struct contact_row *row)
{
    size_t begun = (size_t)row->demand_step;

    if (begun > ring->demand->step_count)
        begun = ring->demand->step_count;

    return ring->queue->tally.queue_id == row->queue_id &&
           ring->begun == begun &&
           ring->transferrer_id == row->transferrer_id &&
           (ring->own != NULL) == has_own_ring(row) &&
           strcmp(text_of(ring), demand_text(state, row)) == 0;
}

/* Who transferred a contact is kept from it for the sake of somebody who comes
   free; of one who pauses nobody knows when, or whether. */
static bool counts_as_able(const struct ring *ring, enum presence presence)
{
    return presence >=
           (ring->transferrer_id ? PRESENCE_AT_WORK : PRESENCE_LOGGED_IN);
}

static size_t count_of(const struct ring *ring)
{
    return tree_count(&ring->ready) + tree_count(&ring->to_dial);
}

/* Somebody is there, but nobody who could take these. */
static bool is_stuck(const struct ring *ring)
{
    const struct queue_slot *queue = ring->queue;

    return count_of(ring) > 0 && ring->able == 0 &&
           (ring->begun < ring->demand->step_count || ring->transferrer_id) &&
           tree_count(&queue->agents) > queue->states[AGENT_OFFLINE];
}

static void index_open(struct state *state, struct ring *ring)
{
    bool is_open = tree_count(&ring->ready) > 0 && ring->free > 0;

    set_member(&state->stuck, &ring->in_stuck, is_stuck(ring));
    if (ring->is_open == is_open)
        return;

    ring->queue->open_rings += is_open ? 1 : -1U;
    ring->is_open = is_open;
    set_member(&state->matches, &ring->queue->in_matches,
               ring->queue->open_rings > 0);
}

void index_ring(struct state *state, struct ring *ring)
{
    struct own_ring *own = ring->own;

    index_open(state, ring);
    if (!own || count_of(ring) > 0)
        return;

    tree_remove(&ring->queue->own_rings, &own->in_own);
    table_remove(&state->own_rings, own);
}

struct ring *ring_next(const struct queue_slot *queue, const struct ring *ring)
{
    const struct tree_node *node;

    if (ring && ring->own)
        node = tree_next(&ring->own->in_own);
    else if (ring && ring->begun < queue->demand.step_count)
        return (struct ring *)ring + 1;
    else if (!ring)
        return (struct ring *)&queue->rings[0];
    else
        node = tree_first(&queue->own_rings);

    return node ? &TREE_MEMBER(node, struct own_ring, in_own)->ring : NULL;
}

static void init_ring(struct ring *ring, struct queue_slot *queue,
                      const struct demand *demand, size_t begun)
{
    *ring = (struct ring){ .queue = queue, .demand = demand, .begun = begun };
    tree_init(&ring->ready, compare_ready);
    tree_init(&ring->to_dial, compare_ready);
}

void queue_learn(struct state *state, struct queue_slot *queue)
{
    queue->document = state_queue(state, queue->tally.queue_id);
    assert(queue->document);
    read_demand(state, queue->document->demand.text, &queue->demand);
    for (size_t i = 0; i <= queue->demand.step_count; i++)
        init_ring(&queue->rings[i], queue, &queue->demand, i);
}

bool ring_shuns(const struct ring *ring, const struct assignment_slot *a)
{
    return ring->transferrer_id && ring->transferrer_id == a->row.agent_id;
}

bool ring_meets(const struct ring *ring, const struct assignment_slot *a,
                size_t begun)
{
    if (ring_shuns(ring, a))
        return false;
    if (ring->demand == &a->queue->demand)
        return a->meets >> begun & 1;

    return desk_meets(a->desk, demand_at(ring->demand, begun));
}

static uint16_t all_met(const struct assignment_slot *a)
{
    unsigned met = 0;

    for (size_t i = 0; i <= a->queue->demand.step_count; i++)
        if (desk_meets(a->desk, demand_at(&a->queue->demand, i)))
            met |= 1U << i;

    return (uint16_t)met;
}

/* Adds the agent to a ring's counts, or takes it out of them. */
static void count_one(struct ring *ring, enum presence presence, uint32_t by)
{
    ring->free += presence == PRESENCE_FREE ? by : 0;
    ring->able += counts_as_able(ring, presence) ? by : 0;
}

/* Who could take those of a ring that has just been made. */
static void count_all(struct ring *ring)
{
    const struct tree_node *node = tree_first(&ring->queue->agents);

    for (; node; node = tree_next(node)) {
        const struct assignment_slot *a =
            TREE_MEMBER(node, struct assignment_slot, in_agents);

        if (!ring_shuns(ring, a) && desk_meets(a->desk, ring_step(ring)))
            count_one(ring, a->presence, 1);
    }
}

/* Where a ring that is no other's stands: compare_rings(). */
struct own_key {
    const struct label *text;
    uint64_t transferrer_id;
    size_t begun;
};

static int compare_numbers(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static int compare_own_key(const struct tree_node *node, const void *key)
{
    const struct own_ring *own = TREE_MEMBER(node, struct own_ring, in_own);
    const struct own_key *wanted = key;
    int order = strcmp(own->text.text, wanted->text->text);

    if (!order)
        order =
            compare_numbers(own->ring.transferrer_id, wanted->transferrer_id);

    return order ? order : compare_numbers(own->ring.begun, wanted->begun);
}

static struct ring *make_own_ring(struct state *state, struct queue_slot *queue,
                                  const struct own_key *key,
                                  const struct demand *demand)
{
    struct own_ring *own =
        table_add(&state->own_rings, ++state->own_rings_made, 0);
    bool is_demanded = key->text->text[0] != '\0';

    own->text = *key->text;
    own->demand = *demand;
    init_ring(&own->ring, queue, is_demanded ? &own->demand : &queue->demand,
              key->begun);
    own->ring.own = own;
    own->ring.transferrer_id = key->transferrer_id;
    tree_add(&queue->own_rings, &own->in_own);
    count_all(&own->ring);
    return &own->ring;
}

struct ring *ring_for(struct state *state, struct queue_slot *queue,
                      const struct contact_row *row)
{
    static const struct label none = { "" };
    struct own_key key = { &none, row->transferrer_id,
                           (size_t)row->demand_step };
    struct demand demand = queue->demand;

    if (row->has_demand) {
        key.text = state_demand(state, row->contact_id);
        read_demand(state, key.text->text, &demand);
    }
    if (key.begun > demand.step_count)
        key.begun = demand.step_count;
    if (!has_own_ring(row))
        return &queue->rings[key.begun];

    struct tree_node *node =
        tree_find(&queue->own_rings, compare_own_key, &key);

    return node ? &TREE_MEMBER(node, struct own_ring, in_own)->ring
                : make_own_ring(state, queue, &key, &demand);
}

void ring_count(struct state *state, struct assignment_slot *a,
                enum presence presence)
{
    struct ring *ring = NULL;

    if (a->presence == presence)
        return;
    if (a->presence == PRESENCE_NONE)
        a->meets = all_met(a);

    while ((ring = ring_next(a->queue, ring))) {
        if (ring_meets(ring, a, ring->begun)) {
            count_one(ring, a->presence, -1U);
            count_one(ring, presence, 1);
        }
        index_open(state, ring);
    }

    a->presence = presence;
}

/* By queue, then demand, then whom they are kept from, then step. */
int compare_rings(const struct ring *a, const struct ring *b)
{
    int order =
        compare_numbers(a->queue->tally.queue_id, b->queue->tally.queue_id);

    if (!order)
        order = strcmp(text_of(a), text_of(b));
    if (!order)
        order = compare_numbers(a->transferrer_id, b->transferrer_id);

    return order ? order : compare_numbers(a->begun, b->begun);
}
