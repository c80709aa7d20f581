/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes that go on by calendars and lists, or send the contact elsewhere. */

#include "core/flow_facts.h"
#include "core/sending.h"
#include "core/step.h"
#include "core/variable.h"

static bool is_true(struct value value)
{
    return value.type == VALUE_TRUTH && value.number;
}

static enum step_exit exit_by_hours(const struct turn *turn,
                                    const struct contact_row *contact,
                                    const char *calendar)
{
    struct value open = flow_facts_ask(turn, contact, FACT_OPEN, calendar);

    if (open.type == VALUE_UNKNOWN)
        return STEP_ERROR;
    if (is_true(open))
        return STEP_DONE;

    return is_true(flow_facts_ask(turn, contact, FACT_HOLIDAY, calendar))
               ? STEP_HOLIDAY
               : STEP_OTHER;
}

/* An older version of a flow may name what is gone by now. */
void begin_hours(struct turn *turn, const struct contact_row *contact,
                 const struct flow_node *node)
{
    const struct event_calendar_set *calendar =
        state_calendar(turn->state, node->as.hours_node.calendar_id);

    write_step_passed(turn, contact, node,
                      calendar
                          ? exit_by_hours(turn, contact, calendar->name.text)
                          : STEP_ERROR);
}

/* Flows from before the exit for it go on as if nobody was on the list. */
void begin_caller_list(struct turn *turn, const struct contact_row *contact,
                       const struct flow_node *node)
{
    const struct event_caller_list_set *list = state_caller_list(
        turn->state, node->as.caller_list_node.caller_list_id);
    enum step_exit exit = STEP_OTHER;

    if (!list && node->exits[STEP_ERROR] >= 0)
        exit = STEP_ERROR;
    else if (list && flow_facts_list_caller(turn, contact, list->name.text))
        exit = STEP_DONE;
    write_step_passed(turn, contact, node, exit);
}

/* Who is signed out does not come back for a caller. */
static enum refusal check_agent(const struct turn *turn, uint64_t agent_id)
{
    const struct desk_row *desk = state_desk(turn->state, agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;
    if (desk->state == AGENT_OFFLINE)
        return REFUSED_NOT_LOGGED_IN;

    return first_queue(turn, agent_id) != 0 ? REFUSED_NOT
                                            : REFUSED_SERVES_NO_QUEUE;
}

static enum refusal check_sending(struct turn *turn,
                                  const struct target *target)
{
    enum refusal refusal = check_target(turn, target);

    return refusal || target->to != TO_AGENT ? refusal
                                             : check_agent(turn, target->id);
}

/* Of a masked variable no number is made: it would be in the journal. */
static enum refusal find_number(const struct turn *turn,
                                const struct contact_row *contact,
                                const char *text,
                                struct phone_number *ret_number)
{
    struct label filled;

    if (!variable_fill(turn, contact, text, &filled, NULL) ||
        !flow_number_read(filled.text, ret_number))
        return REFUSED_BAD_NUMBER;

    return REFUSED_NOT;
}

int64_t in_flows_since_us(const struct turn *turn,
                          const struct contact_row *contact)
{
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);

    return talk->sender == SENDER_FLOW ? talk->sent_since_us
                                       : contact->place_since_us;
}

static bool is_in_vain(const struct turn *turn,
                       const struct contact_row *contact)
{
    return state_talk(turn->state, contact->contact_id)->sent_failed >=
           NUMBERS_MAX;
}

void begin_transfer(struct turn *turn, const struct contact_row *contact,
                    const struct flow_node *node)
{
    const struct node_transfer *transfer = &node->as.transfer_node;
    const bool dials = transfer->agent_id == 0;
    struct sending sending = {
        .target = { .to = dials ? TO_NUMBER : TO_AGENT,
                    .id = transfer->agent_id },
        .priority = contact->chosen_priority ? contact->chosen_priority
                                             : transfer->priority,
        .since_us = dials ? in_flows_since_us(turn, contact) : turn->now_us,
        .cause = END_FLOW_FAILED,
        .sender = SENDER_FLOW,
        .agent_wait_ms = transfer->agent_wait_ms,
    };

    enum refusal refusal = REFUSED_NOT;

    if (dials)
        refusal = find_number(turn, contact, transfer->number.text,
                              &sending.target.number);
    if (!refusal && dials && is_in_vain(turn, contact))
        refusal = REFUSED_TOO_MANY;
    if (!refusal)
        refusal = check_sending(turn, &sending.target);
    if (refusal) {
        write_step_began(turn, contact, node, 0, 0);
        write_step_over(
            turn, contact, node, true,
            &(struct step_end){ .exit = STEP_ERROR, .reason = refusal });
        return;
    }

    if (write_trial_over(turn, contact, node))
        return;

    /* whether a number takes it is not known yet: the step goes on */
    if (dials)
        write_step_began(turn, contact, node, 0, 0);
    else
        write_last_step(turn, contact, node, STEP_DONE);
    write_sent(turn, contact, &sending);
}
