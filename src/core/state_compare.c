/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The orders of the state's indexes. Serials settle ties, and ids those that
 * only a damaged snapshot could have: each order is total whatever is loaded.
 */

#include "core/state_inside.h"

#include <string.h>

#include "core/beside_slots.h"
#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/house_slots.h"
#include "core/queue_slot.h"
#include "core/state_compare.h"
#include "core/state_due.h"

static int compare_signed(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_unsigned(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

/* The sooner deadline first, then the one started first. */
static int compare_deadlines(const struct tree_node *a,
                             const struct tree_node *b)
{
    const struct deadline *x = TREE_MEMBER(a, struct deadline, node);
    const struct deadline *y = TREE_MEMBER(b, struct deadline, node);
    int order = compare_signed(x->due_us, y->due_us);

    if (!order)
        order = compare_signed(x->serial, y->serial);
    if (!order)
        order = compare_unsigned(x->owner_id, y->owner_id);

    return order ? order : (int)x->kind - (int)y->kind;
}

static int compare_grants(const struct tree_node *a, const struct tree_node *b)
{
    const struct grant *x = TREE_MEMBER(a, struct grant, node);
    const struct grant *y = TREE_MEMBER(b, struct grant, node);
    int order = compare_unsigned(x->serial, y->serial);

    if (!order)
        order = (int)x->kind - (int)y->kind;

    return order ? order : compare_unsigned(x->owner_id, y->owner_id);
}

int compare_serial(const struct tree_node *node, const void *serial)
{
    const struct grant *grant = TREE_MEMBER(node, struct grant, node);

    return compare_unsigned(grant->serial, *(const uint64_t *)serial);
}

/* Priority 1 before 2, then who waits for longer, with what was added to the
   wait, then who joined first. */
int compare_places(const struct line_place *a, const struct line_place *b)
{
    int order = compare_signed(a->priority, b->priority);

    if (!order)
        order = compare_signed(a->virtual_us, b->virtual_us);

    return order ? order : compare_signed(a->serial, b->serial);
}

static int compare_line(const struct tree_node *a, const struct tree_node *b)
{
    return compare_places(&TREE_MEMBER(a, struct contact_slot, in_line)->place,
                          &TREE_MEMBER(b, struct contact_slot, in_line)->place);
}

static int compare_leavers(const struct tree_node *a, const struct tree_node *b)
{
    return compare_places(
        &TREE_MEMBER(a, struct contact_slot, in_aside)->place,
        &TREE_MEMBER(b, struct contact_slot, in_aside)->place);
}

static int compare_in_flight(const struct tree_node *a,
                             const struct tree_node *b)
{
    return compare_unsigned(
        TREE_MEMBER(a, struct contact_slot, in_aside)->row.contact_id,
        TREE_MEMBER(b, struct contact_slot, in_aside)->row.contact_id);
}

static int compare_to_dial(const struct tree_node *a, const struct tree_node *b)
{
    return compare_places(
        &TREE_MEMBER(a, struct contact_slot, in_aside)->place,
        &TREE_MEMBER(b, struct contact_slot, in_aside)->place);
}

int compare_ready(const struct tree_node *a, const struct tree_node *b)
{
    return compare_places(
        &TREE_MEMBER(a, struct contact_slot, in_ready)->place,
        &TREE_MEMBER(b, struct contact_slot, in_ready)->place);
}

static int compare_wait(const struct tree_node *a, const struct tree_node *b)
{
    const struct line_place *x =
        &TREE_MEMBER(a, struct contact_slot, in_wait)->place;
    const struct line_place *y =
        &TREE_MEMBER(b, struct contact_slot, in_wait)->place;
    int order = compare_signed(x->queued_us, y->queued_us);

    return order ? order : compare_signed(x->serial, y->serial);
}

/* Who has the queue with priority 1 before 2, then whom the queue's strategy
   prefers, then who is idle for longest. */
static int compare_free(const struct tree_node *a, const struct tree_node *b)
{
    const struct assignment_slot *x =
        TREE_MEMBER(a, struct assignment_slot, in_free);
    const struct assignment_slot *y =
        TREE_MEMBER(b, struct assignment_slot, in_free);
    int order = compare_signed(x->priority, y->priority);

    if (!order)
        order = compare_signed(x->key, y->key);
    if (!order)
        order = compare_signed(x->idle_since_us, y->idle_since_us);
    if (!order)
        order = compare_signed(x->idle_serial, y->idle_serial);

    return order ? order : compare_unsigned(x->row.agent_id, y->row.agent_id);
}

static int compare_agents(const struct tree_node *a, const struct tree_node *b)
{
    return compare_unsigned(
        TREE_MEMBER(a, struct assignment_slot, in_agents)->row.agent_id,
        TREE_MEMBER(b, struct assignment_slot, in_agents)->row.agent_id);
}

static int compare_delays(const struct tree_node *a, const struct tree_node *b)
{
    const struct assignment_slot *x =
        TREE_MEMBER(a, struct assignment_slot, in_delays);
    const struct assignment_slot *y =
        TREE_MEMBER(b, struct assignment_slot, in_delays);
    int order = compare_signed(x->row.delay_us, y->row.delay_us);

    return order ? order : compare_unsigned(x->row.agent_id, y->row.agent_id);
}

static int compare_ringing(const struct tree_node *a, const struct tree_node *b)
{
    return compare_unsigned(
        TREE_MEMBER(a, struct desk_slot, in_ringing)->row.agent_id,
        TREE_MEMBER(b, struct desk_slot, in_ringing)->row.agent_id);
}

static int compare_astray(const struct tree_node *a, const struct tree_node *b)
{
    return compare_unsigned(
        TREE_MEMBER(a, struct desk_slot, in_astray)->row.agent_id,
        TREE_MEMBER(b, struct desk_slot, in_astray)->row.agent_id);
}

static int compare_stuck(const struct tree_node *a, const struct tree_node *b)
{
    return compare_rings(TREE_MEMBER(a, struct ring, in_stuck),
                         TREE_MEMBER(b, struct ring, in_stuck));
}

static int compare_own_rings(const struct tree_node *a,
                             const struct tree_node *b)
{
    return compare_rings(&TREE_MEMBER(a, struct own_ring, in_own)->ring,
                         &TREE_MEMBER(b, struct own_ring, in_own)->ring);
}

static int compare_todo(const struct tree_node *a, const struct tree_node *b)
{
    return compare_unsigned(
        TREE_MEMBER(a, struct contact_slot, in_todo)->row.contact_id,
        TREE_MEMBER(b, struct contact_slot, in_todo)->row.contact_id);
}

static int compare_matches(const struct tree_node *a, const struct tree_node *b)
{
    return compare_unsigned(
        TREE_MEMBER(a, struct queue_slot, in_matches)->tally.queue_id,
        TREE_MEMBER(b, struct queue_slot, in_matches)->tally.queue_id);
}

static int compare_lines(const struct tree_node *a, const struct tree_node *b)
{
    return compare_unsigned(
        TREE_MEMBER(a, struct desk_slot, in_lines)->row.agent_id,
        TREE_MEMBER(b, struct desk_slot, in_lines)->row.agent_id);
}

static int compare_wanted(const struct tree_node *a, const struct tree_node *b)
{
    return compare_unsigned(
        TREE_MEMBER(a, struct desk_slot, in_wanted)->row.agent_id,
        TREE_MEMBER(b, struct desk_slot, in_wanted)->row.agent_id);
}

int compare_user(const struct tree_node *node, const void *user_id)
{
    return compare_unsigned(
        TREE_MEMBER(node, struct desk_slot, by_user)->user_id,
        *(const uint64_t *)user_id);
}

static int compare_users(const struct tree_node *a, const struct tree_node *b)
{
    const struct desk_slot *x = TREE_MEMBER(a, struct desk_slot, by_user);
    const struct desk_slot *y = TREE_MEMBER(b, struct desk_slot, by_user);
    int order = compare_user(a, &y->user_id);

    return order ? order : compare_unsigned(x->row.agent_id, y->row.agent_id);
}

int compare_device(const struct tree_node *node, const void *device_id)
{
    return compare_unsigned(
        TREE_MEMBER(node, struct desk_slot, by_device)->device_id,
        *(const uint64_t *)device_id);
}

static int compare_devices(const struct tree_node *a, const struct tree_node *b)
{
    const struct desk_slot *x = TREE_MEMBER(a, struct desk_slot, by_device);
    const struct desk_slot *y = TREE_MEMBER(b, struct desk_slot, by_device);
    int order = compare_device(a, &y->device_id);

    return order ? order : compare_unsigned(x->row.agent_id, y->row.agent_id);
}

int compare_name(const struct tree_node *node, const void *name)
{
    return strcmp(
        TREE_MEMBER(node, struct document_slot, by_name)->head.name.text, name);
}

static int compare_names(const struct tree_node *a, const struct tree_node *b)
{
    return compare_name(
        a, TREE_MEMBER(b, struct document_slot, by_name)->head.name.text);
}

static struct pattern_key pattern_of(const struct tree_node *node)
{
    const struct document_slot *slot =
        TREE_MEMBER(node, struct document_slot, by_pattern);
    const struct event_entry_set *entry = (const void *)&slot->head;

    return (struct pattern_key){ entry->number.text, entry->trunk_id };
}

int compare_pattern(const struct tree_node *node, const void *key)
{
    const struct pattern_key *wanted = key;
    struct pattern_key has = pattern_of(node);
    int order = strcmp(has.number, wanted->number);

    return order ? order : compare_unsigned(has.trunk_id, wanted->trunk_id);
}

static int compare_patterns(const struct tree_node *a,
                            const struct tree_node *b)
{
    struct pattern_key key = pattern_of(b);

    return compare_pattern(a, &key);
}

static const struct event_queue_rule_set *rule_of(const struct tree_node *node)
{
    return (const void *)&TREE_MEMBER(node, struct document_slot, by_rule)
        ->head;
}

/* The first of a queue's is found by the queue alone. */
int compare_rule(const struct tree_node *node, const void *queue_id)
{
    return rule_of(node)->queue_id < *(const uint64_t *)queue_id ? -1 : 1;
}

static int compare_rules(const struct tree_node *a, const struct tree_node *b)
{
    const struct event_queue_rule_set *x = rule_of(a);
    const struct event_queue_rule_set *y = rule_of(b);
    int order = compare_unsigned(x->queue_id, y->queue_id);

    if (!order)
        order = (x->position > y->position) - (x->position < y->position);

    return order ? order : compare_unsigned(x->id, y->id);
}

static int compare_untold(const struct tree_node *a, const struct tree_node *b)
{
    return compare_unsigned(
        TREE_MEMBER(a, struct queue_slot, in_untold)->tally.queue_id,
        TREE_MEMBER(b, struct queue_slot, in_untold)->tally.queue_id);
}

static int compare_ahead(const struct tree_node *a, const struct tree_node *b)
{
    return compare_unsigned(
        TREE_MEMBER(a, struct queue_slot, in_ahead)->tally.queue_id,
        TREE_MEMBER(b, struct queue_slot, in_ahead)->tally.queue_id);
}

static int compare_let_go(const struct tree_node *a, const struct tree_node *b)
{
    return compare_unsigned(
        TREE_MEMBER(a, struct callback_slot, in_let_go)->row.callback_id,
        TREE_MEMBER(b, struct callback_slot, in_let_go)->row.callback_id);
}

static int compare_cares(const struct tree_node *a, const struct tree_node *b)
{
    const struct message_slot *x =
        TREE_MEMBER(a, struct message_slot, in_cares);
    const struct message_slot *y =
        TREE_MEMBER(b, struct message_slot, in_cares);
    int order = compare_unsigned(x->care_of, y->care_of);

    return order ? order
                 : compare_unsigned(x->row.message_id, y->row.message_id);
}

void state_init_trees(struct state *state)
{
    for (size_t i = 0; i < document_kind_count; i++)
        tree_init(&state->names[i], compare_names);

    tree_init(&state->patterns, compare_patterns);
    tree_init(&state->users, compare_users);
    tree_init(&state->devices, compare_devices);
    tree_init(&state->deadlines, compare_deadlines);
    tree_init(&state->grants, compare_grants);
    tree_init(&state->todo, compare_todo);
    tree_init(&state->matches, compare_matches);
    tree_init(&state->stuck, compare_stuck);
    tree_init(&state->astray, compare_astray);
    tree_init(&state->wanted, compare_wanted);
    tree_init(&state->lines, compare_lines);
    tree_init(&state->rules, compare_rules);
    tree_init(&state->untold, compare_untold);
    tree_init(&state->let_go, compare_let_go);
    tree_init(&state->ahead, compare_ahead);
    tree_init(&state->in_flight, compare_in_flight);
    tree_init(&state->cares, compare_cares);
}

void queue_init_trees(struct queue_slot *queue)
{
    tree_init(&queue->line, compare_line);
    tree_init(&queue->by_wait, compare_wait);
    tree_init(&queue->own_rings, compare_own_rings);
    tree_init(&queue->leavers, compare_leavers);
    tree_init(&queue->to_dial, compare_to_dial);
    tree_init(&queue->free, compare_free);
    tree_init(&queue->agents, compare_agents);
    tree_init(&queue->delays, compare_delays);
}

void contact_init_trees(struct contact_slot *contact)
{
    tree_init(&contact->ringing, compare_ringing);
}

void desk_init_trees(struct desk_slot *desk)
{
    tree_init(&desk->wanted, compare_ready);
}
