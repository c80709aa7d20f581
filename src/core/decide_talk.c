/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hold, and the end of a talk, by the agent; what a talk is like. */

#include "core/write.h"

#include "core/state_due.h"

static bool is_on_call(const struct desk_row *desk)
{
    return desk->state == AGENT_TALKING || desk->state == AGENT_HOLD;
}

/* Only who has heard the caller can hold, mute or press keys. */
bool is_joined(const struct turn *turn, const struct desk_row *desk)
{
    return is_on_call(desk) &&
           state_contact(turn->state, desk->contact_id)->bridge != 0;
}

void write_hold(struct turn *turn, const struct desk_row *desk)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->contact_id);

    WRITE(turn, HOLD_BEGAN, hold_began,
          { .contact_id = desk->contact_id, .agent_id = desk->agent_id });
    ASK(turn, { .type = EFFECT_HOLD,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .agent_id = desk->agent_id,
                .granted_by = desk->leg,
                .language = contact->language,
                .prompt = state_queue(turn->state, desk->queue_id)->music });
}

void write_resume(struct turn *turn, const struct desk_row *desk)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->contact_id);
    const struct talk_row *talk = state_talk(turn->state, desk->contact_id);

    WRITE(turn, HOLD_ENDED, hold_ended,
          { .contact_id = desk->contact_id,
            .agent_id = desk->agent_id,
            .hold_us = turn->now_us - talk->hold_since_us });
    ASK(turn, { .type = EFFECT_RESUME,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .agent_id = desk->agent_id,
                .granted_by = desk->leg });
}

static enum refusal decide_held(struct turn *turn, const struct desk_row *desk,
                                bool held)
{
    if (!desk)
        return REFUSED_NO_AGENT;
    if (!is_joined(turn, desk))
        return REFUSED_NO_TALK;
    if (held == (desk->state == AGENT_HOLD))
        return held ? REFUSED_ON_HOLD : REFUSED_NOT_ON_HOLD;

    if (held) {
        write_hold(turn, desk);
        ask_consult_again(turn, desk);
    } else {
        write_resume(turn, desk);
        ask_consult_aside(turn, desk);
    }

    return REFUSED_NOT;
}

enum refusal decide_hold(struct turn *turn, const struct command_hold *c)
{
    return decide_held(turn, state_desk(turn->state, c->agent_id), true);
}

enum refusal decide_resume(struct turn *turn, const struct command_resume *c)
{
    return decide_held(turn, state_desk(turn->state, c->agent_id), false);
}

enum refusal decide_leg_held(struct turn *turn,
                             const struct command_leg_held *c)
{
    struct grant_owner owner = state_grant_owner(turn->state, c->serial);

    if (owner.kind != GRANT_RING)
        return REFUSED_NOT_ASKED;

    return decide_held(turn, state_desk(turn->state, owner.owner_id), c->held);
}

/* Whom the agent hangs up on is whom the agent hears. */
static bool hears_consulted(const struct turn *turn,
                            const struct desk_row *desk)
{
    return desk->state == AGENT_HOLD &&
           state_talk(turn->state, desk->contact_id)->consult;
}

enum refusal decide_hang_up(struct turn *turn, const struct command_hang_up *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;
    if (desk->consulting) {
        write_consult_dropped(turn, desk);
        return REFUSED_NOT;
    }
    if (!is_on_call(desk))
        return REFUSED_NO_TALK;
    if (hears_consulted(turn, desk))
        return decide_retrieve(
            turn, &(const struct command_retrieve){ desk->agent_id });

    write_contact_ended(turn, state_contact(turn->state, desk->contact_id),
                        END_AGENT_HUNG_UP, (struct silence){ 0 });
    return REFUSED_NOT;
}

enum refusal decide_sound_encrypted(struct turn *turn,
                                    const struct command_sound_encrypted *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);

    if (!contact)
        return REFUSED_NO_CONTACT;
    if (contact->place == PLACE_ENDED)
        return REFUSED_CONTACT_ENDED;
    if (c->caller == contact->caller_encrypted &&
        c->agent == contact->agent_encrypted)
        return REFUSED_ALREADY_SO;

    WRITE(turn, ENCRYPTION_CHANGED, encryption_changed,
          { .contact_id = c->contact_id,
            .caller_encrypted = c->caller,
            .agent_encrypted = c->agent });
    return REFUSED_NOT;
}
