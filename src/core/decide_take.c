/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was recorded by phone becomes a prompt, and a greeting of its box. */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "core/decide_document.h"
#include "core/visit.h"

/* The box's own prompt of that greeting, which nothing else should use. */
static struct name name_of(const struct visit_row *visit, const char *behind)
{
    struct name name = { "" };

    (void)snprintf(
        name.text, sizeof(name.text), "box-%" PRIu64 "-%s%s", visit->box_id,
        word_spell(&word_list_box_greeting, (int)visit->greeting), behind);
    return name;
}

static const struct event_prompt_set *find_prompt(const struct turn *turn,
                                                  const struct name *name)
{
    return state_document_named(turn->state, DOCUMENT_PROMPT, name->text);
}

/* As it is to be: of the language that it is recorded in. Where the first one
   was in another, it is the translation of that. */
static struct event_prompt_set greeting_prompt(const struct turn *turn,
                                               const struct visit_row *visit)
{
    struct name name = name_of(visit, "");
    const struct event_prompt_set *first = find_prompt(turn, &name);
    struct event_prompt_set prompt = { .language = visit->language };
    char behind[8];

    if (first && first->language != visit->language) {
        (void)snprintf(behind, sizeof(behind), "-%s",
                       word_spell(&word_list_speech, (int)visit->language));
        name = name_of(visit, behind);
        prompt.prompt_id = first->id;
        first = find_prompt(turn, &name);
    }
    if (first)
        return *first;

    prompt.name = name;
    return prompt;
}

static uint64_t *greeting_of(struct event_box_set *box,
                             enum box_greeting greeting)
{
    switch (greeting) {
    case GREETING_BUSY:
        return &box->busy_id;
    case GREETING_CLOSED:
        return &box->closed_id;
    case GREETING_HOLIDAY:
        return &box->holiday_id;
    default:
        return &box->greeting_id;
    }
}

/* In one go: the box has it, or everything is as it was; also where the prompt
   would be one too many, or not the translation that it seems. */
static bool write_greeting(struct turn *turn, const struct visit_row *visit,
                           const struct event_box_set *box,
                           const struct digest *sound)
{
    const struct event_prompt_set prompt = greeting_prompt(turn, visit);
    struct event_box_set changed = *box;
    uint64_t *greeting_id = greeting_of(&changed, visit->greeting);
    struct command_set_prompt set;

    memcpy(&set, &prompt, sizeof(set));
    set.sound = *sound;
    if (check_prompt(turn, &set))
        return false;
    write_document(turn, DOCUMENT_PROMPT, &set);

    uint64_t first_id = prompt.prompt_id ? prompt.prompt_id : turn->made_id;

    if (*greeting_id == first_id)
        return true;
    *greeting_id = first_id;
    write_document(turn, DOCUMENT_BOX, &changed);
    return true;
}

static void write_prompt(struct turn *turn,
                         const struct event_prompt_set *prompt,
                         const struct digest *sound)
{
    struct event_prompt_set changed = *prompt;

    changed.sound = *sound;
    write_document(turn, DOCUMENT_PROMPT, &changed);
}

/* The box, or the prompt, may have gone meanwhile. */
static bool write_kept(struct turn *turn, const struct visit_row *visit,
                       const struct digest *sound)
{
    const struct event_prompt_set *prompt =
        state_prompt(turn->state, visit->prompt_id);
    const struct event_box_set *box = state_box(turn->state, visit->box_id);

    if (!sound->text[0])
        return false;
    if (prompt)
        write_prompt(turn, prompt, sound);

    return prompt || (box && !visit->prompt_id &&
                      write_greeting(turn, visit, box, sound));
}

/* The greeting of a holiday, and no days are set yet on which it is heard. */
static bool waits_for_holiday(const struct turn *turn,
                              const struct visit_row *visit)
{
    const struct event_box_set *box = state_box(turn->state, visit->box_id);

    return box && visit->greeting == GREETING_HOLIDAY &&
           !box->holiday_from.text[0];
}

enum refusal decide_take_kept(struct turn *turn,
                              const struct command_take_kept *c)
{
    const struct visit_row *visit = state_visit_asking(turn->state, c->serial);
    const struct contact_row *contact =
        visit ? state_contact(turn->state, visit->contact_id) : NULL;

    if (!contact || visit->stage != VISIT_KEEPING)
        return REFUSED_NOT_ASKED;

    turn->by = visit->user_id;
    turn->outbox->stamp.by = visit->user_id;
    bool is_kept = write_kept(turn, visit, &c->sound);
    bool is_heard = !waits_for_holiday(turn, visit);

    write_take_dropped(turn, visit);
    if (is_kept)
        begin_visit_prompt(turn, contact, visit, VISIT_KEPT,
                           is_heard ? "mailbox_kept" : "mailbox_no_holiday");
    else
        begin_visit_prompt(turn, contact, visit, VISIT_GOODBYE,
                           "mailbox_not_recorded");
    return REFUSED_NOT;
}
