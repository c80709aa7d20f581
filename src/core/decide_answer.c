/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers to effects, which come in time, late, twice or never. */

#include "core/decide_answer.h"

#include "core/callback.h"
#include "core/decide_line.h"
#include "core/state_due.h"
#include "core/visit.h"
#include "core/write.h"

/*
 * An answer that grants something (a leg, a bridge) is one of three:
 *
 *   waited for     the state takes what it grants
 *   given before   the state has what it grants: refused, nothing changes
 *   too late       the state gave the effect up: what it grants is given back
 *
 * An answer that grants nothing is waited for, or of no use to anybody.
 */

/* Nobody waits for RELEASE here: the state has long gone on. */
static enum refusal give_back(struct turn *turn, uint64_t serial)
{
    if (serial == 0 || serial > state_system(turn->state)->seq)
        return REFUSED_NOT_ASKED;

    WRITE(turn, GRANT_RETURNED, grant_returned, { .serial = serial });
    ASK(turn, { .type = EFFECT_RELEASE, .granted_by = serial });
    return REFUSED_NOT;
}

enum refusal decide_caller_connected(struct turn *turn,
                                     const struct command_caller_connected *c)
{
    struct grant_owner owner = state_grant_owner(turn->state, c->serial);
    const struct contact_row *contact =
        state_contact(turn->state, owner.owner_id);

    if (owner.kind != GRANT_ASKED || contact->place != PLACE_IVR)
        return REFUSED_NOT_ASKED;

    write_connected(turn, contact);
    return REFUSED_NOT;
}

/* The phone of an agent who calls somebody, until it is picked up. */
bool rings_for_own_call(const struct turn *turn, const struct desk_row *desk)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->contact_id);

    return contact && contact->place == PLACE_DIALLING && contact->leg == 0;
}

static enum refusal leg_answered_by_agent(struct turn *turn, uint64_t agent_id)
{
    const struct desk_row *desk = state_desk(turn->state, agent_id);

    if (desk->state == AGENT_OFFERED)
        write_taken(turn, desk);
    else if (rings_for_own_call(turn, desk))
        write_dialling_began(turn, desk);
    else
        return REFUSED_ANSWERED_TWICE;

    return REFUSED_NOT;
}

/* Of the effects asked about a contact only DIAL grants a leg. */
static enum refusal leg_answered_outside(struct turn *turn,
                                         const struct contact_row *contact,
                                         const struct command_leg_answered *c)
{
    if (contact->leg != c->serial)
        return REFUSED_NOT_ASKED;
    if (contact->place != PLACE_DIALLING)
        write_reached(turn, contact, c->trunk_id);
    else if (c->call != 0)
        write_dialling_answered(turn, contact, c->call, c->trunk_id);
    else
        return REFUSED_BAD_VALUE;

    return REFUSED_NOT;
}

enum refusal decide_leg_answered(struct turn *turn,
                                 const struct command_leg_answered *c)
{
    struct grant_owner owner = state_grant_owner(turn->state, c->serial);
    enum refusal refusal;

    switch (owner.kind) {
    case GRANT_RING:
        return leg_answered_by_agent(turn, owner.owner_id);
    case GRANT_ASKED:
        return leg_answered_outside(
            turn, state_contact(turn->state, owner.owner_id), c);
    case GRANT_CONSULT_ASKED:
        write_consult_began(turn, state_contact(turn->state, owner.owner_id),
                            c->trunk_id);
        return REFUSED_NOT;
    case GRANT_LINE:
        return decide_line_answered(turn,
                                    state_desk(turn->state, owner.owner_id));
    case GRANT_OUTSIDE:
    case GRANT_CONSULT:
    case GRANT_CONSULT_OWN:
        return REFUSED_ANSWERED_TWICE;
    case GRANT_BRIDGE:
    case GRANT_PLAY:
    case GRANT_LOOKUP:
        return REFUSED_NOT_ASKED;
    case GRANT_NONE:
        refusal = decide_visitor_answered(turn, c);
        if (refusal != REFUSED_NOT_ASKED)
            return refusal;
        break;
    case GRANT_DESK_END:
    case GRANT_OUTSIDE_END:
        break;
    }

    return give_back(turn, c->serial);
}

static void write_joined_to_agent(struct turn *turn,
                                  const struct contact_row *contact,
                                  const struct command_bridged *c)
{
    WRITE(turn, TALK_BEGAN, talk_began,
          { .contact_id = contact->contact_id,
            .agent_id = contact->agent_id,
            .queue_id = contact->queue_id,
            .wait_us = contact->wait_us });
    write_callback_reached(turn, contact);
    write_record(turn, contact, &c->object, c->draw);
}

/* Joined to the agent, or to the outside number. */
static enum refusal bridged(struct turn *turn,
                            const struct contact_row *contact,
                            const struct command_bridged *c)
{
    if (contact->place == PLACE_TALK)
        write_joined_to_agent(turn, contact, c);
    else if (contact->place == PLACE_TRANSFER && contact->leg != contact->asked)
        write_outside_began(turn, contact);
    else
        return REFUSED_NOT_ASKED;

    return REFUSED_NOT;
}

enum refusal decide_bridged(struct turn *turn, const struct command_bridged *c)
{
    struct grant_owner owner = state_grant_owner(turn->state, c->serial);

    switch (owner.kind) {
    case GRANT_ASKED:
        return bridged(turn, state_contact(turn->state, owner.owner_id), c);
    case GRANT_BRIDGE:
        return REFUSED_ANSWERED_TWICE;
    case GRANT_RING:
    case GRANT_LINE:
    case GRANT_OUTSIDE:
    case GRANT_PLAY:
    case GRANT_LOOKUP:
    case GRANT_CONSULT_ASKED:
    case GRANT_CONSULT:
    case GRANT_CONSULT_OWN:
        return REFUSED_NOT_ASKED;
    case GRANT_NONE:
    case GRANT_DESK_END:
    case GRANT_OUTSIDE_END:
        break;
    }

    return give_back(turn, c->serial);
}

/* What could not be done, and what did not answer in time. */

void write_asked_failed(struct turn *turn, const struct contact_row *contact,
                        enum offer_result result, bool has_answered)
{
    bool is_dialled =
        contact->place == PLACE_TRANSFER && contact->leg == contact->asked;

    switch (contact->place) {
    case PLACE_TALK:
        write_contact_ended(turn, contact, END_BRIDGE_FAILED,
                            (struct silence){ 0 });
        break;
    case PLACE_TRANSFER:
        write_not_reached(turn, contact, is_dialled ? result : OFFER_FAILED,
                          is_dialled && has_answered);
        break;
    case PLACE_DIALLING:
        write_dialling_failed(turn, contact, result, has_answered);
        break;
    default:
        write_contact_ended(turn, contact, END_NOT_CONNECTED,
                            (struct silence){ 0 });
    }
}
