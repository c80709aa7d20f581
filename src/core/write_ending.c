/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the end of a contact, wherever it is. */

#include "core/step.h"
#include "core/voicemail.h"

/* What each part of the way took, the part that runs included. */
struct sums {
    int64_t ivr_us;
    int64_t wait_us;
    int64_t talk_us;
    int64_t hold_us;
    int64_t outside_us;
};

static void add_talk(const struct contact_row *contact,
                     const struct talk_row *talk, int64_t now_us,
                     struct sums *sums)
{
    int64_t hold_us = talk->talk_hold_us;

    if (!contact->bridge)
        return;
    if (talk->hold_since_us)
        hold_us += now_us - talk->hold_since_us;

    sums->hold_us += hold_us;
    sums->talk_us += now_us - contact->place_since_us - hold_us;
}

static struct sums sum_up(const struct contact_row *contact,
                          const struct talk_row *talk, int64_t now_us)
{
    struct sums sums = {
        .ivr_us = contact->ivr_us,
        .wait_us = contact->wait_us,
        .talk_us = contact->talk_us,
        .hold_us = contact->hold_us,
        .outside_us = talk->outside_us,
    };

    switch (contact->place) {
    case PLACE_IVR:
        sums.ivr_us += now_us - contact->place_since_us;
        break;
    case PLACE_QUEUE:
        sums.wait_us += now_us - contact->joined_us;
        break;
    case PLACE_TALK:
        add_talk(contact, talk, now_us, &sums);
        break;
    case PLACE_OUTSIDE:
        sums.outside_us += now_us - contact->place_since_us;
        break;
    case PLACE_TRANSFER:
    case PLACE_DIALLING:
    case PLACE_VOICEMAIL:
    case PLACE_ENDED:
        break;
    }

    return sums;
}

static bool is_short_abandon(const struct turn *turn,
                             const struct contact_row *contact,
                             enum end_cause cause)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, contact->queue_id);

    return cause == END_ABANDONED && queue &&
           turn->now_us - contact->joined_us < queue->short_abandon_ms * 1000;
}

/* Whoever dialled has had it, even if nobody picked up. */
static uint64_t last_agent_of(const struct contact_row *contact)
{
    bool has_it =
        contact->place == PLACE_TALK || contact->place == PLACE_DIALLING;

    if (has_it && contact->agent_id)
        return contact->agent_id;

    return contact->last_agent_id;
}

/* Who tries a flow is told apart from callers, who end the same ways. */
static enum end_cause told_cause(const struct turn *turn,
                                 const struct contact_row *contact,
                                 enum end_cause cause)
{
    bool is_ordinary = cause == END_CALLER_HUNG_UP || cause == END_FLOW_ENDED;

    return is_ordinary && state_run(turn->state, contact->contact_id)->on_trial
               ? END_FLOW_TRIED
               : cause;
}

void write_over(struct turn *turn, const struct contact_row *contact,
                enum end_cause cause, bool caller_is_gone)
{
    struct sums sums = sum_up(
        contact, state_talk(turn->state, contact->contact_id), turn->now_us);
    bool is_silent = caller_is_gone || contact->call == 0;
    int64_t due_us = is_silent ? 0 : answer_due_us(turn, EFFECT_HANG_UP);

    write_charged(turn, contact->dialled);
    write_own_call_over(turn, contact);
    WRITE(turn, CONTACT_ENDED, contact_ended,
          { .contact_id = contact->contact_id,
            .cause = told_cause(turn, contact, cause),
            .place = contact->place,
            .queue_id = contact->queue_id,
            .agent_id = last_agent_of(contact),
            .answered = contact->answered,
            .in_time = contact->in_time,
            .short_abandon = is_short_abandon(turn, contact, cause),
            .ivr_us = sums.ivr_us,
            .wait_us = sums.wait_us,
            .talk_us = sums.talk_us,
            .hold_us = sums.hold_us,
            .outside_us = sums.outside_us,
            .total_us = turn->now_us - contact->arrived_us,
            .release_due_us = due_us });

    if (!is_silent)
        ASK(turn, { .type = EFFECT_HANG_UP,
                    .due_us = due_us,
                    .contact_id = contact->contact_id,
                    .call = contact->call });
}

static enum queue_exit exit_for(enum end_cause cause)
{
    switch (cause) {
    case END_ABANDONED:
        return EXIT_ABANDONED;
    case END_OVERFLOWED:
        return EXIT_OVERFLOWED;
    default:
        return EXIT_ENDED;
    }
}

static void write_left(struct turn *turn, const struct contact_row *contact,
                       enum end_cause cause, bool agent_is_silent)
{
    write_offers_ended(turn, contact, 0, agent_is_silent);
    write_queue_left(turn, contact, exit_for(cause));
}

/* The server has ended: nobody is there to be told. */
static bool is_silence(struct silence silence)
{
    return silence.caller && silence.agent && silence.outside;
}

void write_contact_ended(struct turn *turn, const struct contact_row *contact,
                         enum end_cause cause, struct silence silence)
{
    switch (contact->place) {
    case PLACE_QUEUE:
        write_left(turn, contact, cause, silence.agent);
        break;
    case PLACE_TALK:
        write_consult_over(turn, contact, is_silence(silence));
        write_talk_ended(turn, contact, cause, silence.agent);
        break;
    case PLACE_TRANSFER:
        write_transfer_failed(turn, contact, OFFER_CANCELLED, silence.outside);
        break;
    case PLACE_OUTSIDE:
        write_outside_ended(turn, contact, cause, silence.outside);
        break;
    case PLACE_DIALLING:
        write_dialling_ended(turn, contact, OFFER_CANCELLED, silence);
        break;
    case PLACE_VOICEMAIL:
        write_voicemail_left(turn, contact);
        break;
    case PLACE_IVR:
    case PLACE_ENDED:
        break;
    }

    write_over(turn, contact, cause, silence.caller);
    ask_utterance_stopped(turn, contact);
}
