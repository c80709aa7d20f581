/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The server calls a phone: to record a greeting or a prompt by it, to call a
   colleague back, or to try a flow. */

#include <stdio.h>

#include "core/decide_inside.h"
#include "core/visit.h"

static enum refusal check_what(const struct turn *turn,
                               const struct command_record_by_phone *c)
{
    if ((c->box_id != 0) == (c->prompt_id != 0) ||
        (unsigned)c->greeting >= box_greeting_count ||
        (unsigned)c->language >= speech_count)
        return REFUSED_BAD_VALUE;
    if (c->box_id && !state_box(turn->state, c->box_id))
        return REFUSED_NO_BOX;

    return !c->prompt_id || state_prompt(turn->state, c->prompt_id)
               ? REFUSED_NOT
               : REFUSED_NO_PROMPT;
}

enum refusal check_visitor(const struct turn *turn, uint64_t agent_id)
{
    enum refusal refusal = state_system(turn->state)->serving
                               ? check_listener(turn, agent_id)
                               : REFUSED_NOT_SERVING;

    if (!refusal)
        refusal = check_own_phone(
            turn, state_agent(turn->state, agent_id)->device_id);
    if (!refusal &&
        (state_row_count(turn->state, ROW_VISIT) >= VISIT_MAX ||
         state_row_count(turn->state, ROW_CONTACT) >= STATE_MAX_CONTACTS))
        refusal = REFUSED_TOO_MANY;

    return refusal;
}

/* How a prompt is recorded is told in that one's language, all else in that of
   who does it. */
static enum speech language_of(const struct turn *turn,
                               const struct visitor *visitor)
{
    const struct event_prompt_set *prompt =
        state_prompt(turn->state, visitor->prompt_id);
    const struct event_user_set *user = state_user(turn->state, turn->by);

    if (prompt)
        return prompt->language;
    if (visitor->flow)
        return visitor->language;

    return user ? user->language : SPEAKS_EN;
}

static void ask_call(struct turn *turn, const struct event_agent_set *agent,
                     const struct event_flow_set *flow, int64_t due_us)
{
    const struct event_device_set *device =
        state_device(turn->state, agent->device_id);
    struct effect effect = {
        .type = EFFECT_CALL_VISITOR,
        .due_us = due_us,
        .contact_id = turn->made_id,
        .agent_id = agent->id,
        .device_id = agent->device_id,
        .auto_answer = device->mode == PHONE_ON_DEMAND,
    };

    if (device->mode == PHONE_NAILED_UP)
        effect.granted_by = state_desk(turn->state, agent->id)->line_leg;
    if (flow)
        (void)snprintf(effect.label.text, sizeof(effect.label.text), "%s",
                       flow->name.text);
    outbox_add_effect(turn->outbox, &effect);
}

void write_visitor_called(struct turn *turn,
                          const struct event_agent_set *agent,
                          const struct visitor *visitor)
{
    uint64_t own_agent_id = own_caller(turn, agent->device_id);
    enum speech language = language_of(turn, visitor);
    const struct event_flow_set *flow = visitor->flow;
    int64_t due_us = answer_due_us(turn, EFFECT_CALL_VISITOR);

    turn->made_id = (uint64_t)state_system(turn->state)->contacts + 1;
    WRITE(turn, CONTACT_ARRIVED, contact_arrived,
          { .contact_id = turn->made_id,
            .device_id = agent->device_id,
            .caller = agent->extension,
            .called = visitor->called,
            .language = language,
            .to = visitor->colleague_id ? TO_AGENT : TO_HANG_UP,
            .to_id = visitor->colleague_id,
            .own_agent_id = own_agent_id });
    write_own_call(turn, own_agent_id, turn->made_id);
    WRITE(turn, VISIT_CALLED, visit_called,
          { .contact_id = turn->made_id,
            .box_id = visitor->box_id,
            .greeting = visitor->greeting,
            .prompt_id = visitor->prompt_id,
            .agent_id = agent->id,
            .user_id = turn->by,
            .language = language,
            .due_us = due_us,
            .until_us = turn->now_us + VISIT_LONGEST_US,
            .take_language = visitor->language,
            .flow_id = flow ? flow->id : 0,
            .flow_version = flow ? visitor->flow_version : 0,
            .flow_digest = flow ? *visitor->digest : (struct digest){ "" } });
    ask_call(turn, agent, flow, due_us);
}

enum refusal decide_record_by_phone(struct turn *turn,
                                    const struct command_record_by_phone *c)
{
    uint64_t agent_id = state_agent_of_user(turn->state, turn->by);
    enum refusal refusal = check_what(turn, c);

    if (!refusal)
        refusal = check_visitor(turn, agent_id);
    if (refusal)
        return refusal;

    write_visitor_called(turn, state_agent(turn->state, agent_id),
                         &(struct visitor){
                             .box_id = c->box_id,
                             .greeting = c->greeting,
                             .language = c->language,
                             .prompt_id = c->prompt_id,
                         });
    return REFUSED_NOT;
}

/* What the phone does. */

enum refusal decide_visitor_answered(struct turn *turn,
                                     const struct command_leg_answered *c)
{
    const struct visit_row *visit = state_visit_asking(turn->state, c->serial);

    if (!visit || visit->leg != c->serial)
        return REFUSED_NOT_ASKED;
    if (visit->stage != VISIT_RINGING)
        return REFUSED_ANSWERED_TWICE;
    if (c->call == 0)
        return REFUSED_BAD_VALUE;

    const struct contact_row *contact =
        state_contact(turn->state, visit->contact_id);
    struct contact_row named = *contact;

    named.call = c->call;
    WRITE(turn, VISIT_ANSWERED, visit_answered,
          { .contact_id = contact->contact_id, .call = c->call });
    named.connected = true;
    if (visit->message_id)
        write_colleague_called_back(turn, &named, visit);
    else if (visit->flow_id)
        write_flow_on_trial(turn, &named, visit);
    else
        begin_visit_take(turn, &named, visit);
    return REFUSED_NOT;
}

enum refusal decide_visitor_failed(struct turn *turn,
                                   const struct command_leg_failed *c)
{
    const struct visit_row *visit = state_visit_asking(turn->state, c->serial);

    if (!visit || visit->leg != c->serial || visit->stage != VISIT_RINGING)
        return REFUSED_NOT_ASKED;

    write_contact_ended(turn, state_contact(turn->state, visit->contact_id),
                        END_PHONE_FAILED, (struct silence){ .agent = true });
    return REFUSED_NOT;
}
