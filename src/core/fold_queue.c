/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of waiting, and of offers. */

#include "core/fold.h"

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/index.h"
#include "core/line.h"
#include "core/queue_slot.h"
#include "core/state_search.h"

/* Whoever sent it to that agent goes on with it, as after a number. */
static void note_sender(struct state *state, struct contact_row *row,
                        const struct event_contact_queued *e)
{
    row->wanted_by = e->sender;
    if (e->sender == SENDER_NONE)
        return;

    struct talk_row *talk = fold_talk_of(state, row->contact_id);

    talk->sender = e->sender;
    talk->sent_queue_id = e->sent_queue_id;
    talk->sent_rule_id = e->sent_rule_id;
    talk->sent_priority = e->priority;
    talk->sent_since_us = e->since_us;
    row->leave_cause = e->cause;
}

/* It waits for nobody in particular any more. */
static void want_nobody(struct contact_row *row)
{
    row->wanted_agent_id = 0;
    row->wanted_by = SENDER_NONE;
    row->box_else = false;
}

/* It takes callers again; the one who comes is not in its line yet. */
static void fold_room_again(struct state *state, uint64_t queue_id)
{
    struct queue_slot *queue = queue_slot(state, queue_id);

    if ((int64_t)state_waiting(state, queue_id) <
        queue->document->reopen_waiting)
        queue->tally.full_us = 0;
}

/* Whoever was dialled ahead stands again where it stood, to the last. */
static bool keeps_its_serial(const struct contact_row *row,
                             const struct event_contact_queued *e)
{
    return row->dialled_ahead && row->callback_id &&
           row->queue_id == e->queue_id;
}

void fold_contact_queued(struct state *state,
                         const struct event_contact_queued *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    fold_room_again(state, e->queue_id);
    fold_returns_end(state, e->contact_id);
    fold_run_ends(state, e->contact_id);
    row->place = PLACE_QUEUE;
    row->place_since_us = state->system.at_us;
    row->ivr_us += e->ivr_us;
    row->node = -1;
    row->next_node = -1;
    row->callback_flow = false;
    if (!keeps_its_serial(row, e))
        row->queue_serial = ++state->system.serials;
    row->queue_id = e->queue_id;
    row->priority = e->priority;
    row->queued_us = e->since_us;
    row->joined_us = state->system.at_us;
    row->in_line = true;
    row->wanted_agent_id = e->wanted_agent_id;
    row->box_else = e->box_else;
    row->transferrer_id = e->transferrer_id;
    note_sender(state, row, e);
    fold_deadline(state, e->overflow_due_us, &row->overflow_due_us,
                  &row->overflow_serial);
    row->step_us = e->step_us;
    row->steps_since_us = state->system.at_us - e->step_us;
    row->demand_step = e->demand_step;
    fold_deadline(state, e->demand_due_us, &row->demand_due_us,
                  &row->demand_serial);
    fold_deadline(state, 0, &row->more_due_us, &row->more_serial);

    if (counts_as_waiting(row))
        fold_tally(state, e->queue_id)->offered++;
    fold_callback_moved(state, row);
    if (e->resumed_id)
        fold_place_given(state, e->resumed_id);
    index_contact(state, contact);
}

void fold_transferrer_admitted(struct state *state,
                               const struct event_transferrer_admitted *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    contact->row.transferrer_id = 0;
    index_contact(state, contact);
}

/* What was told, against what came. */
static void count_told(struct tally_row *tally,
                       const struct event_queue_left *e)
{
    static const int64_t SECOND_US = 1000000;
    int64_t off_us = e->told_ago_us - e->told_us;
    int64_t by_us = off_us < 0 ? -off_us : off_us;

    tally->told++;
    tally->told_too_little += off_us > 0;
    tally->told_off_us += by_us;
    tally->told_in_30 += by_us <= 30 * SECOND_US;
    tally->told_in_60 += by_us <= 60 * SECOND_US;
    tally->told_in_120 += by_us <= 120 * SECOND_US;
    tally->told_in_300 += by_us <= 300 * SECOND_US;
}

static void count_exit(struct tally_row *tally,
                       const struct event_queue_left *e)
{
    switch (e->exit) {
    case EXIT_ANSWERED:
        tally->answered++;
        tally->answered_in_time += e->in_time;
        tally->answer_wait_us += e->wait_us;
        if (e->told)
            count_told(tally, e);
        break;
    case EXIT_ABANDONED:
        tally->abandoned++;
        tally->short_abandoned += e->short_abandon;
        tally->abandon_wait_us += e->wait_us;
        break;
    case EXIT_OVERFLOWED:
        tally->overflowed++;
        break;
    case EXIT_MOVED:
    case EXIT_ENDED:
    case EXIT_CALLBACK:
    case EXIT_CALLED:
        break;
    }

    if (tally->longest_wait_us < e->wait_us)
        tally->longest_wait_us = e->wait_us;
}

void fold_queue_left(struct state *state, const struct event_queue_left *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    fold_hearing_ends(state, row);
    fold_question_ends(state, row);
    if (e->kept_until_us)
        fold_place_kept(state, row, e->kept_until_us);
    row->in_line = false;
    row->transferrer_id = 0;
    want_nobody(row);
    fold_deadline(state, 0, &row->demand_due_us, &row->demand_serial);
    if (e->step_us)
        row->step_us = e->step_us;
    row->wait_us += e->wait_us;
    row->in_time |= e->in_time;
    fold_deadline(state, 0, &row->overflow_due_us, &row->overflow_serial);

    if (counts_as_waiting(row))
        count_exit(fold_tally(state, e->queue_id), e);
    index_contact(state, contact);
}

/* It takes nobody until fewer wait, where it has a level for that. */
static void shut_while_full(struct state *state, struct queue_slot *queue)
{
    if (queue->document->reopen_waiting && !queue->tally.full_us)
        queue->tally.full_us = state->system.at_us;
}

void fold_queue_passed(struct state *state, const struct event_queue_passed *e)
{
    struct queue_slot *queue = queue_slot(state, e->queue_id);

    fold_contact(state, e->contact_id);
    (void)fold_tally(state, e->queue_id);
    shut_while_full(state, queue);
}

void fold_queue_refused(struct state *state,
                        const struct event_queue_refused *e)
{
    struct queue_slot *queue = queue_slot(state, e->queue_id);

    fold_contact(state, e->contact_id);
    fold_tally(state, e->queue_id)->refused_full++;
    shut_while_full(state, queue);
}

void fold_priority_set(struct state *state, const struct event_priority_set *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);

    contact->row.priority = e->priority;
    contact->row.added_us = e->added_us;
    fold_callback_moved(state, &contact->row);
    index_contact(state, contact);
}

void fold_contact_pulled(struct state *state,
                         const struct event_contact_pulled *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    fold_desk(state, e->agent_id);
    row->wanted_agent_id = e->agent_id;
    row->wanted_by = SENDER_NONE;
    row->box_else = false;
    fold_deadline(state, e->due_us, &row->overflow_due_us,
                  &row->overflow_serial);
    fold_deadline(state, 0, &row->more_due_us, &row->more_serial);
    index_contact(state, contact);
}

void fold_wait_ruled(struct state *state, const struct event_wait_ruled *e)
{
    fold_contact(state, e->contact_id)->row.wait_rule_id = e->rule_id;
}

void fold_wanted_agent_given_up(struct state *state,
                                const struct event_wanted_agent_given_up *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    want_nobody(row);
    row->steps_since_us = state->system.at_us - row->step_us;
    fold_deadline(state, e->overflow_due_us, &row->overflow_due_us,
                  &row->overflow_serial);
    index_contact(state, contact);
}

void fold_wait_stepped(struct state *state, const struct event_wait_stepped *e)
{
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct contact_row *row = &contact->row;

    row->step_us = e->step_us;
    fold_deadline(state, e->overflow_due_us, &row->overflow_due_us,
                  &row->overflow_serial);
    index_contact(state, contact);
}

/* Offers. */

/* What *69 calls back. */
static void remember_caller(struct desk_row *desk,
                            const struct contact_row *contact)
{
    if (contact->outbound)
        return;

    desk->last_contact = contact->contact_id;
    desk->last_device_id = contact->device_id;
    desk->last_caller = contact->caller;
}

void fold_offer_made(struct state *state, const struct event_offer_made *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct desk_row *row = &desk->row;
    struct assignment_slot *a =
        table_find(&state->assignments, e->agent_id, e->queue_id);

    fold_pause_ends(state, row, e->for_us);
    remember_caller(row, &contact->row);
    row->reason_id = PAUSE_NONE;
    row->state = AGENT_OFFERED;
    row->since_us = state->system.at_us;
    row->contact_id = e->contact_id;
    row->queue_id = e->queue_id;
    row->offer = state->system.seq;
    row->mode = e->mode;
    row->leg = phone_waits(e->mode) ? 0 : state->system.seq;
    fold_deadline(state, e->due_us, &row->offer_due_us, &row->offer_serial);
    fold_desk_day(state, row)->offered++;

    if (a) {
        a->row.offered_serial = ++state->system.serials;
        index_assignment(state, a);
    }

    if (contact->row.offers++ == 0)
        contact->row.agent_id = e->agent_id;
    fold_deadline(state, e->more_due_us, &contact->row.more_due_us,
                  &contact->row.more_serial);
    index_desk(state, desk);
    index_contact(state, contact);
}

void fold_offer_accepted(struct state *state,
                         const struct event_offer_accepted *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);

    desk->row.leg = state->system.seq;
    fold_deadline(state, e->due_us, &desk->row.offer_due_us,
                  &desk->row.offer_serial);
    index_desk(state, desk);
}

/* Nothing is so before the phone picks up. */
void fold_pick_up_asked(struct state *state,
                        const struct event_pick_up_asked *e)
{
    fold_contact(state, e->contact_id);
    fold_desk(state, e->agent_id);
}

void fold_offer_taken(struct state *state, const struct event_offer_taken *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct desk_row *row = &desk->row;

    row->state = AGENT_TALKING;
    row->since_us = state->system.at_us;
    row->talk_since_us = state->system.at_us;
    row->misses = 0;
    row->last_offer = OFFER_ANSWERED;
    fold_deadline(state, 0, &row->offer_due_us, &row->offer_serial);

    fold_question_ends(state, &contact->row);
    contact->row.place = PLACE_TALK;
    contact->row.place_since_us = state->system.at_us;
    contact->row.in_line = false;
    want_nobody(&contact->row);
    contact->row.answered = true;
    contact->row.agent_id = e->agent_id;
    contact->row.offers = 0;
    fold_deadline(state, 0, &contact->row.demand_due_us,
                  &contact->row.demand_serial);
    fold_deadline(state, 0, &contact->row.more_due_us,
                  &contact->row.more_serial);
    fold_ask(state, &contact->row, e->bridge_due_us);
    fold_deadline(state, 0, &contact->row.overflow_due_us,
                  &contact->row.overflow_serial);
    index_desk(state, desk);
    index_contact(state, contact);
}

/* Of those who are rung still, the first; or nobody. */
static uint64_t first_rung(const struct contact_slot *contact)
{
    const struct tree_node *node = tree_first(&contact->ringing);

    return node ? TREE_MEMBER(node, struct desk_slot, in_ringing)->row.agent_id
                : 0;
}

/* The agent keeps the idle place: what was not answered was no work. */
void fold_offer_ended(struct state *state, const struct event_offer_ended *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct contact_slot *contact = fold_contact(state, e->contact_id);
    struct desk_row *row = &desk->row;

    if (e->result == OFFER_NO_ANSWER && !is_internal(&contact->row))
        fold_tally(state, row->queue_id)->missed_offers++;

    fold_desk_day(state, row)->missed += e->result == OFFER_NO_ANSWER;
    row->rejected += e->result == OFFER_REJECTED;
    row->misses = e->misses;
    row->last_offer = e->result;
    fold_desk_leg_ends(state, row, e->stop_due_us);
    fold_deadline(state, e->cool_down_due_us, &row->cool_down_due_us,
                  &row->cool_down_serial);
    fold_desk_free(state, row, e->next_state, e->next_reason_id);

    index_desk(state, desk);
    contact->row.offers--;
    contact->row.agent_id = first_rung(contact);
    index_contact(state, contact);
}
