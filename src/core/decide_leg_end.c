/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Legs that fail, that go as told, and that hang up by themselves. */

#include "core/decide_answer.h"

#include "core/decide_line.h"
#include "core/state_due.h"
#include "core/visit.h"
#include "core/write.h"

static bool is_failure(enum offer_result result)
{
    return result == OFFER_REJECTED || result == OFFER_NO_ANSWER ||
           result == OFFER_BUSY || result == OFFER_FAILED;
}

/* A phone that called by itself gives up before it is answered. */
static bool waits_unanswered(const struct turn *turn,
                             const struct desk_row *desk)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->contact_id);

    return contact && contact->by_phone && desk->leg != 0;
}

/* Whoever leaves two that are there for each other leaves them together. */
static bool leaves_two_together(const struct turn *turn,
                                const struct desk_row *desk)
{
    const struct talk_row *talk = state_talk(turn->state, desk->contact_id);

    return desk->state == AGENT_HOLD && talk->consult == CONSULT_TALKS &&
           !talk->consult_own_leg;
}

static enum refusal agent_leg_hung_up(struct turn *turn,
                                      const struct desk_row *desk,
                                      bool media_lost)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->contact_id);
    enum end_cause cause = media_lost ? END_MEDIA_LOST : END_AGENT_HUNG_UP;

    if (desk->state == AGENT_OFFERED)
        write_not_taken(turn, desk, media_lost ? OFFER_FAILED : OFFER_REJECTED,
                        !media_lost);
    else if (!media_lost && leaves_two_together(turn, desk))
        return decide_completed(turn, desk, true);
    else
        write_contact_ended(turn, contact, cause,
                            (struct silence){ .agent = !media_lost });

    return REFUSED_NOT;
}

/* Told of the phone's second call, or of whom it called. */
static enum refusal consult_failed(struct turn *turn, struct grant_owner owner,
                                   enum offer_result result, bool is_silent)
{
    bool is_own = owner.kind == GRANT_CONSULT_OWN;

    write_consult_ended(turn, state_contact(turn->state, owner.owner_id),
                        is_own ? OFFER_CANCELLED : result,
                        (struct silence){ .agent = is_own && is_silent,
                                          .outside = !is_own && is_silent });
    return REFUSED_NOT;
}

enum refusal decide_leg_failed(struct turn *turn,
                               const struct command_leg_failed *c)
{
    struct grant_owner owner = state_grant_owner(turn->state, c->serial);

    if (!is_failure(c->result))
        return REFUSED_BAD_VALUE;

    const struct desk_row *desk = state_desk(turn->state, owner.owner_id);
    const struct contact_row *contact =
        state_contact(turn->state, owner.owner_id);

    if (owner.kind == GRANT_RING && desk->state == AGENT_OFFERED)
        write_not_taken(turn, desk, c->result, true);
    else if (owner.kind == GRANT_RING && rings_for_own_call(turn, desk))
        write_dialling_failed(turn,
                              state_contact(turn->state, desk->contact_id),
                              c->result, true);
    else if (owner.kind == GRANT_RING && waits_unanswered(turn, desk))
        return agent_leg_hung_up(turn, desk, false);
    else if (owner.kind == GRANT_LINE)
        write_line_failed(turn, desk, c->result);
    else if (owner.kind == GRANT_ASKED && contact->place != PLACE_ENDED)
        write_asked_failed(turn, contact, c->result, true);
    else if (owner.kind == GRANT_CONSULT_ASKED ||
             owner.kind == GRANT_CONSULT_OWN)
        return consult_failed(turn, owner, c->result, true);
    else
        return decide_visitor_failed(turn, c);

    return REFUSED_NOT;
}

/* Legs that go: as told, or by themselves. */

enum refusal decide_leg_gone(struct turn *turn,
                             const struct command_leg_gone *c)
{
    struct grant_owner owner = state_grant_owner(turn->state, c->serial);
    const struct desk_row *desk = state_desk(turn->state, owner.owner_id);
    const struct contact_row *contact =
        state_contact(turn->state, owner.owner_id);

    if (owner.kind == GRANT_DESK_END)
        WRITE(turn, LEG_GONE, leg_gone,
              { .leg = desk->ending_leg, .agent_id = desk->agent_id });
    else if (owner.kind == GRANT_OUTSIDE_END)
        WRITE(turn, LEG_GONE, leg_gone,
              { .leg = state_talk(turn->state, contact->contact_id)->ending_leg,
                .contact_id = contact->contact_id });
    else if (owner.kind == GRANT_ASKED && contact->place == PLACE_ENDED)
        WRITE(turn, LEG_GONE, leg_gone, { .contact_id = contact->contact_id });
    else
        return REFUSED_NOT_ASKED;

    return REFUSED_NOT;
}

static enum refusal outside_leg_hung_up(struct turn *turn,
                                        const struct contact_row *contact,
                                        bool media_lost)
{
    enum end_cause cause = media_lost ? END_MEDIA_LOST : END_OUTSIDE_HUNG_UP;

    if (contact->place == PLACE_OUTSIDE)
        write_contact_ended(turn, contact, cause,
                            (struct silence){ .outside = !media_lost });
    else
        write_not_reached(turn, contact, OFFER_FAILED, !media_lost);

    return REFUSED_NOT;
}

enum refusal decide_leg_hung_up(struct turn *turn,
                                const struct command_leg_hung_up *c)
{
    struct grant_owner owner = state_grant_owner(turn->state, c->serial);

    if (owner.kind == GRANT_RING)
        return agent_leg_hung_up(turn, state_desk(turn->state, owner.owner_id),
                                 c->media_lost);
    if (owner.kind == GRANT_LINE)
        return decide_line_hung_up(
            turn, state_desk(turn->state, owner.owner_id), c->media_lost);
    if (owner.kind == GRANT_OUTSIDE)
        return outside_leg_hung_up(
            turn, state_contact(turn->state, owner.owner_id), c->media_lost);
    if (owner.kind == GRANT_CONSULT || owner.kind == GRANT_CONSULT_OWN)
        return consult_failed(turn, owner, OFFER_ANSWERED, !c->media_lost);

    return REFUSED_NOT_ASKED;
}
