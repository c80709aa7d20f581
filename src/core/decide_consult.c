/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An agent asks somebody about the caller, and may leave both together. */

#include "core/decide_answer.h"
#include "core/line.h"
#include "core/way_out.h"
#include "core/write.h"

/*
 * The caller hears music. The agent hears whom he called: from the same phone,
 * whose one leg changes sides, or by a second call of that phone (own_leg).
 * What comes of it, whoever hangs up and when, is told in cclite-agent(7).
 */

/* So long it rings at whom the agent calls. */
static const int64_t CONSULT_US = 45000000;

static enum refusal check_agent(const struct turn *turn, uint64_t from_id,
                                uint64_t to_id)
{
    const struct event_agent_set *agent = state_agent(turn->state, to_id);
    const struct desk_row *desk = state_desk(turn->state, to_id);

    if (!agent)
        return REFUSED_NO_AGENT;
    if (to_id == from_id)
        return REFUSED_TO_ONESELF;
    if (desk->state == AGENT_OFFLINE)
        return REFUSED_AGENT_NOT_THERE;
    if (!is_free_to_change(desk) || desk->ending_leg || desk->listening ||
        desk->consulting)
        return REFUSED_TARGET_BUSY;

    if (!state_can_ring(turn->state, to_id))
        return REFUSED_PHONE_UNREACHABLE;

    return state_has_line(turn->state, to_id) ? REFUSED_NOT : REFUSED_NO_LINE;
}

static enum refusal check_can_consult(const struct turn *turn,
                                      const struct desk_row *desk)
{
    if (!desk)
        return REFUSED_NO_AGENT;
    if (!is_joined(turn, desk))
        return REFUSED_NO_TALK;

    return state_talk(turn->state, desk->contact_id)->consult
               ? REFUSED_CONSULTS_ALREADY
               : REFUSED_NOT;
}

static void write_held(struct turn *turn, const struct desk_row *desk)
{
    if (desk->state == AGENT_TALKING)
        write_hold(turn, desk);
}

static void ring_agent(struct turn *turn, const struct contact_row *contact,
                       const struct event_consult_asked *asked)
{
    ASK(turn,
        { .type = EFFECT_RING,
          .due_us = asked->due_us,
          .contact_id = contact->contact_id,
          .call = contact->call,
          .agent_id = asked->to_id,
          .device_id = state_agent(turn->state, asked->to_id)->device_id,
          .number = contact->caller,
          .label = *state_caller_name(turn->state, contact->contact_id) });
}

/* The phone of the agent hears how it goes. */
static void dial_number(struct turn *turn, const struct contact_row *contact,
                        const struct event_consult_asked *asked,
                        const struct way_out *way)
{
    const struct desk_row *desk = state_desk(turn->state, asked->agent_id);

    ask_way_out(turn, way,
                &(struct effect){ .due_us = asked->due_us,
                                  .contact_id = contact->contact_id,
                                  .call = contact->call,
                                  .other = asked->own_leg ? asked->own_leg
                                                          : desk->leg });
}

static void write_asked(struct turn *turn, const struct desk_row *desk,
                        struct event_consult_asked asked,
                        const struct way_out *way)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->contact_id);

    asked.contact_id = contact->contact_id;
    asked.agent_id = desk->agent_id;
    asked.due_us = turn->now_us + CONSULT_US;
    asked.waits =
        asked.to == TO_AGENT && state_is_nailed_up(turn->state, asked.to_id);
    asked.route_id = way->route_id;
    asked.trunk_id = way->trunk_ids[0];
    asked.minute_cost = way->minute_cost;
    asked.risky = way->is_risky;
    outbox_add_event(turn->outbox,
                     &(const struct event){ .type = EVENT_CONSULT_ASKED,
                                            .as.consult_asked = asked });
    if (asked.to == TO_AGENT && !asked.waits)
        ring_agent(turn, contact, &asked);
    else if (asked.to == TO_NUMBER)
        dial_number(turn, contact, &asked, way);
    if (!asked.own_leg)
        ASK(turn, { .type = EFFECT_RING_BACK,
                    .contact_id = contact->contact_id,
                    .granted_by = desk->leg });
}

static enum refusal check_to(struct turn *turn, const struct command_consult *c,
                             struct way_out *ret_way)
{
    if (c->to == TO_AGENT)
        return check_agent(turn, c->agent_id, c->to_id);
    if (c->to == TO_NUMBER)
        return find_way_out(turn, c->agent_id, &c->number, ret_way);

    return REFUSED_BAD_CONSULT;
}

enum refusal decide_consult(struct turn *turn, const struct command_consult *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);
    const struct field *note =
        record_field(command_record(COMMAND_CONSULT), "note");
    enum refusal refusal = check_can_consult(turn, desk);
    struct event_consult_asked asked = { .to = c->to, .note = c->note };
    struct way_out way = { .route_id = 0 };

    if (!refusal)
        refusal = check_to(turn, c, &way);
    if (!refusal && !field_is_valid(note, c))
        refusal = REFUSED_BAD_NOTE;
    if (refusal)
        return refusal;

    if (c->to == TO_AGENT)
        asked.to_id = c->to_id;
    else
        asked.number = c->number;
    write_held(turn, desk);
    write_asked(turn, desk, asked, &way);
    return REFUSED_NOT;
}

enum refusal decide_consult_by_phone(struct turn *turn,
                                     const struct desk_row *desk,
                                     const struct command_contact_arrives *c,
                                     const struct phone_number *number)
{
    enum refusal refusal = check_can_consult(turn, desk);
    struct event_consult_asked asked = { .to = TO_NUMBER, .number = *number };
    struct way_out way;

    if (!refusal)
        refusal = find_way_out(turn, desk->agent_id, number, &way);
    if (refusal)
        return refusal;

    WRITE(turn, CONSULT_PHONED, consult_phoned,
          { .contact_id = desk->contact_id,
            .agent_id = desk->agent_id,
            .call = c->call });
    asked.own_leg = turn->outbox->stamp.next_seq - 1;
    ASK(turn, { .type = EFFECT_TAKE_CALL,
                .contact_id = desk->contact_id,
                .call = c->call,
                .agent_id = desk->agent_id,
                .device_id = c->device_id });
    write_held(turn, desk);
    write_asked(turn, desk, asked, &way);
    return REFUSED_NOT;
}

/* Whom the agent called has picked up. */

static void ask_joined(struct turn *turn, const struct contact_row *contact,
                       const struct desk_row *desk)
{
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);
    uint64_t own_leg = talk->consult_own_leg;

    ASK(turn, { .type = EFFECT_JOIN_LEGS,
                .contact_id = contact->contact_id,
                .agent_id = desk->agent_id,
                .granted_by = own_leg ? own_leg : desk->leg,
                .other = talk->consult_leg });
}

/* Whoever went back to the caller meanwhile is not torn away. */
static void ask_parked(struct turn *turn, const struct contact_row *contact,
                       const struct desk_row *desk)
{
    ASK(turn, { .type = EFFECT_PARK_LEG,
                .contact_id = contact->contact_id,
                .agent_id = desk->agent_id,
                .granted_by =
                    state_talk(turn->state, contact->contact_id)->consult_leg,
                .language = contact->language,
                .prompt = state_queue(turn->state, desk->queue_id)->music });
}

void write_consult_began(struct turn *turn, const struct contact_row *contact,
                         uint64_t trunk_id)
{
    const struct desk_row *desk = state_desk(turn->state, contact->agent_id);
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);

    WRITE(turn, CONSULT_BEGAN, consult_began,
          { .contact_id = contact->contact_id,
            .agent_id = desk->agent_id,
            .ring_us = turn->now_us - talk->consult_since_us,
            .trunk_id = trunk_id });
    if (talk->consult_own_leg)
        ASK(turn, { .type = EFFECT_PICK_UP,
                    .contact_id = contact->contact_id,
                    .agent_id = desk->agent_id,
                    .granted_by = talk->consult_own_leg });
    if (talk->consult_own_leg || desk->state == AGENT_HOLD)
        ask_joined(turn, contact, desk);
    else
        ask_parked(turn, contact, desk);
}

static bool talks_in_one_leg(const struct turn *turn,
                             const struct contact_row *contact)
{
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);

    return talk->consult == CONSULT_TALKS && !talk->consult_own_leg;
}

void ask_consult_aside(struct turn *turn, const struct desk_row *desk)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->contact_id);

    if (talks_in_one_leg(turn, contact))
        ask_parked(turn, contact, desk);
}

void ask_consult_again(struct turn *turn, const struct desk_row *desk)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->contact_id);

    if (talks_in_one_leg(turn, contact))
        ask_joined(turn, contact, desk);
}
