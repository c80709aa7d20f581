/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blind transfers: to a queue, an agent, a flow, a box, or an outside number. */

#include "core/decide_answer.h"

#include "core/decide_document.h"
#include "core/flow_place.h"
#include "core/number_plan.h"
#include "core/sending.h"
#include "core/state_due.h"
#include "core/voicemail.h"
#include "core/way_out.h"
#include "core/write.h"

/* Where to, as asked for. */
struct transfer {
    enum destination to;
    uint64_t to_id;
    const struct phone_number *number;
    const struct note *note;
    int64_t agent_wait_ms; /* it waits for that agent only; 0: as usual */
    struct way_out way;    /* of a number, once it is checked */
};

static const struct note no_note = { "" };

static enum refusal check_agent(const struct turn *turn, uint64_t from_id,
                                uint64_t to_id)
{
    const struct desk_row *desk = state_desk(turn->state, to_id);

    if (!desk)
        return REFUSED_NO_AGENT;
    if (to_id == from_id)
        return REFUSED_TO_ONESELF;

    return desk->state == AGENT_OFFLINE ? REFUSED_AGENT_NOT_THERE : REFUSED_NOT;
}

/* To a number it is the agent's call, though the agent leaves it. */
static enum refusal check_to(struct turn *turn, uint64_t agent_id,
                             struct transfer *transfer)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, transfer->to_id);
    enum refusal refusal;

    switch (transfer->to) {
    case TO_QUEUE:
        if (!queue)
            return REFUSED_NO_QUEUE;
        if (is_closed(turn, queue->id))
            return REFUSED_QUEUE_IS_CLOSED;
        return is_full(turn, queue) ? REFUSED_QUEUE_IS_FULL : REFUSED_NOT;
    case TO_AGENT:
        return check_agent(turn, agent_id, transfer->to_id);
    case TO_FLOW:
        refusal = check_flow(turn, transfer->to_id);
        return !refusal && !flow_fits(turn, transfer->to_id, FLOW_FOR_TRANSFER)
                   ? REFUSED_TRANSFER_TYPE
                   : refusal;
    case TO_NUMBER:
        return find_way_out(turn, agent_id, transfer->number, &transfer->way);
    case TO_VOICEMAIL:
        return state_box(turn->state, transfer->to_id) ? REFUSED_NOT
                                                       : REFUSED_NO_BOX;
    case TO_HANG_UP:
    case TO_BUSY:
    case TO_CALLBACK:
    case TO_ANNOUNCEMENT:
        break;
    }

    return REFUSED_BAD_DESTINATION;
}

static void write_asked(struct turn *turn, const struct desk_row *desk,
                        const struct contact_row *contact,
                        const struct transfer *transfer)
{
    bool dials = transfer->to == TO_NUMBER;
    int64_t due_us = dials ? way_out_due_us(turn, &transfer->way) : 0;
    struct phone_number number = { "" };

    if (dials)
        number = *transfer->number;

    WRITE(turn, TRANSFER_ASKED, transfer_asked,
          { .contact_id = contact->contact_id,
            .agent_id = desk->agent_id,
            .to = transfer->to,
            .to_id = dials ? 0 : transfer->to_id,
            .number = number,
            .due_us = due_us,
            .note = *transfer->note,
            WAY_OUT_FIELDS(&transfer->way) });
    if (!dials)
        return;

    ask_way_out(turn, &transfer->way,
                &(struct effect){ .due_us = due_us,
                                  .contact_id = contact->contact_id,
                                  .call = contact->call });
    ASK(turn, { .type = EFFECT_RING_BACK,
                .contact_id = contact->contact_id,
                .call = contact->call });
}

static void write_onward(struct turn *turn, const struct contact_row *contact,
                         const struct transfer *transfer)
{
    bool is_wanted = transfer->to == TO_AGENT;
    const struct joining joining = {
        .queue = state_queue(turn->state,
                             is_wanted ? contact->queue_id : transfer->to_id),
        .priority = contact->priority,
        .since_us = turn->now_us,
        .wanted_agent_id = is_wanted ? transfer->to_id : 0,
        .wanted_for_us = wanted_for_us(transfer->agent_wait_ms),
        .transferrer_id = is_wanted ? 0 : contact->agent_id,
    };

    if (transfer->to == TO_FLOW)
        write_sent_to_flow(turn, contact,
                           state_flow(turn->state, transfer->to_id));
    else if (transfer->to == TO_VOICEMAIL)
        write_voicemail(turn, contact, state_box(turn->state, transfer->to_id),
                        GREETING_STANDARD);
    else if (transfer->to != TO_NUMBER)
        write_queued(turn, contact, &joining);
}

void write_sent_outside(struct turn *turn, const struct desk_row *desk,
                        const struct contact_row *contact,
                        const struct phone_number *number,
                        const struct way_out *way)
{
    const struct transfer transfer = {
        .to = TO_NUMBER,
        .number = number,
        .note = &no_note,
        .way = *way,
    };

    write_asked(turn, desk, contact, &transfer);
}

static enum refusal decide_away(struct turn *turn, const struct desk_row *desk,
                                struct transfer *transfer)
{
    if (!desk)
        return REFUSED_NO_AGENT;
    if (desk->state != AGENT_TALKING && desk->state != AGENT_HOLD)
        return REFUSED_NO_TALK;

    const struct contact_row *contact =
        state_contact(turn->state, desk->contact_id);

    if (!contact->bridge)
        return REFUSED_NO_TALK;

    enum refusal refusal = check_to(turn, desk->agent_id, transfer);

    if (refusal)
        return refusal;

    write_consult_over(turn, contact, false);
    write_talk_ended(turn, contact, END_TRANSFERRED, false);
    write_asked(turn, desk, contact, transfer);
    write_onward(turn, contact, transfer);
    return REFUSED_NOT;
}

enum refusal decide_transfer(struct turn *turn,
                             const struct command_transfer *c)
{
    struct transfer transfer = {
        .to = c->to,
        .to_id = c->to_id,
        .number = &c->number,
        .note = &c->note,
        .agent_wait_ms = c->agent_wait_ms,
    };
    const struct field *note =
        record_field(command_record(COMMAND_TRANSFER), "note");
    enum refusal refusal = check_agent_wait(c->agent_wait_ms);

    if (refusal)
        return refusal;
    if (!field_is_valid(note, c))
        return REFUSED_BAD_NOTE;

    return decide_away(turn, state_desk(turn->state, c->agent_id), &transfer);
}

/* Of the phone's two calls either may be told to replace the other. */
static enum refusal decide_two_joined(struct turn *turn,
                                      struct grant_owner main,
                                      struct grant_owner second)
{
    const struct desk_row *desk;

    if (main.kind != GRANT_RING || second.kind != GRANT_CONSULT_OWN)
        return REFUSED_NOT_ASKED;

    desk = state_desk(turn->state, main.owner_id);
    return desk->contact_id == second.owner_id
               ? decide_completed(turn, desk, false)
               : REFUSED_NOT_ASKED;
}

/* To whatever that phone would reach by dialling the number. */
static enum refusal decide_blind(struct turn *turn, uint64_t agent_id,
                                 const struct phone_number *number)
{
    const struct event_agent_set *agent = state_agent(turn->state, agent_id);
    const struct planned planned =
        plan_number(turn->state, agent ? agent->device_id : 0, number->text);
    struct transfer transfer = { .to = TO_NUMBER, .note = &no_note };

    if (planned.kind == PLAN_AGENT)
        transfer.to = TO_AGENT;
    else if (planned.kind == PLAN_QUEUE)
        transfer.to = TO_QUEUE;
    else if (planned.kind == PLAN_BOX)
        transfer.to = TO_VOICEMAIL;
    else if (is_emergency(turn, number->text) ||
             !is_permitted_number(number->text))
        transfer.number = number;
    else if (planned.kind == PLAN_OUTSIDE)
        transfer.number = &planned.number;
    else
        return REFUSED_NO_EXTENSION;

    transfer.to_id = planned.id;
    return decide_away(turn, state_desk(turn->state, agent_id), &transfer);
}

enum refusal decide_leg_referred(struct turn *turn,
                                 const struct command_leg_referred *c)
{
    struct grant_owner owner = state_grant_owner(turn->state, c->serial);
    struct grant_owner other = state_grant_owner(turn->state, c->replaces);

    if (c->replaces)
        return owner.kind == GRANT_RING ? decide_two_joined(turn, owner, other)
                                        : decide_two_joined(turn, other, owner);
    if (owner.kind != GRANT_RING)
        return REFUSED_NOT_ASKED;

    return decide_blind(turn, owner.owner_id, &c->number);
}

void write_reached(struct turn *turn, const struct contact_row *contact,
                   uint64_t trunk_id)
{
    int64_t due_us = answer_due_us(turn, EFFECT_BRIDGE);

    WRITE(turn, TRANSFER_TAKEN, transfer_taken,
          { .contact_id = contact->contact_id,
            .bridge_due_us = due_us,
            .trunk_id = trunk_id });
    ASK(turn, { .type = EFFECT_BRIDGE,
                .due_us = due_us,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .granted_by = contact->leg });
}
