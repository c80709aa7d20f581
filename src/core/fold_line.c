/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of the legs that stand. */

#include "core/fold.h"

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/index.h"

static void set_line(struct state *state, struct desk_row *desk,
                     enum line_state line, int64_t due_us)
{
    desk->line = line;
    desk->line_since_us = state->system.at_us;
    fold_deadline(state, due_us, &desk->line_due_us, &desk->line_serial);
}

void fold_line_called(struct state *state, const struct event_line_called *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct desk_row *row = &desk->row;

    set_line(state, row, LINE_CALLED, e->due_us);
    row->line_end = LINE_NOT_ENDED;
    row->line_leg = state->system.seq;
    row->line_device_id = e->device_id;
    row->line_tries = e->tries;
    index_desk(state, desk);
}

void fold_line_answered(struct state *state,
                        const struct event_line_answered *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);

    set_line(state, &desk->row, LINE_STANDS, 0);
    desk->row.line_tries = 0;
    index_desk(state, desk);
}

static void forget(struct state *state, struct desk_row *desk)
{
    set_line(state, desk, LINE_NONE, 0);
    desk->line_end = LINE_NOT_ENDED;
    desk->line_device_id = 0;
    desk->line_tries = 0;
}

void fold_line_ended(struct state *state, const struct event_line_ended *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct desk_row *row = &desk->row;

    row->line_leg = 0;
    if (e->cause == LINE_LET_GO || e->cause == LINE_SERVER_RESTART) {
        forget(state, row);
    } else {
        set_line(state, row, LINE_DOWN, e->again_due_us);
        row->line_end = e->cause;
    }
    index_desk(state, desk);
}

/* Called as soon as the phone is there, whatever there was before. */
void fold_line_forgets(struct state *state, struct desk_row *desk)
{
    if (desk->line == LINE_DOWN)
        forget(state, desk);
}

void fold_consult_accepted(struct state *state,
                           const struct event_consult_accepted *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct talk_row *talk = fold_talk_of(state, e->contact_id);

    fold_desk(state, e->agent_id);
    talk->consult_waits = false;
    talk->consult_leg = state->system.seq;
    fold_deadline(state, e->due_us, &talk->consult_due_us,
                  &talk->consult_serial);
    index_contact(state, contact);
}
