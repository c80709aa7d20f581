/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines, grants, lines and entries, found. */

#include "core/state_search.h"

#include <string.h>

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/dialling.h"
#include "core/house_slots.h"
#include "core/queue_slot.h"
#include "core/state_compare.h"
#include "core/state_due.h"

bool state_next_due(const struct state *state, struct due *ret_due)
{
    const struct tree_node *node = tree_first(&state->deadlines);
    if (!node)
        return false;

    const struct deadline *deadline = TREE_MEMBER(node, struct deadline, node);

    *ret_due =
        (struct due){ deadline->due_us, deadline->kind, deadline->owner_id };
    return true;
}

struct grant_owner state_grant_owner(const struct state *state, uint64_t serial)
{
    const struct tree_node *node =
        tree_find(&state->grants, compare_serial, &serial);
    if (!node)
        return (struct grant_owner){ GRANT_NONE, 0 };

    const struct grant *grant = TREE_MEMBER(node, struct grant, node);

    return (struct grant_owner){ grant->kind, grant->owner_id };
}

uint64_t state_next_todo(const struct state *state)
{
    const struct tree_node *node = tree_first(&state->todo);

    return node
               ? TREE_MEMBER(node, struct contact_slot, in_todo)->row.contact_id
               : 0;
}

/* Entries. */

uint64_t state_entry_with(const struct state *state, const char *pattern,
                          uint64_t trunk_id)
{
    const struct pattern_key key = { pattern, trunk_id };
    const struct tree_node *node =
        tree_find(&state->patterns, compare_pattern, &key);

    return node ? TREE_MEMBER(node, struct document_slot, by_pattern)->head.id
                : 0;
}

/* On the trunk itself before on any. */
static const struct event_entry_set *entry_with_pattern(
    const struct state *state, uint64_t trunk_id, const char *pattern)
{
    uint64_t id = state_entry_with(state, pattern, trunk_id);

    if (!id && trunk_id)
        id = state_entry_with(state, pattern, 0);

    return state_entry(state, id);
}

const struct event_entry_set *state_entry_for(const struct state *state,
                                              uint64_t trunk_id,
                                              const char *called)
{
    struct pattern pattern = { "" };
    size_t length = strnlen(called, sizeof(pattern.text) - 1);
    const struct event_entry_set *entry =
        entry_with_pattern(state, trunk_id, called);

    memcpy(pattern.text, called, length);
    for (size_t kept = length + 1; !entry && kept > 0; kept--) {
        if (kept - 1 > sizeof(pattern.text) - 2)
            continue;

        pattern.text[kept - 1] = '*';
        pattern.text[kept] = '\0';
        entry = entry_with_pattern(state, trunk_id, pattern.text);
    }

    return entry;
}

/* Lines. */

size_t state_waiting(const struct state *state, uint64_t queue_id)
{
    const struct queue_slot *queue = queue_slot(state, queue_id);

    return queue ? tree_count(&queue->line) - queue->callbacks : 0;
}

bool state_is_full(const struct state *state,
                   const struct event_queue_set *queue, bool is_in_line)
{
    int64_t others = (int64_t)state_waiting(state, queue->id) - is_in_line;
    bool is_refusing = state_tally(state, queue->id)->full_us != 0;

    return others >= queue->max_waiting ||
           (is_refusing && !is_in_line && others >= queue->reopen_waiting);
}

/* Before a newcomer are all of the same priority and wait. */
static int compare_newcomer(const struct tree_node *node, const void *key)
{
    const struct line_place *place =
        &TREE_MEMBER(node, struct contact_slot, in_line)->place;
    const struct line_place *newcomer = key;

    if (place->priority != newcomer->priority)
        return place->priority < newcomer->priority ? -1 : 1;

    return place->virtual_us <= newcomer->virtual_us ? -1 : 1;
}

size_t state_place(const struct state *state, uint64_t contact_id)
{
    const struct contact_slot *contact = contact_slot(state, contact_id);

    return contact && contact->place.queue ? tree_index(&contact->in_line) + 1
                                           : 0;
}

size_t state_ahead(const struct state *state, uint64_t queue_id,
                   int64_t priority, int64_t virtual_us)
{
    const struct queue_slot *queue = queue_slot(state, queue_id);
    const struct line_place newcomer = { .priority = priority,
                                         .virtual_us = virtual_us };

    if (!queue)
        return 0;

    const struct tree_node *behind =
        tree_find_from(&queue->line, compare_newcomer, &newcomer);

    return behind ? tree_index(behind) : tree_count(&queue->line);
}

/* Agents. */

int64_t state_assigned(const struct state *state, uint64_t agent_id,
                       uint64_t queue_id)
{
    const struct assignment_slot *a =
        table_find(&state->assignments, agent_id, queue_id);

    return a ? a->row.priority : 0;
}

size_t state_assignment_count(const struct state *state)
{
    return table_count(&state->assignments);
}

bool state_can_ring(const struct state *state, uint64_t agent_id)
{
    const struct event_agent_set *agent = state_agent(state, agent_id);
    const struct phone_row *phone =
        agent ? state_phone(state, agent->device_id) : NULL;

    return phone && phone->reachable;
}

const struct heir_row *state_inheritance(const struct state *state,
                                         uint64_t queue_id)
{
    const struct heir_slot *heir = table_find(&state->heirs, queue_id, 0);

    return heir ? &heir->row : NULL;
}

uint64_t state_heir(const struct state *state, uint64_t queue_id)
{
    const struct heir_slot *heir = table_find(&state->heirs, queue_id, 0);

    return heir ? heir->row.by_id : queue_id;
}

bool state_is_emergency(const struct state *state, const char *number)
{
    for (const struct document_slot *slot =
             table_first(&state->documents[DOCUMENT_TRUNK]);
         slot; slot = table_next(slot))
        if (dialling_is_emergency((const void *)&slot->head, number))
            return true;

    return false;
}
