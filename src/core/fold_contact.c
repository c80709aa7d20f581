/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of a contact's coming and going. */

#include <string.h>

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/fold.h"
#include "core/index.h"
#include "core/state_compare.h"

void fold_contact_arrived(struct state *state,
                          const struct event_contact_arrived *e)
{
    struct contact_slot *contact =
        table_add(&state->contacts, e->contact_id, 0);

    contact_init_trees(contact);
    contact->row = (struct contact_row){
        .contact_id = e->contact_id,
        .call = e->call,
        .trunk_id = e->trunk_id,
        .device_id = e->device_id,
        .entry_id = e->entry_id,
        .caller = e->caller,
        .called = e->called,
        .language = e->language,
        .place = PLACE_IVR,
        .arrived_us = state->system.at_us,
        .place_since_us = state->system.at_us,
        .flow_id = e->flow_id,
        .node = -1,
        .next_node = e->flow_id ? 0 : -1,
        .emergency = e->emergency,
        .to = e->to,
        .to_id = e->to_id,
        .own_agent_id = e->own_agent_id,
        .feature = e->feature,
        .rule_id = e->rule_id,
        .rule_to = e->rule_to,
        .chosen_priority = e->rule_priority,
        .recording_choice = e->recording,
        .added_us = e->rule_added_us,
        .led_later = e->led_due_us != 0,
        .draw = e->draw,
        .zone_us = e->zone_us,
    };

    state->system.flows_entered += e->flow_id != 0;
    if (e->flow_id)
        fold_run_begins(state, e->contact_id, e->flow_version, &e->flow_digest);
    if (e->is_named)
        fold_caller_named(state, &contact->row, &e->caller_name);
    fold_demand(state, &contact->row, &e->rule_demand);
    fold_tag(state, e->contact_id, e->tag.text);
    fold_deadline(state, e->led_due_us, &contact->row.step_due_us,
                  &contact->row.step_serial);
    if (state->system.contacts < (int64_t)e->contact_id)
        state->system.contacts = (int64_t)e->contact_id;

    state->touched_contact_id = e->contact_id;
    index_contact(state, contact);
}

void fold_contact_led(struct state *state, const struct event_contact_led *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    row->led_later = false;
    row->language = e->language;
    row->to = e->to;
    row->to_id = e->to_id;
    row->rule_id = e->rule_id;
    row->rule_to = e->rule_to;
    row->chosen_priority = e->rule_priority;
    row->added_us = e->rule_added_us;
    fold_demand(state, row, &e->rule_demand);
    row->recording_choice = e->recording;
    fold_tag(state, e->contact_id, e->tag.text);
    fold_deadline(state, 0, &row->step_due_us, &row->step_serial);
    index_contact(state, contact);
}

void fold_answer_asked(struct state *state, const struct event_answer_asked *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    fold_ask(state, &contact->row, e->due_us);
    index_contact(state, contact);
}

void fold_caller_connected(struct state *state,
                           const struct event_caller_connected *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    contact->row.connected = true;
    fold_ask_ends(state, &contact->row);
    index_contact(state, contact);
}

void fold_announcement_began(struct state *state,
                             const struct event_announcement_began *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    fold_flow_left(state, row);
    row->place = PLACE_IVR;
    row->place_since_us = state->system.at_us;
    row->ivr_us += e->ivr_us;
    row->takes_leave = true;
    row->leave_cause = e->cause;
    row->play = state->system.seq;
    fold_deadline(state, e->due_us, &row->step_due_us, &row->step_serial);
    index_contact(state, contact);
}

static void note_sender(struct talk_row *talk, int64_t node,
                        const struct event_sent_outside *e)
{
    talk->hops = 0;
    talk->sender = e->sender;
    talk->sent_node = node;
    talk->sent_queue_id = e->queue_id;
    talk->sent_rule_id = e->queue_rule_id;
    talk->sent_priority = e->priority;
    talk->sent_since_us = e->since_us;
}

void fold_sent_outside(struct state *state, const struct event_sent_outside *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;
    const struct outcall_row call = {
        .contact_id = e->contact_id,
        .route_id = e->route_id,
        .trunk_id = e->trunk_id,
        .minute_cost = e->minute_cost,
    };

    note_sender(fold_talk_of(state, e->contact_id), row->node, e);
    fold_flow_left(state, row);
    row->place = PLACE_TRANSFER;
    row->place_since_us = state->system.at_us;
    row->ivr_us += e->ivr_us;
    row->is_sent = true;
    row->leave_cause = e->cause;
    row->leg = state->system.seq;
    fold_ask(state, row, e->due_us);
    fold_call_out(state, &call, e->risky);
    index_contact(state, contact);
}

void fold_contact_ended(struct state *state,
                        const struct event_contact_ended *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    fold_passage(state, row, NULL);
    fold_hearing_ends(state, row);
    fold_flow_left(state, row);
    fold_returns_end(state, e->contact_id);
    state->system.flows_failed += e->cause == END_FLOW_FAILED &&
                                  !state_run(state, e->contact_id)->on_trial;
    row->place = PLACE_ENDED;
    row->led_later = false;
    row->place_since_us = state->system.at_us;
    row->in_line = false;
    row->agent_id = 0;
    row->offers = 0;
    row->wanted_agent_id = 0;
    fold_deadline(state, 0, &row->more_due_us, &row->more_serial);
    fold_deadline(state, 0, &row->demand_due_us, &row->demand_serial);
    fold_call_out_ends(state, row->dialled);
    row->dialled = 0;
    fold_callback_let_go(state, row, e->cause);
    fold_deadline(state, 0, &row->overflow_due_us, &row->overflow_serial);

    if (e->release_due_us)
        fold_ask(state, row, e->release_due_us);
    else
        fold_ask_ends(state, row);
    fold_contact_done(state, contact);
}

/* Legs and late answers. */

static void desk_leg_gone(struct state *state, uint64_t agent_id)
{
    struct desk_slot *desk = fold_desk(state, agent_id);

    desk->row.ending_leg = 0;
    desk->row.ending_asked = 0;
    fold_deadline(state, 0, &desk->row.release_due_us,
                  &desk->row.release_serial);
    index_desk(state, desk);
}

static void contact_leg_gone(struct state *state, uint64_t contact_id,
                             bool is_caller)
{
    struct contact_slot *contact = fold_contact(state, contact_id);
    struct contact_row *row = &contact->row;

    if (is_caller) {
        fold_ask_ends(state, row);
    } else {
        struct talk_row *talk = fold_talk_of(state, contact_id);

        talk->ending_leg = 0;
        talk->ending_asked = 0;
        fold_deadline(state, 0, &talk->ending_due_us, &talk->ending_serial);
    }

    fold_contact_done(state, contact);
}

void fold_leg_gone(struct state *state, const struct event_leg_gone *e)
{
    if (e->agent_id)
        desk_leg_gone(state, e->agent_id);
    if (e->contact_id)
        contact_leg_gone(state, e->contact_id, e->leg == 0);
}

void fold_grant_returned(struct state *state,
                         const struct event_grant_returned *e)
{
    (void)e;
    state->system.grants_returned++;
}
