/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows when nothing happened in time. */

#include "core/callback.h"

#include "core/callback_offer.h"
#include "core/contact_slot.h"
#include "core/decide_answer.h"
#include "core/decide_lead.h"
#include "core/decide_line.h"
#include "core/delivery.h"
#include "core/hearing.h"
#include "core/kept_place.h"
#include "core/line.h"
#include "core/queue_slot.h"
#include "core/state_due.h"
#include "core/visit.h"
#include "core/voicemail.h"
#include "core/write.h"

/* Accepted in the console and not picked up is missed, too: a phone that nobody
   lifts takes no caller, however often its agent says so. */
static void offer_due(struct turn *turn, const struct desk_row *desk)
{
    write_not_taken(turn, desk, OFFER_NO_ANSWER, false);
}

static void release_due(struct turn *turn, const struct desk_row *desk)
{
    WRITE(
        turn, LEG_GONE, leg_gone,
        { .leg = desk->ending_leg, .agent_id = desk->agent_id, .lost = true });
}

static void asked_due(struct turn *turn, const struct contact_row *contact)
{
    if (contact->place == PLACE_ENDED)
        WRITE(turn, LEG_GONE, leg_gone,
              { .contact_id = contact->contact_id, .lost = true });
    else
        write_asked_failed(turn, contact, OFFER_NO_ANSWER, false);
}

static void outside_end_due(struct turn *turn,
                            const struct contact_row *contact)
{
    WRITE(turn, LEG_GONE, leg_gone,
          { .leg = state_talk(turn->state, contact->contact_id)->ending_leg,
            .contact_id = contact->contact_id,
            .lost = true });
}

static void overflow_due(struct turn *turn, const struct contact_row *contact)
{
    if (contact->wanted_agent_id) {
        write_given_up(turn, contact);
        return;
    }
    if (contact->callback_id) {
        write_contact_ended(turn, contact, END_OVERFLOWED,
                            (struct silence){ 0 });
        return;
    }

    write_waited_too_long(turn, contact);
}

static void step_due(struct turn *turn, const struct contact_row *contact)
{
    if (contact->led_later)
        write_led_due(turn, contact);
    else if (contact->callback_stage && contact->play)
        write_callback_prompt_ended(turn, contact, true);
    else if (contact->callback_stage)
        write_callback_silence(turn, contact);
    else if (contact->box_stage == BOX_STAGE_VISIT)
        write_visit_due(turn, contact);
    else if (contact->place == PLACE_VOICEMAIL)
        write_voicemail_due(turn, contact);
    else if (contact->place == PLACE_QUEUE)
        write_hearing_ended(turn, contact, true);
    else
        write_step_timeout(turn, contact);
}

/* The oldest contact has waited for the next delay. */
static void open_due(struct turn *turn, const struct due *due)
{
    const struct queue_slot *queue = queue_slot(turn->state, due->owner_id);
    const struct contact_slot *oldest =
        TREE_MEMBER(tree_first(&queue->by_wait), struct contact_slot, in_wait);

    WRITE(turn, QUEUE_OPENED, queue_opened,
          { .queue_id = due->owner_id,
            .contact_id = oldest->row.contact_id,
            .open_us = due->due_us - oldest->place.queued_us });
}

void decide_due(struct turn *turn, const struct due *due)
{
    const struct desk_row *desk = state_desk(turn->state, due->owner_id);
    const struct contact_row *contact =
        state_contact(turn->state, due->owner_id);

    switch (due->kind) {
    case DEADLINE_OFFER:
        offer_due(turn, desk);
        break;
    case DEADLINE_COOL_DOWN:
        WRITE(turn, COOL_DOWN_ENDED, cool_down_ended,
              { .agent_id = desk->agent_id });
        break;
    case DEADLINE_WRAP_UP:
        write_wrap_up_due(turn, desk);
        break;
    case DEADLINE_RELEASE:
        release_due(turn, desk);
        break;
    case DEADLINE_ASKED:
        asked_due(turn, contact);
        break;
    case DEADLINE_STEP:
        step_due(turn, contact);
        break;
    case DEADLINE_OVERFLOW:
        overflow_due(turn, contact);
        break;
    case DEADLINE_OUTSIDE_END:
        outside_end_due(turn, contact);
        break;
    case DEADLINE_LISTEN:
        write_listening_stopped(turn, desk);
        break;
    case DEADLINE_LINE:
        write_line_due(turn, desk);
        break;
    case DEADLINE_CONSULT:
        write_consult_ended(turn, contact, OFFER_NO_ANSWER,
                            (struct silence){ 0 });
        break;
    case DEADLINE_DELIVERY:
        write_delivery_due(turn, due->owner_id);
        break;
    case DEADLINE_MESSAGE:
        write_message_due(turn, due->owner_id);
        break;
    case DEADLINE_PLACE:
        write_place_forgotten(turn, due->owner_id);
        break;
    case DEADLINE_CALLBACK:
        write_callback_due(turn, due->owner_id);
        break;
    case DEADLINE_RECORD:
        write_record_resumed(turn, contact, true);
        break;
    case DEADLINE_DEMAND:
        write_demand_changed(turn, contact, false);
        break;
    case DEADLINE_MORE:
        WRITE(turn, RING_WIDENED, ring_widened,
              { .contact_id = contact->contact_id,
                .queue_id = contact->queue_id });
        break;
    case DEADLINE_OPEN:
        open_due(turn, due);
        break;
    case DEADLINE_DAY:
        write_day_began(turn);
        break;
    case DEADLINE_LEAVE:
        decide_leave(turn, due->owner_id);
        break;
    case DEADLINE_ESTIMATE:
        decide_estimate(turn, due->owner_id);
        break;
    case DEADLINE_HEARING:
        write_hearing_due(turn, contact);
        break;
    case DEADLINE_NIGHT:
        write_night_due(turn, due->owner_id);
        break;
    case DEADLINE_DUTY:
        write_duty_over(turn, due->owner_id);
        break;
    }
}
