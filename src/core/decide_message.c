/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages are marked, assigned and forwarded. */

#include "core/voicemail_inside.h"

#include "core/delivery.h"
#include "core/write.h"

static enum refusal check_message(const struct turn *turn, uint64_t id,
                                  const struct message_row **ret_message)
{
    *ret_message = state_message(turn->state, id);
    return *ret_message && (*ret_message)->state != MESSAGE_BEING_LEFT
               ? REFUSED_NOT
               : REFUSED_NO_MESSAGE;
}

/* ... and nobody has thrown it away. */
static enum refusal check_kept(const struct turn *turn, uint64_t id,
                               const struct message_row **ret_message)
{
    enum refusal refusal = check_message(turn, id, ret_message);

    if (!refusal && (*ret_message)->state == MESSAGE_DELETED)
        refusal = REFUSED_MESSAGE_DELETED;
    return refusal;
}

enum refusal decide_mark_message(struct turn *turn,
                                 const struct command_mark_message *c)
{
    const struct message_row *message;
    enum refusal refusal = check_message(turn, c->message_id, &message);

    if (refusal)
        return refusal;
    if (c->state <= MESSAGE_BEING_LEFT || c->state > MESSAGE_DELETED)
        return REFUSED_BAD_VALUE;
    if (c->state == message->state)
        return REFUSED_ALREADY_SO;

    write_message_marked(turn, message, c->state);
    return REFUSED_NOT;
}

enum refusal decide_assign_message(struct turn *turn,
                                   const struct command_assign_message *c)
{
    const struct message_row *message;
    enum refusal refusal = check_kept(turn, c->message_id, &message);

    if (refusal)
        return refusal;
    if (c->agent_id && !state_agent(turn->state, c->agent_id))
        return REFUSED_NO_AGENT;
    if (c->agent_id == message->agent_id)
        return REFUSED_ALREADY_SO;

    WRITE(turn, MESSAGE_ASSIGNED, message_assigned,
          { .message_id = message->message_id,
            .contact_id = message->contact_id,
            .box_id = message->box_id,
            .agent_id = c->agent_id });
    if (c->agent_id)
        write_given(turn, &(struct arrived){
                              .message_id = message->message_id,
                              .contact_id = message->contact_id,
                              .box = state_box(turn->state, message->box_id),
                              .agent_id = c->agent_id });
    return REFUSED_NOT;
}

enum refusal decide_transcribe_message(
    struct turn *turn, const struct command_transcribe_message *c)
{
    const struct message_row *message;
    enum refusal refusal = check_kept(turn, c->message_id, &message);
    const struct field *text =
        record_field(command_record(COMMAND_TRANSCRIBE_MESSAGE), "transcript");

    if (refusal)
        return refusal;
    if (!field_is_valid(text, c))
        return REFUSED_BAD_NOTE;

    WRITE(turn, MESSAGE_TRANSCRIBED, message_transcribed,
          { .message_id = message->message_id,
            .contact_id = message->contact_id,
            .box_id = message->box_id,
            .transcript = c->transcript });
    return REFUSED_NOT;
}

enum refusal check_message_forward(const struct turn *turn,
                                   const struct message_row *message,
                                   const struct event_box_set *box)
{
    if (!box)
        return REFUSED_NO_BOX;
    if (box->id == message->box_id)
        return REFUSED_ALREADY_SO;

    return is_full_box(turn, box) ? REFUSED_BOX_FULL : REFUSED_NOT;
}

void write_message_forwarded(struct turn *turn,
                             const struct message_row *message,
                             const struct event_box_set *box,
                             const struct note *note)
{
    uint64_t agent_id = next_box_agent(turn, box);

    WRITE(turn, MESSAGE_FORWARDED, message_forwarded,
          { .message_id = message->message_id,
            .contact_id = message->contact_id,
            .box_id = message->box_id,
            .to_id = box->id,
            .agent_id = agent_id,
            .due_us = message_due_us(turn, box),
            .note = *note });
    write_deliveries(
        turn, &(struct arrived){ message->message_id, message->contact_id, box,
                                 agent_id, message->forwards + 1 });
}

enum refusal decide_forward_message(struct turn *turn,
                                    const struct command_forward_message *c)
{
    const struct message_row *message;
    const struct event_box_set *box = state_box(turn->state, c->box_id);
    const struct field *note =
        record_field(command_record(COMMAND_FORWARD_MESSAGE), "note");
    enum refusal refusal = check_kept(turn, c->message_id, &message);

    if (!refusal && box && !field_is_valid(note, c))
        refusal = REFUSED_BAD_NOTE;
    if (!refusal)
        refusal = check_message_forward(turn, message, box);
    if (!refusal)
        write_message_forwarded(turn, message, box, &c->note);

    return refusal;
}
