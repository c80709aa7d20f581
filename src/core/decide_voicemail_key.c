/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the keys do that a caller presses in a box. */

#include "core/voicemail_inside.h"

#include "core/write.h"

enum { OPERATOR_PRIORITY = 50 };

bool box_has_operator(const struct state *state,
                      const struct event_box_set *box)
{
    return (box->operator_to == TO_QUEUE &&
            state_queue(state, box->operator_id)) ||
           (box->operator_to == TO_FLOW && state_flow(state, box->operator_id));
}

bool write_to_operator(struct turn *turn, const struct contact_row *contact,
                       const struct event_box_set *box, bool told_full)
{
    const struct joining joining = {
        .queue = state_queue(turn->state, box->operator_id),
        .priority = OPERATOR_PRIORITY,
        .since_us = turn->now_us,
        .told_full = told_full,
    };

    if (!box_has_operator(turn->state, box))
        return false;

    write_voicemail_left(turn, contact);
    if (box->operator_to == TO_QUEUE)
        write_joined(turn, contact, &joining);
    else
        write_sent_to_flow(turn, contact,
                           state_flow(turn->state, box->operator_id));
    return true;
}

static void begin_hearing(struct turn *turn, const struct contact_row *contact)
{
    const struct message_row *message =
        state_message(turn->state, contact->message_id);
    int64_t due_us = answer_due_us(turn, EFFECT_PLAY_MESSAGE);

    if (!message || message->length_us == 0) {
        begin_voicemail_prompt(turn, contact, BOX_STAGE_MENU, "voicemail_menu");
        return;
    }

    write_voicemail_stage(turn, contact, BOX_STAGE_HEARING, true, due_us);
    ASK(turn, { .type = EFFECT_PLAY_MESSAGE,
                .due_us = due_us,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .recording_id = message->message_id,
                .object = message->object });
}

static void write_anew(struct turn *turn, const struct contact_row *contact)
{
    const struct message_row *message =
        state_message(turn->state, contact->message_id);

    if (message)
        WRITE(turn, MESSAGE_TAKEN_BACK, message_taken_back,
              { .message_id = message->message_id,
                .contact_id = contact->contact_id });
    if (message && message->length_us)
        write_message_lost(turn, message, MESSAGE_TAKEN_BACK);
    begin_voicemail_tone(turn, contact);
}

static void write_urgency(struct turn *turn, const struct contact_row *contact)
{
    const struct message_row *message =
        state_message(turn->state, contact->message_id);

    if (message)
        WRITE(turn, MESSAGE_URGENT, message_urgent,
              { .message_id = message->message_id,
                .contact_id = contact->contact_id,
                .urgent = !message->urgent });
    begin_voicemail_prompt(turn, contact, BOX_STAGE_MENU,
                           message && !message->urgent ? "voicemail_urgent"
                                                       : "voicemail_menu");
}

static void choose(struct turn *turn, const struct contact_row *contact,
                   char key)
{
    switch (key) {
    case '1':
        begin_hearing(turn, contact);
        break;
    case '2':
        write_anew(turn, contact);
        break;
    case '3':
        write_urgency(turn, contact);
        break;
    case '#':
        begin_voicemail_prompt(turn, contact, BOX_STAGE_GOODBYE,
                               "voicemail_sent");
        break;
    default:
        begin_voicemail_prompt(turn, contact, BOX_STAGE_MENU, "voicemail_menu");
    }
}

enum refusal decide_voicemail_key(struct turn *turn,
                                  const struct contact_row *contact, char key)
{
    const struct event_box_set *box = voicemail_box(turn, contact);
    enum box_stage stage = contact->box_stage;

    if (key == '0' && stage != BOX_STAGE_SPEAKING &&
        write_to_operator(turn, contact, box, false))
        return REFUSED_NOT;

    if (stage == BOX_STAGE_GREETING && key == '#' && !contact->box_full)
        begin_voicemail_tone(turn, contact);
    else if (stage == BOX_STAGE_SPEAKING && key == '#')
        end_voicemail_speech(turn, contact);
    else if (stage == BOX_STAGE_HEARING)
        begin_voicemail_prompt(turn, contact, BOX_STAGE_MENU, "voicemail_menu");
    else if (stage == BOX_STAGE_MENU)
        choose(turn, contact, key);
    else
        return REFUSED_NOT_ASKED;

    return REFUSED_NOT;
}
