/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The few keys whose names are words, or pictures. */

#include "tui/stroke_word.h"

#include <assert.h>

#include "base/mark.h"

static const char *arrow(uint32_t stroke)
{
    switch (stroke) {
    case STROKE_UP:
        return "↑";
    case STROKE_DOWN:
        return "↓";
    case STROKE_LEFT:
        return "←";
    case STROKE_RIGHT:
        return "→";
    default:
        return NULL;
    }
}

void stroke_word(const struct style *style, uint32_t stroke,
                 struct safe_text *ret_word)
{
    assert(style && ret_word);
    char name[STROKE_NAME_SIZE] = "";

    if (stroke == ' ') {
        /* TRANSLATORS: the space bar */
        safe_text_copy(ret_word, lang_text(style->language, N_("Space")));
        return;
    }
    if (style->tier != GLYPH_TIER_ASCII && arrow(stroke)) {
        safe_text_copy(ret_word, arrow(stroke));
        return;
    }
    if (stroke != STROKE_NONE)
        stroke_name(stroke, name);
    safe_text_copy(ret_word, name);
}
