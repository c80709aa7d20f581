/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beginnings of numbers, compared one by one. */

#include "core/dialling.h"

#include <assert.h>
#include <string.h>

static const char blank[] = " ";

bool dialling_is_list(const char *prefixes)
{
    assert(prefixes);

    return prefixes[strspn(prefixes, "+*#0123456789 ")] == '\0';
}

bool dialling_allows(const char *prefixes, const char *number)
{
    assert(prefixes && number);

    const char *at = prefixes + strspn(prefixes, blank);

    while (*at) {
        size_t length = strcspn(at, blank);
        bool is_any = length == 1 && *at == '*';

        if (is_any || strncmp(number, at, length) == 0)
            return true;
        at += length;
        at += strspn(at, blank);
    }

    return false;
}

bool dialling_names(const char *numbers, const char *number)
{
    assert(numbers && number);

    size_t wanted = strlen(number);
    const char *at = numbers + strspn(numbers, blank);

    while (*at) {
        size_t length = strcspn(at, blank);

        if (length == wanted && strncmp(number, at, length) == 0)
            return true;
        at += length;
        at += strspn(at, blank);
    }

    return false;
}

bool dialling_is_emergency(const struct event_trunk_set *trunk,
                           const char *number)
{
    assert(trunk && number);

    return dialling_names(trunk->emergency.text, number);
}

bool dialling_may(const struct event_trunk_set *trunk, const char *number)
{
    assert(trunk && number);

    return trunk->outbound && dialling_allows(trunk->prefixes.text, number);
}
