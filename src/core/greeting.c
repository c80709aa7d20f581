/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prompts that are made for a box, and what the box greets with. */

#include "core/greeting.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "core/decide_document.h"

/* Which nothing else should use. */
static struct name name_of(const struct greeting_made *made, const char *behind)
{
    struct name name = { "" };

    (void)snprintf(
        name.text, sizeof(name.text), "box-%" PRIu64 "-%s%s", made->box_id,
        word_spell(&word_list_box_greeting, (int)made->greeting), behind);
    return name;
}

static const struct event_prompt_set *find_prompt(const struct turn *turn,
                                                  const struct name *name)
{
    return state_document_named(turn->state, DOCUMENT_PROMPT, name->text);
}

/* As it is to be: of the language that it is made in. Where the first one was
   in another, it is the translation of that. */
static struct event_prompt_set find_own(const struct turn *turn,
                                        const struct greeting_made *made)
{
    struct name name = name_of(made, "");
    const struct event_prompt_set *first = find_prompt(turn, &name);
    struct event_prompt_set prompt = { .language = made->language };
    char behind[8];

    if (first && first->language != made->language) {
        (void)snprintf(behind, sizeof(behind), "-%s",
                       word_spell(&word_list_speech, (int)made->language));
        name = name_of(made, behind);
        prompt.prompt_id = first->id;
        first = find_prompt(turn, &name);
    }
    if (first)
        return *first;

    prompt.name = name;
    return prompt;
}

uint64_t *greeting_prompt_id(struct event_box_set *box,
                             enum box_greeting greeting)
{
    switch (greeting) {
    case GREETING_BUSY:
        return &box->busy_id;
    case GREETING_CLOSED:
        return &box->closed_id;
    case GREETING_HOLIDAY:
        return &box->holiday_id;
    case GREETING_STANDARD:
        break;
    }
    return &box->greeting_id;
}

static void write_box(struct turn *turn, const struct event_box_set *box,
                      enum box_greeting greeting, uint64_t prompt_id)
{
    struct event_box_set changed = *box;
    uint64_t *at = greeting_prompt_id(&changed, greeting);

    if (*at == prompt_id)
        return;
    *at = prompt_id;
    write_document(turn, DOCUMENT_BOX, &changed);
}

/* The box has the prompt, which says the very text. */
static bool is_so(const struct event_box_set *box,
                  const struct greeting_made *made,
                  const struct event_prompt_set *prompt)
{
    struct event_box_set now = *box;
    uint64_t heard_id = prompt->prompt_id ? prompt->prompt_id : prompt->id;

    return prompt->id && made->text &&
           *greeting_prompt_id(&now, made->greeting) == heard_id &&
           strcmp(prompt->text.text, made->text->text) == 0 &&
           strcmp(prompt->sound.text, made->sound->text) == 0;
}

/* In one go: the box has it, or everything is as it was; also where the prompt
   would be one too many, or not the translation that it seems. A text that was
   spoken until now says no longer what callers hear. */
enum refusal write_greeting(struct turn *turn, const struct greeting_made *made)
{
    const struct event_box_set *box = state_box(turn->state, made->box_id);
    const struct event_prompt_set prompt = find_own(turn, made);
    struct command_set_prompt set;
    enum refusal refusal;

    if (!box)
        return REFUSED_NO_BOX;
    if (is_so(box, made, &prompt))
        return REFUSED_ALREADY_SO;

    memcpy(&set, &prompt, sizeof(set));
    set.sound = *made->sound;
    set.text = made->text ? *made->text : (struct note){ "" };
    refusal = check_prompt(turn, &set);
    if (refusal)
        return refusal;

    write_document(turn, DOCUMENT_PROMPT, &set);
    write_box(turn, box, made->greeting,
              prompt.prompt_id ? prompt.prompt_id : turn->made_id);
    return REFUSED_NOT;
}

static enum refusal check_greeting(const struct turn *turn,
                                   const struct command_set_greeting *c)
{
    const struct record *record = command_record(COMMAND_SET_GREETING);

    if (!state_box(turn->state, c->box_id))
        return REFUSED_NO_BOX;
    if ((unsigned)c->greeting >= box_greeting_count ||
        (unsigned)c->language >= speech_count)
        return REFUSED_BAD_VALUE;
    if (!!c->prompt_id + !!c->text.text[0] + !!c->sound.text[0] > 1)
        return REFUSED_GREETING_TWICE;
    if (c->prompt_id && !state_prompt(turn->state, c->prompt_id))
        return REFUSED_NO_PROMPT;

    return field_is_valid(record_field(record, "text"), c) &&
                   field_is_valid(record_field(record, "sound"), c)
               ? REFUSED_NOT
               : REFUSED_BAD_VALUE;
}

enum refusal decide_set_greeting(struct turn *turn,
                                 const struct command_set_greeting *c)
{
    enum refusal refusal = check_greeting(turn, c);
    const struct note *text = c->text.text[0] ? &c->text : NULL;

    if (refusal)
        return refusal;
    if (text || c->sound.text[0])
        return write_greeting(
            turn, &(struct greeting_made){ c->box_id, c->greeting, c->language,
                                           text, &c->sound });

    const struct event_box_set *box = state_box(turn->state, c->box_id);
    struct event_box_set now = *box;

    if (*greeting_prompt_id(&now, c->greeting) == c->prompt_id)
        return REFUSED_ALREADY_SO;
    write_box(turn, box, c->greeting, c->prompt_id);
    return REFUSED_NOT;
}
