/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of those who hear a box's messages by phone, and of wrong PINs. */

#include "core/fold.h"

#include <assert.h>

#include "core/beside_slots.h"
#include "core/contact_slot.h"
#include "core/index.h"
#include "core/state_search.h"

static void set_due(struct state *state, struct contact_row *row, bool plays,
                    int64_t due_us)
{
    row->play = plays ? state->system.seq : 0;
    fold_deadline(state, due_us, &row->step_due_us, &row->step_serial);
}

static void enter(struct state *state, struct contact_row *row, uint64_t box_id)
{
    row->place = PLACE_VOICEMAIL;
    row->place_since_us = state->system.at_us;
    row->node = -1;
    row->next_node = -1;
    row->box_id = box_id;
    row->box_stage = BOX_STAGE_VISIT;
}

void fold_visit_began(struct state *state, const struct event_visit_began *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct visit_slot *visit = table_add(&state->visits, e->contact_id, 0);

    enter(state, &contact->row, e->box_id);
    contact->row.ivr_us += e->ivr_us;
    contact->row.language = e->language;
    visit->row = (struct visit_row){
        .contact_id = e->contact_id,
        .box_id = e->box_id,
        .agent_id = e->agent_id,
        .user_id = e->user_id,
        .stage = e->stage,
        .asks_number = e->asks_number,
        .until_us = e->until_us,
        .language = e->language,
    };
    set_due(state, &contact->row, true, e->due_us);
    index_contact(state, contact);
}

void fold_visit_called(struct state *state, const struct event_visit_called *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct visit_slot *visit = table_add(&state->visits, e->contact_id, 0);

    enter(state, &contact->row, e->box_id);
    visit->row = (struct visit_row){
        .contact_id = e->contact_id,
        .box_id = e->box_id,
        .agent_id = e->agent_id,
        .user_id = e->user_id,
        .stage = VISIT_RINGING,
        .asked = state->system.seq,
        .leg = state->system.seq,
        .is_in = true,
        .until_us = e->until_us,
        .greeting = e->greeting,
        .prompt_id = e->prompt_id,
        .language = e->language,
        .take_language = e->take_language,
        .by_server = true,
        .flow_id = e->flow_id,
        .flow_version = e->flow_version,
        .flow_digest = e->flow_digest,
    };
    set_due(state, &contact->row, false, e->due_us);
    index_contact(state, contact);
}

void fold_visit_answered(struct state *state,
                         const struct event_visit_answered *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    contact->row.call = e->call;
    contact->row.connected = true;
    index_contact(state, contact);
}

static struct visit_slot *visit_of(struct state *state, uint64_t contact_id)
{
    struct visit_slot *visit = visit_slot(state, contact_id);

    assert(visit);
    return visit;
}

void fold_visit_went_on(struct state *state,
                        const struct event_visit_went_on *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct visit_row *row = &visit_of(state, e->contact_id)->row;

    row->box_id = e->box_id;
    row->stage = e->stage;
    row->asked = e->asks ? state->system.seq : 0;
    row->user_id = e->user_id;
    row->is_in = e->is_in;
    row->digit_count = e->digit_count;
    row->wrong = e->wrong;
    row->hears_old = e->hears_old;
    row->message_id = e->message_id;
    row->greeting = e->greeting;
    row->urgent_id = e->urgent_id;
    row->other_id = e->other_id;
    row->to_id = e->to_id;
    row->take_language = e->take_language;
    row->steps++;
    contact->row.box_id = e->box_id;
    set_due(state, &contact->row, e->plays, e->due_us);
    index_contact(state, contact);
}

void fold_visit_skipped(struct state *state,
                        const struct event_visit_skipped *e)
{
    fold_contact(state, e->contact_id);
    visit_of(state, e->contact_id)->row.steps++;
}

void fold_visit_ended(struct state *state, const struct event_visit_ended *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    contact->row.box_id = 0;
    contact->row.box_stage = BOX_STAGE_NONE;
    set_due(state, &contact->row, false, 0);
    table_remove(&state->visits, visit_of(state, e->contact_id));
    index_contact(state, contact);
}

/* Takes. */

void fold_take_begins(struct state *state,
                      const struct event_recording_started *e)
{
    struct visit_row *row = &visit_of(state, e->contact_id)->row;

    row->take_id = e->recording_id;
    row->take_object = e->object;
    row->take_us = 0;
}

void fold_take_whole(struct state *state, uint64_t contact_id, uint64_t take_id,
                     int64_t length_us)
{
    struct visit_slot *visit = visit_slot(state, contact_id);

    if (visit && visit->row.take_id == take_id)
        visit->row.take_us = length_us;
}

void fold_take_dropped(struct state *state, uint64_t contact_id,
                       uint64_t take_id)
{
    struct visit_slot *visit = visit_slot(state, contact_id);

    if (!visit || visit->row.take_id != take_id)
        return;

    visit->row.take_id = 0;
    visit->row.take_us = 0;
}

/* PINs. */

/* Above all numbers of boxes and phones. */
static const uint64_t FIRST_OF_TRUNKS = UINT64_C(1) << 52;

uint64_t pin_lock_of(uint64_t box_id, uint64_t device_id)
{
    return box_id ? 2 * box_id : 2 * device_id + 1;
}

uint64_t trunk_lock_of(uint64_t trunk_id)
{
    return FIRST_OF_TRUNKS + trunk_id;
}

static void note_wrong(struct state *state, const struct pin_lock_row *row)
{
    struct pin_lock_slot *lock = table_find(&state->pin_locks, row->lock_id, 0);

    if (!lock)
        lock = table_add(&state->pin_locks, row->lock_id, 0);
    lock->row = *row;
    state->system.pin_locks += row->until_us != 0;
}

void fold_pin_failed(struct state *state, const struct event_pin_failed *e)
{
    if (e->box_wrong)
        note_wrong(state, &(struct pin_lock_row){
                              .lock_id = pin_lock_of(e->box_id, 0),
                              .box_id = e->box_id,
                              .wrong = e->box_wrong,
                              .until_us = e->box_until_us,
                          });
    if (e->device_wrong)
        note_wrong(state, &(struct pin_lock_row){
                              .lock_id = pin_lock_of(0, e->device_id),
                              .device_id = e->device_id,
                              .wrong = e->device_wrong,
                              .until_us = e->device_until_us,
                          });
    if (e->trunk_wrong)
        note_wrong(state, &(struct pin_lock_row){
                              .lock_id = trunk_lock_of(e->trunk_id),
                              .trunk_id = e->trunk_id,
                              .wrong = e->trunk_wrong,
                              .until_us = e->trunk_until_us,
                          });
}

void fold_pin_forgotten(struct state *state, uint64_t lock_id)
{
    struct pin_lock_slot *lock = table_find(&state->pin_locks, lock_id, 0);

    if (lock)
        table_remove(&state->pin_locks, lock);
}

void fold_pin_accepted(struct state *state, const struct event_pin_accepted *e)
{
    fold_pin_forgotten(state, pin_lock_of(e->box_id, 0));
}

void fold_pin_unlocked(struct state *state, const struct event_pin_unlocked *e)
{
    fold_pin_forgotten(state, e->trunk_id
                                  ? trunk_lock_of(e->trunk_id)
                                  : pin_lock_of(e->box_id, e->device_id));
}

/* Rows. */

struct visit_slot *visit_slot(const struct state *state, uint64_t contact_id)
{
    return table_find(&state->visits, contact_id, 0);
}

const struct visit_row *state_visit(const struct state *state,
                                    uint64_t contact_id)
{
    const struct visit_slot *slot = visit_slot(state, contact_id);

    return slot ? &slot->row : NULL;
}

const struct visit_row *state_visit_asking(const struct state *state,
                                           uint64_t serial)
{
    for (const struct visit_slot *v = table_first(&state->visits); v;
         v = table_next(v))
        if (serial && (v->row.asked == serial || v->row.leg == serial))
            return &v->row;

    return NULL;
}

const struct pin_lock_row *state_pin_lock(const struct state *state,
                                          uint64_t lock_id)
{
    const struct pin_lock_slot *slot =
        table_find(&state->pin_locks, lock_id, 0);

    return slot ? &slot->row : NULL;
}
