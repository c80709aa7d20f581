/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a caller who leaves a message. */

#include "core/voicemail_inside.h"

#include "core/greeting.h"
#include "core/state_due.h"
#include "core/step.h"
#include "core/visit.h"

/* So long has the caller to choose. */
static const int64_t KEY_US = 10000000;

const struct event_box_set *voicemail_box(const struct turn *turn,
                                          const struct contact_row *contact)
{
    return state_box(turn->state, contact->box_id);
}

void write_voicemail_stage(struct turn *turn, const struct contact_row *contact,
                           enum box_stage stage, bool plays, int64_t due_us)
{
    WRITE(turn, VOICEMAIL_WENT_ON, voicemail_went_on,
          { .contact_id = contact->contact_id,
            .box_id = contact->box_id,
            .stage = stage,
            .plays = plays,
            .due_us = due_us });
}

void begin_voicemail_prompt(struct turn *turn,
                            const struct contact_row *contact,
                            enum box_stage stage, const char *name)
{
    write_voicemail_stage(turn, contact, stage, true,
                          answer_due_us(turn, EFFECT_PLAY));
    ask_prompt(turn, contact, name, 0);
}

/* Coming. */

bool is_cause_of_closed(enum rule_cause cause)
{
    switch (cause) {
    case RULE_NOBODY_LOGGED_IN:
    case RULE_NOBODY_WORKS:
    case RULE_CLOSED:
        return true;
    case RULE_FULL:
    case RULE_WAITED:
    case RULE_ESTIMATE:
    case RULE_NOBODY_READY: /* they pause, and come back */
    case RULE_FEW_LOGGED_IN:
    case RULE_FEW_READY:
    case RULE_KEY:
        break;
    }

    return false;
}

void write_voicemail(struct turn *turn, const struct contact_row *contact,
                     const struct event_box_set *box, enum box_greeting why)
{
    int64_t wall_us = state_wall_us(turn->state, turn->now_us);
    bool is_holiday = greeting_is_of_holiday(box, turn->book, wall_us);
    enum box_greeting greeting = is_holiday ? GREETING_HOLIDAY : why;
    bool full = is_full_box(turn, box);

    WRITE(turn, VOICEMAIL_ENTERED, voicemail_entered,
          { .contact_id = contact->contact_id,
            .box_id = box->id,
            .greeting = greeting,
            .full = full,
            .due_us = answer_due_us(turn, EFFECT_PLAY),
            .ivr_us = ivr_so_far_us(turn, contact) });
    ask_prompt(turn, contact, full ? "voicemail_full" : "voicemail",
               full ? 0 : greeting_heard(box, greeting, turn->book, wall_us));
}

/* Speaking. */

void begin_voicemail_tone(struct turn *turn, const struct contact_row *contact)
{
    int64_t due_us = answer_due_us(turn, EFFECT_BEEP);

    write_voicemail_stage(turn, contact, BOX_STAGE_TONE, true, due_us);
    ASK(turn, { .type = EFFECT_BEEP,
                .due_us = due_us,
                .contact_id = contact->contact_id,
                .call = contact->call });
}

static void begin_speaking(struct turn *turn, const struct contact_row *contact,
                           const struct name *object)
{
    const struct event_box_set *box = voicemail_box(turn, contact);
    uint64_t id = (uint64_t)state_system(turn->state)->recordings + 1;

    WRITE(turn, RECORDING_STARTED, recording_started,
          { .recording_id = id,
            .contact_id = contact->contact_id,
            .object = *object,
            .box_id = box->id });
    ASK(turn, { .type = EFFECT_RECORD,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .silence_ms = box->silence_ms,
                .recording_id = id,
                .object = *object });
    write_voicemail_stage(turn, contact, BOX_STAGE_SPEAKING, false,
                          turn->now_us + box->max_ms * 1000);
}

/* Without a file to record into there is nothing to be had here. */
enum refusal decide_beeped(struct turn *turn, const struct command_beeped *c)
{
    struct grant_owner owner = state_grant_owner(turn->state, c->serial);
    const struct contact_row *contact =
        state_contact(turn->state, owner.owner_id);

    if (owner.kind == GRANT_PLAY && contact->utterance == UTTERANCE_TONE) {
        write_utterance_begun(turn, contact, &c->object);
        return REFUSED_NOT;
    }
    if (owner.kind == GRANT_PLAY && contact->box_stage == BOX_STAGE_VISIT)
        return decide_visit_beeped(turn, contact, &c->object);
    if (owner.kind != GRANT_PLAY || contact->box_stage != BOX_STAGE_TONE)
        return REFUSED_NOT_ASKED;

    if (c->object.text[0])
        begin_speaking(turn, contact, &c->object);
    else
        write_contact_ended(turn, contact, END_FLOW_FAILED,
                            (struct silence){ 0 });
    return REFUSED_NOT;
}

static void ask_speaking_stopped(struct turn *turn,
                                 const struct contact_row *contact)
{
    if (contact->recording_id)
        ASK(turn, { .type = EFFECT_STOP_RECORDING,
                    .contact_id = contact->contact_id,
                    .call = contact->call,
                    .recording_id = contact->recording_id });
}

void end_voicemail_speech(struct turn *turn, const struct contact_row *contact)
{
    begin_voicemail_prompt(turn, contact, BOX_STAGE_MENU, "voicemail_menu");
    ask_speaking_stopped(turn, contact);
}

enum refusal decide_speaker_silent(struct turn *turn,
                                   const struct command_speaker_silent *c)
{
    const struct recording_row *recording =
        state_recording(turn->state, c->recording_id);
    const struct contact_row *contact =
        recording ? state_contact(turn->state, recording->contact_id) : NULL;

    if (recording && recording->is_take)
        return decide_take_silent(turn, c->recording_id);
    if (!contact || contact->recording_id != c->recording_id)
        return REFUSED_NOT_ASKED;
    if (contact->utterance == UTTERANCE_SPEAKING) {
        write_utterance_over(turn, contact);
        return REFUSED_NOT;
    }
    if (contact->box_stage != BOX_STAGE_SPEAKING)
        return REFUSED_NOT_ASKED;

    end_voicemail_speech(turn, contact);
    return REFUSED_NOT;
}

/* Going. */

void write_voicemail_left(struct turn *turn, const struct contact_row *contact)
{
    if (contact->box_stage == BOX_STAGE_VISIT) {
        write_visit_ended(turn, contact);
        return;
    }

    WRITE(turn, VOICEMAIL_LEFT, voicemail_left,
          { .contact_id = contact->contact_id,
            .box_id = contact->box_id,
            .message_id = contact->message_id,
            .for_us = turn->now_us - contact->place_since_us });
    ask_speaking_stopped(turn, contact);
    if (contact->message_id)
        write_message_settled(turn, contact->message_id);
}

static void write_over_here(struct turn *turn,
                            const struct contact_row *contact)
{
    write_contact_ended(turn, contact, END_VOICEMAIL, (struct silence){ 0 });
}

/* Nothing can be left here: whoever has heard so is handed on, if the box says
   to whom. */
static void write_full_box_told(struct turn *turn,
                                const struct contact_row *contact)
{
    if (!write_to_operator(turn, contact, voicemail_box(turn, contact), true))
        write_over_here(turn, contact);
}

void write_voicemail_prompt_ended(struct turn *turn,
                                  const struct contact_row *contact)
{
    switch (contact->box_stage) {
    case BOX_STAGE_GREETING:
        if (contact->box_full)
            write_full_box_told(turn, contact);
        else
            begin_voicemail_tone(turn, contact);
        break;
    case BOX_STAGE_MENU:
        write_voicemail_stage(turn, contact, BOX_STAGE_MENU, false,
                              turn->now_us + KEY_US);
        break;
    case BOX_STAGE_HEARING:
        begin_voicemail_prompt(turn, contact, BOX_STAGE_MENU, "voicemail_menu");
        break;
    default:
        write_over_here(turn, contact);
    }
}

/* Whoever does not choose is content. */
void write_voicemail_due(struct turn *turn, const struct contact_row *contact)
{
    if (contact->play)
        write_voicemail_prompt_ended(turn, contact);
    else if (contact->box_stage == BOX_STAGE_SPEAKING)
        end_voicemail_speech(turn, contact);
    else
        begin_voicemail_prompt(turn, contact, BOX_STAGE_GOODBYE,
                               "voicemail_sent");
}
