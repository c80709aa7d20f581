/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of what those who wait are told. */

#include "core/fold.h"

#include "core/beside_slots.h"
#include "core/contact_slot.h"
#include "core/index.h"
#include "core/state_due.h"
#include "core/state_index.h"

void index_hearing(struct state *state, struct hearing_slot *hearing)
{
    const struct deadline is = {
        .due_us = hearing->row.due_us,
        .serial = hearing->row.due_serial,
        .kind = DEADLINE_HEARING,
        .owner_id = hearing->row.contact_id,
    };

    set_deadline(state, &hearing->deadline, &is);
}

static struct hearing_slot *add(struct state *state, uint64_t contact_id)
{
    struct hearing_slot *hearing = hearing_slot(state, contact_id);

    if (!hearing) {
        hearing = table_add(&state->hearings, contact_id, 0);
        hearing->row.contact_id = contact_id;
    }
    return hearing;
}

static int64_t first_of(const struct hearing_row *row)
{
    const int64_t dues[] = { row->comfort_due_us, row->place_due_us,
                             row->wait_due_us };
    int64_t first_us = 0;

    for (size_t i = 0; i < sizeof(dues) / sizeof(dues[0]); i++)
        if (dues[i] && (!first_us || dues[i] < first_us))
            first_us = dues[i];

    return first_us;
}

/* Nothing is due while something plays. */
static void set_due(struct state *state, struct hearing_slot *hearing,
                    bool plays)
{
    struct hearing_row *row = &hearing->row;

    fold_deadline(state, plays ? 0 : first_of(row), &row->due_us,
                  &row->due_serial);
    index_hearing(state, hearing);
}

void fold_hearing_planned(struct state *state,
                          const struct event_hearing_planned *e)
{
    struct hearing_slot *hearing = add(state, e->contact_id);

    hearing->row.comfort_due_us = e->comfort_due_us;
    hearing->row.place_due_us = e->place_due_us;
    hearing->row.wait_due_us = e->wait_due_us;
    set_due(state, hearing, false);
}

static void note_told(struct state *state, struct hearing_row *row,
                      const struct event_hearing_began *e)
{
    if (!row->told) {
        row->first_us = e->wait_us;
        row->first_at_us = state->system.at_us;
    }
    row->told = true;
    row->told_us = e->wait_us;
    row->told_place = e->place;
    row->told_agents = e->agents;
}

void fold_hearing_began(struct state *state,
                        const struct event_hearing_began *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct hearing_slot *hearing = add(state, e->contact_id);

    hearing->row.hearing = e->hearing;
    hearing->row.comforts += e->hearing == HEARING_COMFORT;
    if (e->hearing == HEARING_WAIT || e->hearing == HEARING_PLACE_AND_WAIT)
        note_told(state, &hearing->row, e);
    set_due(state, hearing, true);

    contact->row.hears_notice = e->hearing == HEARING_NOTICE;
    contact->row.play = state->system.seq;
    fold_deadline(state, e->due_us, &contact->row.step_due_us,
                  &contact->row.step_serial);
    index_contact(state, contact);
}

static void stop(struct state *state, struct contact_row *row)
{
    row->hears_notice = false;
    row->play = 0;
    fold_deadline(state, 0, &row->step_due_us, &row->step_serial);
}

void fold_hearing_ended(struct state *state,
                        const struct event_hearing_ended *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct hearing_slot *hearing = add(state, e->contact_id);

    contact->row.noticed |= e->hearing == HEARING_NOTICE && !e->failed;
    hearing->row.comfort_due_us = e->comfort_due_us;
    hearing->row.place_due_us = e->place_due_us;
    hearing->row.wait_due_us = e->wait_due_us;
    set_due(state, hearing, false);
    stop(state, &contact->row);
    index_contact(state, contact);
}

void fold_hearing_ends(struct state *state, struct contact_row *row)
{
    struct hearing_slot *hearing = hearing_slot(state, row->contact_id);

    if (!hearing)
        return;

    fold_deadline(state, 0, &hearing->row.due_us, &hearing->row.due_serial);
    index_hearing(state, hearing);
    table_remove(&state->hearings, hearing);
    stop(state, row);
}
