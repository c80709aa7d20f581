/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of the server and of the documents. */

#include "core/fold.h"

#include <assert.h>
#include <string.h>

#include "core/desk_slot.h"
#include "core/house_slots.h"
#include "core/index.h"
#include "core/queue_slot.h"
#include "core/state_compare.h"
#include "core/state_index.h"

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
    while (table_count(&state->lost_trunks) > 0)
        table_remove(&state->lost_trunks, table_first(&state->lost_trunks));

    for (struct desk_slot *d = table_first(&state->desks); d;
         d = table_next(d)) {
        d->row.seen = false;
        d->row.console = CONSOLE_NONE;
        if (d->row.state == AGENT_OFFLINE)
            d->row.needs_console = false;
        index_desk(state, d);
    }
    index_callbacks(state);
}

void fold_server_stopped(struct state *state,
                         const struct event_server_stopped *e)
{
    (void)e;
    state->system.serving = false;
    index_callbacks(state);
}

void fold_clock_set(struct state *state, const struct event_clock_set *e)
{
    if (e->goes_on)
        fold_day_goes_on(state, e->day);
    state->system.wall_offset_us = e->wall_us - state->system.at_us;
    fold_day_told(
        state, &(struct zone_day){ e->day, e->day_from_us, e->day_until_us });
    for (struct queue_slot *q = table_first(&state->queues); q;
         q = table_next(q))
        if (q->document->calendar_id)
            fold_hours_changed(state, q);
        else
            index_night(state, q);
    for (struct desk_slot *d = table_first(&state->desks); d; d = table_next(d))
        index_duty(state, d);
    index_callbacks(state);
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
        [DOCUMENT_SKILL] = &state->system.skills,
        [DOCUMENT_BOX] = &state->system.boxes,
        [DOCUMENT_RULE] = &state->system.rules,
        [DOCUMENT_CALLER_LIST] = &state->system.caller_lists,
        [DOCUMENT_CALENDAR] = &state->system.calendars,
        [DOCUMENT_QUEUE_RULE] = &state->system.queue_rules,
        [DOCUMENT_LOOKUP] = &state->system.lookups,
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

static void drop_spendings(struct state *state, uint64_t agent_id)
{
    struct spending_slot *spending;

    for (spending = table_find_from(&state->spendings, agent_id, 0);
         spending && spending->row.agent_id == agent_id;
         spending = table_find_from(&state->spendings, agent_id, 0))
        table_remove(&state->spendings, spending);
}

static void drop_levels(struct state *state, uint64_t agent_id)
{
    struct level_slot *level;

    for (level = table_find_from(&state->levels, agent_id, 0);
         level && level->row.agent_id == agent_id;
         level = table_find_from(&state->levels, agent_id, 0))
        table_remove(&state->levels, level);
}

/* The queue goes, and no team serves it any more. */
static void drop_duties(struct state *state, uint64_t queue_id)
{
    struct team_duty_slot *duty = table_first(&state->team_duties);

    while (duty) {
        struct team_duty_slot *next = table_next(duty);

        if (duty->row.queue_id == queue_id)
            table_remove(&state->team_duties, duty);
        duty = next;
    }
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
FOLD_DOCUMENT(ENTRY, entry)
FOLD_DOCUMENT(PAUSE_REASON, pause_reason)
FOLD_DOCUMENT(DISPOSITION, disposition)
FOLD_DOCUMENT(TEAM, team)
FOLD_DOCUMENT(PROMPT, prompt)
FOLD_DOCUMENT(CAP, cap)
FOLD_DOCUMENT(LOOKUP, lookup)
FOLD_DOCUMENT(RULE, rule)
FOLD_DOCUMENT(CALLER_LIST, caller_list)

/* Queues that go by it are told by the clock once more. */
void fold_calendar_set(struct state *state, const struct event_calendar_set *e)
{
    fold_document_set(state, DOCUMENT_CALENDAR, e);
    for (struct queue_slot *q = table_first(&state->queues); q;
         q = table_next(q))
        if (q->document->calendar_id == e->id)
            fold_hours_changed(state, q);
}

void fold_calendar_removed(struct state *state,
                           const struct event_calendar_removed *e)
{
    fold_document_removed(state, DOCUMENT_CALENDAR, e->id);
}

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
    fold_pin_forgotten(state, pin_lock_of(0, e->id));
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
    index_astray(state, desk);
}

void fold_agent_removed(struct state *state,
                        const struct event_agent_removed *e)
{
    struct assignment_slot *a;

    for (a = table_find_from(&state->assignments, e->id, 0);
         a && a->row.agent_id == e->id;
         a = table_find_from(&state->assignments, e->id, 0))
        fold_assignment_dropped(state, a);

    drop_levels(state, e->id);
    drop_pauses(state, e->id);
    drop_spendings(state, e->id);
    fold_document_removed(state, DOCUMENT_AGENT, e->id);

    struct desk_slot *desk = fold_desk(state, e->id);

    unindex_desk(state, desk);
    table_remove(&state->desks, desk);
    state->touched_agent_id = 0;
}

void fold_queue_removed(struct state *state,
                        const struct event_queue_removed *e)
{
    struct queue_slot *queue = queue_slot(state, e->id);

    assert(queue && tree_count(&queue->line) == 0);
    drop_duties(state, e->id);
    fold_heirs_dropped(state, e->id);
    for (struct tree_node *node = tree_first(&queue->agents); node;
         node = tree_first(&queue->agents))
        fold_assignment_dropped(
            state, TREE_MEMBER(node, struct assignment_slot, in_agents));

    state->day_queues -= is_by_day(queue->document->strategy);
    index_new_day(state);
    unindex_queue(state, queue);
    table_remove(&state->queues, queue);
    fold_document_removed(state, DOCUMENT_QUEUE, e->id);
}
