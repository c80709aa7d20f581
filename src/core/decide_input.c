/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A contact's way through a flow: what the world answers, and the caller. */

#include <string.h>

#include "core/callback_offer.h"
#include "core/decide_answer.h"
#include "core/flow_heard.h"
#include "core/hearing.h"
#include "core/state_due.h"
#include "core/step.h"
#include "core/visit.h"
#include "core/voicemail.h"

static void write_over_by(struct turn *turn, const struct contact_row *contact,
                          const struct flow_node *node, enum step_exit exit)
{
    write_step_over(turn, contact, node, false,
                    &(struct step_end){ .exit = exit });
}

static void write_feature_connected(struct turn *turn,
                                    const struct contact_row *contact)
{
    if (!write_visit_begun(turn, contact))
        write_over(turn, contact, END_FEATURE, false);
}

void write_connected(struct turn *turn, const struct contact_row *contact)
{
    const struct flow_node *node = step_node_now(turn, contact);

    WRITE(turn, CALLER_CONNECTED, caller_connected,
          { .contact_id = contact->contact_id });
    if (node)
        write_over_by(turn, contact, node, STEP_DONE);
    if (contact->emergency)
        write_emergency_dialled(turn, contact);
    else if (contact->feature)
        write_feature_connected(turn, contact);
    else if (contact->to != TO_HANG_UP)
        write_inside_connected(turn, contact);
}

/* A wrong digit, or none: once more, until the tries are spent. */
static void write_try_over(struct turn *turn, const struct contact_row *contact,
                           const struct flow_node *node, enum step_exit exit)
{
    write_step_over(turn, contact, node, false,
                    &(struct step_end){ .exit = exit,
                                        .is_again = contact->tries <
                                                    node->as.menu_node.tries });
}

/* How long a key is waited for after the prompt; 0: none is. */
static int64_t wait_ms_of(const struct flow_node *node)
{
    const struct field *field =
        record_field(node_rule(node->type)->record, "wait_ms");

    return field ? field_get_integer(field, &node->as) : 0;
}

void write_prompt_ended(struct turn *turn, const struct contact_row *contact,
                        bool failed)
{
    const struct flow_node *node = step_node_now(turn, contact);
    bool is_told =
        node && state_run(turn->state, contact->contact_id)->announces;

    if (!node)
        write_flow_over(turn, contact,
                        contact->takes_leave ? contact->leave_cause
                                             : END_FLOW_FAILED);
    else if (is_told && write_question_repeated(turn, contact, node))
        return; /* nobody is lost for what was not told */
    else if (failed || is_told)
        write_over_by(turn, contact, node, STEP_ERROR);
    else if (write_question_went_on(turn, contact, node))
        return;
    else if (wait_ms_of(node))
        WRITE(turn, INPUT_AWAITED, input_awaited,
              { .contact_id = contact->contact_id,
                .step = contact->step,
                .due_us = turn->now_us + wait_ms_of(node) * 1000 });
    else
        write_over_by(turn, contact, node, STEP_DONE);
}

void ask_prompt_stopped(struct turn *turn, const struct contact_row *contact)
{
    if (contact->play)
        ASK(turn, { .type = EFFECT_STOP_PLAY,
                    .contact_id = contact->contact_id,
                    .call = contact->call });
}

void write_step_timeout(struct turn *turn, const struct contact_row *contact)
{
    const struct flow_node *node = step_node_now(turn, contact);

    if (state_run(turn->state, contact->contact_id)->lookup)
        write_lookup_timeout(turn, contact);
    else if (!node || contact->play)
        write_prompt_ended(turn, contact, true);
    else if (node->type == NODE_WAIT)
        write_over_by(turn, contact, node, STEP_DONE);
    else if (node->type == NODE_COLLECT)
        write_collect_timeout(turn, contact, node);
    else if (node->type == NODE_SURVEY)
        write_survey_timeout(turn, contact, node);
    else if (node->type == NODE_ASK_LANGUAGE)
        write_language_timeout(turn, contact, node);
    else if (node->type == NODE_LANGUAGE)
        write_language_recalled(turn, contact, RULE_LANGUAGE_KEEP);
    else if (node->type == NODE_RECORD)
        write_utterance_due(turn, contact, node);
    else
        write_try_over(turn, contact, node, STEP_TIMEOUT);
}

enum refusal decide_prompt_ended(struct turn *turn,
                                 const struct command_prompt_ended *c)
{
    struct grant_owner owner = state_grant_owner(turn->state, c->serial);

    if (owner.kind != GRANT_PLAY)
        return REFUSED_NOT_ASKED;

    const struct contact_row *contact =
        state_contact(turn->state, owner.owner_id);

    if (contact->callback_stage)
        write_callback_prompt_ended(turn, contact, c->failed);
    else if (contact->box_stage == BOX_STAGE_VISIT)
        write_visit_prompt_ended(turn, contact, c->failed);
    else if (contact->place == PLACE_VOICEMAIL)
        write_voicemail_prompt_ended(turn, contact);
    else if (contact->place == PLACE_QUEUE)
        write_hearing_ended(turn, contact, c->failed);
    else
        write_prompt_ended(turn, contact, c->failed);
    return REFUSED_NOT;
}

/* Which of the node's choices it is: 1, 2, 3, ...; 0: none. */
static int64_t choice_for(const struct flow_node *node, char digit)
{
    for (size_t i = 0; i < node->choice_count; i++)
        if (node->choices[i].key[0] == digit)
            return (int64_t)i + 1;

    return 0;
}

static bool is_one_digit(const struct digits *digits)
{
    return digits->text[0] && strchr("0123456789*#ABCD", digits->text[0]) &&
           digits->text[1] == '\0';
}

static void write_chosen(struct turn *turn, const struct contact_row *contact,
                         const struct flow_node *node,
                         const struct digits *digit)
{
    int64_t choice = choice_for(node, digit->text[0]);

    WRITE(turn, DIGIT_PRESSED, digit_pressed,
          { .contact_id = contact->contact_id,
            .step = contact->step,
            .digit = *digit });
    ask_prompt_stopped(turn, contact);
    if (choice)
        write_step_over(
            turn, contact, node, false,
            &(struct step_end){ .exit = STEP_MATCHED, .choice = choice });
    else
        write_try_over(turn, contact, node, STEP_INVALID);
}

enum refusal decide_press_digit(struct turn *turn,
                                const struct command_press_digit *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);

    if (!contact)
        return REFUSED_NO_CONTACT;
    if (!is_one_digit(&c->digit))
        return REFUSED_BAD_VALUE;
    if (contact->box_stage == BOX_STAGE_VISIT)
        return decide_visit_key(turn, contact, c->digit.text[0]);
    if (contact->place == PLACE_VOICEMAIL)
        return decide_voicemail_key(turn, contact, c->digit.text[0]);

    if (contact->callback_stage) {
        write_callback_key(turn, contact, c->digit.text[0]);
        return REFUSED_NOT;
    }
    if (contact->place == PLACE_QUEUE)
        return decide_exit_key(turn, contact, &c->digit);

    const struct flow_node *node = step_node_now(turn, contact);

    if (contact->place == PLACE_IVR && node && node->type == NODE_RECORD)
        return decide_utterance_key(turn, contact, node, c->digit.text[0]);
    if (contact->place != PLACE_IVR || !node || !wait_ms_of(node))
        return REFUSED_NOT_ASKED;
    if (contact->play && !flow_node_barges_in(node))
        return REFUSED_NOT_ASKED;

    if (node->type == NODE_MENU) {
        write_chosen(turn, contact, node, &c->digit);
        return REFUSED_NOT;
    }

    if (node->type == NODE_COLLECT)
        write_key_collected(turn, contact, node, c->digit.text[0]);
    else if (node->type == NODE_ASK_LANGUAGE)
        write_language_key(turn, contact, node, c->digit.text[0]);
    else
        write_survey_key(turn, contact, node, c->digit.text[0]);

    return REFUSED_NOT;
}
