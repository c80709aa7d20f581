/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of a state, and its memory. */

#include "core/state.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "core/beside_slots.h"
#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/house_slots.h"
#include "core/queue_slot.h"
#include "core/state_compare.h"
#include "core/state_due.h"
#include "core/state_inside.h"

/* There is room made for so many events more than were asked for. */
#define EVENTS_AHEAD 32

static size_t document_slot_size(enum document_kind kind)
{
    return offsetof(struct document_slot, head) +
           document_kind_info(kind)->record->size;
}

int state_new(struct state **ret_state)
{
    assert(ret_state);

    struct state *state = calloc(1, sizeof(*state));
    if (!state)
        return -ENOMEM;

    state->system.pause_reasons = PAUSE_FIRST_DEFINED - 1;
    for (int kind = 0; kind < document_kind_count; kind++)
        table_init(&state->documents[kind],
                   document_slot_size((enum document_kind)kind));

    table_init(&state->assignments, sizeof(struct assignment_slot));
    table_init(&state->phones, sizeof(struct phone_slot));
    table_init(&state->lost_trunks, sizeof(struct lost_trunk_slot));
    table_init(&state->paused, sizeof(struct paused_slot));
    table_init(&state->desks, sizeof(struct desk_slot));
    table_init(&state->contacts, sizeof(struct contact_slot));
    table_init(&state->hearings, sizeof(struct hearing_slot));
    table_init(&state->talks, sizeof(struct talk_slot));
    table_init(&state->runs, sizeof(struct run_slot));
    table_init(&state->callers, sizeof(struct caller_slot));
    table_init(&state->demands, sizeof(struct demand_slot));
    table_init(&state->handovers, sizeof(struct handover_slot));
    table_init(&state->tags, sizeof(struct tags_slot));
    table_init(&state->variables, sizeof(struct variable_slot));
    table_init(&state->returns, sizeof(struct return_slot));
    table_init(&state->passages, sizeof(struct passage_slot));
    table_init(&state->recordings, sizeof(struct recording_slot));
    table_init(&state->messages, sizeof(struct message_slot));
    table_init(&state->callbacks, sizeof(struct callback_slot));
    table_init(&state->attempts, sizeof(struct attempt_slot));
    table_init(&state->kept_places, sizeof(struct kept_place_slot));
    table_init(&state->deliveries, sizeof(struct delivery_slot));
    table_init(&state->mailboxes, sizeof(struct mailbox_slot));
    table_init(&state->visits, sizeof(struct visit_slot));
    table_init(&state->pin_locks, sizeof(struct pin_lock_slot));
    table_init(&state->outcalls, sizeof(struct outcall_slot));
    table_init(&state->spendings, sizeof(struct spending_slot));
    table_init(&state->risky_calls, sizeof(struct risky_call_slot));
    table_init(&state->customs, sizeof(struct custom_slot));
    table_init(&state->heirs, sizeof(struct heir_slot));
    table_init(&state->rule_drafts, sizeof(struct rule_draft_slot));
    table_init(&state->rules_begun, sizeof(struct rule_begun_slot));
    table_init(&state->queues, sizeof(struct queue_slot));
    table_init(&state->levels, sizeof(struct level_slot));
    table_init(&state->team_duties, sizeof(struct team_duty_slot));
    table_init(&state->own_rings, sizeof(struct own_ring));
    pool_init(&state->grant_pool, sizeof(struct grant));
    state_init_trees(state);

    *ret_state = state;
    return 0;
}

struct state *state_free(struct state *state)
{
    if (!state)
        return NULL;

    for (int kind = 0; kind < document_kind_count; kind++)
        table_done(&state->documents[kind]);

    table_done(&state->assignments);
    table_done(&state->phones);
    table_done(&state->lost_trunks);
    table_done(&state->paused);
    table_done(&state->desks);
    table_done(&state->contacts);
    table_done(&state->hearings);
    table_done(&state->talks);
    table_done(&state->runs);
    table_done(&state->callers);
    table_done(&state->demands);
    table_done(&state->handovers);
    table_done(&state->tags);
    table_done(&state->variables);
    table_done(&state->returns);
    table_done(&state->passages);
    table_done(&state->recordings);
    table_done(&state->messages);
    table_done(&state->callbacks);
    table_done(&state->attempts);
    table_done(&state->kept_places);
    table_done(&state->deliveries);
    table_done(&state->mailboxes);
    table_done(&state->visits);
    table_done(&state->pin_locks);
    table_done(&state->outcalls);
    table_done(&state->spendings);
    table_done(&state->risky_calls);
    table_done(&state->customs);
    table_done(&state->heirs);
    table_done(&state->rule_drafts);
    table_done(&state->rules_begun);
    table_done(&state->queues);
    table_done(&state->levels);
    table_done(&state->team_duties);
    table_done(&state->own_rings);
    pool_done(&state->grant_pool);
    free(state);
    return NULL;
}

/* No event makes more than one row of a kind; but a wrong PIN counts for two:
   the box, and who calls. */
static int reserve_rows(struct state *state, size_t events)
{
    struct table *const tables[] = {
        &state->assignments, &state->phones,     &state->paused,
        &state->desks,       &state->contacts,   &state->recordings,
        &state->outcalls,    &state->spendings,  &state->customs,
        &state->queues,      &state->levels,     &state->team_duties,
        &state->messages,    &state->mailboxes,  &state->variables,
        &state->returns,     &state->passages,   &state->risky_calls,
        &state->hearings,    &state->callbacks,  &state->kept_places,
        &state->heirs,       &state->deliveries, &state->lost_trunks,
        &state->handovers,   &state->tags,       &state->attempts,
        &state->rule_drafts, &state->visits,     &state->talks,
        &state->runs,        &state->callers,    &state->demands,
        &state->rules_begun
    };
    int rc = pool_reserve(&state->grant_pool, events * EVENT_GRANTS);

    if (rc == 0)
        rc = table_reserve(&state->pin_locks, 2 * events);
    for (int kind = 0; kind < document_kind_count && rc == 0; kind++)
        rc = table_reserve(&state->documents[kind], events);
    for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]) && rc == 0; i++)
        rc = table_reserve(tables[i], events);

    return rc;
}

/* For many events at once, since there are many tables; what is not used is
   not touched. Two kinds are counted each time: a draft's publication makes as
   many rules as it has, and a queue whose strategy lets contacts on offer be
   rung for more makes a ring for each own demand among them, and for each that
   somebody is not to have back. */
int state_reserve(struct state *state, size_t events)
{
    assert(state);

    if (state->promised_events < events) {
        int rc = reserve_rows(state, events + EVENTS_AHEAD);
        if (rc < 0)
            return rc;
        state->promised_events = events + EVENTS_AHEAD;
    }

    int rc =
        table_reserve(&state->own_rings, events + table_count(&state->demands) +
                                             state->transferred);
    if (rc == 0)
        rc = table_reserve(&state->documents[DOCUMENT_RULE],
                           events + table_count(&state->rule_drafts));

    return rc;
}

int state_reserve_drafts(struct state *state, size_t rows)
{
    assert(state);

    return table_reserve(&state->rule_drafts, rows);
}

const struct system_row *state_system(const struct state *state)
{
    assert(state);

    return &state->system;
}

int64_t state_wall_us(const struct state *state, int64_t at_us)
{
    return at_us + state->system.wall_offset_us;
}
