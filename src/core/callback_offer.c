/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether to be called back is asked of callers, and booked or declined. */

#include "core/callback_offer.h"

#include "core/callback.h"
#include "core/callback_offer_inside.h"
#include "core/hearing.h"
#include "core/step.h"

/* Where the caller is asked, and goes on afterwards. */
enum where { IN_LINE, IN_FLOW, ALONE };

static enum where where_is(const struct contact_row *contact)
{
    if (contact->in_line)
        return IN_LINE;

    return contact->place == PLACE_IVR && contact->node >= 0 ? IN_FLOW : ALONE;
}

bool callback_waits_else(const struct contact_row *contact)
{
    enum where where = where_is(contact);

    return where == IN_LINE || (where == ALONE && contact->callback_joins);
}

/* What is heard. */

const char *callback_prompt(enum callback_stage stage, bool waits)
{
    if (stage == CALLBACK_STAGE_ASKS)
        return waits ? "callback_ask" : "callback_offer";

    return waits ? "callback_type" : "callback_number";
}

static void write_goodbye(struct turn *turn, const struct contact_row *contact,
                          bool is_for_a_time)
{
    WRITE(turn, ANNOUNCEMENT_BEGAN, announcement_began,
          { .contact_id = contact->contact_id,
            .cause = END_CALLBACK,
            .due_us = answer_due_us(turn, EFFECT_PLAY),
            .ivr_us = ivr_so_far_us(turn, contact) });
    ask_prompt(turn, contact,
               is_for_a_time ? "callback_agreed" : "callback_booked", 0);
}

/* The question. */

static enum callback_stage first_stage(struct turn *turn,
                                       const struct contact_row *contact,
                                       const struct event_queue_set *queue)
{
    return check_callback_number(turn, queue, &contact->caller)
               ? CALLBACK_STAGE_TYPES
               : CALLBACK_STAGE_ASKS;
}

static void write_offered(struct turn *turn, const struct contact_row *contact,
                          bool waits, struct event_callback_offered offered)
{
    offered.contact_id = contact->contact_id;
    offered.stage =
        first_stage(turn, contact, state_queue(turn->state, offered.queue_id));
    offered.due_us = answer_due_us(turn, EFFECT_PLAY);
    turn->suspicion.is_one = false;
    outbox_add_event(turn->outbox,
                     &(const struct event){ .type = EVENT_CALLBACK_OFFERED,
                                            .as.callback_offered = offered });
    ask_prompt(turn, contact, callback_prompt(offered.stage, waits), 0);
}

/* A flow is no line: the contact comes back to where it was. */
static void write_asked_by_flow(struct turn *turn,
                                const struct contact_row *contact,
                                const struct event_queue_set *queue,
                                int64_t step_us)
{
    const struct callback_asking asking = {
        .queue = queue,
        .priority = contact->priority,
        .since_us = contact->queued_us,
        .cause = END_TURNED_AWAY,
        .joins = true,
    };

    write_offers_ended(turn, contact, 0, false);
    write_queue_left_by(
        turn, contact,
        &(struct leaving){ .exit = EXIT_MOVED, .step_us = step_us });
    write_callback_flow(turn, contact, callback_flow_of(turn, queue), &asking);
}

bool offer_callback_in_line(struct turn *turn,
                            const struct contact_row *contact, int64_t step_us)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, contact->queue_id);
    int64_t not_before_us = turn->now_us + CALLBACK_OFFER_US;
    int64_t due_us = contact->overflow_due_us;

    if (!calls_back(queue) || contact->callback_id || contact->callback_stage ||
        contact->hears_notice)
        return false;
    if (callback_flow_of(turn, queue)) {
        write_asked_by_flow(turn, contact, queue, step_us);
        return true;
    }
    if (contact->play)
        write_hearing_ended(turn, contact, true); /* cut short */
    if (due_us && due_us <= turn->now_us)
        due_us = overflow_due_us(turn, queue, step_us);

    write_offered(turn, contact, true,
                  (struct event_callback_offered){
                      .queue_id = queue->id,
                      .step_us = step_us,
                      .overflow_due_us = due_us && due_us < not_before_us
                                             ? not_before_us
                                             : due_us });
    return true;
}

bool offer_callback(struct turn *turn, const struct contact_row *contact,
                    const struct sending *sending)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, sending->target.id);

    if (!calls_back(queue))
        return false;

    const struct event_flow_set *flow = callback_flow_of(turn, queue);

    if (flow) {
        write_callback_flow(
            turn, contact, flow,
            &(struct callback_asking){ .queue = queue,
                                       .priority = sending->priority,
                                       .since_us = sending->since_us,
                                       .cause = sending->cause,
                                       .joins = sending->joins_else });
        return true;
    }

    write_offered(turn, contact, sending->joins_else,
                  (struct event_callback_offered){
                      .queue_id = queue->id,
                      .priority = sending->priority,
                      .since_us = sending->since_us,
                      .joins = sending->joins_else,
                      .cause = sending->cause,
                      .ivr_us = ivr_so_far_us(turn, contact) });
    return true;
}

void write_callback_asked(struct turn *turn, const struct contact_row *contact,
                          const struct callback_asking *place)
{
    write_offered(
        turn, contact, false,
        (struct event_callback_offered){ .queue_id = place->queue->id,
                                         .priority = place->priority,
                                         .since_us = place->since_us });
}

bool may_be_called_back(struct turn *turn, const struct event_queue_set *queue,
                        const struct phone_number *number)
{
    bool may = queue && !check_callback_number(turn, queue, number) &&
               state_row_count(turn->state, ROW_CALLBACK) < STATE_MAX_CALLBACKS;

    turn->suspicion.is_one = false;
    return may;
}

/* The answer. */

static void write_answered(struct turn *turn, const struct contact_row *contact,
                           bool accepted)
{
    WRITE(turn, CALLBACK_ANSWERED, callback_answered,
          { .contact_id = contact->contact_id,
            .queue_id = contact->callback_queue_id,
            .accepted = accepted });
}

static void write_way_on(struct turn *turn, const struct contact_row *contact,
                         enum step_exit exit)
{
    ask_prompt_stopped(turn, contact);
    write_step_over(turn, contact, step_node_now(turn, contact), false,
                    &(struct step_end){ .exit = exit });
}

void write_callback_declined(struct turn *turn,
                             const struct contact_row *contact)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, contact->queue_id);

    write_answered(turn, contact, false);
    switch (where_is(contact)) {
    case IN_LINE:
        ASK(turn, { .type = EFFECT_PLAY_MUSIC,
                    .contact_id = contact->contact_id,
                    .call = contact->call,
                    .language = contact->language,
                    .prompt = queue->music });
        break;
    case IN_FLOW:
        write_way_on(turn, contact, STEP_OTHER);
        break;
    case ALONE:
        write_not_called_back(turn, contact);
    }
}

void write_callback_booked(struct turn *turn, const struct contact_row *contact,
                           const struct phone_number *number, int64_t due_us)
{
    enum where where = where_is(contact);
    const struct callback_wish wish = {
        .queue = state_queue(turn->state, contact->callback_queue_id),
        .number = number,
        .origin = where == IN_FLOW ? CALLBACK_BY_FLOW : CALLBACK_BY_CALLER,
        .due_us = due_us,
    };

    write_answered(turn, contact, true);
    bool is_kept = write_callback_asked_by(
        turn, contact, &wish, contact->priority, contact->queued_us);

    if (where == IN_FLOW) {
        write_way_on(turn, contact, STEP_DONE);
        return;
    }

    if (where == IN_LINE) {
        write_offers_ended(turn, contact, 0, false);
        write_queue_left(turn, contact, EXIT_CALLBACK);
    }
    write_goodbye(turn, contact, due_us && is_kept);
}
