/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes that take keys: several, as a number, or one as an answer, or as the
   choice of a language. */

#include <string.h>

#include "core/digit_check.h"
#include "core/language_question.h"
#include "core/step.h"
#include "core/variable.h"
#include "core/vault.h"

/* Once more, until the tries are spent. */
static void write_not_taken_in(struct turn *turn,
                               const struct contact_row *contact,
                               const struct flow_node *node, int64_t tries,
                               enum step_exit exit)
{
    write_step_over(
        turn, contact, node, false,
        &(struct step_end){ .exit = exit, .is_again = contact->tries < tries });
}

static void write_taken_in(struct turn *turn, const struct contact_row *contact,
                           const struct flow_node *node, bool is_kept)
{
    write_step_over(
        turn, contact, node, false,
        &(struct step_end){ .exit = is_kept ? STEP_DONE : STEP_ERROR });
}

/* Several keys. */

/* What was pressed so far, of a masked node, too. */
static struct digits digits_of(const struct turn *turn,
                               const struct contact_row *contact,
                               const struct node_collect *node)
{
    return node->masked ? vault_get(turn->vault, contact->contact_id, 0)
                        : state_run(turn->state, contact->contact_id)->digits;
}

/* These are all: what comes of them. */
static void write_complete(struct turn *turn, const struct contact_row *contact,
                           const struct flow_node *node,
                           const struct digits *digits)
{
    const struct node_collect *collect = &node->as.collect_node;
    size_t count = strlen(digits->text);

    if (count == 0)
        write_not_taken_in(turn, contact, node, collect->tries, STEP_TIMEOUT);
    else if ((int64_t)count < collect->min ||
             !digits_pass(collect->check, digits))
        write_not_taken_in(turn, contact, node, collect->tries, STEP_INVALID);
    else
        write_taken_in(turn, contact, node,
                       write_variable(turn, contact, &collect->variable,
                                      digits->text, collect->masked));
}

void write_collect_timeout(struct turn *turn, const struct contact_row *contact,
                           const struct flow_node *node)
{
    struct digits digits = { "" };

    if (state_run(turn->state, contact->contact_id)->digit_count > 0)
        digits = digits_of(turn, contact, &node->as.collect_node);
    write_complete(turn, contact, node, &digits);
}

static void write_collected(struct turn *turn,
                            const struct contact_row *contact,
                            const struct node_collect *node,
                            const struct digits *digits, bool is_all)
{
    if (node->masked)
        vault_put(turn->vault, contact->contact_id, 0, digits);

    WRITE(turn, DIGITS_COLLECTED, digits_collected,
          { .contact_id = contact->contact_id,
            .step = contact->step,
            .count = (int64_t)strlen(digits->text),
            .digits = node->masked ? (struct digits){ "" } : *digits,
            .masked = node->masked,
            .due_us = is_all ? 0 : turn->now_us + node->between_ms * 1000 });
}

void write_key_collected(struct turn *turn, const struct contact_row *contact,
                         const struct flow_node *node, char key)
{
    const struct node_collect *collect = &node->as.collect_node;
    struct digits digits = { "" };

    if (state_run(turn->state, contact->contact_id)->digit_count > 0)
        digits = digits_of(turn, contact, collect);

    bool is_end = collect->end_key.text[0] == key;

    if (!is_end)
        digits.text[strlen(digits.text)] = key;

    bool is_all = is_end || (int64_t)strlen(digits.text) >= collect->max;

    write_collected(turn, contact, collect, &digits, is_all);
    ask_prompt_stopped(turn, contact);
    if (is_all)
        write_complete(turn, contact, node, &digits);
}

/* One key. */

void write_survey_timeout(struct turn *turn, const struct contact_row *contact,
                          const struct flow_node *node)
{
    write_not_taken_in(turn, contact, node, node->as.survey_node.tries,
                       STEP_TIMEOUT);
}

static void write_digit(struct turn *turn, const struct contact_row *contact,
                        char key)
{
    struct digits digit = { "" };

    digit.text[0] = key;
    WRITE(turn, DIGIT_PRESSED, digit_pressed,
          { .contact_id = contact->contact_id,
            .step = contact->step,
            .digit = digit });
    ask_prompt_stopped(turn, contact);
}

void write_survey_key(struct turn *turn, const struct contact_row *contact,
                      const struct flow_node *node, char key)
{
    const struct node_survey *survey = &node->as.survey_node;
    int64_t answer = key - '0';
    struct digits digit = { "" };

    digit.text[0] = key;
    write_digit(turn, contact, key);
    if (key < '0' || key > '9' || answer < survey->lowest ||
        answer > survey->highest) {
        write_not_taken_in(turn, contact, node, survey->tries, STEP_INVALID);
        return;
    }

    if (!state_run(turn->state, contact->contact_id)->on_trial)
        WRITE(turn, SURVEY_ANSWERED, survey_answered,
              { .contact_id = contact->contact_id,
                .question = survey->question,
                .answer = answer });
    write_taken_in(
        turn, contact, node,
        write_variable(turn, contact, &survey->question, digit.text, false));
}

/* A language. */

void write_language_timeout(struct turn *turn,
                            const struct contact_row *contact,
                            const struct flow_node *node)
{
    write_not_taken_in(turn, contact, node, node->as.ask_language_node.tries,
                       STEP_TIMEOUT);
}

void write_language_key(struct turn *turn, const struct contact_row *contact,
                        const struct flow_node *node, char key)
{
    const struct node_ask_language *question = &node->as.ask_language_node;
    int language = language_question_chosen(question, key);

    write_digit(turn, contact, key);
    if (language < 0) {
        write_not_taken_in(turn, contact, node, question->tries, STEP_INVALID);
        return;
    }

    WRITE(turn, LANGUAGE_SET, language_set,
          { .contact_id = contact->contact_id,
            .language = (enum speech)language });
    write_taken_in(turn, contact, node, true);
}
