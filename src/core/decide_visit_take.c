/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Greetings and prompts recorded by phone: spoken, heard, kept or not. */

#include "core/visit.h"

#include "core/voicemail.h"

/* As long as a greeting, or a prompt, may and must be. */
static const int64_t SHORTEST_US = 1000000;
static const int64_t LONGEST_US = 180000000;

/* So long the file may take to be whole. */
static const int64_t WRITING_US = 15000000;

enum { SILENCE_MS = 5000 };

void begin_visit_take(struct turn *turn, const struct contact_row *contact,
                      const struct visit_row *visit)
{
    begin_visit_prompt(turn, contact, visit, VISIT_READY, "mailbox_record");
}

void write_take_dropped(struct turn *turn, const struct visit_row *visit)
{
    if (!visit->take_us)
        return;

    WRITE(turn, RECORDING_DELETED, recording_deleted,
          { .recording_id = visit->take_id,
            .contact_id = visit->contact_id,
            .object = visit->take_object });
    ASK(turn, { .type = EFFECT_REMOVE_RECORDING,
                .recording_id = visit->take_id,
                .object = visit->take_object });
}

/* Speaking. */

static void begin_tone(struct turn *turn, const struct contact_row *contact,
                       const struct visit_row *visit)
{
    int64_t due_us = answer_due_us(turn, EFFECT_BEEP);
    struct visit_row next = *visit;

    write_take_dropped(turn, visit);
    next.stage = VISIT_TONE;
    write_visit(turn, &next, true, due_us);
    ASK(turn, { .type = EFFECT_BEEP,
                .due_us = due_us,
                .contact_id = contact->contact_id,
                .call = contact->call });
}

/* Without a file to record into there is nothing to be had here. */
enum refusal decide_visit_beeped(struct turn *turn,
                                 const struct contact_row *contact,
                                 const struct name *object)
{
    const struct visit_row *visit =
        state_visit(turn->state, contact->contact_id);
    uint64_t id = (uint64_t)state_system(turn->state)->recordings + 1;
    struct visit_row next = *visit;

    if (visit->stage != VISIT_TONE)
        return REFUSED_NOT_ASKED;
    if (!object->text[0] ||
        state_row_count(turn->state, ROW_RECORDING) >= STATE_MAX_RECORDINGS) {
        begin_visit_prompt(turn, contact, visit, VISIT_GOODBYE,
                           "mailbox_not_recorded");
        return REFUSED_NOT;
    }

    next.stage = VISIT_SPEAKING;
    write_visit(turn, &next, false, turn->now_us + LONGEST_US);
    WRITE(turn, RECORDING_STARTED, recording_started,
          { .recording_id = id,
            .contact_id = contact->contact_id,
            .object = *object,
            .is_take = true });
    ASK(turn, { .type = EFFECT_RECORD,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .silence_ms = SILENCE_MS,
                .recording_id = id,
                .object = *object });
    return REFUSED_NOT;
}

static void end_speech(struct turn *turn, const struct contact_row *contact,
                       const struct visit_row *visit)
{
    struct visit_row next = *visit;

    next.stage = VISIT_WRITING;
    write_visit(turn, &next, false, turn->now_us + WRITING_US);
    ASK(turn, { .type = EFFECT_STOP_RECORDING,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .recording_id = visit->take_id });
}

enum refusal decide_take_silent(struct turn *turn, uint64_t take_id)
{
    const struct recording_row *recording =
        state_recording(turn->state, take_id);
    const struct visit_row *visit =
        recording ? state_visit(turn->state, recording->contact_id) : NULL;

    if (!visit || visit->take_id != take_id || visit->stage != VISIT_SPEAKING)
        return REFUSED_NOT_ASKED;

    end_speech(turn, state_contact(turn->state, visit->contact_id), visit);
    return REFUSED_NOT;
}

/* What was said. */

static void begin_review(struct turn *turn, const struct contact_row *contact,
                         const struct visit_row *visit)
{
    begin_visit_prompt(turn, contact, visit, VISIT_REVIEW, "mailbox_review");
}

/* The leg may have gone, or the disk have taken nothing. */
void write_take_recorded(struct turn *turn,
                         const struct recording_row *recording,
                         const struct command_recorded *c)
{
    const struct visit_row *visit =
        state_visit(turn->state, recording->contact_id);
    struct visit_row next = {
        .take_id = recording->recording_id,
        .contact_id = recording->contact_id,
        .take_object = recording->object,
        .take_us = c->length_us,
    };

    bool is_awaited =
        visit && visit->take_id == recording->recording_id &&
        (visit->stage == VISIT_SPEAKING || visit->stage == VISIT_WRITING);

    if (!is_awaited) {
        write_take_dropped(turn, &next);
        return;
    }

    const struct contact_row *contact =
        state_contact(turn->state, visit->contact_id);

    next = *visit;
    next.take_us = c->length_us;
    if (c->length_us >= SHORTEST_US && !is_silent_message(&c->peaks))
        begin_review(turn, contact, &next);
    else
        begin_visit_prompt(turn, contact, &next, VISIT_NOT_KEPT,
                           "mailbox_too_short");
}

static void begin_hearing(struct turn *turn, const struct contact_row *contact,
                          const struct visit_row *visit)
{
    int64_t due_us = answer_due_us(turn, EFFECT_PLAY_MESSAGE);
    struct visit_row next = *visit;

    next.stage = VISIT_HEARING;
    write_visit(turn, &next, true, due_us);
    ASK(turn, { .type = EFFECT_PLAY_MESSAGE,
                .due_us = due_us,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .recording_id = visit->take_id,
                .object = visit->take_object });
}

static void begin_keeping(struct turn *turn, const struct contact_row *contact,
                          const struct visit_row *visit)
{
    int64_t due_us = answer_due_us(turn, EFFECT_KEEP_TAKE);
    struct visit_row next = *visit;

    next.stage = VISIT_KEEPING;
    write_visit(turn, &next, false, due_us);
    ASK(turn, { .type = EFFECT_KEEP_TAKE,
                .due_us = due_us,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .recording_id = visit->take_id,
                .object = visit->take_object });
}

/* Keys. */

static void review(struct turn *turn, const struct contact_row *contact,
                   const struct visit_row *visit, char key)
{
    switch (key) {
    case '1':
        begin_hearing(turn, contact, visit);
        break;
    case '2':
        begin_tone(turn, contact, visit);
        break;
    case '#':
        begin_keeping(turn, contact, visit);
        break;
    case '*':
        write_take_dropped(turn, visit);
        begin_visit_menu(turn, contact, visit);
        break;
    default:
        begin_review(turn, contact, visit);
    }
}

enum refusal decide_visit_take_key(struct turn *turn,
                                   const struct contact_row *contact,
                                   const struct visit_row *visit, char key)
{
    if (visit->stage == VISIT_SPEAKING && key != '#')
        return REFUSED_NOT_ASKED;

    if (visit->stage == VISIT_REVIEW)
        review(turn, contact, visit, key);
    else if (visit->stage == VISIT_HEARING)
        begin_review(turn, contact, visit);
    else if (visit->stage == VISIT_SPEAKING)
        end_speech(turn, contact, visit);
    else if (key == '*')
        begin_visit_menu(turn, contact, visit);
    else
        begin_tone(turn, contact, visit);
    return REFUSED_NOT;
}

void write_visit_take_ended(struct turn *turn,
                            const struct contact_row *contact,
                            const struct visit_row *visit)
{
    switch (visit->stage) {
    case VISIT_READY:
        begin_tone(turn, contact, visit);
        break;
    case VISIT_NOT_KEPT:
        begin_visit_take(turn, contact, visit);
        break;
    case VISIT_HEARING:
        begin_review(turn, contact, visit);
        break;
    default:
        begin_visit_prompt(turn, contact, visit, VISIT_GOODBYE,
                           "mailbox_not_recorded");
    }
}

/* The longest one is over; or nothing has come of it. */
void write_visit_take_due(struct turn *turn, const struct contact_row *contact,
                          const struct visit_row *visit)
{
    if (visit->stage == VISIT_SPEAKING)
        end_speech(turn, contact, visit);
    else
        begin_visit_prompt(turn, contact, visit, VISIT_GOODBYE,
                           "mailbox_not_recorded");
}
