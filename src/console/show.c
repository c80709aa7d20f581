/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formats of the language, into the type that widgets take. */

#include "console/show.h"

#include <stdio.h>

#include "lang/format.h"

const char *show_say(const struct style *style, const char *msgid)
{
    return lang_text(style->language, msgid);
}

static void show_unknown(const struct style *style, struct safe_text *ret_text)
{
    safe_text_copy(ret_text, glyph_text(style->tier, GLYPH_UNKNOWN));
}

void show_count(const struct style *style, int64_t count,
                struct safe_text *ret_text)
{
    char text[FORMAT_SIZE];

    if (count < 0) {
        show_unknown(style, ret_text);
        return;
    }
    format_integer(style->language, count, text, sizeof(text));
    safe_text_copy(ret_text, text);
}

void show_span(const struct style *style, int64_t span_us,
               struct safe_text *ret_text)
{
    char text[FORMAT_SIZE];

    if (span_us < 0) {
        show_unknown(style, ret_text);
        return;
    }
    format_duration(span_us, text, sizeof(text));
    safe_text_copy(ret_text, text);
}

void show_permille(const struct style *style, int64_t permille,
                   struct safe_text *ret_text)
{
    char text[FORMAT_SIZE];

    if (permille < 0) {
        show_unknown(style, ret_text);
        return;
    }
    format_decimal(style->language, permille, 1, text, sizeof(text));
    safe_text_format(ret_text, "%s %%", text);
}
