/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of words and signs. */

#include "console/word.h"

#include <assert.h>
#include <stdio.h>

#include "base/mark.h"
#include "lang/capital.h"
#include "lang/format.h"

static const struct state_look {
    const char *word;
    enum glyph glyph;
    enum look_role role;
} states[] = {
    [AGENT_OFFLINE] = { N_("off duty"), GLYPH_NONE, ROLE_NONE },
    [AGENT_AVAILABLE] = { N_("ready"), GLYPH_OK, ROLE_OK },
    [AGENT_OFFERED] = { N_("ringing"), GLYPH_CRIT, ROLE_CRIT },
    [AGENT_TALKING] = { N_("on call"), GLYPH_BUSY, ROLE_BUSY },
    [AGENT_HOLD] = { N_("hold"), GLYPH_HOLD, ROLE_WARN },
    /* TRANSLATORS: the state of an agent after a call; at most ten letters */
    [AGENT_ACW] = { N_("WRAP-UP"), GLYPH_WRAP_UP, ROLE_WARN },
    [AGENT_PAUSED] = { N_("pause"), GLYPH_PAUSED, ROLE_PAUSED },
    [AGENT_UNAVAILABLE] = { N_("no phone"), GLYPH_CRIT, ROLE_CRIT },
};

void word_state(enum agent_state state, enum language language,
                struct safe_text *ret_word)
{
    assert((size_t)state < sizeof(states) / sizeof(states[0]));

    capital_write(lang_text(language, states[state].word), ret_word->text,
                  sizeof(ret_word->text));
    ret_word->altered = false;
}

enum glyph word_state_glyph(enum agent_state state)
{
    return states[state].glyph;
}

enum look_role word_state_role(enum agent_state state)
{
    return states[state].role;
}

void word_name(const struct word_names *names, enum language language,
               struct safe_text *ret_name)
{
    assert(names && names->name && ret_name);
    const struct label *label = names->label;

    if (language == LANGUAGE_ES && names->label_es && names->label_es->text[0])
        label = names->label_es;
    if (language == LANGUAGE_CS && names->label_cs && names->label_cs->text[0])
        label = names->label_cs;
    safe_text_copy(ret_name,
                   label && label->text[0] ? label->text : names->name->text);
}

void word_duration(int64_t duration_us, char ret_text[WORD_TIME_SIZE])
{
    if (duration_us < 0)
        snprintf(ret_text, WORD_TIME_SIZE, "%s", "–");
    else
        format_duration(duration_us, ret_text, WORD_TIME_SIZE);
}

void word_clock(int64_t wall_us, bool is_short, char ret_text[WORD_TIME_SIZE])
{
    if (format_part(LANGUAGE_EN, is_short ? FORMAT_CLOCK : FORMAT_CLOCK_LONG,
                    wall_us, NULL, ret_text, WORD_TIME_SIZE) < 0)
        snprintf(ret_text, WORD_TIME_SIZE, "?");
}

void word_day(enum language language, int64_t wall_us,
              char ret_text[WORD_TIME_SIZE])
{
    if (format_part(language, FORMAT_DAY, wall_us, NULL, ret_text,
                    WORD_TIME_SIZE) < 0)
        snprintf(ret_text, WORD_TIME_SIZE, "?");
}
