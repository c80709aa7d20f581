/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the rows of prompts, itself and its translations. */

#include "console/flow_prompt_line.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "console/flow_prompts.h"
#include "console/prompt_sounds.h"
#include "console/show.h"

/* How callers of a language hear it. */
enum heard { HEARD_NOT, HEARD_SPOKEN, HEARD_RECORDED };

static const struct event_prompt_set *prompt_at(const struct program *program,
                                                size_t n)
{
    const struct replica *rows = program_rows(program);

    return rows && n < replica_count(rows, TOPIC_PROMPTS)
               ? replica_at(rows, TOPIC_PROMPTS, n)->fields
               : NULL;
}

static enum heard heard_in(const struct program *program, uint64_t prompt_id,
                           enum speech language)
{
    const struct event_prompt_set *prompt;
    enum heard heard = HEARD_NOT;

    for (size_t i = 0; (prompt = prompt_at(program, i)); i++) {
        if ((prompt->id != prompt_id && prompt->prompt_id != prompt_id) ||
            prompt->language != language)
            continue;
        if (prompt->sound.text[0])
            return HEARD_RECORDED;
        if (prompt->text.text[0])
            heard = HEARD_SPOKEN;
    }
    return heard;
}

static bool is_number(const struct field *setting)
{
    size_t length = strlen(setting->name);

    return setting->kind == FIELD_ID && length >= 9 &&
           strcmp(setting->name + length - 9, "prompt_id") == 0;
}

uint64_t flow_prompt_named(const struct program *program,
                           const struct field *setting, const void *settings)
{
    assert(program && settings);
    const struct event_prompt_set *prompt;

    if (!setting || (!is_number(setting) && !flow_prompts_name(setting)))
        return 0;
    for (size_t i = 0; (prompt = prompt_at(program, i)); i++)
        if (is_number(setting)
                ? (uint64_t)field_get_integer(setting, settings) == prompt->id
                : strcmp(field_get_text(setting, settings),
                         prompt->name.text) == 0)
            return prompt->id;
    return 0;
}

void flow_prompt_line(const struct program *program, const struct style *style,
                      uint64_t prompt_id, struct safe_text *ret_line)
{
    assert(program && style && ret_line);
    static const enum glyph glyphs[] = { [HEARD_NOT] = GLYPH_CRIT,
                                         [HEARD_SPOKEN] = GLYPH_WARN,
                                         [HEARD_RECORDED] = GLYPH_OK };
    char text[SAFE_TEXT_SIZE];
    struct safe_text length;
    int used;

    show_span(style, prompt_sound_own_us(program, prompt_id), &length);
    used = snprintf(text, sizeof(text), "%s ", length.text);
    for (int language = 0; language < speech_count; language++)
        used += snprintf(
            text + used, sizeof(text) - (size_t)used, " %s %s",
            word_spell(&word_list_speech, language),
            glyph_text(
                style->tier,
                glyphs[heard_in(program, prompt_id, (enum speech)language)]));
    safe_text_copy(ret_line, text);
}

/* "es cs" */
static void list_languages(const struct program *program, uint64_t prompt_id,
                           enum heard heard, char ret_codes[32])
{
    size_t used = 0;

    ret_codes[0] = '\0';
    for (int language = 0; language < speech_count; language++)
        if (heard_in(program, prompt_id, (enum speech)language) == heard)
            used += (size_t)snprintf(ret_codes + used, 32 - used, "%s%s",
                                     used > 0 ? " " : "",
                                     word_spell(&word_list_speech, language));
}

void flow_prompt_warning(const struct program *program,
                         const struct style *style, uint64_t prompt_id,
                         struct safe_text *ret_words)
{
    assert(program && style && ret_words);
    char missing[32], spoken[32];

    list_languages(program, prompt_id, HEARD_NOT, missing);
    list_languages(program, prompt_id, HEARD_SPOKEN, spoken);
    safe_text_copy(ret_words, "");
    /* TRANSLATORS: languages by their codes, as "es cs" */
    if (missing[0])
        safe_text_format(
            ret_words, lang_text(style->language, N_("missing: %s")), missing);
    else if (spoken[0])
        safe_text_format(ret_words,
                         lang_text(style->language, N_("text-to-speech: %s")),
                         spoken);
}
