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

/* Routes. */

int dialling_match(const char *pattern, const char *number)
{
    assert(pattern && number);

    size_t length = strlen(pattern);
    bool is_beginning = length > 0 && pattern[length - 1] == '*';

    if (!is_beginning)
        return strcmp(pattern, number) == 0 ? 2 * (int)length + 1 : -1;

    return strncmp(pattern, number, length - 1) == 0 ? 2 * (int)(length - 1)
                                                     : -1;
}

/* ITU-T E.164's list of assigned codes (satellite 870 and 881, networks 882
   and 883, premium 979), and national plans: 0900 and the like. */
static const char *const premium[] = {
    "870",   "881",   "882",   "883",   "979",   "1900",   "1976",   "449",
    "34803", "34806", "34807", "34905", "42090", "42190",  "49900",  "4390",
    "4393",  "41900", "41901", "41906", "33899", "351601", "351607", "48700",
};

/* Behind + or 00; NULL: neither. */
static const char *skip_plus(const char *number)
{
    if (*number == '+')
        return number + 1;

    return strncmp(number, "00", 2) == 0 ? number + 2 : NULL;
}

bool dialling_is_premium(const char *number)
{
    assert(number);

    const char *code = skip_plus(number);

    for (size_t i = 0; code && i < sizeof(premium) / sizeof(premium[0]); i++)
        if (strncmp(code, premium[i], strlen(premium[i])) == 0)
            return true;

    return false;
}

bool dialling_translate(const struct event_route_set *route,
                        const struct phone_number *number,
                        struct phone_number *ret_number)
{
    assert(route && number && ret_number);

    size_t length = strlen(number->text);
    size_t skipped = (size_t)route->strip;
    struct phone_number made = { "" };

    if (skipped >= length)
        return false;

    size_t rest = length - skipped;
    size_t before = strlen(route->prefix.text);

    if (before + rest >= sizeof(made.text))
        return false;

    memcpy(made.text, route->prefix.text, before);
    memcpy(made.text + before, number->text + skipped, rest);
    *ret_number = made;
    return true;
}

bool dialling_names_premium(const struct event_route_set *route)
{
    assert(route);

    struct phone_number named = { "" };
    struct phone_number dialled;
    size_t length = strlen(route->number.text);

    if (length > 0 && route->number.text[length - 1] == '*')
        length--;
    memcpy(named.text, route->number.text, length);

    return dialling_is_premium(named.text) ||
           (dialling_translate(route, &named, &dialled) &&
            dialling_is_premium(dialled.text));
}
