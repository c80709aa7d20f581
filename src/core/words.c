/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The spellings, made from the lists in the header. */

#include "core/words.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

/* clang-format off */
#define WORD_SPELLING(code, spelling) [code] = spelling,
#define WORD_LIST_DEFINE(name, list)                                           \
    static const char *const name##_words[] = { list(WORD_SPELLING) };         \
    const struct word_list word_list_##name = {                                \
        #name, name##_words, sizeof(name##_words) / sizeof(name##_words[0])    \
    };
WORD_LISTS(WORD_LIST_DEFINE)
/* clang-format on */

int word_find(const struct word_list *words, const char *spelling)
{
    assert(words && spelling);

    for (size_t i = 0; i < words->count; i++)
        if (strcmp(words->words[i], spelling) == 0)
            return (int)i;

    return -ENOENT;
}

const char *word_spell(const struct word_list *words, int number)
{
    assert(words);

    if (number < 0 || (size_t)number >= words->count)
        return NULL;

    return words->words[number];
}
