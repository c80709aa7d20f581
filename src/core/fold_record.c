/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of recordings. */

#include "core/fold.h"

#include <assert.h>

#include "core/beside_slots.h"
#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/index.h"

static void stop_pause(struct state *state, uint64_t contact_id)
{
    struct talk_slot *talk = table_find(&state->talks, contact_id, 0);

    if (!talk)
        return;

    talk->row.record_paused_us = 0;
    fold_deadline(state, 0, &talk->row.record_due_us, &talk->row.record_serial);
}

void fold_record_ends(struct state *state, struct contact_row *contact)
{
    struct recording_slot *recording =
        recording_slot(state, contact->recording_id);

    if (recording)
        recording->row.state = RECORDING_ENDS;
    contact->recording_id = 0;
    stop_pause(state, contact->contact_id);
}

void fold_recording_started(struct state *state,
                            const struct event_recording_started *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct recording_slot *recording =
        table_add(&state->recordings, e->recording_id, 0);

    recording->row = (struct recording_row){
        .recording_id = e->recording_id,
        .contact_id = e->contact_id,
        .agent_id = e->agent_id,
        .queue_id = e->queue_id,
        .object = e->object,
        .state = RECORDING_RUNS,
        .box_id = e->box_id,
        .is_take = e->is_take,
    };
    state->system.recordings = (int64_t)e->recording_id;
    if (e->is_take) {
        fold_take_begins(state, e);
        return;
    }
    contact->row.recording_id = e->recording_id;
    if (e->box_id) {
        fold_message_begins(state, e->recording_id, &contact->row, e->box_id,
                            &e->object);
        contact->row.message_id = e->recording_id;
    }
}

void fold_recording_skipped(struct state *state,
                            const struct event_recording_skipped *e)
{
    fold_contact(state, e->contact_id);
}

void fold_recording_paused(struct state *state,
                           const struct event_recording_paused *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct talk_row *talk = fold_talk_of(state, e->contact_id);

    talk->record_paused_us = state->system.at_us;
    fold_deadline(state, e->due_us, &talk->record_due_us, &talk->record_serial);
    index_contact(state, contact);
}

void fold_recording_resumed(struct state *state,
                            const struct event_recording_resumed *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    stop_pause(state, e->contact_id);
    index_contact(state, contact);
}

void fold_recording_lost(struct state *state,
                         const struct event_recording_lost *e)
{
    (void)state;
    (void)e;
}

/* It may end before its talk does: the leg that it hung on has gone. */
void fold_recording_ended(struct state *state,
                          const struct event_recording_ended *e)
{
    struct recording_slot *recording = recording_slot(state, e->recording_id);
    struct contact_slot *contact = contact_slot(state, e->contact_id);

    assert(recording);
    if (contact && contact->row.recording_id == e->recording_id) {
        fold_record_ends(state, &contact->row);
        index_contact(state, contact);
    }
    fold_message_whole(state, e->recording_id, e->length_us, e->silent);
    fold_take_whole(state, e->contact_id, e->recording_id, e->length_us);
    table_remove(&state->recordings, recording);
}

void fold_recording_deleted(struct state *state,
                            const struct event_recording_deleted *e)
{
    struct recording_slot *recording =
        table_add(&state->recordings, e->recording_id, 0);

    fold_take_dropped(state, e->contact_id, e->recording_id);
    recording->row = (struct recording_row){
        .recording_id = e->recording_id,
        .contact_id = e->contact_id,
        .agent_id = e->agent_id,
        .object = e->object,
        .state = RECORDING_DELETED,
    };
}

void fold_recording_removed(struct state *state,
                            const struct event_recording_removed *e)
{
    struct recording_slot *recording = recording_slot(state, e->recording_id);

    assert(recording);
    table_remove(&state->recordings, recording);
}

void fold_recording_listened(struct state *state,
                             const struct event_recording_listened *e)
{
    (void)state;
    (void)e;
}

void fold_trace_read(struct state *state, const struct event_trace_read *e)
{
    (void)state;
    (void)e;
}

static bool is_callback_of(const struct callback_row *callback,
                           const struct event_person_erased *e)
{
    return e->callback_id ? callback->callback_id == e->callback_id
                          : callback_is_of(callback, e->contact_id);
}

static void blank_callbacks(struct state *state,
                            const struct event_person_erased *e)
{
    for (struct callback_slot *c = table_first(&state->callbacks); c;
         c = table_next(c)) {
        if (!is_callback_of(&c->row, e))
            continue;

        c->row.number = (struct phone_number){ "" };
        c->row.caller_name = (struct label){ "" };
        c->row.note = (struct note){ "" };
    }
}

/* The contact is over: nothing has its texts but agents whom it called last,
   the place that was kept for it, and callbacks. */
void fold_person_erased(struct state *state,
                        const struct event_person_erased *e)
{
    blank_callbacks(state, e);
    if (!e->contact_id)
        return;

    for (struct desk_slot *d = table_first(&state->desks); d; d = table_next(d))
        if (d->row.last_contact == e->contact_id)
            d->row.last_caller = (struct phone_number){ "" };

    struct kept_place_slot *kept =
        table_find(&state->kept_places, e->contact_id, 0);

    if (kept)
        kept->row.caller = (struct phone_number){ "" };

    for (struct message_slot *m = table_first(&state->messages); m;
         m = table_next(m))
        if (m->row.contact_id == e->contact_id)
            m->row.caller = (struct phone_number){ "" };
}

/* Listening. */

void fold_listening_began(struct state *state,
                          const struct event_listening_began *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);

    desk->row.listening = e->prompt_id ? e->prompt_id : e->recording_id;
    desk->row.listening_prompt = e->prompt_id != 0;
    desk->row.listen_leg = state->system.seq;
    desk->row.listen_since_us = state->system.at_us;
    fold_deadline(state, e->due_us, &desk->row.listen_due_us,
                  &desk->row.listen_serial);
    index_desk(state, desk);
}

void fold_listening_ended(struct state *state,
                          const struct event_listening_ended *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);

    desk->row.listening = 0;
    desk->row.listening_prompt = false;
    desk->row.listen_leg = 0;
    desk->row.listen_since_us = 0;
    fold_deadline(state, 0, &desk->row.listen_due_us, &desk->row.listen_serial);
    index_desk(state, desk);
}
