/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of the question whether to be called back. */

#include "core/fold.h"

#include "core/contact_slot.h"
#include "core/index.h"

static void go_alone(struct state *state, struct contact_row *row,
                     const struct event_callback_offered *e)
{
    fold_flow_left(state, row);
    row->place = PLACE_IVR;
    row->place_since_us = state->system.at_us;
    row->ivr_us += e->ivr_us;
    row->leave_cause = e->cause;
    row->callback_joins = e->joins;
}

void fold_callback_offered(struct state *state,
                           const struct event_callback_offered *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    if (row->in_line) {
        row->step_us = e->step_us;
        fold_deadline(state, e->overflow_due_us, &row->overflow_due_us,
                      &row->overflow_serial);
    } else {
        row->priority = e->priority;
        row->queued_us = e->since_us;
        if (row->node < 0)
            go_alone(state, row, e);
    }

    row->callback_stage = e->stage;
    row->callback_queue_id = e->queue_id;
    row->tries = 0;
    row->play = state->system.seq;
    fold_deadline(state, e->due_us, &row->step_due_us, &row->step_serial);
    index_contact(state, contact);
}

void fold_callback_went_on(struct state *state,
                           const struct event_callback_went_on *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;
    struct run_row *run = fold_run_of(state, e->contact_id);

    row->callback_stage = e->stage;
    run->digits = e->digits;
    run->digit_count = e->count;
    run->clock = e->clock;
    run->clock_count = e->clock_count;
    run->chosen_us = e->chosen_us;
    row->tries = e->tries;
    row->play = e->plays ? state->system.seq : 0;
    fold_deadline(state, e->due_us, &row->step_due_us, &row->step_serial);
    index_contact(state, contact);
}

void fold_callback_answered(struct state *state,
                            const struct event_callback_answered *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    fold_question_ends(state, &contact->row);
    if (contact->row.callback_flow && e->accepted) {
        contact->row.callback_joins = false;
        contact->row.leave_cause = END_CALLBACK;
    }
    index_contact(state, contact);
}

void fold_question_ends(struct state *state, struct contact_row *row)
{
    if (!row->callback_stage)
        return;

    row->callback_stage = CALLBACK_STAGE_NONE;
    row->play = 0;
    fold_deadline(state, 0, &row->step_due_us, &row->step_serial);
    fold_digits_end(state, row->contact_id);
}
