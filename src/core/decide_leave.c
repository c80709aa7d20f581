/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those who wait are sent elsewhere: by a rule, a key, or a step of their wait. */

#include <assert.h>

#include "core/callback_offer.h"
#include "core/decide_answer.h"
#include "core/queue_rule.h"
#include "core/voicemail.h"
#include "core/wait_step.h"
#include "core/write.h"

static void write_left_by(struct turn *turn, const struct contact_row *contact,
                          const struct event_queue_rule_set *rule,
                          enum end_cause cause)
{
    const struct leaving leaving = {
        .exit = EXIT_OVERFLOWED,
        .rule_id = rule->id,
        .step_us = wait_step_of_us(turn->state, rule),
    };
    const struct sending sending = {
        .target = target_of(rule),
        .priority = contact->priority,
        .since_us = contact->queued_us,
        .cause = cause,
        .nobody_works = is_cause_of_closed(rule->cause),
        .sender = SENDER_QUEUE,
        .queue_id = contact->queue_id,
        .queue_rule_id = rule->id,
        .agent_wait_ms = rule->agent_wait_ms,
        .step_us = leaving.step_us ? leaving.step_us : contact->step_us,
    };

    write_offers_ended(turn, contact, 0, false);
    write_queue_left_by(turn, contact, &leaving);
    write_sent(turn, contact, &sending);
}

void decide_leave(struct turn *turn, uint64_t queue_id)
{
    const struct event_queue_rule_set *rule = rule_for_waiting(turn, queue_id);
    const struct contact_row *contact =
        state_contact(turn->state, state_first_leaver(turn->state, queue_id));

    assert(rule && contact); /* or the deadline would not have been */
    write_left_by(turn, contact, rule,
                  rule->cause == RULE_CLOSED ? END_QUEUE_CLOSED
                                             : END_TURNED_AWAY);
}

void decide_estimate(struct turn *turn, uint64_t queue_id)
{
    const struct event_queue_rule_set *rule =
        rule_by_estimate(turn->state, queue_id);
    const struct contact_row *contact =
        state_contact(turn->state, state_last_leaver(turn->state, queue_id));
    const struct tally_row *tally = state_tally(turn->state, queue_id);
    int64_t since_us = tally->long_since_us;

    assert(rule && contact); /* or the deadline would not have been */
    /* Late: nobody has waited meanwhile, and the asking before was of others. */
    if (turn->now_us > tally->estimate_due_us + ESTIMATE_EVERY_US)
        since_us = 0;
    bool is_long = rule_finds_long(turn, rule, contact->contact_id);
    /* Who came back, for the number of this very rule was not reached, stays. */
    bool is_back =
        state_talk(turn->state, contact->contact_id)->sent_rule_id == rule->id;
    bool goes = is_long && !is_back && since_us &&
                !rule_dials_in_vain(turn, contact, rule) &&
                since_us + ESTIMATE_EVERY_US <= turn->now_us;

    if (!is_long)
        since_us = 0;
    else if (!since_us)
        since_us = turn->now_us;
    WRITE(turn, QUEUE_ESTIMATED, queue_estimated,
          { .queue_id = queue_id,
            .long_since_us = since_us,
            .due_us = goes ? turn->now_us : turn->now_us + ESTIMATE_EVERY_US });
    if (goes)
        write_left_by(turn, contact, rule, END_TURNED_AWAY);
}

/* The way out of that step; NULL: none is left that would not dial in vain. */
static const struct event_queue_rule_set *way_out_after(
    const struct turn *turn, const struct contact_row *contact, int64_t step_us)
{
    const struct event_queue_rule_set *rule =
        wait_step_rule(turn->state, contact->queue_id, step_us);

    while (rule && rule_dials_in_vain(turn, contact, rule))
        rule = rule_after(turn, rule);
    return rule;
}

/* Counted from the join, and not from a step that came late, for it was on
   offer meanwhile. */
static int64_t next_step_due_us(const struct turn *turn,
                                const struct contact_row *contact,
                                const struct event_queue_set *queue,
                                int64_t done_us)
{
    int64_t step_us = wait_step_now_us(turn->state, queue->id, done_us);
    int64_t due_us = contact->steps_since_us + step_us;

    return step_us > done_us && due_us > turn->now_us
               ? due_us
               : overflow_due_us(turn, queue, done_us);
}

/* Before the longest wait nobody overflows. */
static void write_step_missed(struct turn *turn,
                              const struct contact_row *contact,
                              int64_t step_us)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, contact->queue_id);

    if (step_us != queue->max_wait_ms * 1000) {
        WRITE(turn, WAIT_STEPPED, wait_stepped,
              { .contact_id = contact->contact_id,
                .queue_id = queue->id,
                .step_us = step_us,
                .overflow_due_us =
                    next_step_due_us(turn, contact, queue, step_us) });
        return;
    }

    write_offers_ended(turn, contact, 0, false);
    write_queue_left(turn, contact, EXIT_OVERFLOWED);
    write_overflow(turn, contact, queue, END_OVERFLOWED);
}

void write_waited_too_long(struct turn *turn, const struct contact_row *contact)
{
    int64_t step_us =
        wait_step_now_us(turn->state, contact->queue_id, contact->step_us);
    const struct event_queue_rule_set *rule =
        way_out_after(turn, contact, step_us);

    if (rule && rule->target != TO_CALLBACK)
        write_left_by(turn, contact, rule, END_OVERFLOWED);
    else if (!rule || !offer_callback_in_line(turn, contact, step_us))
        write_step_missed(turn, contact, step_us);
}

enum refusal decide_exit_key(struct turn *turn,
                             const struct contact_row *contact,
                             const struct digits *digit)
{
    const struct event_queue_rule_set *rule =
        rule_by_cause(turn->state, contact->queue_id, RULE_KEY, digit->text[0]);

    if (!rule || is_internal(contact) || contact->callback_id)
        return REFUSED_NOT_ASKED;

    if (rule->target == TO_CALLBACK)
        return offer_callback_in_line(turn, contact, contact->step_us)
                   ? REFUSED_NOT
                   : REFUSED_NOT_ASKED;

    WRITE(turn, DIGIT_PRESSED, digit_pressed,
          { .contact_id = contact->contact_id, .digit = *digit });
    write_left_by(turn, contact, rule, END_TURNED_AWAY);
    return REFUSED_NOT;
}

/* The rest of what is to be told counts on these. */
static bool write_counts(struct turn *turn, uint64_t queue_id)
{
    const struct state *state = turn->state;
    const struct event_queue_rule_set *rule;
    bool is_new = false;

    for (rule = state_first_rule(state, queue_id); rule;
         rule = state_next_rule(state, rule)) {
        bool has_begun = state_rule_begun(state, rule->id) != NULL;

        if (!rule_counts_agents(rule) ||
            rule_finds_few(state, rule) == has_begun)
            continue;
        if (has_begun)
            WRITE(turn, QUEUE_RULE_ENDED, queue_rule_ended,
                  { .queue_id = queue_id, .rule_id = rule->id });
        else
            WRITE(turn, QUEUE_RULE_BEGAN, queue_rule_began,
                  { .queue_id = queue_id, .rule_id = rule->id });
        is_new = true;
    }

    return is_new;
}

void decide_staffing(struct turn *turn, uint64_t queue_id)
{
    struct staffing_told told;

    if (write_counts(turn, queue_id))
        return;
    staffing_now(turn->state, queue_id, turn->now_us, &told);
    WRITE(turn, QUEUE_STAFFED, queue_staffed,
          { .queue_id = queue_id,
            .staffing = told.staffing,
            .due_us = told.due_us,
            .estimate_due_us = told.estimate_due_us });
}
