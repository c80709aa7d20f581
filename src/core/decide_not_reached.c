/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An outside number took the contact, or did not: where that one goes then. */

#include "core/decide_answer.h"
#include "core/decide_lead.h"
#include "core/queue_rule.h"
#include "core/step.h"
#include "core/voicemail.h"
#include "core/wait_step.h"

/*
 * Whoever sent the contact there goes on with it: the node of the flow by its
 * exit, the rule by its next destination, the queue by its next way out for the
 * same reason, then by its overflow, then by its line, at the old place; and the
 * contact of an agent goes back to the line it came from. It ends only where
 * nobody has anything more to say. After NUMBERS_MAX in vain neither another way
 * out is tried nor the overflow; but a place in a line is nobody's to take.
 */

static void write_into_line(struct turn *turn,
                            const struct contact_row *contact,
                            const struct event_queue_set *queue,
                            int64_t priority, int64_t since_us)
{
    const struct joining joining = { .queue = queue,
                                     .priority = priority,
                                     .since_us = since_us,
                                     .step_us =
                                         wait_step_done_us(contact, queue) };

    write_queued(turn, contact, &joining);
}

/* By a flow. */

static enum step_exit exit_after(enum offer_result result)
{
    switch (result) {
    case OFFER_BUSY:
    case OFFER_REJECTED:
        return STEP_OTHER;
    case OFFER_NO_ANSWER:
        return STEP_TIMEOUT;
    default:
        return STEP_ERROR;
    }
}

static void write_back_in_flow(struct turn *turn,
                               const struct contact_row *contact,
                               enum offer_result result)
{
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);
    const struct flow_node *node = step_node(turn, contact, talk->sent_node);

    if (!node) {
        write_over(turn, contact, contact->leave_cause, false);
        return;
    }

    ASK(turn, { .type = EFFECT_STOP_PLAY,
                .contact_id = contact->contact_id,
                .call = contact->call });
    write_step_over(turn, contact, node, false,
                    &(struct step_end){ .exit = exit_after(result) });
}

void write_outside_began(struct turn *turn, const struct contact_row *contact)
{
    if (contact->is_sent &&
        state_talk(turn->state, contact->contact_id)->sender == SENDER_FLOW)
        WRITE(turn, STEP_ENDED, step_ended,
              { .contact_id = contact->contact_id,
                .step = contact->step,
                .exit = STEP_DONE,
                .next_node = FLOW_EXIT_NONE });
    WRITE(turn, OUTSIDE_BEGAN, outside_began,
          { .contact_id = contact->contact_id });
}

/* By a routing rule. */

/* Its place in a line: as it is by now for who waits for an agent, else as it
   was when it was sent. */
struct place {
    int64_t priority;
    int64_t since_us;
};

static struct place place_of(const struct turn *turn,
                             const struct contact_row *contact)
{
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);

    return contact->wanted_by
               ? (struct place){ contact->priority, contact->queued_us }
               : (struct place){ talk->sent_priority, talk->sent_since_us };
}

static void write_led_on(struct turn *turn, const struct contact_row *contact,
                         const struct rule_choice *next)
{
    const struct place place = place_of(turn, contact);
    const struct sending sending = {
        .target = { .to = next->to.to,
                    .id = next->to.id,
                    .number = next->to.to == TO_NUMBER
                                  ? *next->to.number
                                  : (struct phone_number){ "" } },
        .priority = place.priority,
        .since_us = place.since_us,
        .cause = contact->leave_cause,
        .joins_else = true,
        .sender = SENDER_RULE,
        .agent_wait_ms = next->rule->agent_wait_ms,
    };

    WRITE(turn, SENT_ON, sent_on,
          { .contact_id = contact->contact_id,
            .sender = SENDER_RULE,
            .rule_id = next->rule->id,
            .rule_to = next->index + 1,
            .to = next->to.to,
            .to_id = next->to.id });
    write_sent(turn, contact, &sending);
}

/* Looks for the rule's next destination; a full queue that it looks at in vain
   is told of, whether there is another or not. */
static bool write_past_full(struct turn *turn,
                            const struct contact_row *contact,
                            struct rule_choice *ret_next)
{
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);
    bool is_led = lead_on(turn, contact, (unsigned)talk->rules_tried, ret_next);

    write_queues_passed(turn, contact->contact_id, ret_next);
    return is_led;
}

static void write_next_of_rule(struct turn *turn,
                               const struct contact_row *contact)
{
    struct rule_choice next;

    if (write_past_full(turn, contact, &next))
        write_led_on(turn, contact, &next);
    else
        write_over(turn, contact, contact->leave_cause, false);
}

/* By a queue. rule: its next way out; NULL: its overflow. */

static void write_next_of_queue(struct turn *turn,
                                const struct contact_row *contact,
                                const struct event_queue_rule_set *rule,
                                const struct event_queue_set *queue)
{
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);
    const struct place place = place_of(turn, contact);
    const struct sending sending = {
        .target = rule ? target_of(rule)
                       : (struct target){ .to = queue->overflow_to,
                                          .id = queue->overflow_id },
        .priority = place.priority,
        .since_us = place.since_us,
        .cause = contact->leave_cause,
        .joins_else = true,
        .nobody_works = rule && is_cause_of_closed(rule->cause),
        .hops = 1,
        .sender = SENDER_QUEUE,
        .queue_id = talk->sent_queue_id,
        .queue_rule_id = rule ? rule->id : 0,
        .agent_wait_ms = rule ? rule->agent_wait_ms : 0,
        .step_us = contact->step_us,
    };

    WRITE(turn, SENT_ON, sent_on,
          { .contact_id = contact->contact_id,
            .sender = SENDER_QUEUE,
            .queue_id = talk->sent_queue_id,
            .rule_id = sending.queue_rule_id,
            .to = sending.target.to,
            .to_id = sending.target.id });
    write_sent(turn, contact, &sending);
}

/* Who chose to leave the line, was sent out of it, or found it long, has its
   place; not so where nobody works, and only where there is room. */
static bool has_a_place(const struct turn *turn,
                        const struct contact_row *contact,
                        const struct event_queue_set *queue,
                        const struct event_queue_rule_set *rule)
{
    if (!queue || (rule && rule_lasts(rule)))
        return false;

    return contact->leave_cause != END_QUEUE_FULL || !is_full(turn, queue);
}

/* Nobody has asked for the overflow of a queue who pressed a key in it, was
   sent on by hand, was told of a long wait, or has not waited for the longest. */
static bool overflows(const struct turn *turn,
                      const struct event_queue_set *queue,
                      const struct event_queue_rule_set *rule)
{
    bool is_early =
        rule && queue && rule->cause == RULE_WAITED &&
        wait_step_of_us(turn->state, rule) != queue->max_wait_ms * 1000;

    return queue && rule && rule->cause != RULE_KEY && !is_early &&
           rule->cause != RULE_ESTIMATE && queue->overflow_to != TO_HANG_UP;
}

/* The way out by which it was sent; NULL: it is gone. */
static const struct event_queue_rule_set *way_of(const struct turn *turn,
                                                 const struct talk_row *talk)
{
    return state_document(turn->state, DOCUMENT_QUEUE_RULE, talk->sent_rule_id);
}

/* ... and the next one, which dials only if more numbers may be. */
static const struct event_queue_rule_set *way_after(const struct turn *turn,
                                                    const struct talk_row *talk,
                                                    bool has_others)
{
    const struct event_queue_rule_set *rule = way_of(turn, talk);

    do
        rule = rule ? rule_after(turn, rule) : NULL;
    while (rule && !has_others && rule->target == TO_NUMBER);
    return rule;
}

static void write_next_way(struct turn *turn, const struct contact_row *contact)
{
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);
    const struct event_queue_set *queue =
        state_queue(turn->state, talk->sent_queue_id);
    const struct event_queue_rule_set *rule = way_of(turn, talk);
    bool has_others = talk->sent_failed + 1 < NUMBERS_MAX;
    const struct event_queue_rule_set *next = way_after(turn, talk, has_others);

    if (next || (has_others && overflows(turn, queue, rule)))
        write_next_of_queue(turn, contact, next, queue);
    else if (has_a_place(turn, contact, queue, rule))
        write_into_line(turn, contact, queue, talk->sent_priority,
                        talk->sent_since_us);
    else
        write_over(turn, contact, contact->leave_cause, false);
}

/* Back to where it came from, at its old place, however many wait by now. */
static void write_back_from_agent(struct turn *turn,
                                  const struct contact_row *contact)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, contact->queue_id);

    if (queue)
        write_into_line(turn, contact, queue, contact->priority,
                        contact->queued_us);
    else
        write_over(turn, contact, END_TRANSFER_FAILED, false);
}

/* By whoever sent it to an agent, who did not take it. */

bool write_agent_not_reached(struct turn *turn,
                             const struct contact_row *contact)
{
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);
    bool has_others = talk->sent_failed < NUMBERS_MAX;
    const struct event_queue_rule_set *way;
    const struct event_queue_set *queue;
    struct rule_choice next;

    if (contact->wanted_by == SENDER_RULE &&
        write_past_full(turn, contact, &next)) {
        write_queue_left(turn, contact, EXIT_OVERFLOWED);
        write_led_on(turn, contact, &next);
        return true;
    }
    if (contact->wanted_by != SENDER_QUEUE)
        return false;

    queue = state_queue(turn->state, talk->sent_queue_id);
    way = way_after(turn, talk, has_others);
    if (!way && !overflows(turn, queue, way_of(turn, talk)))
        return false;
    write_queue_left(turn, contact, EXIT_OVERFLOWED);
    write_next_of_queue(turn, contact, way, queue);
    return true;
}

bool is_sent_in_vain(const struct turn *turn, const struct contact_row *contact)
{
    const struct event_queue_rule_set *rule =
        contact->wanted_by == SENDER_QUEUE
            ? way_of(turn, state_talk(turn->state, contact->contact_id))
            : NULL;

    return rule && rule_lasts(rule);
}

void write_not_reached(struct turn *turn, const struct contact_row *contact,
                       enum offer_result result, bool is_silent)
{
    write_transfer_failed(turn, contact, result, is_silent);
    if (!contact->is_sent) {
        write_back_from_agent(turn, contact);
        return;
    }

    switch (state_talk(turn->state, contact->contact_id)->sender) {
    case SENDER_FLOW:
        write_back_in_flow(turn, contact, result);
        return;
    case SENDER_RULE:
        write_next_of_rule(turn, contact);
        return;
    case SENDER_QUEUE:
        write_next_way(turn, contact);
        return;
    case SENDER_NONE:
        break;
    }

    write_over(turn, contact, contact->leave_cause, false);
}
