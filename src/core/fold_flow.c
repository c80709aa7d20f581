/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of a contact's way through flows, and of what these keep. */

#include "core/fold.h"

#include <string.h>

#include "core/beside_slots.h"
#include "core/contact_slot.h"
#include "core/index.h"

static void forget_lookup(struct run_row *run)
{
    run->lookup = 0;
    run->lookup_id = 0;
    run->lookup_since_us = 0;
}

/* Out of the flow, wherever in it the contact was. */
void fold_flow_left(struct state *state, struct contact_row *row)
{
    if (row->utterance != UTTERANCE_NONE && row->recording_id)
        fold_record_ends(state, row);
    row->utterance = UTTERANCE_NONE;
    row->node = -1;
    row->next_node = -1;
    row->callback_stage = CALLBACK_STAGE_NONE;
    row->play = 0;
    fold_deadline(state, 0, &row->step_due_us, &row->step_serial);

    struct run_slot *run = table_find(&state->runs, row->contact_id, 0);

    if (run)
        forget_lookup(&run->row);
    fold_digits_end(state, row->contact_id);
}

void fold_digits_end(struct state *state, uint64_t contact_id)
{
    struct run_slot *run = table_find(&state->runs, contact_id, 0);

    if (!run)
        return;

    run->row.digits = (struct digits){ "" };
    run->row.digit_count = 0;
    run->row.clock = 0;
    run->row.clock_count = 0;
    run->row.chosen_us = 0;
}

/* The place that it has, or had, in a line is kept meanwhile. */
static void fold_asked_by_flow(struct contact_row *row,
                               const struct event_flow_entered *e)
{
    row->callback_flow = e->callback_queue_id != 0;
    if (!row->callback_flow)
        return;

    row->callback_queue_id = e->callback_queue_id;
    row->callback_joins = e->joins;
    row->priority = e->priority;
    row->queued_us = e->since_us;
    row->leave_cause = e->cause;
}

/* One that began before a number in vain goes on no more: this is another. */
static void forget_stay(struct state *state, uint64_t contact_id)
{
    struct talk_slot *talk = table_find(&state->talks, contact_id, 0);

    if (talk && talk->row.sender == SENDER_FLOW)
        talk->row.sender = SENDER_NONE;
}

void fold_flow_entered(struct state *state, const struct event_flow_entered *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    forget_stay(state, e->contact_id);
    fold_flow_left(state, row);
    fold_returns_end(state, e->contact_id);
    row->tries = 0;
    row->place = PLACE_IVR;
    row->place_since_us = state->system.at_us;
    row->ivr_us += e->ivr_us;
    row->flow_id = e->flow_id;
    fold_run_begins(state, e->contact_id, e->flow_version, &e->flow_digest);
    fold_run_of(state, e->contact_id)->on_trial = e->on_trial;
    row->next_node = 0;
    state->system.flows_entered += !e->on_trial;
    fold_asked_by_flow(row, e);
    index_contact(state, contact);
}

/* For which of them the step's event is that of a PLAY or SAY, if it waits. */
static bool plays(enum node_type type)
{
    return type == NODE_PLAY || type == NODE_MENU || type == NODE_COLLECT ||
           type == NODE_SURVEY || type == NODE_SAY || type == NODE_ASK_LANGUAGE;
}

/* From its first part on. */
static void fold_announces(struct state *state, uint64_t contact_id,
                           bool announces)
{
    struct run_slot *run = table_find(&state->runs, contact_id, 0);

    if (!run)
        return;

    run->row.announces = announces;
    run->row.part = 0;
}

static void fold_node_name(struct state *state,
                           const struct event_step_began *e)
{
    struct run_slot *run = table_find(&state->runs, e->contact_id, 0);

    if (run)
        run->row.node_name = e->node_name;
}

void fold_step_began(struct state *state, const struct event_step_began *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    row->step = e->step;
    row->node = e->node;
    row->next_node = -1;
    row->tries = e->tries;
    row->play = e->due_us && plays(e->node_type) ? state->system.seq : 0;
    fold_announces(state, e->contact_id, e->announces);
    fold_node_name(state, e);
    fold_deadline(state, e->due_us, &row->step_due_us, &row->step_serial);
    index_contact(state, contact);
}

void fold_question_repeated(struct state *state,
                            const struct event_question_repeated *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    row->play = state->system.seq;
    fold_announces(state, e->contact_id, false);
    fold_deadline(state, e->due_us, &row->step_due_us, &row->step_serial);
    index_contact(state, contact);
}

void fold_question_went_on(struct state *state,
                           const struct event_question_went_on *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    row->play = state->system.seq;
    fold_run_of(state, e->contact_id)->part = e->part;
    fold_deadline(state, e->due_us, &row->step_due_us, &row->step_serial);
    index_contact(state, contact);
}

void fold_input_awaited(struct state *state,
                        const struct event_input_awaited *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    contact->row.play = 0;
    fold_deadline(state, e->due_us, &contact->row.step_due_us,
                  &contact->row.step_serial);
    index_contact(state, contact);
}

/* What was pressed is private; where it leads is in step_ended. */
void fold_digit_pressed(struct state *state,
                        const struct event_digit_pressed *e)
{
    fold_contact(state, e->contact_id);
}

void fold_step_ended(struct state *state, const struct event_step_ended *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;
    bool is_next_try = row->node == e->next_node &&
                       (e->exit == STEP_TIMEOUT || e->exit == STEP_INVALID);

    /* Out of the flow on trial: a number was dialled, and was reached. */
    if (row->node < 0 && row->is_sent)
        row->node = state_talk(state, e->contact_id)->sent_node;
    fold_passage(state, row, e);
    state->system.flow_errors +=
        e->exit == STEP_ERROR && !state_run(state, e->contact_id)->on_trial;
    if (is_next_try)
        fold_run_of(state, e->contact_id)->missed_by = e->exit;
    else
        row->tries = 0;

    fold_flow_left(state, row);
    row->next_node = e->next_node;
    index_contact(state, contact);
}

/* What follows from it is in what follows. */
void fold_flow_limit_reached(struct state *state,
                             const struct event_flow_limit_reached *e)
{
    fold_contact(state, e->contact_id);
    if (state_run(state, e->contact_id)->on_trial)
        return;

    state->system.flow_step_limits += e->limit == LIMIT_STEPS;
    state->system.flow_time_limits += e->limit == LIMIT_TIME;
}

void fold_language_set(struct state *state, const struct event_language_set *e)
{
    fold_contact(state, e->contact_id)->row.language = e->language;
}

/* Keys, and what is kept of them. */

void fold_digits_collected(struct state *state,
                           const struct event_digits_collected *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;
    struct run_row *run = fold_run_of(state, e->contact_id);

    row->play = 0;
    run->digits = e->digits;
    run->digit_count = e->count;
    fold_deadline(state, e->due_us, &row->step_due_us, &row->step_serial);
    index_contact(state, contact);
}

void fold_variable_set(struct state *state, const struct event_variable_set *e)
{
    struct variable_slot *slot =
        table_find(&state->variables, e->contact_id, (uint64_t)e->number);

    fold_contact(state, e->contact_id);
    if (!slot)
        slot = table_add(&state->variables, e->contact_id, (uint64_t)e->number);

    slot->row = (struct variable_row){
        .contact_id = e->contact_id,
        .number = e->number,
        .name = e->name,
        .value = e->value,
        .masked = e->masked,
    };
}

void fold_lookup_asked(struct state *state, const struct event_lookup_asked *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;
    struct run_row *run = fold_run_of(state, e->contact_id);

    run->lookup = state->system.seq;
    run->lookup_id = e->lookup_id;
    run->lookup_since_us = state->system.at_us;
    fold_deadline(state, e->due_us, &row->step_due_us, &row->step_serial);
    index_contact(state, contact);
}

/* Where it leads is in what follows. */
void fold_lookup_ended(struct state *state, const struct event_lookup_ended *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    forget_lookup(fold_run_of(state, e->contact_id));
    fold_deadline(state, e->led_due_us, &row->step_due_us, &row->step_serial);
    index_contact(state, contact);
}

void fold_utterance_went_on(struct state *state,
                            const struct event_utterance_went_on *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;
    struct recording_slot *recording = recording_slot(state, row->recording_id);

    row->utterance = e->stage;
    row->play = e->plays ? state->system.seq : 0;
    if (e->stage == UTTERANCE_SAVING && recording)
        recording->row.state = RECORDING_ENDS;
    fold_deadline(state, e->due_us, &row->step_due_us, &row->step_serial);
    index_contact(state, contact);
}

void fold_survey_answered(struct state *state,
                          const struct event_survey_answered *e)
{
    fold_contact(state, e->contact_id);
}

void fold_contact_tagged(struct state *state,
                         const struct event_contact_tagged *e)
{
    fold_contact(state, e->contact_id);
    fold_tag(state, e->contact_id, e->tag.text);
}

void fold_priority_chosen(struct state *state,
                          const struct event_priority_chosen *e)
{
    struct contact_row *row = &fold_contact(state, e->contact_id)->row;

    row->chosen_priority = e->priority;
    if (e->added_us)
        row->added_us = e->added_us;
}

void fold_recording_chosen(struct state *state,
                           const struct event_recording_chosen *e)
{
    fold_contact(state, e->contact_id)->row.recording_choice = e->choice;
}

/* Flows within flows. */

static void go_to_flow(struct state *state, struct contact_slot *contact,
                       const struct return_row *to)
{
    struct contact_row *row = &contact->row;

    fold_flow_left(state, row);
    row->tries = 0;
    row->flow_id = to->flow_id;
    fold_run_begins(state, row->contact_id, to->flow_version, &to->flow_digest);
    row->next_node = to->node;
    index_contact(state, contact);
}

void fold_sub_flow_began(struct state *state,
                         const struct event_sub_flow_began *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    const struct run_row *run = state_run(state, e->contact_id);
    struct return_slot *back =
        table_add(&state->returns, e->contact_id, (uint64_t)e->depth);

    back->row = (struct return_row){
        .contact_id = e->contact_id,
        .depth = e->depth,
        .flow_id = contact->row.flow_id,
        .flow_version = run->flow_version,
        .flow_digest = run->flow_digest,
        .node = e->return_node,
    };
    go_to_flow(state, contact,
               &(struct return_row){ .flow_id = e->flow_id,
                                     .flow_version = e->flow_version,
                                     .flow_digest = e->flow_digest });
}

void fold_sub_flow_ended(struct state *state,
                         const struct event_sub_flow_ended *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    table_remove(&state->returns, table_find(&state->returns, e->contact_id,
                                             (uint64_t)e->depth));
    go_to_flow(state, contact,
               &(struct return_row){ .flow_id = e->flow_id,
                                     .flow_version = e->flow_version,
                                     .flow_digest = e->flow_digest,
                                     .node = e->next_node });
}
