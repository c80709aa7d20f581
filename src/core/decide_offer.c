/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offers: made, accepted, rejected, taken, and not answered. */

#include "core/decide_answer.h"

#include "core/callback_ahead.h"
#include "core/decide_line.h"
#include "core/line.h"
#include "core/voicemail.h"
#include "core/write.h"

/* So long has a phone that answers by itself. */
static const int64_t AUTO_ANSWER_US = 10000000;

static void ask_to_ring(struct turn *turn, const struct contact_row *contact,
                        uint64_t agent_id, int64_t due_us, bool auto_answer)
{
    const struct event_agent_set *agent = state_agent(turn->state, agent_id);

    ASK(turn,
        { .type = EFFECT_RING,
          .due_us = due_us,
          .contact_id = contact->contact_id,
          .call = contact->call,
          .agent_id = agent_id,
          .device_id = agent->device_id,
          .auto_answer = auto_answer,
          .number = contact->caller,
          .label = *state_caller_name(turn->state, contact->contact_id) });
}

/* The agent is reserved by the event, before any phone is rung. */
void decide_match(struct turn *turn, const struct match *match)
{
    const struct contact_row *contact =
        state_contact(turn->state, match->contact_id);
    const struct desk_row *desk = state_desk(turn->state, match->agent_id);
    const struct event_agent_set *agent =
        state_agent(turn->state, match->agent_id);
    const struct event_device_set *device =
        state_device(turn->state, agent->device_id);
    const struct event_queue_set *queue =
        state_queue(turn->state, contact->queue_id);
    struct event event = {
        .type = EVENT_OFFER_MADE,
        .as.offer_made = {
            .contact_id = contact->contact_id,
            .queue_id = contact->queue_id,
            .agent_id = match->agent_id,
            .device_id = agent->device_id,
            .mode = device->mode,
            .due_us = turn->now_us + queue->ring_ms * 1000,
            .wait_us = turn->now_us - contact->joined_us,
            .idle_us = turn->now_us - desk->idle_since_us,
            .draw = queue->strategy == STRATEGY_WEIGHTED_RANDOM
                        ? state_draw(turn->state)
                        : 0,
            .more_due_us = queue->strategy == STRATEGY_RING_PROGRESSIVELY
                               ? turn->now_us + queue->ring_more_ms * 1000
                               : 0,
            .for_us = desk->state == AGENT_PAUSED
                          ? turn->now_us - desk->since_us
                          : 0,
        },
    };

    const struct question question = {
        .queue_id = contact->queue_id,
        .agent_id = match->agent_id,
        .is_wanted = contact->wanted_agent_id != 0,
        .demand = state_demand(turn->state, contact->contact_id)->text,
        .begun = (size_t)contact->demand_step,
        .waited_us = turn->now_us - contact->queued_us,
        .now_us = turn->now_us,
        .transferrer_id = contact->transferrer_id,
    };

    if (contact->callback_id && !contact->call &&
        write_callback_barred(turn, contact))
        return;

    state_explain(turn->state, &question, &event.as.offer_made.candidates);
    outbox_add_event(turn->outbox, &event);

    if (!phone_waits(device->mode))
        ask_to_ring(turn, contact, match->agent_id, event.as.offer_made.due_us,
                    false);
    write_back_to_pause(turn, desk);
}

static enum refusal check_offered(const struct turn *turn, uint64_t agent_id)
{
    const struct desk_row *desk = state_desk(turn->state, agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;

    return desk->state == AGENT_OFFERED ? REFUSED_NOT : REFUSED_NO_OFFER;
}

/* A phone that does not do so rings on, and may be lifted or told again. */
static void write_told(struct turn *turn, const struct desk_row *desk)
{
    WRITE(turn, PICK_UP_ASKED, pick_up_asked,
          { .contact_id = desk->contact_id, .agent_id = desk->agent_id });
    ASK(turn, { .type = EFFECT_TALK,
                .contact_id = desk->contact_id,
                .agent_id = desk->agent_id,
                .granted_by = desk->leg });
}

enum refusal decide_accept_offer(struct turn *turn,
                                 const struct command_accept_offer *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);
    enum refusal refusal = check_offered(turn, c->agent_id);
    int64_t due_us = turn->now_us + AUTO_ANSWER_US;

    if (desk && desk->consulting)
        return decide_accept_consult(turn, desk);
    if (refusal)
        return refusal;
    if (desk->mode == PHONE_RINGS)
        return REFUSED_PHONE_ANSWERS;
    if (desk->mode == PHONE_TOLD) {
        write_told(turn, desk);
        return REFUSED_NOT;
    }
    if (desk->leg)
        return REFUSED_ALREADY_ACCEPTED;

    WRITE(turn, OFFER_ACCEPTED, offer_accepted,
          { .contact_id = desk->contact_id,
            .agent_id = c->agent_id,
            .due_us = due_us });
    if (desk->mode == PHONE_NAILED_UP)
        ask_line(turn, desk, desk->contact_id, due_us);
    else
        ask_to_ring(turn, state_contact(turn->state, desk->contact_id),
                    c->agent_id, due_us, true);
    return REFUSED_NOT;
}

/* Not taken: the contact keeps its place, but no longer waits for one agent. */
void write_not_taken(struct turn *turn, const struct desk_row *desk,
                     enum offer_result result, bool is_silent)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->contact_id);

    write_offer_ended(turn, desk, result, is_silent);
    if (contact->wanted_agent_id)
        write_given_up(turn, contact);
}

/* Whoever called one agent, and not a queue, leaves that one a message.
   @return false: the agent has no box, or it is full */
static bool is_left_to_box(struct turn *turn, const struct contact_row *contact)
{
    const struct event_box_set *box =
        contact->box_else
            ? state_box_of_agent(turn->state, contact->wanted_agent_id)
            : NULL;

    if (!box || is_full_box(turn, box))
        return false;

    write_queue_left(turn, contact,
                     is_internal(contact) ? EXIT_MOVED : EXIT_OVERFLOWED);
    write_voicemail(turn, contact, box, GREETING_BUSY);
    return true;
}

void write_given_up(struct turn *turn, const struct contact_row *contact)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, contact->queue_id);

    if (!is_internal(contact) && write_agent_not_reached(turn, contact))
        return;
    if (is_left_to_box(turn, contact))
        return;
    if (is_internal(contact) || is_sent_in_vain(turn, contact)) {
        write_queue_left(turn, contact, EXIT_ENDED);
        write_over(turn, contact,
                   is_internal(contact) ? END_NOT_REACHED
                                        : contact->leave_cause,
                   false);
        return;
    }

    WRITE(turn, WANTED_AGENT_GIVEN_UP, wanted_agent_given_up,
          { .contact_id = contact->contact_id,
            .agent_id = contact->wanted_agent_id,
            .overflow_due_us =
                contact->callback_id
                    ? ahead_until_us(turn, contact, queue)
                    : overflow_due_us(turn, queue, contact->step_us) });
}

enum refusal decide_reject_offer(struct turn *turn,
                                 const struct command_reject_offer *c)
{
    enum refusal refusal = check_offered(turn, c->agent_id);

    if (!refusal)
        write_not_taken(turn, state_desk(turn->state, c->agent_id),
                        OFFER_REJECTED, false);

    return refusal;
}

/* Picked up: the wait is over, others ring no longer, and both are joined. */
void write_taken(struct turn *turn, const struct desk_row *desk)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->contact_id);
    int64_t due_us = answer_due_us(turn, EFFECT_BRIDGE);

    if (contact->callback_id && !contact->call) {
        write_callback_taken(turn, desk, contact);
        return;
    }

    write_offers_ended(turn, contact, desk->agent_id, false);
    WRITE(turn, OFFER_TAKEN, offer_taken,
          { .contact_id = contact->contact_id,
            .agent_id = desk->agent_id,
            .ring_us = turn->now_us - desk->since_us,
            .bridge_due_us = due_us });
    ASK(turn, { .type = EFFECT_BRIDGE,
                .due_us = due_us,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .agent_id = desk->agent_id,
                .granted_by = desk->leg });
    write_queue_left(turn, contact, EXIT_ANSWERED);
}
