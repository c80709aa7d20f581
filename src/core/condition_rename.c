/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy, name by name; what stands in quotes is one piece. */

#include "core/condition_rename.h"

#include <assert.h>
#include <string.h>

/* @return whether text begins with queue(NAME, and what is behind the name */
static bool names_queue(const char *text, const char *name,
                        const char **ret_name, const char **ret_behind)
{
    static const char word[] = "queue";
    size_t length = strlen(name);

    if (strncmp(text, word, sizeof(word) - 1) != 0)
        return false;
    text += sizeof(word) - 1;
    text += strspn(text, " ");
    if (*text++ != '(')
        return false;
    text += strspn(text, " ");
    *ret_name = text;
    *ret_behind = text + length;
    return strncmp(text, name, length) == 0 && strspn(*ret_behind, " )") > 0;
}

/* The bytes of a text in quotes, both of them included. */
static size_t quoted_length(const char *text)
{
    size_t length = 1;

    while (text[length] && text[length] != '"')
        length += text[length] == '\\' && text[length + 1] ? 2 : 1;

    return text[length] ? length + 1 : length;
}

/* A condition being copied. */
struct copy {
    struct note *to;
    size_t length;
};

static bool put(struct copy *copy, const char *text, size_t length)
{
    if (copy->length + length >= sizeof(copy->to->text))
        return false;

    memcpy(copy->to->text + copy->length, text, length);
    copy->length += length;
    return true;
}

bool condition_rename(const struct note *from, const char *name,
                      const char *by_name, bool in_quotes, struct note *ret_to)
{
    assert(from && name && by_name && ret_to);
    const char *text = from->text, *at, *behind;
    struct copy copy = { .to = ret_to };
    size_t name_length = strlen(name);
    bool fits = true;

    *ret_to = (struct note){ .text = "" };
    while (fits && *text) {
        size_t whole = *text == '"' ? quoted_length(text) : 1;
        bool is_name = whole == name_length + 2 &&
                       strncmp(text + 1, name, name_length) == 0;

        if (*text == '"' && is_name && in_quotes) {
            fits = put(&copy, "\"", 1) &&
                   put(&copy, by_name, strlen(by_name)) && put(&copy, "\"", 1);
        } else if (*text != '"' && names_queue(text, name, &at, &behind)) {
            fits = put(&copy, text, (size_t)(at - text)) &&
                   put(&copy, by_name, strlen(by_name));
            whole = (size_t)(behind - text);
        } else {
            fits = put(&copy, text, whole);
        }
        text += whole;
    }

    return fits;
}
