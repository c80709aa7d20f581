/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of the calls by which agents ask somebody about a caller. */

#include "core/fold.h"

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/index.h"

static void set_consulting(struct state *state, uint64_t agent_id,
                           uint64_t contact_id)
{
    struct desk_slot *desk = desk_slot(state, agent_id);

    if (!desk)
        return;

    desk->row.consulting = contact_id;
    index_desk(state, desk);
}

void fold_consult_ends(struct state *state, uint64_t contact_id)
{
    if (!state_talk(state, contact_id)->consult)
        return;

    struct talk_row *talk = fold_talk_of(state, contact_id);

    fold_call_out_ends(state, talk->consult_leg);
    set_consulting(state, talk->consult_agent_id, 0);
    talk->consult = CONSULT_NONE;
    talk->consult_to = TO_HANG_UP;
    talk->consult_agent_id = 0;
    talk->consult_number = (struct phone_number){ "" };
    talk->consult_leg = 0;
    talk->consult_own_leg = 0;
    talk->consult_waits = false;
    talk->consult_since_us = 0;
    fold_deadline(state, 0, &talk->consult_due_us, &talk->consult_serial);
}

/* The leg is the contact's with the next event, which asks for the rest. */
void fold_consult_phoned(struct state *state,
                         const struct event_consult_phoned *e)
{
    fold_desk(state, e->agent_id);
    fold_contact(state, e->contact_id);
}

void fold_consult_asked(struct state *state,
                        const struct event_consult_asked *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct talk_row *talk = fold_talk_of(state, e->contact_id);

    fold_desk(state, e->agent_id);
    fold_handover(state, e->contact_id, &e->note);
    talk->hops = 0;
    talk->consult = CONSULT_RINGS;
    talk->consult_to = e->to;
    talk->consult_agent_id = e->to_id;
    talk->consult_number = e->number;
    talk->consult_leg = state->system.seq;
    talk->consult_own_leg = e->own_leg;
    talk->consult_waits = e->waits;
    talk->consult_since_us = state->system.at_us;
    fold_deadline(state, e->due_us, &talk->consult_due_us,
                  &talk->consult_serial);
    set_consulting(state, e->to_id, e->contact_id);
    fold_call_out(state, &OUTCALL_OF(e), e->risky);
    index_contact(state, contact);
}

void fold_consult_began(struct state *state,
                        const struct event_consult_began *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct talk_row *talk = fold_talk_of(state, e->contact_id);

    fold_desk(state, e->agent_id);
    talk->consult = CONSULT_TALKS;
    fold_call_out_taken(state, talk->consult_leg, e->trunk_id);
    talk->consult_since_us = state->system.at_us;
    fold_deadline(state, 0, &talk->consult_due_us, &talk->consult_serial);
    index_contact(state, contact);
}

void fold_consult_ended(struct state *state,
                        const struct event_consult_ended *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    fold_desk(state, e->agent_id);
    fold_consult_ends(state, e->contact_id);
    index_contact(state, contact);
}

static void begin_talk(struct state *state, struct contact_row *contact,
                       const struct event_consult_completed *e, uint64_t leg)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct desk_row *row = &desk->row;

    fold_pause_ends(state, row, e->for_us);
    row->state = AGENT_TALKING;
    row->reason_id = PAUSE_NONE;
    row->since_us = state->system.at_us;
    row->talk_since_us = state->system.at_us;
    row->contact_id = contact->contact_id;
    row->queue_id = contact->queue_id;
    row->offer = state->system.seq;
    row->mode = e->mode;
    row->leg = leg;
    row->misses = 0;
    contact->place = PLACE_TALK;
    contact->agent_id = e->agent_id;
    index_desk(state, desk);
}

void fold_consult_completed(struct state *state,
                            const struct event_consult_completed *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;
    struct talk_row *talk = fold_talk_of(state, e->contact_id);
    uint64_t leg = talk->consult_leg;

    talk->consult_leg = 0; /* which goes on, and what it costs with it */
    fold_consult_ends(state, e->contact_id);
    fold_ask(state, row, e->bridge_due_us);
    row->place_since_us = state->system.at_us;
    row->place = PLACE_TRANSFER;
    row->leg = e->agent_id ? 0 : leg;
    index_contact(state, contact);
    if (e->agent_id)
        begin_talk(state, row, e, leg);
    index_contact(state, contact);
}
