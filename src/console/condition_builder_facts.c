/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts that fit what is typed, with what they are about. */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "console/condition_builder_inside.h"

/* The word before the cursor. */
static size_t word_begin(const struct edit *edit)
{
    size_t begin = edit->cursor;

    while (begin > 0 && (isalnum((unsigned char)edit->text[begin - 1]) ||
                         strchr("_.", edit->text[begin - 1])))
        begin--;
    return begin;
}

void builder_spell_fact(const struct fact_info *info,
                        char ret_text[SAFE_TEXT_SIZE])
{
    const char *about = info->about == ABOUT_FIELD     ? ".NAME"
                        : info->about == ABOUT_NOTHING ? ""
                        : info->about == ABOUT_SHARE   ? "(30)"
                        : info->about == ABOUT_DAYS    ? "(7)"
                                                       : "(NAME)";

    snprintf(ret_text, SAFE_TEXT_SIZE, "%s%s%s%s", info->head, about,
             info->field[0] ? "." : "", info->field);
}

const struct fact_info *builder_match(const struct builder *builder, int n)
{
    size_t begin = word_begin(&builder->edit);
    size_t length = builder->edit.cursor - begin;

    for (int i = 0; i < FACT_COUNT; i++) {
        const struct fact_info *info = fact_info((enum fact)i);

        if (strncmp(info->head, builder->edit.text + begin, length) == 0 &&
            n-- == 0)
            return info;
    }
    return NULL;
}
