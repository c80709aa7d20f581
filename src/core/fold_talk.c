/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of talks, transfers, and of a claim that did not hold. */

#include "core/fold.h"

#include "core/beside_slots.h"
#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/index.h"

void fold_talk_began(struct state *state, const struct event_talk_began *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    fold_desk(state, e->agent_id);
    row->place_since_us = state->system.at_us;
    row->by_phone = false;
    row->bridge = row->asked;
    fold_ask_ends(state, row);
    index_contact(state, contact);
}

void fold_hold_began(struct state *state, const struct event_hold_began *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct talk_row *talk = fold_talk_of(state, e->contact_id);

    fold_contact(state, e->contact_id);
    desk->row.state = AGENT_HOLD;
    desk->row.since_us = state->system.at_us;
    talk->hold_since_us = state->system.at_us;
    talk->holds++;
    index_desk(state, desk);
}

void fold_hold_ended(struct state *state, const struct event_hold_ended *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct talk_row *talk = fold_talk_of(state, e->contact_id);

    fold_contact(state, e->contact_id);
    desk->row.state = AGENT_TALKING;
    desk->row.since_us = state->system.at_us;
    talk->hold_since_us = 0;
    talk->talk_hold_us += e->hold_us;
    index_desk(state, desk);
}

void fold_mute_began(struct state *state, const struct event_mute_began *e)
{
    fold_contact(state, e->contact_id);
    fold_desk(state, e->agent_id)->row.muted_since_us = state->system.at_us;
}

void fold_mute_ended(struct state *state, const struct event_mute_ended *e)
{
    fold_contact(state, e->contact_id);
    fold_desk(state, e->agent_id)->row.muted_since_us = 0;
}

void fold_digits_sent(struct state *state, const struct event_digits_sent *e)
{
    if (e->agent_id)
        fold_desk(state, e->agent_id);
    fold_contact(state, e->contact_id);
    fold_talk_of(state, e->contact_id)->digits_sent += e->count;
}

void fold_digits_lost(struct state *state, const struct event_digits_lost *e)
{
    fold_contact(state, e->contact_id);
    fold_talk_of(state, e->contact_id)->digits_lost += e->count;
}

void fold_encryption_changed(struct state *state,
                             const struct event_encryption_changed *e)
{
    struct contact_row *row = &fold_contact(state, e->contact_id)->row;

    row->caller_encrypted = e->caller_encrypted;
    row->agent_encrypted = e->agent_encrypted;
}

static void count_talk(struct tally_row *tally,
                       const struct event_talk_ended *e)
{
    tally->handled++;
    tally->talk_us += e->talk_us;
    tally->hold_us += e->hold_us;
}

void fold_talk_ended(struct state *state, const struct event_talk_ended *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;
    struct talk_slot *talk = table_find(&state->talks, e->contact_id, 0);

    if (!is_internal(row))
        count_talk(fold_tally(state, desk->row.queue_id), e);

    fold_desk_day(state, &desk->row)->handled++;
    desk->row.talk_us += e->talk_us;
    desk->row.hold_us += e->hold_us;

    desk->row.state = AGENT_ACW;
    desk->row.since_us = state->system.at_us;
    desk->row.muted_since_us = 0;
    fold_desk_leg_ends(state, &desk->row, e->release_due_us);
    desk->row.wrap_up = e->wrap_up;
    desk->row.wrap_up_limit_us = e->wrap_up_limit_us;
    fold_deadline(state, e->wrap_up_due_us, &desk->row.wrap_up_due_us,
                  &desk->row.wrap_up_serial);

    fold_record_ends(state, row);
    row->talk_us += e->talk_us;
    row->hold_us += e->hold_us;
    if (talk) {
        talk->row.talk_hold_us = 0;
        talk->row.hold_since_us = 0;
    }
    row->last_agent_id = e->agent_id;
    row->agent_id = 0;
    row->bridge = 0;
    fold_ask_ends(state, row);
    index_desk(state, desk);
    index_contact(state, contact);
}

/* Transfers. To a queue, an agent or a flow, the next event leads there. */

void fold_transfer_asked(struct state *state,
                         const struct event_transfer_asked *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    fold_handover(state, e->contact_id, &e->note);
    if (e->to == TO_NUMBER) {
        row->place = PLACE_TRANSFER;
        row->place_since_us = state->system.at_us;
        fold_talk_of(state, e->contact_id)->hops = 0;
        row->leg = state->system.seq;
        fold_ask(state, row, e->due_us);
        fold_call_out(state, &OUTCALL_OF(e), e->risky);
    }

    index_contact(state, contact);
}

/* Whoever is called now takes the place of whom said so. */
void fold_call_diverted(struct state *state,
                        const struct event_call_diverted *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;
    struct talk_row *talk = fold_talk_of(state, e->contact_id);

    talk->hops = e->hops;
    fold_call_out_ends(state, e->consults ? talk->consult_leg : row->leg);
    fold_call_out(state, &OUTCALL_OF(e), e->risky);
    if (e->consults) {
        talk->consult_number = e->number;
        talk->consult_leg = state->system.seq;
        fold_deadline(state, e->due_us, &talk->consult_due_us,
                      &talk->consult_serial);
    } else {
        if (row->dialled == row->leg)
            row->dialled = state->system.seq;
        row->leg = state->system.seq;
        fold_ask(state, row, e->due_us);
    }
    index_contact(state, contact);
}

void fold_transfer_taken(struct state *state,
                         const struct event_transfer_taken *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    fold_call_out_taken(state, contact->row.leg, e->trunk_id);
    fold_ask(state, &contact->row, e->bridge_due_us);
    index_contact(state, contact);
}

void fold_outside_began(struct state *state,
                        const struct event_outside_began *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    row->place = PLACE_OUTSIDE;
    row->place_since_us = state->system.at_us;
    row->bridge = row->asked;
    fold_ask_ends(state, row);
    index_contact(state, contact);
}

void fold_outside_ended(struct state *state,
                        const struct event_outside_ended *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    fold_talk_of(state, e->contact_id)->outside_us += e->outside_us;
    fold_outside_leg_ends(state, &contact->row, e->release_due_us);
    index_contact(state, contact);
}

/* Whoever was sent by a node of a flow is at it again. */
static void fold_sending_failed(struct state *state, struct contact_row *row)
{
    struct talk_row *talk = fold_talk_of(state, row->contact_id);

    row->is_sent = false;
    talk->sent_failed++;
    if (talk->sender != SENDER_FLOW)
        return;

    row->place = PLACE_IVR;
    row->place_since_us = state->system.at_us;
    row->node = talk->sent_node;
}

void fold_transfer_failed(struct state *state,
                          const struct event_transfer_failed *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    fold_outside_leg_ends(state, &contact->row, e->stop_due_us);
    /* nobody goes on with those of older journals */
    if (contact->row.is_sent &&
        state_talk(state, e->contact_id)->sender != SENDER_NONE)
        fold_sending_failed(state, &contact->row);
    index_contact(state, contact);
}

void fold_sent_on(struct state *state, const struct event_sent_on *e)
{
    struct contact_row *row = &fold_contact(state, e->contact_id)->row;

    if (e->sender != SENDER_RULE)
        return;

    fold_talk_of(state, e->contact_id)->rules_tried |= INT64_C(1)
                                                       << (row->rule_to - 1);
    row->rule_to = e->rule_to;
    row->to = e->to;
    row->to_id = e->to_id;
}

/* Whatever was wrong with them: the agent pauses, the contact is gone. */

static void make_safe_agent(struct state *state, struct desk_slot *desk)
{
    desk->row = (struct desk_row){
        .agent_id = desk->row.agent_id,
        .seen = desk->row.seen,
        .console = desk->row.console,
        .needs_console = desk->row.needs_console,
        .state = AGENT_PAUSED,
        .reason_id = PAUSE_FAULT,
        .since_us = state->system.at_us,
        .day = desk->row.day,
        .offered = desk->row.offered,
        .handled = desk->row.handled,
        .missed = desk->row.missed,
        .rejected = desk->row.rejected,
        .talk_us = desk->row.talk_us,
        .hold_us = desk->row.hold_us,
        .acw_us = desk->row.acw_us,
        .line = desk->row.line == LINE_NONE ? LINE_NONE : LINE_DOWN,
        .line_end = desk->row.line == LINE_NONE ? LINE_NOT_ENDED : LINE_FAILED,
        .line_device_id = desk->row.line_device_id,
        .line_since_us = state->system.at_us,
    };
    index_desk(state, desk);
}

static void forget_consulted(struct state *state, uint64_t contact_id)
{
    struct contact_slot *contact = contact_slot(state, contact_id);

    if (!contact)
        return;

    fold_consult_ends(state, contact->row.contact_id);
    index_contact(state, contact);
}

void fold_fault(struct state *state, const struct event_fault *e)
{
    struct desk_slot *desk = desk_slot(state, e->agent_id);
    struct contact_slot *contact = contact_slot(state, e->contact_id);

    state->system.faults++;
    if (desk) {
        forget_consulted(state, desk->row.consulting);
        make_safe_agent(state, desk);
    }

    if (contact) {
        desk = desk_slot(state, contact->row.own_agent_id);
        if (desk && desk->row.own_call == contact->row.contact_id)
            make_safe_agent(state, desk);
        fold_call_out_ends(state, contact->row.leg);
        fold_call_out_ends(state, contact->row.dialled);
        fold_record_ends(state, &contact->row);
        fold_consult_ends(state, contact->row.contact_id);
        fold_callback_let_go(state, &contact->row, END_FAULT);
        fold_hearing_ends(state, &contact->row);
        fold_memory_ends(state, contact->row.contact_id);
        unindex_contact(state, contact);
        table_remove(&state->contacts, contact);
    }
}
