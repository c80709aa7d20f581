/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the caller hears of the agent in a talk: nothing, or keys. */

#include "core/write.h"

/* Mute. It is the leg that is muted, so that hold does not undo it. */

static void ask_to_mute(struct turn *turn, const struct desk_row *desk,
                        enum effect_type type)
{
    ASK(turn, { .type = type,
                .contact_id = desk->contact_id,
                .agent_id = desk->agent_id,
                .granted_by = desk->leg });
}

enum refusal decide_mute(struct turn *turn, const struct command_mute *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;
    if (!is_joined(turn, desk))
        return REFUSED_NO_TALK;
    if (desk->muted_since_us)
        return REFUSED_MUTED;

    WRITE(turn, MUTE_BEGAN, mute_began,
          { .contact_id = desk->contact_id, .agent_id = desk->agent_id });
    ask_to_mute(turn, desk, EFFECT_MUTE);
    return REFUSED_NOT;
}

enum refusal decide_unmute(struct turn *turn, const struct command_unmute *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;
    if (!is_joined(turn, desk))
        return REFUSED_NO_TALK;
    if (!desk->muted_since_us)
        return REFUSED_NOT_MUTED;

    WRITE(turn, MUTE_ENDED, mute_ended,
          { .contact_id = desk->contact_id,
            .agent_id = desk->agent_id,
            .mute_us = turn->now_us - desk->muted_since_us });
    ask_to_mute(turn, desk, EFFECT_UNMUTE);
    return REFUSED_NOT;
}

/* Keys. What is masked reaches the other end, and nothing else. */

static bool are_permitted_digits(const struct command_send_digits *c)
{
    const struct field *field =
        record_field(command_record(COMMAND_SEND_DIGITS), "digits");

    return c->digits.text[0] && field_is_valid(field, c);
}

static int64_t count_digits(const struct digits *digits)
{
    int64_t count = 0;

    while (digits->text[count])
        count++;

    return count;
}

enum refusal decide_send_digits(struct turn *turn,
                                const struct command_send_digits *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);
    struct digits journalled = { "" };

    if (!desk)
        return REFUSED_NO_AGENT;
    if (!is_joined(turn, desk))
        return REFUSED_NO_TALK;
    if (!are_permitted_digits(c))
        return REFUSED_BAD_DIGITS;

    if (!c->masked)
        journalled = c->digits;

    WRITE(turn, DIGITS_SENT, digits_sent,
          { .contact_id = desk->contact_id,
            .agent_id = desk->agent_id,
            .count = count_digits(&c->digits),
            .digits = journalled,
            .masked = c->masked });
    ASK(turn, { .type = EFFECT_SEND_DIGITS,
                .contact_id = desk->contact_id,
                .call = state_contact(turn->state, desk->contact_id)->call,
                .agent_id = desk->agent_id,
                .digits = c->digits });
    return REFUSED_NOT;
}

enum refusal decide_digits_lost(struct turn *turn,
                                const struct command_digits_lost *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);

    if (!contact)
        return REFUSED_NO_CONTACT;
    if (contact->place == PLACE_ENDED)
        return REFUSED_CONTACT_ENDED;

    const struct talk_row *talk = state_talk(turn->state, c->contact_id);

    if (c->count < 1 || c->count > talk->digits_sent - talk->digits_lost)
        return REFUSED_BAD_VALUE;

    WRITE(turn, DIGITS_LOST, digits_lost,
          { .contact_id = c->contact_id, .count = c->count });
    return REFUSED_NOT;
}
