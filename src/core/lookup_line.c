/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers of lookups as lines, and the steps of a path. */

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "core/lookup.h"

bool lookup_path_step(const char **path, struct name *ret_key,
                      int64_t *ret_place)
{
    const char *text = *path;
    size_t length;

    *ret_key = (struct name){ "" };
    *ret_place = 0;
    if (*text == '[') {
        length = strspn(text + 1, "0123456789");
        if (length < 1 || length > 4 || text[1 + length] != ']')
            return false;
        *ret_place = strtol(text + 1, NULL, 10);
        *path = text + length + 2;
        return true;
    }

    if (*text == '.')
        text++;
    length = strcspn(text, ".[]");
    if (length < 1 || length >= sizeof(ret_key->text))
        return false;

    memcpy(ret_key->text, text, length);
    *path = text + length;
    return true;
}

bool lookup_line_add(struct note *values, const struct name *variable,
                     const char *value)
{
    struct label kept = { "" };
    size_t length = strlen(values->text);
    size_t name = strlen(variable->text);
    size_t take;

    take = text_safe(value, strlen(value), kept.text, sizeof(kept.text));
    if (length + name + take + 2 >= sizeof(values->text))
        return false;

    memcpy(values->text + length, variable->text, name);
    values->text[length + name] = '=';
    memcpy(values->text + length + name + 1, kept.text, take);
    values->text[length + name + 1 + take] = '\n';
    return true;
}

bool lookup_line_take(const char **text, struct name *ret_variable,
                      struct label *ret_value)
{
    size_t length = strcspn(*text, "\n");
    const char *is = memchr(*text, '=', length);
    size_t name = is ? (size_t)(is - *text) : 0;
    size_t value = is ? length - name - 1 : 0;

    *ret_variable = (struct name){ "" };
    *ret_value = (struct label){ "" };
    if (name < 1 || name >= sizeof(ret_variable->text) ||
        value >= sizeof(ret_value->text))
        return false;

    memcpy(ret_variable->text, *text, name);
    memcpy(ret_value->text, is + 1, value);
    *text += length + ((*text)[length] == '\n');
    return true;
}
