/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of words and signs. */

#include "console/word.h"

#include <assert.h>
#include <stdio.h>
#include <time.h>

#include "base/mark.h"
#include "lang/format.h"

static const struct state_look {
    const char *word;
    enum glyph glyph;
    enum look_role role;
} states[] = {
    /* TRANSLATORS: states of an agent in the header: at most eight letters,
       and neither masculine nor feminine. */
    [AGENT_OFFLINE] = { N_("OFF DUTY"), GLYPH_NONE, ROLE_NONE },
    [AGENT_AVAILABLE] = { N_("READY"), GLYPH_OK, ROLE_OK },
    [AGENT_OFFERED] = { N_("RINGING"), GLYPH_CRIT, ROLE_CRIT },
    [AGENT_TALKING] = { N_("ON CALL"), GLYPH_BUSY, ROLE_BUSY },
    [AGENT_HOLD] = { N_("HOLD"), GLYPH_HOLD, ROLE_WARN },
    [AGENT_ACW] = { N_("WRAP-UP"), GLYPH_WRAP_UP, ROLE_WARN },
    [AGENT_PAUSED] = { N_("PAUSE"), GLYPH_PAUSED, ROLE_PAUSED },
    [AGENT_UNAVAILABLE] = { N_("NO PHONE"), GLYPH_CRIT, ROLE_CRIT },
};

const char *word_state(enum agent_state state)
{
    return states[state].word;
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
    time_t seconds = (time_t)(wall_us / 1000000);
    struct tm local;

    if (!localtime_r(&seconds, &local))
        snprintf(ret_text, WORD_TIME_SIZE, "?");
    else if (is_short)
        snprintf(ret_text, WORD_TIME_SIZE, "%02d:%02d", local.tm_hour,
                 local.tm_min);
    else
        snprintf(ret_text, WORD_TIME_SIZE, "%02d:%02d:%02d", local.tm_hour,
                 local.tm_min, local.tm_sec);
}
