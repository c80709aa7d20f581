/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes that record what the caller says, and wait until it is whole. */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "core/step.h"
#include "core/variable.h"
#include "core/voicemail.h"

/* So long the recorder may take to finish the file. */
static const int64_t SAVING_US = 10000000;

static void write_stage(struct turn *turn, const struct contact_row *contact,
                        int64_t step, enum utterance_stage stage,
                        int64_t due_us)
{
    WRITE(turn, UTTERANCE_WENT_ON, utterance_went_on,
          { .contact_id = contact->contact_id,
            .step = step,
            .stage = stage,
            .plays = stage == UTTERANCE_TONE,
            .due_us = due_us });
}

static void write_exit(struct turn *turn, const struct contact_row *contact,
                       enum step_exit exit)
{
    write_step_over(turn, contact, step_node_now(turn, contact), false,
                    &(struct step_end){ .exit = exit });
}

/* Beginning. */

void begin_record(struct turn *turn, const struct contact_row *contact,
                  const struct flow_node *node)
{
    int64_t due_us = answer_due_us(turn, EFFECT_BEEP);

    if (state_row_count(turn->state, ROW_RECORDING) >= STATE_MAX_RECORDINGS) {
        write_step_passed(turn, contact, node, STEP_ERROR);
        return;
    }

    write_step_began(turn, contact, node, 0, 0);
    write_stage(turn, contact, contact->step + 1, UTTERANCE_TONE, due_us);
    ASK(turn, { .type = EFFECT_BEEP,
                .due_us = due_us,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .unheard = !node->as.record_node.beep });
}

/* Without a file to record into there is nothing to be had here. */
void write_utterance_begun(struct turn *turn, const struct contact_row *contact,
                           const struct name *object)
{
    const struct flow_node *node = step_node_now(turn, contact);
    const struct node_record *record = &node->as.record_node;
    uint64_t id = (uint64_t)state_system(turn->state)->recordings + 1;

    if (!object->text[0]) {
        write_exit(turn, contact, STEP_ERROR);
        return;
    }

    WRITE(turn, RECORDING_STARTED, recording_started,
          { .recording_id = id,
            .contact_id = contact->contact_id,
            .object = *object,
            .node = node->name });
    ASK(turn, { .type = EFFECT_RECORD,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .silence_ms = record->silence_ms,
                .recording_id = id,
                .object = *object });
    write_stage(turn, contact, contact->step, UTTERANCE_SPEAKING,
                turn->now_us + record->max_ms * 1000);
}

/* Ending. */

void ask_utterance_stopped(struct turn *turn, const struct contact_row *contact)
{
    if (contact->utterance == UTTERANCE_SPEAKING)
        ASK(turn, { .type = EFFECT_STOP_RECORDING,
                    .contact_id = contact->contact_id,
                    .call = contact->call,
                    .recording_id = contact->recording_id });
}

void write_utterance_over(struct turn *turn, const struct contact_row *contact)
{
    write_stage(turn, contact, contact->step, UTTERANCE_SAVING,
                turn->now_us + SAVING_US);
    ask_utterance_stopped(turn, contact);
}

enum refusal decide_utterance_key(struct turn *turn,
                                  const struct contact_row *contact,
                                  const struct flow_node *node, char key)
{
    struct digits digit = { "" };

    if (contact->utterance != UTTERANCE_SPEAKING ||
        node->as.record_node.end_key.text[0] != key)
        return REFUSED_NOT_ASKED;

    digit.text[0] = key;
    WRITE(turn, DIGIT_PRESSED, digit_pressed,
          { .contact_id = contact->contact_id,
            .step = contact->step,
            .digit = digit });
    write_utterance_over(turn, contact);
    return REFUSED_NOT;
}

/* The caller has spoken for long enough; or no file comes any more. */
void write_utterance_due(struct turn *turn, const struct contact_row *contact,
                         const struct flow_node *node)
{
    if (contact->utterance == UTTERANCE_SPEAKING)
        write_utterance_over(turn, contact);
    else
        write_step_over(turn, contact, node, false,
                        &(struct step_end){ .exit = STEP_ERROR });
}

/* The file. */

/* What nobody wants is not kept: neither a silence nor a cough. */
static void write_unkept(struct turn *turn, const struct contact_row *contact)
{
    const struct recording_row *recording =
        state_recording(turn->state, contact->recording_id);

    WRITE(turn, RECORDING_DELETED, recording_deleted,
          { .recording_id = recording->recording_id,
            .contact_id = recording->contact_id,
            .object = recording->object });
    ASK(turn, { .type = EFFECT_REMOVE_RECORDING,
                .recording_id = recording->recording_id,
                .object = recording->object });
}

static enum step_exit exit_for(const struct node_record *node,
                               const struct command_recorded *c)
{
    if (c->length_us == 0)
        return STEP_ERROR;
    if (is_silent_message(&c->peaks))
        return STEP_TIMEOUT;

    return c->length_us < node->min_ms * 1000 ? STEP_INVALID : STEP_DONE;
}

static bool write_number(struct turn *turn, const struct contact_row *contact,
                         const struct node_record *node)
{
    char number[24];

    (void)snprintf(number, sizeof(number), "%" PRIu64, contact->recording_id);
    return write_variable(turn, contact, &node->variable, number, false);
}

void write_utterance_recorded(struct turn *turn,
                              const struct contact_row *contact,
                              const struct command_recorded *c)
{
    const struct node_record *node =
        &step_node_now(turn, contact)->as.record_node;
    enum step_exit exit = exit_for(node, c);

    if (exit == STEP_TIMEOUT || exit == STEP_INVALID)
        write_unkept(turn, contact);
    if (exit == STEP_DONE && !write_number(turn, contact, node))
        exit = STEP_ERROR;
    write_exit(turn, contact, exit);
}
