/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes how offers, talks and outside talks end. */

#include "core/write.h"

#include <assert.h>

#include "core/contact_slot.h"
#include "core/desk_slot.h"

/* Offers. */

static int64_t cool_down_ms(const struct event_queue_set *queue,
                            enum offer_result result)
{
    switch (result) {
    case OFFER_NO_ANSWER:
        return queue->cool_no_answer_ms;
    case OFFER_REJECTED:
        return queue->cool_rejected_ms;
    case OFFER_BUSY:
        return queue->cool_busy_ms;
    case OFFER_FAILED:
        return queue->cool_failed_ms;
    case OFFER_ANSWERED:
    case OFFER_CANCELLED:
        break;
    }

    return 0;
}

static struct next next_after_offer(const struct turn *turn,
                                    const struct desk_row *desk,
                                    const struct event_queue_set *queue,
                                    enum offer_result result, int64_t misses)
{
    bool missed_too_many = result == OFFER_NO_ANSWER && queue->max_misses > 0 &&
                           misses >= queue->max_misses;
    struct next next = { AGENT_AVAILABLE, PAUSE_NONE };

    if (missed_too_many)
        next = (struct next){ AGENT_PAUSED, PAUSE_MISSED };

    return next_state(turn, desk, next);
}

/* "Call completed elsewhere": a phone shows no missed call. */
enum { SIP_OK = 200 };

static void write_ended(struct turn *turn, const struct desk_row *desk,
                        enum offer_result result, bool is_silent,
                        bool elsewhere)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, desk->queue_id);
    int64_t cool_us = cool_down_ms(queue, result) * 1000;
    int64_t misses = desk->misses + (result == OFFER_NO_ANSWER);
    struct next next = next_after_offer(turn, desk, queue, result, misses);
    bool rings = desk->leg != 0 && !is_silent;
    int64_t stop_due_us = rings ? answer_due_us(turn, EFFECT_STOP_RINGING) : 0;

    WRITE(turn, OFFER_ENDED, offer_ended,
          { .contact_id = desk->contact_id,
            .agent_id = desk->agent_id,
            .result = result,
            .ring_us = turn->now_us - desk->since_us,
            .stop_due_us = stop_due_us,
            .cool_down_due_us = cool_us ? turn->now_us + cool_us : 0,
            .misses = misses,
            .next_state = next.state,
            .next_reason_id = next.reason_id,
            .elsewhere = elsewhere });

    if (rings)
        ASK(turn, { .type = EFFECT_STOP_RINGING,
                    .due_us = stop_due_us,
                    .contact_id = desk->contact_id,
                    .agent_id = desk->agent_id,
                    .granted_by = desk->leg,
                    .code = elsewhere ? SIP_OK : 0 });
}

void write_offer_ended(struct turn *turn, const struct desk_row *desk,
                       enum offer_result result, bool is_silent)
{
    write_ended(turn, desk, result, is_silent, false);
}

void write_offers_ended(struct turn *turn, const struct contact_row *contact,
                        uint64_t taker_id, bool is_silent)
{
    const struct contact_slot *slot =
        contact_slot(turn->state, contact->contact_id);
    const struct tree_node *node = tree_first(&slot->ringing);

    for (; node; node = tree_next(node)) {
        const struct desk_slot *desk =
            TREE_MEMBER(node, struct desk_slot, in_ringing);

        if (desk->row.agent_id != taker_id)
            write_ended(turn, &desk->row, OFFER_CANCELLED, is_silent,
                        taker_id != 0);
    }
}

/* Talks. */

static int64_t write_hold_ended(struct turn *turn,
                                const struct contact_row *contact)
{
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);

    if (!talk->hold_since_us)
        return 0;

    int64_t hold_us = turn->now_us - talk->hold_since_us;

    WRITE(turn, HOLD_ENDED, hold_ended,
          { .contact_id = contact->contact_id,
            .agent_id = contact->agent_id,
            .hold_us = hold_us });
    return hold_us;
}

static void write_no_wrap_up(struct turn *turn, const struct desk_row *desk)
{
    struct next next =
        next_state(turn, desk, (struct next){ AGENT_AVAILABLE, PAUSE_NONE });

    WRITE(turn, WRAP_UP_ENDED, wrap_up_ended,
          { .contact_id = desk->contact_id,
            .agent_id = desk->agent_id,
            .note = desk->note,
            .next_state = next.state,
            .next_reason_id = next.reason_id });
}

static int64_t wrap_up_due_us(const struct turn *turn,
                              const struct event_queue_set *queue,
                              enum wrap_up_mode wrap_up)
{
    int64_t longest_ms =
        wrap_up_is_timed(wrap_up) ? queue->wrap_up_ms : queue->wrap_up_max_ms;

    if (wrap_up == WRAP_UP_NONE || longest_ms == 0)
        return 0;

    return turn->now_us + longest_ms * 1000;
}

/* No earlier than the deadline that it has without being asked. */
static int64_t wrap_up_limit_us(const struct turn *turn,
                                const struct event_queue_set *queue,
                                enum wrap_up_mode wrap_up)
{
    int64_t longest_ms = queue->wrap_up_ms > queue->wrap_up_max_ms
                             ? queue->wrap_up_ms
                             : queue->wrap_up_max_ms;

    if (!wrap_up_is_timed(wrap_up))
        return wrap_up_due_us(turn, queue, wrap_up);

    return turn->now_us + longest_ms * 1000;
}

/* Colleagues have nothing to write up. */
static enum wrap_up_mode wrap_up_after(const struct contact_row *contact,
                                       const struct event_queue_set *queue)
{
    return is_internal(contact) ? WRAP_UP_NONE : queue->wrap_up;
}

void write_talk_ended(struct turn *turn, const struct contact_row *contact,
                      enum end_cause cause, bool is_silent)
{
    const struct desk_row *desk = state_desk(turn->state, contact->agent_id);
    const struct event_queue_set *queue =
        state_queue(turn->state, desk->queue_id);
    int64_t hold_us =
        state_talk(turn->state, contact->contact_id)->talk_hold_us +
        write_hold_ended(turn, contact);

    enum wrap_up_mode wrap_up = wrap_up_after(contact, queue);

    write_record_ending(turn, contact);
    int64_t whole_us =
        contact->bridge ? turn->now_us - contact->place_since_us : 0;
    int64_t release_due_us =
        is_silent ? 0 : answer_due_us(turn, EFFECT_RELEASE);

    WRITE(turn, TALK_ENDED, talk_ended,
          { .contact_id = contact->contact_id,
            .agent_id = desk->agent_id,
            .cause = cause,
            .talk_us = whole_us - hold_us,
            .hold_us = hold_us,
            .release_due_us = release_due_us,
            .wrap_up = wrap_up,
            .wrap_up_due_us = wrap_up_due_us(turn, queue, wrap_up),
            .wrap_up_limit_us = wrap_up_limit_us(turn, queue, wrap_up) });

    /* A leg that is gone has taken its recording with it. */
    if (!is_silent)
        ask_record_stopped(turn, contact);
    if (!is_silent)
        ASK(turn, { .type = EFFECT_RELEASE,
                    .due_us = release_due_us,
                    .contact_id = contact->contact_id,
                    .agent_id = desk->agent_id,
                    .granted_by = desk->leg });
    if (wrap_up == WRAP_UP_NONE)
        write_no_wrap_up(turn, desk);
}

/* Outside numbers. */

void write_transfer_failed(struct turn *turn, const struct contact_row *contact,
                           enum offer_result result, bool is_silent)
{
    bool is_picked_up = contact->leg != contact->asked;
    enum effect_type type = is_picked_up ? EFFECT_RELEASE : EFFECT_STOP_RINGING;
    int64_t due_us = is_silent ? 0 : answer_due_us(turn, type);

    write_charged(turn, contact->leg);
    WRITE(turn, TRANSFER_FAILED, transfer_failed,
          { .contact_id = contact->contact_id,
            .result = result,
            .stop_due_us = due_us });

    if (!is_silent)
        ASK(turn, { .type = type,
                    .due_us = due_us,
                    .contact_id = contact->contact_id,
                    .granted_by = contact->leg });
}

void write_outside_ended(struct turn *turn, const struct contact_row *contact,
                         enum end_cause cause, bool is_silent)
{
    int64_t due_us = is_silent ? 0 : answer_due_us(turn, EFFECT_RELEASE);

    write_charged(turn, contact->leg);
    WRITE(turn, OUTSIDE_ENDED, outside_ended,
          { .contact_id = contact->contact_id,
            .cause = cause,
            .outside_us = turn->now_us - contact->place_since_us,
            .release_due_us = due_us });

    if (!is_silent)
        ASK(turn, { .type = EFFECT_RELEASE,
                    .due_us = due_us,
                    .contact_id = contact->contact_id,
                    .granted_by = contact->leg });
}
