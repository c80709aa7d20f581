/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking somebody about the caller ends, or the agent leaves both together. */

#include "core/decide_answer.h"
#include "core/write.h"

/* Its second call ends; or the ring-back tone, in the one that goes on. */
static void ask_own_phone_freed(struct turn *turn,
                                const struct contact_row *contact,
                                enum offer_result result)
{
    const struct desk_row *desk = state_desk(turn->state, contact->agent_id);
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);

    if (talk->consult_own_leg)
        ASK(turn, { .type = EFFECT_RELEASE,
                    .contact_id = contact->contact_id,
                    .agent_id = desk->agent_id,
                    .code = refused_code(result),
                    .granted_by = talk->consult_own_leg });
    else if (talk->consult == CONSULT_RINGS)
        ASK(turn, { .type = EFFECT_STOP_PLAY,
                    .contact_id = contact->contact_id,
                    .agent_id = desk->agent_id,
                    .granted_by = desk->leg });
}

void write_consult_ended(struct turn *turn, const struct contact_row *contact,
                         enum offer_result result, struct silence silence)
{
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);
    bool rings = talk->consult == CONSULT_RINGS;

    if (!talk->consult)
        return;

    write_charged(turn, talk->consult_leg);
    WRITE(turn, CONSULT_ENDED, consult_ended,
          { .contact_id = contact->contact_id,
            .agent_id = contact->agent_id,
            .to_id = talk->consult_agent_id,
            .result = result,
            .for_us = turn->now_us - talk->consult_since_us });
    if (!silence.outside && !talk->consult_waits)
        ASK(turn, { .type = rings ? EFFECT_STOP_RINGING : EFFECT_RELEASE,
                    .contact_id = contact->contact_id,
                    .agent_id = talk->consult_agent_id,
                    .granted_by = talk->consult_leg });
    if (!silence.agent)
        ask_own_phone_freed(turn, contact, result);
}

void write_consult_over(struct turn *turn, const struct contact_row *contact,
                        bool is_silent)
{
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);
    bool rings = talk->consult == CONSULT_RINGS;

    write_consult_ended(
        turn, contact, rings ? OFFER_CANCELLED : OFFER_ANSWERED,
        (struct silence){ .agent = is_silent, .outside = is_silent });
}

static enum refusal check_consults(const struct turn *turn,
                                   const struct desk_row *desk)
{
    if (!desk)
        return REFUSED_NO_AGENT;
    if (!is_joined(turn, desk) ||
        !state_talk(turn->state, desk->contact_id)->consult)
        return REFUSED_NO_CONSULT;

    return REFUSED_NOT;
}

void write_consult_dropped(struct turn *turn, const struct desk_row *desk)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->consulting);
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);
    bool rings = talk->consult == CONSULT_RINGS;

    write_consult_ended(turn, contact, rings ? OFFER_REJECTED : OFFER_ANSWERED,
                        (struct silence){ 0 });
}

enum refusal decide_retrieve(struct turn *turn,
                             const struct command_retrieve *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);
    enum refusal refusal = check_consults(turn, desk);

    if (refusal)
        return refusal;

    write_consult_over(turn, state_contact(turn->state, desk->contact_id),
                       false);
    if (desk->state == AGENT_HOLD)
        write_resume(turn, desk);
    return REFUSED_NOT;
}

/* The agent leaves both together. */

static void write_taken_by_agent(struct turn *turn,
                                 struct event_consult_completed completed)
{
    const struct talk_row *talk = state_talk(turn->state, completed.contact_id);
    const struct desk_row *desk =
        state_desk(turn->state, talk->consult_agent_id);
    const struct event_agent_set *agent =
        state_agent(turn->state, desk->agent_id);

    completed.agent_id = desk->agent_id;
    completed.mode = state_device(turn->state, agent->device_id)->mode;
    completed.for_us = turn->now_us - desk->since_us;
    outbox_add_event(turn->outbox, &(const struct event){
                                       .type = EVENT_CONSULT_COMPLETED,
                                       .as.consult_completed = completed });
}

/* Whoever was not available goes back to that after the talk. */
static void write_back_later(struct turn *turn, uint64_t agent_id)
{
    const struct desk_row *desk = state_desk(turn->state, agent_id);

    if (desk && (desk->state == AGENT_PAUSED || desk->state == AGENT_OFFLINE))
        WRITE(turn, AGENT_STATE_REQUESTED, agent_state_requested,
              { .agent_id = desk->agent_id,
                .state = desk->state,
                .reason_id = desk->reason_id });
}

static void write_completed(struct turn *turn,
                            const struct contact_row *contact)
{
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);
    const struct event_consult_completed completed = {
        .contact_id = contact->contact_id,
        .bridge_due_us = answer_due_us(turn, EFFECT_BRIDGE),
    };

    if (talk->consult_agent_id)
        write_taken_by_agent(turn, completed);
    else
        outbox_add_event(turn->outbox, &(const struct event){
                                           .type = EVENT_CONSULT_COMPLETED,
                                           .as.consult_completed = completed });
    ASK(turn, { .type = EFFECT_BRIDGE,
                .due_us = completed.bridge_due_us,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .agent_id = talk->consult_agent_id,
                .granted_by = talk->consult_leg });
    if (talk->consult_own_leg)
        ASK(turn, { .type = EFFECT_RELEASE,
                    .contact_id = contact->contact_id,
                    .granted_by = talk->consult_own_leg });
}

enum refusal decide_completed(struct turn *turn, const struct desk_row *desk,
                              bool is_silent)
{
    enum refusal refusal = check_consults(turn, desk);

    if (refusal)
        return refusal;

    const struct contact_row *contact =
        state_contact(turn->state, desk->contact_id);
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);

    if (talk->consult == CONSULT_RINGS)
        return REFUSED_CONSULT_RINGS;

    write_talk_ended(turn, contact, END_TRANSFERRED, is_silent);
    write_completed(turn, contact);
    write_back_later(turn, talk->consult_agent_id);
    return REFUSED_NOT;
}

enum refusal decide_complete_consult(struct turn *turn,
                                     const struct command_complete_consult *c)
{
    return decide_completed(turn, state_desk(turn->state, c->agent_id), false);
}
