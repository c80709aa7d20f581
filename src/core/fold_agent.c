/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of phones and of the agents' states. */

#include "core/fold.h"

#include <assert.h>

#include "core/desk_slot.h"
#include "core/house_slots.h"
#include "core/index.h"

static void set_reachable(struct state *state, uint64_t device_id,
                          bool reachable)
{
    struct phone_slot *phone = table_find(&state->phones, device_id, 0);

    struct desk_slot *desk =
        desk_slot(state, state_agent_of_device(state, device_id));

    assert(phone);
    phone->row.reachable = reachable;
    if (!desk)
        return;

    fold_line_forgets(state, &desk->row);
    index_desk(state, desk);
}

void fold_device_reachable(struct state *state,
                           const struct event_device_reachable *e)
{
    set_reachable(state, e->device_id, true);
}

void fold_device_unreachable(struct state *state,
                             const struct event_device_unreachable *e)
{
    set_reachable(state, e->device_id, false);
}

void fold_agent_seen(struct state *state, const struct event_agent_seen *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);

    desk->row.seen = true;
    index_desk(state, desk);
}

void fold_console_changed(struct state *state,
                          const struct event_console_changed *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);

    desk->row.console = e->console;
    desk->row.needs_console = e->needs_console;
    index_desk(state, desk);
}

/* Idle since now: whoever leaves and comes back goes to the end of the row. */
static void become_available(struct state *state, struct desk_row *row)
{
    row->idle_since_us = state->system.at_us;
    row->idle_serial = ++state->system.serials;
}

/* Only today's are kept. Returns how many those are. */
static size_t forget_pauses(struct state *state, uint64_t agent_id, int64_t day)
{
    struct paused_slot *next = table_find_from(&state->paused, agent_id, 0);
    size_t kept = 0;

    while (next && next->row.agent_id == agent_id) {
        struct paused_slot *paused = next;

        next = table_next(paused);
        if (paused->row.day == day)
            kept++;
        else
            table_remove(&state->paused, paused);
    }

    return kept;
}

static struct paused_slot *make_paused(struct state *state,
                                       const struct desk_row *desk, int64_t day)
{
    struct paused_slot *paused =
        table_add(&state->paused, desk->agent_id, desk->reason_id);

    paused->row.agent_id = desk->agent_id;
    paused->row.reason_id = desk->reason_id;
    paused->row.day = day;
    return paused;
}

/* Of a pause that began yesterday, what is today's. */
static void count_pause(struct state *state, const struct desk_row *desk,
                        int64_t for_us)
{
    int64_t day = fold_day(state);
    int64_t today_us = state_day_age_us(state, state->system.at_us);
    size_t kept = forget_pauses(state, desk->agent_id, day);
    struct paused_slot *paused =
        table_find(&state->paused, desk->agent_id, desk->reason_id);

    if (!paused && kept >= STATE_MAX_PAUSED)
        return;
    if (!paused)
        paused = make_paused(state, desk, day);

    paused->row.used_us += for_us < today_us ? for_us : today_us;
}

void fold_pause_ends(struct state *state, struct desk_row *desk, int64_t for_us)
{
    if (desk->state == AGENT_PAUSED)
        count_pause(state, desk, for_us);
}

void fold_agent_state_changed(struct state *state,
                              const struct event_agent_state_changed *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct desk_row *row = &desk->row;

    fold_pause_ends(state, row, e->for_us);
    if (row->state == AGENT_PAUSED || row->state == AGENT_OFFLINE)
        row->misses = 0;

    fold_desk_free(state, row, e->state, e->reason_id);
    if (e->state == AGENT_AVAILABLE)
        become_available(state, row);

    index_desk(state, desk);
}

void fold_call_refused(struct state *state, const struct event_call_refused *e)
{
    struct desk_row *row = &fold_desk(state, e->agent_id)->row;

    row->refusals++;
    row->refused = e->refused;
}

void fold_own_call_began(struct state *state,
                         const struct event_own_call_began *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct desk_row *row = &desk->row;

    fold_pause_ends(state, row, e->for_us);
    fold_desk_free(state, row, AGENT_PAUSED, PAUSE_OWN_CALL);
    row->own_call = e->contact_id;
    index_desk(state, desk);
}

void fold_own_call_ended(struct state *state,
                         const struct event_own_call_ended *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct desk_row *row = &desk->row;

    fold_pause_ends(state, row, e->for_us);
    row->own_call = 0;
    fold_desk_free(state, row, e->next_state, e->next_reason_id);
    if (e->next_state == AGENT_AVAILABLE)
        become_available(state, row);

    index_desk(state, desk);
}

void fold_agent_state_requested(struct state *state,
                                const struct event_agent_state_requested *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);

    desk->row.has_request = true;
    desk->row.requested_state = e->state;
    desk->row.requested_reason_id = e->reason_id;
    index_desk(state, desk);
}

void fold_agent_request_cancelled(struct state *state,
                                  const struct event_agent_request_cancelled *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);

    desk->row.has_request = false;
    desk->row.requested_state = AGENT_OFFLINE;
    desk->row.requested_reason_id = 0;
    index_desk(state, desk);
}

void fold_cool_down_ended(struct state *state,
                          const struct event_cool_down_ended *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);

    fold_deadline(state, 0, &desk->row.cool_down_due_us,
                  &desk->row.cool_down_serial);
    index_desk(state, desk);
}

void fold_note_kept(struct state *state, const struct event_note_kept *e)
{
    fold_desk(state, e->agent_id)->row.note = e->note;
}

void fold_wrap_up_extended(struct state *state,
                           const struct event_wrap_up_extended *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);

    fold_deadline(state, e->wrap_up_due_us, &desk->row.wrap_up_due_us,
                  &desk->row.wrap_up_serial);
    index_desk(state, desk);
}

void fold_wrap_up_ended(struct state *state,
                        const struct event_wrap_up_ended *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct desk_row *row = &desk->row;

    fold_tally(state, row->queue_id)->acw_us += e->acw_us;
    fold_desk_day(state, row)->acw_us += e->acw_us;
    row->note = (struct note){ "" };
    row->wrap_up = WRAP_UP_NONE;
    row->wrap_up_limit_us = 0;
    fold_deadline(state, 0, &row->wrap_up_due_us, &row->wrap_up_serial);
    fold_desk_free(state, row, e->next_state, e->next_reason_id);
    if (e->next_state == AGENT_AVAILABLE)
        become_available(state, row);

    index_desk(state, desk);
}
