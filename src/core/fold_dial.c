/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of the calls that agents make. */

#include "core/fold.h"

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/index.h"
#include "core/state_compare.h"

static void begin_contact(struct state *state,
                          const struct event_contact_dialled *e)
{
    struct contact_slot *contact =
        table_add(&state->contacts, e->contact_id, 0);
    struct contact_row *row = &contact->row;

    contact_init_trees(contact);
    *row = (struct contact_row){
        .contact_id = e->contact_id,
        .device_id = e->device_id,
        .caller = e->caller,
        .language = e->language,
        .place = PLACE_DIALLING,
        .arrived_us = state->system.at_us,
        .place_since_us = state->system.at_us,
        .node = -1,
        .next_node = -1,
        .queue_id = e->queue_id,
        .priority = 1,
        .agent_id = e->agent_id,
        .outbound = true,
        .by_phone = e->call != 0,
    };
    fold_ask(state, row, e->due_us);
    if (state->system.contacts < (int64_t)e->contact_id)
        state->system.contacts = (int64_t)e->contact_id;

    state->touched_contact_id = e->contact_id;
    index_contact(state, contact);
}

void fold_contact_dialled(struct state *state,
                          const struct event_contact_dialled *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct desk_row *row = &desk->row;

    fold_pause_ends(state, row, e->for_us);
    row->state = AGENT_TALKING;
    row->reason_id = PAUSE_NONE;
    row->since_us = state->system.at_us;
    row->talk_since_us = state->system.at_us;
    row->contact_id = e->contact_id;
    row->queue_id = e->queue_id;
    row->offer = state->system.seq;
    row->mode = e->mode;
    row->leg = state->system.seq;
    row->misses = 0;
    begin_contact(state, e);
    index_desk(state, desk);
}

void fold_emergency_dialled(struct state *state,
                            const struct event_emergency_dialled *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    row->place = PLACE_TRANSFER;
    row->place_since_us = state->system.at_us;
    row->leg = state->system.seq;
    fold_ask(state, row, e->due_us);
    index_contact(state, contact);
}

void fold_dialling_began(struct state *state,
                         const struct event_dialling_began *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    fold_desk(state, e->agent_id);
    row->leg = state->system.seq;
    row->dialled = state->system.seq;
    fold_ask(state, row, e->due_us);
    fold_call_out(state, &OUTCALL_OF(e), e->risky);
    index_contact(state, contact);
}

/* From here on it is as if the other end had called. */
void fold_dialling_answered(struct state *state,
                            const struct event_dialling_answered *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    fold_desk(state, e->agent_id);
    row->place = PLACE_TALK;
    row->place_since_us = state->system.at_us;
    row->connected = true;
    row->answered = true;
    row->call = e->call;
    fold_attempt_over(state, row->callback_id, OFFER_ANSWERED, e->ring_us);
    fold_call_out_taken(state, row->leg, e->trunk_id);
    row->leg = 0;
    fold_ask(state, row, e->bridge_due_us);
    index_contact(state, contact);
}

static void fold_caller_free(struct state *state,
                             const struct event_dialling_ended *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);

    desk->row.note = (struct note){ "" };
    fold_desk_leg_ends(state, &desk->row, e->release_due_us);
    fold_desk_free(state, &desk->row, e->next_state, e->next_reason_id);
    index_desk(state, desk);
}

void fold_dialling_ended(struct state *state,
                         const struct event_dialling_ended *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    if (e->agent_id)
        fold_caller_free(state, e);
    fold_attempt_over(state, contact->row.callback_id, e->result, e->ring_us);
    if (e->agent_id)
        contact->row.last_agent_id = e->agent_id;
    contact->row.agent_id = 0;
    fold_ask_ends(state, &contact->row);
    index_contact(state, contact);
}
