/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the fold of an event; and what several folds have in common. */

#include "core/fold.h"

#include <assert.h>

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/index.h"
#include "core/queue_slot.h"

void state_fold(struct state *state, const struct event *event)
{
    assert(state && event && event->seq == state->system.seq + 1);

    state->system.seq = event->seq;
    state->system.at_us = event->at_us;
    state->promised_events -= state->promised_events > 0;
    state->touched_agent_id = 0;
    state->touched_contact_id = 0;

    switch (event->type) {
#define EVENT(CODE, name, doc)                                                 \
    case EVENT_##CODE:                                                         \
        fold_##name(state, &event->as.name);                                   \
        break;
#include "core/event.def"
    }
}

void fold_deadline(struct state *state, int64_t due_us, int64_t *due,
                   int64_t *serial)
{
    *due = due_us;
    *serial = due_us ? ++state->system.serials : 0;
}

void fold_ask(struct state *state, struct contact_row *contact, int64_t due_us)
{
    contact->asked = state->system.seq;
    fold_deadline(state, due_us, &contact->asked_due_us,
                  &contact->asked_serial);
}

void fold_ask_ends(struct state *state, struct contact_row *contact)
{
    contact->asked = 0;
    fold_deadline(state, 0, &contact->asked_due_us, &contact->asked_serial);
}

struct contact_slot *fold_contact(struct state *state, uint64_t contact_id)
{
    struct contact_slot *contact = contact_slot(state, contact_id);

    assert(contact);
    state->touched_contact_id = contact_id;
    return contact;
}

struct desk_slot *fold_desk(struct state *state, uint64_t agent_id)
{
    struct desk_slot *desk = desk_slot(state, agent_id);

    assert(desk);
    state->touched_agent_id = agent_id;
    return desk;
}

struct desk_row *fold_desk_day(struct state *state, struct desk_row *desk)
{
    int64_t day = fold_day(state);

    if (desk->day != day) {
        desk->day = day;
        desk->offered = 0;
        desk->handled = 0;
        desk->missed = 0;
        desk->rejected = 0;
        desk->talk_us = 0;
        desk->hold_us = 0;
        desk->acw_us = 0;
    }

    return desk;
}

/* How the queue stands does not begin anew with the day. */
static void begin_day(struct tally_row *tally, int64_t day)
{
    const struct tally_row before = *tally;

    *tally = (struct tally_row){
        .queue_id = before.queue_id,
        .day = day,
        .open_us = before.open_us,
        .staffing = before.staffing,
        .idle_us = before.idle_us,
        .paused_us = before.paused_us,
        .empty_us = before.empty_us,
        .leave_due_us = before.leave_due_us,
        .leave_serial = before.leave_serial,
        .estimate_due_us = before.estimate_due_us,
        .estimate_serial = before.estimate_serial,
        .long_since_us = before.long_since_us,
        .closed_us = before.closed_us,
        .closed_prompt_id = before.closed_prompt_id,
        .closed_until_us = before.closed_until_us,
        .closed_serial = before.closed_serial,
        .shut_us = before.shut_us,
        .opened_us = before.opened_us,
        .closed_by_hours = before.closed_by_hours,
        .hours_shut = before.hours_shut,
        .hours_due_us = before.hours_due_us,
        .hours_open_until_us = before.hours_open_until_us,
        .full_us = before.full_us,
    };
}

struct tally_row *fold_tally(struct state *state, uint64_t queue_id)
{
    struct queue_slot *queue = queue_slot(state, queue_id);
    int64_t day = fold_day(state);

    assert(queue);
    if (queue->tally.day != day)
        begin_day(&queue->tally, day);

    return &queue->tally;
}

/* Who is gone is waited for no longer: it is decided anew at once. */
static void give_up_wanted(struct state *state, uint64_t agent_id)
{
    struct tree_node *node = tree_first(&fold_desk(state, agent_id)->wanted);

    while (node) {
        struct contact_slot *contact =
            TREE_MEMBER(node, struct contact_slot, in_ready);

        node = tree_next(node);
        fold_deadline(state, state->system.at_us, &contact->row.overflow_due_us,
                      &contact->row.overflow_serial);
        index_contact(state, contact);
    }
}

void fold_desk_free(struct state *state, struct desk_row *desk,
                    enum agent_state next_state, uint64_t next_reason_id)
{
    if (next_state == AGENT_OFFLINE)
        desk->needs_console = desk->console != CONSOLE_NONE;

    desk->state = next_state;
    desk->reason_id = next_reason_id;
    desk->since_us = state->system.at_us;
    desk->has_request = false;
    desk->requested_state = AGENT_OFFLINE;
    desk->requested_reason_id = 0;
    desk->contact_id = 0;
    desk->queue_id = 0;
    if (next_state == AGENT_OFFLINE)
        give_up_wanted(state, desk->agent_id);
}

void fold_desk_leg_ends(struct state *state, struct desk_row *desk,
                        int64_t due_us)
{
    if (due_us) {
        desk->ending_leg = desk->leg;
        desk->ending_asked = state->system.seq;
        fold_deadline(state, due_us, &desk->release_due_us,
                      &desk->release_serial);
    }

    desk->leg = 0;
    desk->offer = 0;
    fold_deadline(state, 0, &desk->offer_due_us, &desk->offer_serial);
}

void fold_outside_leg_ends(struct state *state, struct contact_row *contact,
                           int64_t due_us)
{
    if (due_us) {
        struct talk_row *talk = fold_talk_of(state, contact->contact_id);

        talk->ending_leg = contact->leg;
        talk->ending_asked = state->system.seq;
        fold_deadline(state, due_us, &talk->ending_due_us,
                      &talk->ending_serial);
    }

    fold_call_out_ends(state, contact->leg);
    if (contact->dialled == contact->leg)
        contact->dialled = 0;
    contact->leg = 0;
    contact->bridge = 0;
    fold_ask_ends(state, contact);
}

void fold_contact_done(struct state *state, struct contact_slot *contact)
{
    const struct contact_row *row = &contact->row;

    if (row->place == PLACE_ENDED && !row->asked &&
        !state_talk(state, row->contact_id)->ending_leg) {
        fold_memory_ends(state, row->contact_id);
        unindex_contact(state, contact);
        table_remove(&state->contacts, contact);
        return;
    }

    index_contact(state, contact);
}
