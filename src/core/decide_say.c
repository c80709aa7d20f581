/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes that are heard: a prompt, or a text in the caller's language, with values
   in it; and what goes before it when the caller is asked again. */

#include <string.h>

#include "core/flow_heard.h"
#include "core/language_question.h"
#include "core/step.h"
#include "core/variable.h"

/* The text being filled. */
struct speech_text {
    struct note text;
    size_t length;
};

/* What a caller keyed in may not begin another value. Nothing masked: whoever
   stands beside would hear it. */
static bool add_part(void *arg, const char *part, size_t length,
                     enum variable_part kind)
{
    struct speech_text *to = arg;

    if (kind == VARIABLE_MASKED || to->length + length >= sizeof(to->text.text))
        return false;

    for (size_t i = 0; i < length; i++) {
        bool is_brace = part[i] == '{' || part[i] == '}';

        to->text.text[to->length++] =
            kind == VARIABLE_VALUE && is_brace ? ' ' : part[i];
    }

    return true;
}

/* What is played or said to the contact, for its step. */
static struct effect heard(const struct turn *turn,
                           const struct contact_row *contact, int64_t step,
                           const struct flow_prompt *prompt)
{
    return (struct effect){ .type = EFFECT_PLAY,
                            .due_us = answer_due_us(turn, EFFECT_PLAY),
                            .contact_id = contact->contact_id,
                            .call = contact->call,
                            .step = step,
                            .language = contact->language,
                            .prompt = prompt->name,
                            .prompt_id = prompt->id };
}

/* @return whether the text can be told */
static bool say(const struct turn *turn, const struct contact_row *contact,
                const char *words, struct effect *effect)
{
    struct speech_text text = { .length = 0 };

    if (!variable_expand(turn, contact, words, add_part, &text))
        return false;

    effect->type = EFFECT_SAY;
    effect->due_us = answer_due_us(turn, EFFECT_SAY);
    effect->text = text.text;
    return true;
}

/* The prompt that a node asks by, in a try of it; none: it says what it asks. */
static struct flow_prompt prompt_in_try(const struct flow_node *node,
                                        int64_t tries)
{
    const struct flow_prompt again =
        flow_node_prompt_at(node, NODE_PROMPT_AGAIN);

    return tries > 1 && again.name.text[0] ? again : flow_node_prompt(node);
}

static bool is_named(const struct flow_prompt *prompt)
{
    return prompt->id != 0 || prompt->name.text[0] != '\0';
}

/* Which try of a question it is, and which part of it is heard. */
struct asking {
    int64_t tries;
    int64_t part;
};

/* The language that is offered in that part, or the next that can be, in its own
   words and by its own voice: one that cannot be told silences no other. */
static bool say_offer(const struct turn *turn,
                      const struct contact_row *contact,
                      const struct flow_node *node, struct asking *asking,
                      struct effect *effect)
{
    const struct node_ask_language *question = &node->as.ask_language_node;
    struct note words;
    int language;

    for (; (language = language_question_at(question, asking->part)) >= 0;
         asking->part++) {
        language_question_words(question, (enum speech)language, &words);
        effect->language = (enum speech)language;
        if (say(turn, contact, words.text, effect))
            return true;
    }

    return false;
}

/* What the node asks by, in a try of it: from its first part on. */
static bool find_question(const struct turn *turn,
                          const struct contact_row *contact,
                          const struct flow_node *node, struct asking *asking,
                          struct effect *effect)
{
    const struct flow_prompt prompt = prompt_in_try(node, asking->tries);

    effect->prompt = prompt.name;
    effect->prompt_id = prompt.id;
    if (is_named(&prompt))
        return true;
    if (node->type == NODE_ASK_LANGUAGE)
        return say_offer(turn, contact, node, asking, effect);

    return say(turn, contact, flow_node_text(node, contact->language), effect);
}

/* What was wrong with the try before, as a prompt; none: nothing is told. */
static struct flow_prompt announcement_of(const struct turn *turn,
                                          const struct contact_row *contact,
                                          const struct flow_node *node,
                                          int64_t tries)
{
    const struct run_row *run = state_run(turn->state, contact->contact_id);

    if (tries < 2)
        return (struct flow_prompt){ .id = 0 };

    return flow_node_prompt_at(node, run->missed_by == STEP_TIMEOUT
                                         ? NODE_PROMPT_TIMEOUT
                                         : NODE_PROMPT_INVALID);
}

/* The question is at another part than the one that it begins with. */
static void write_part(struct turn *turn, const struct contact_row *contact,
                       int64_t part, const struct effect *effect)
{
    if (part)
        WRITE(turn, QUESTION_WENT_ON, question_went_on,
              { .contact_id = contact->contact_id,
                .step = effect->step,
                .part = part,
                .due_us = effect->due_us });
}

/* The node of a step that begins with something to be heard. tries: see
   write_step_began(). */
static void begin_heard(struct turn *turn, const struct contact_row *contact,
                        const struct flow_node *node, int64_t tries)
{
    const struct flow_prompt told = announcement_of(turn, contact, node, tries);
    struct effect effect = heard(turn, contact, contact->step + 1, &told);
    struct asking asking = { .tries = tries };
    bool announces = told.name.text[0] != '\0';

    if (!announces && !find_question(turn, contact, node, &asking, &effect)) {
        write_step_passed(turn, contact, node, STEP_ERROR);
        return;
    }

    WRITE(turn, STEP_BEGAN, step_began,
          { .contact_id = contact->contact_id,
            .step = contact->step + 1,
            .node = contact->next_node,
            .node_type = node->type,
            .node_name = node->name,
            .due_us = effect.due_us,
            .tries = tries,
            .announces = announces });
    write_part(turn, contact, asking.part, &effect);
    outbox_add_effect(turn->outbox, &effect);
}

bool write_question_repeated(struct turn *turn,
                             const struct contact_row *contact,
                             const struct flow_node *node)
{
    const struct flow_prompt none = { .id = 0 };
    struct effect effect = heard(turn, contact, contact->step, &none);
    struct asking asking = { .tries = contact->tries };

    if (!find_question(turn, contact, node, &asking, &effect))
        return false;

    WRITE(turn, QUESTION_REPEATED, question_repeated,
          { .contact_id = contact->contact_id,
            .step = contact->step,
            .due_us = effect.due_us });
    write_part(turn, contact, asking.part, &effect);
    outbox_add_effect(turn->outbox, &effect);
    return true;
}

bool write_question_went_on(struct turn *turn,
                            const struct contact_row *contact,
                            const struct flow_node *node)
{
    const struct flow_prompt prompt = prompt_in_try(node, contact->tries);
    const struct flow_prompt none = { .id = 0 };
    struct asking asking = {
        .tries = contact->tries,
        .part = state_run(turn->state, contact->contact_id)->part + 1,
    };
    struct effect effect = heard(turn, contact, contact->step, &none);

    if (node->type != NODE_ASK_LANGUAGE || is_named(&prompt) ||
        !say_offer(turn, contact, node, &asking, &effect))
        return false;

    write_part(turn, contact, asking.part, &effect);
    outbox_add_effect(turn->outbox, &effect);
    return true;
}

void begin_play(struct turn *turn, const struct contact_row *contact,
                const struct flow_node *node)
{
    begin_heard(turn, contact, node, 0);
}

void begin_say(struct turn *turn, const struct contact_row *contact,
               const struct flow_node *node)
{
    begin_heard(turn, contact, node, 0);
}

/* Those that ask for keys count how often they were played. */
void begin_menu(struct turn *turn, const struct contact_row *contact,
                const struct flow_node *node)
{
    begin_heard(turn, contact, node, contact->tries + 1);
}

void begin_collect(struct turn *turn, const struct contact_row *contact,
                   const struct flow_node *node)
{
    begin_heard(turn, contact, node, contact->tries + 1);
}

void begin_survey(struct turn *turn, const struct contact_row *contact,
                  const struct flow_node *node)
{
    begin_heard(turn, contact, node, contact->tries + 1);
}

void begin_ask_language(struct turn *turn, const struct contact_row *contact,
                        const struct flow_node *node)
{
    begin_heard(turn, contact, node, contact->tries + 1);
}
