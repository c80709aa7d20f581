/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prompts, their translations, and who plays them. */

#include <string.h>

#include "core/decide_document.h"
#include "core/prompt_use.h"

/* Their sounds are in memory, and their list is walked when one is played. */
enum { MAX_PROMPTS = 1000 };

/* A translation is of another prompt, in another language than that and than
   its other translations; and no translation is translated. */
static bool may_translate(const struct turn *turn,
                          const struct command_set_prompt *c,
                          const struct event_prompt_set *origin)
{
    size_t count = state_document_count(turn->state, DOCUMENT_PROMPT);

    if (origin->id == c->id || origin->prompt_id ||
        origin->language == c->language)
        return false;

    for (size_t i = 0; i < count; i++) {
        const struct event_prompt_set *other =
            state_document_at(turn->state, DOCUMENT_PROMPT, i);
        bool is_rival = other->prompt_id == origin->id && other->id != c->id &&
                        other->language == c->language;

        if (is_rival || (c->id && other->prompt_id == c->id))
            return false;
    }

    return true;
}

/* Whose translations there are keeps a language apart from theirs. */
static bool has_translation_in(const struct turn *turn,
                               const struct command_set_prompt *c)
{
    size_t count = state_document_count(turn->state, DOCUMENT_PROMPT);

    for (size_t i = 0; c->id && i < count; i++) {
        const struct event_prompt_set *other =
            state_document_at(turn->state, DOCUMENT_PROMPT, i);

        if (other->prompt_id == c->id && other->language == c->language)
            return true;
    }

    return false;
}

enum refusal check_prompt(const struct turn *turn,
                          const struct command_set_prompt *c)
{
    if (c->id == 0 &&
        state_document_count(turn->state, DOCUMENT_PROMPT) >= MAX_PROMPTS)
        return REFUSED_TOO_MANY;

    const struct event_prompt_set *origin =
        c->prompt_id ? state_prompt(turn->state, c->prompt_id) : NULL;

    if (c->prompt_id && !origin)
        return REFUSED_NO_PROMPT;
    if (origin ? !may_translate(turn, c, origin) : has_translation_in(turn, c))
        return REFUSED_BAD_TRANSLATION;

    return REFUSED_NOT;
}

enum refusal decide_set_prompt(struct turn *turn,
                               const struct command_set_prompt *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_PROMPT, c);

    if (!refusal)
        refusal = check_prompt(turn, c);
    if (!refusal)
        write_document(turn, DOCUMENT_PROMPT, c);
    return refusal;
}

enum refusal decide_remove_prompt(struct turn *turn,
                                  const struct command_remove_prompt *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_PROMPT, c->id, c->version);
    struct prompt_use use;

    if (refusal)
        return refusal;
    if (prompt_use_find(turn->state, turn->library, c->id, &use, 1) > 0)
        return REFUSED_IN_USE;

    write_removal(turn, DOCUMENT_PROMPT, c->id);
    return REFUSED_NOT;
}
