/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Listening: one's own phone is rung, and a recording or prompt played to it. */

#include "core/line.h"

#include "core/desk_slot.h"
#include "core/voicemail.h"
#include "core/write.h"

static const int64_t MAX_LENGTH_US = INT64_C(7200) * 1000000;
static const int64_t MAX_PROMPT_US = INT64_C(1800) * 1000000;

/* For the phone to be picked up, and for pauses. */
static const int64_t SPARE_US = INT64_C(1800) * 1000000;

/* Played at half the speed it takes twice as long. */
enum { SLOWEST = 2 };

static bool is_reachable(const struct turn *turn, uint64_t device_id)
{
    const struct phone_row *phone = state_phone(turn->state, device_id);

    return phone && phone->reachable;
}

static bool has_a_leg(const struct desk_row *desk)
{
    return desk->state == AGENT_OFFERED || desk->leg != 0 ||
           desk->ending_leg != 0 || desk->consulting != 0;
}

enum refusal check_listener(const struct turn *turn, uint64_t agent_id)
{
    const struct event_agent_set *agent = state_agent(turn->state, agent_id);
    const struct desk_row *desk = state_desk(turn->state, agent_id);

    if (!agent || !agent->device_id)
        return REFUSED_NO_OWN_PHONE;
    if (!is_reachable(turn, agent->device_id))
        return REFUSED_PHONE_UNREACHABLE;
    if (!state_has_line(turn->state, agent_id))
        return REFUSED_NO_LINE;
    if (desk->listening)
        return REFUSED_LISTENS_ALREADY;

    return has_a_leg(desk) ? REFUSED_LISTENER_BUSY : REFUSED_NOT;
}

/* What is played: a recording, or a prompt. */
struct piece {
    uint64_t recording_id;
    uint64_t prompt_id;
    int64_t version;    /* of a prompt as it was once */
    struct name object; /* of a recording, or of that version */
    int64_t length_us;
};

static void write_began(struct turn *turn, const struct event_agent_set *agent,
                        const struct piece *piece)
{
    const struct event_device_set *device =
        state_device(turn->state, agent->device_id);
    int64_t due_us = turn->now_us + SLOWEST * piece->length_us + SPARE_US;

    WRITE(turn, LISTENING_BEGAN, listening_began,
          { .agent_id = agent->id,
            .recording_id = piece->recording_id,
            .device_id = agent->device_id,
            .due_us = due_us,
            .prompt_id = piece->prompt_id,
            .prompt_version = piece->version });
    ASK(turn, { .type = EFFECT_LISTEN,
                .agent_id = agent->id,
                .device_id = agent->device_id,
                .auto_answer = device->mode == PHONE_ON_DEMAND,
                .granted_by = device->mode == PHONE_NAILED_UP
                                  ? state_desk(turn->state, agent->id)->line_leg
                                  : 0,
                .prompt_id = piece->prompt_id,
                .recording_id = piece->recording_id,
                .object = piece->object });
}

enum refusal decide_listen(struct turn *turn, const struct command_listen *c)
{
    uint64_t agent_id = state_agent_of_user(turn->state, turn->by);
    enum refusal refusal = check_whole(turn, c->recording_id);

    if (!refusal)
        refusal = check_listener(turn, agent_id);
    if (refusal)
        return refusal;
    if (c->object.text[0] == '\0' || c->length_us <= 0)
        return REFUSED_BAD_VALUE;
    if (c->length_us > MAX_LENGTH_US)
        return REFUSED_RECORDING_TOO_LONG;

    const struct piece piece = {
        .recording_id = c->recording_id,
        .object = c->object,
        .length_us = c->length_us,
    };

    WRITE(turn, RECORDING_LISTENED, recording_listened,
          { .recording_id = c->recording_id,
            .contact_id = c->contact_id,
            .agent_id = c->agent_id,
            .way = LISTENING_BY_PHONE });
    write_began(turn, state_agent(turn->state, agent_id), &piece);
    return REFUSED_NOT;
}

enum refusal decide_listen_to_prompt(struct turn *turn,
                                     const struct command_listen_to_prompt *c)
{
    uint64_t agent_id = state_agent_of_user(turn->state, turn->by);
    enum refusal refusal = state_prompt(turn->state, c->prompt_id)
                               ? check_listener(turn, agent_id)
                               : REFUSED_NO_PROMPT;
    const struct piece piece = {
        .prompt_id = c->prompt_id,
        .version = c->version,
        .object = c->object,
        .length_us = MAX_PROMPT_US,
    };

    if (refusal)
        return refusal;
    if ((c->version != 0) != (c->object.text[0] != '\0'))
        return REFUSED_BAD_VALUE;

    write_began(turn, state_agent(turn->state, agent_id), &piece);
    return REFUSED_NOT;
}

static void write_ended(struct turn *turn, const struct desk_row *desk)
{
    WRITE(turn, LISTENING_ENDED, listening_ended,
          { .agent_id = desk->agent_id,
            .recording_id = desk->listening_prompt ? 0 : desk->listening,
            .for_us = turn->now_us - desk->listen_since_us,
            .prompt_id = desk->listening_prompt ? desk->listening : 0 });
}

void write_listening_stopped(struct turn *turn, const struct desk_row *desk)
{
    write_ended(turn, desk);
    ASK(turn, { .type = EFFECT_STOP_LISTENING,
                .agent_id = desk->agent_id,
                .granted_by = desk->listen_leg });
}

enum refusal decide_stop_listening(struct turn *turn,
                                   const struct command_stop_listening *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);

    if (!desk || !desk->listening)
        return REFUSED_LISTENS_NOT;

    write_listening_stopped(turn, desk);
    return REFUSED_NOT;
}

/* A phone that nobody picks up has played nothing: the message is new yet. */
enum refusal decide_listener_hears(struct turn *turn,
                                   const struct command_listener_hears *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);

    if (!desk || !desk->listening || desk->listen_leg != c->serial)
        return REFUSED_NOT_ASKED;

    const struct message_row *message =
        desk->listening_prompt ? NULL
                               : state_message(turn->state, desk->listening);

    if (!message || message->state != MESSAGE_NEW)
        return REFUSED_ALREADY_SO;

    turn->outbox->stamp.by = state_agent(turn->state, c->agent_id)->user_id;
    write_message_heard(turn, desk->listening);
    return REFUSED_NOT;
}

enum refusal decide_listening_over(struct turn *turn,
                                   const struct command_listening_over *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);

    if (!desk || !desk->listening || desk->listen_leg != c->serial)
        return REFUSED_NOT_ASKED;

    write_ended(turn, desk);
    return REFUSED_NOT;
}

bool write_lost_listening(struct turn *turn)
{
    for (const struct desk_slot *d = table_first(&turn->state->desks); d;
         d = table_next(d))
        if (d->row.listening) {
            write_ended(turn, &d->row);
            return true;
        }

    return false;
}
