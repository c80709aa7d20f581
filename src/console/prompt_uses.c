/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the rows of prompts. */

#include "console/prompt_uses.h"

#include <assert.h>
#include <stdio.h>

static const struct event_prompt_set *prompt_at(const struct program *program,
                                                size_t n)
{
    return replica_at(program_rows(program), TOPIC_PROMPTS, n)->fields;
}

/* Itself or a translation, with words or a sound. */
static bool speaks(const struct program *program, uint64_t prompt_id,
                   enum speech language)
{
    size_t count = replica_count(program_rows(program), TOPIC_PROMPTS);

    for (size_t i = 0; i < count; i++) {
        const struct event_prompt_set *prompt = prompt_at(program, i);

        if ((prompt->id == prompt_id || prompt->prompt_id == prompt_id) &&
            prompt->language == language &&
            (prompt->text.text[0] || prompt->sound.text[0]))
            return true;
    }

    return false;
}

static bool is_translation(const struct program *program, uint64_t prompt_id)
{
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_PROMPTS, prompt_id);
    const struct event_prompt_set *prompt = row ? row->fields : NULL;

    return prompt && prompt->prompt_id;
}

int64_t prompt_missing(const struct program *program, uint64_t prompt_id)
{
    assert(program);
    int64_t missing = 0;

    if (is_translation(program, prompt_id))
        return -1;
    for (int language = 0; language < speech_count; language++)
        missing += !speaks(program, prompt_id, (enum speech)language);
    return missing;
}

void prompt_word_missing(const struct program *program, uint64_t prompt_id,
                         struct safe_text *ret_text)
{
    assert(program && ret_text);
    char codes[64] = "";
    int length = 0;

    for (int language = 0; language < speech_count; language++)
        if (!speaks(program, prompt_id, (enum speech)language))
            length += snprintf(codes + length, sizeof(codes) - (size_t)length,
                               "%s%s", length > 0 ? " " : "",
                               word_spell(&word_list_speech, language));
    safe_text_copy(ret_text, codes);
}
