/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares letters by their plain form. */

#include "tui/match.h"

#include <assert.h>
#include <ctype.h>
#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "lang/ascii.h"

/* The plain form of the letter at a place; one of another script is itself. */
static int32_t fold_next(const char **text)
{
    size_t used;
    int32_t point = text_decode(*text, strlen(*text), &used);

    *text += used;
    if (point < 0)
        return TEXT_REPLACEMENT;
    char plain = ascii_of_point(point);
    if (plain == '?' && point != '?')
        return point;
    return tolower((unsigned char)plain);
}

static bool begins_with(const char *text, const char *word, const char *end)
{
    while (word < end) {
        if (*text == '\0' || fold_next(&text) != fold_next(&word))
            return false;
    }
    return true;
}

static bool has_word(const char *text, const char *word, const char *end)
{
    while (*text) {
        if (begins_with(text, word, end))
            return true;
        fold_next(&text);
    }
    return false;
}

bool match_words(const char *text, const char *typed)
{
    assert(text && typed);
    while (*typed) {
        size_t length = strcspn(typed, " ");

        if (length > 0 && !has_word(text, typed, typed + length))
            return false;
        typed += length;
        typed += strspn(typed, " ");
    }
    return true;
}
