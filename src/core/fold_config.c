/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of the server and of the documents. */

#include "core/fold.h"

#include <assert.h>
#include <string.h>

/* The server. */

/* Nobody and no phone has shown life to this server yet. */
void fold_server_started(struct state *state,
                         const struct event_server_started *e)
{
    state->system.start = e->start;
    state->system.serving = true;

    for (struct phone_slot *p = table_first(&state->phones); p;
         p = table_next(p))
        p->row.reachable = false;

    for (struct desk_slot *d = table_first(&state->desks); d;
         d = table_next(d)) {
        d->row.seen = false;
        d->row.console = CONSOLE_NONE;
        if (d->row.state == AGENT_OFFLINE)
            d->row.needs_console = false;
        index_desk(state, d);
    }
}

void fold_server_stopped(struct state *state,
                         const struct event_server_stopped *e)
{
    (void)e;
    state->system.serving = false;
}

void fold_clock_set(struct state *state, const struct event_clock_set *e)
{
    state->system.wall_offset_us = e->wall_us - state->system.at_us;
}

void fold_secret_set(struct state *state, const struct event_secret_set *e)
{
    (void)state;
    (void)e;
}

/* Documents. */

static int64_t *ids_given(struct state *state, enum document_kind kind)
{
    int64_t *const counters[] = {
        [DOCUMENT_USER] = &state->system.users,
        [DOCUMENT_DEVICE] = &state->system.devices,
        [DOCUMENT_AGENT] = &state->system.agents,
        [DOCUMENT_QUEUE] = &state->system.queues,
        [DOCUMENT_FLOW] = &state->system.flows,
        [DOCUMENT_TRUNK] = &state->system.trunks,
        [DOCUMENT_ENTRY] = &state->system.entries,
        [DOCUMENT_PAUSE_REASON] = &state->system.pause_reasons,
        [DOCUMENT_DISPOSITION] = &state->system.dispositions,
        [DOCUMENT_TEAM] = &state->system.teams,
        [DOCUMENT_PROMPT] = &state->system.prompts,
        [DOCUMENT_ROUTE] = &state->system.routes,
        [DOCUMENT_CAP] = &state->system.caps,
    };

    return counters[kind];
}

void fold_document_set(struct state *state, enum document_kind kind,
                       const void *document)
{
    const struct document_head *head = document;
    struct document_slot *slot = document_slot(state, kind, head->id);
    int64_t *given = ids_given(state, kind);

    if (slot)
        unindex_document(state, kind, slot);
    else
        slot = table_add(&state->documents[kind], head->id, 0);

    memcpy(&slot->head, document, document_kind_info(kind)->record->size);
    index_document(state, kind, slot);

    if (*given < (int64_t)head->id)
        *given = (int64_t)head->id;
}

void fold_document_removed(struct state *state, enum document_kind kind,
                           uint64_t id)
{
    struct document_slot *slot = document_slot(state, kind, id);

    assert(slot);
    unindex_document(state, kind, slot);
    table_remove(&state->documents[kind], slot);
}

static void drop_assignment(struct state *state,
                            struct assignment_slot *assignment)
{
    unindex_assignment(state, assignment);
    table_remove(&state->assignments, assignment);
}

static void drop_spendings(struct state *state, uint64_t agent_id)
{
    struct spending_slot *spending;

    for (spending = table_find_from(&state->spendings, agent_id, 0);
         spending && spending->row.agent_id == agent_id;
         spending = table_find_from(&state->spendings, agent_id, 0))
        table_remove(&state->spendings, spending);
}

static void drop_pauses(struct state *state, uint64_t agent_id)
{
    struct paused_slot *paused;

    for (paused = table_find_from(&state->paused, agent_id, 0);
         paused && paused->row.agent_id == agent_id;
         paused = table_find_from(&state->paused, agent_id, 0))
        table_remove(&state->paused, paused);
}

/* Those about which there is nothing but the document. */
#define FOLD_DOCUMENT(CODE, name)                                              \
    void fold_##name##_set(struct state *state,                                \
                           const struct event_##name##_set *e)                 \
    {                                                                          \
        fold_document_set(state, DOCUMENT_##CODE, e);                          \
    }                                                                          \
                                                                               \
    void fold_##name##_removed(struct state *state,                            \
                               const struct event_##name##_removed *e)         \
    {                                                                          \
        fold_document_removed(state, DOCUMENT_##CODE, e->id);                  \
    }

FOLD_DOCUMENT(USER, user)
FOLD_DOCUMENT(FLOW, flow)
FOLD_DOCUMENT(TRUNK, trunk)
FOLD_DOCUMENT(ENTRY, entry)
FOLD_DOCUMENT(PAUSE_REASON, pause_reason)
FOLD_DOCUMENT(DISPOSITION, disposition)
FOLD_DOCUMENT(TEAM, team)
FOLD_DOCUMENT(PROMPT, prompt)
FOLD_DOCUMENT(CAP, cap)

void fold_device_set(struct state *state, const struct event_device_set *e)
{
    struct desk_slot *desk =
        desk_slot(state, state_agent_of_device(state, e->id));

    fold_document_set(state, DOCUMENT_DEVICE, e);
    if (desk)
        index_desk(state, desk);

    if (!table_find(&state->phones, e->id, 0)) {
        struct phone_slot *phone = table_add(&state->phones, e->id, 0);

        phone->row.device_id = e->id;
    }
}

void fold_device_removed(struct state *state,
                         const struct event_device_removed *e)
{
    fold_document_removed(state, DOCUMENT_DEVICE, e->id);
    table_remove(&state->phones, table_find(&state->phones, e->id, 0));
}

void fold_agent_set(struct state *state, const struct event_agent_set *e)
{
    struct desk_slot *desk = desk_slot(state, e->id);

    fold_document_set(state, DOCUMENT_AGENT, e);
    if (!desk) {
        desk = table_add(&state->desks, e->id, 0);
        desk_init_trees(desk);
        desk->row.agent_id = e->id;
        desk->row.since_us = state->system.at_us;
    }

    state->touched_agent_id = e->id;
    index_desk(state, desk);
}

void fold_agent_removed(struct state *state,
                        const struct event_agent_removed *e)
{
    struct assignment_slot *a;

    for (a = table_find_from(&state->assignments, e->id, 0);
         a && a->row.agent_id == e->id;
         a = table_find_from(&state->assignments, e->id, 0))
        drop_assignment(state, a);

    drop_pauses(state, e->id);
    drop_spendings(state, e->id);
    fold_document_removed(state, DOCUMENT_AGENT, e->id);

    struct desk_slot *desk = fold_desk(state, e->id);

    unindex_desk(state, desk);
    table_remove(&state->desks, desk);
    state->touched_agent_id = 0;
}

/* Settings apply at once to those who wait; a moment that has passed is now. */
static void restart_overflow(struct state *state, struct contact_slot *contact,
                             int64_t max_wait_ms)
{
    struct contact_row *row = &contact->row;
    int64_t due_us = row->joined_us + max_wait_ms * 1000;

    if (due_us < state->system.at_us)
        due_us = state->system.at_us;

    fold_deadline(state, max_wait_ms ? due_us : 0, &row->overflow_due_us,
                  &row->overflow_serial);
    index_contact(state, contact);
}

static void restart_overflows(struct state *state, uint64_t queue_id,
                              int64_t max_wait_ms)
{
    struct tree_node *node = tree_first(&queue_slot(state, queue_id)->line);

    for (; node; node = tree_next(node)) {
        struct contact_slot *contact =
            TREE_MEMBER(node, struct contact_slot, in_line);

        /* who waits for one agent has another deadline first */
        if (!contact->row.wanted_agent_id)
            restart_overflow(state, contact, max_wait_ms);
    }
}

void fold_queue_set(struct state *state, const struct event_queue_set *e)
{
    const struct event_queue_set *before = state_queue(state, e->id);
    bool changes_wait = before && before->max_wait_ms != e->max_wait_ms;

    fold_document_set(state, DOCUMENT_QUEUE, e);
    if (changes_wait)
        restart_overflows(state, e->id, e->max_wait_ms);

    if (!before) {
        struct queue_slot *queue = table_add(&state->queues, e->id, 0);

        queue_init_trees(queue);
        queue->tally.queue_id = e->id;
    }
}

void fold_queue_removed(struct state *state,
                        const struct event_queue_removed *e)
{
    struct queue_slot *queue = queue_slot(state, e->id);

    assert(queue && tree_count(&queue->line) == 0);
    for (struct tree_node *node = tree_first(&queue->agents); node;
         node = tree_first(&queue->agents))
        drop_assignment(state,
                        TREE_MEMBER(node, struct assignment_slot, in_agents));

    table_remove(&state->queues, queue);
    fold_document_removed(state, DOCUMENT_QUEUE, e->id);
}

/* Assignments. */

void fold_queue_assigned(struct state *state,
                         const struct event_queue_assigned *e)
{
    struct assignment_slot *a =
        table_find(&state->assignments, e->agent_id, e->queue_id);

    if (!a) {
        a = table_add(&state->assignments, e->agent_id, e->queue_id);
        a->row.agent_id = e->agent_id;
        a->row.queue_id = e->queue_id;
    }

    a->row.priority = e->priority;
    state->touched_agent_id = e->agent_id;
    index_assignment(state, a);
}

void fold_queue_unassigned(struct state *state,
                           const struct event_queue_unassigned *e)
{
    struct assignment_slot *a =
        table_find(&state->assignments, e->agent_id, e->queue_id);

    assert(a);
    state->touched_agent_id = e->agent_id;
    drop_assignment(state, a);
}
