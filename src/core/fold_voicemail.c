/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of a caller's way through a box. */

#include "core/fold.h"

#include "core/contact_slot.h"
#include "core/index.h"

static void set_stage(struct state *state, struct contact_row *row,
                      enum box_stage stage, bool plays, int64_t due_us)
{
    row->box_stage = stage;
    row->play = plays ? state->system.seq : 0;
    fold_deadline(state, due_us, &row->step_due_us, &row->step_serial);
}

void fold_voicemail_entered(struct state *state,
                            const struct event_voicemail_entered *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    row->place = PLACE_VOICEMAIL;
    row->place_since_us = state->system.at_us;
    row->ivr_us += e->ivr_us;
    row->in_line = false;
    row->node = -1;
    row->next_node = -1;
    row->box_id = e->box_id;
    row->box_full = e->full;
    set_stage(state, row, BOX_STAGE_GREETING, true, e->due_us);
    index_contact(state, contact);
}

void fold_voicemail_went_on(struct state *state,
                            const struct event_voicemail_went_on *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    if (e->stage != BOX_STAGE_SPEAKING && contact->row.recording_id)
        fold_record_ends(state, &contact->row);
    set_stage(state, &contact->row, e->stage, e->plays, e->due_us);
    index_contact(state, contact);
}

void fold_voicemail_left(struct state *state,
                         const struct event_voicemail_left *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    if (row->recording_id)
        fold_record_ends(state, row);
    set_stage(state, row, BOX_STAGE_NONE, false, 0);
    row->box_id = 0;
    row->box_full = false;
    row->message_id = 0;
    index_contact(state, contact);
}
