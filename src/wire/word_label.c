/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of labels. */

#include "wire/word_label.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "base/mark.h"

static const struct word_text {
    const struct word_list *list;
    const char *spelling;
    const char *text;
} labels[] = {
#define LABEL(list, spelling, text) { &word_list_##list, spelling, text },
#include "wire/word_label.def"
};

const char *word_label(const struct word_list *list, const char *spelling)
{
    assert(list && spelling);

    for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
        if (labels[i].list == list && strcmp(labels[i].spelling, spelling) == 0)
            return labels[i].text;

    return spelling;
}
