/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cut first, then decoded: an encoded '&' is no end of a parameter. */

#include "web/target.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "base/text.h"

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/*
 * In place. Control characters have no business in a path or a query, and a
 * slash that is encoded is none of the path's.
 *
 * @return whether it is an encoding; and what it says may stand
 */
static bool decode(char *text, bool is_query, bool *ret_may_stand)
{
    *ret_may_stand = true;

    char *to = text;

    for (const char *from = text; *from; from++) {
        unsigned char c = (unsigned char)*from;
        bool stands = true;

        if (c == '%') {
            int high = hex_value(from[1]);
            int low = high < 0 ? -1 : hex_value(from[2]);
            if (low < 0)
                return false;
            c = (unsigned char)(16 * high + low);
            stands = is_query || c != '/';
            from += 2;
        } else if (c == '+' && is_query) {
            c = ' ';
        }
        if (!stands || c < ' ' || c == 0x7f) {
            *ret_may_stand = false;
            c = '?';
        }
        *to++ = (char)c;
    }
    *to = '\0';
    *ret_may_stand &= text_is_utf8(text, strlen(text));
    return true;
}

static bool decode_parameter(char *text)
{
    bool may_stand;

    return decode(text, true, &may_stand) && may_stand;
}

/* No thing has a name that may not stand. */
static enum problem decode_path(char *text)
{
    bool may_stand;

    if (strchr(text, '#') || !decode(text, false, &may_stand))
        return PROBLEM_BAD_REQUEST;
    return may_stand ? PROBLEM_NONE : PROBLEM_NOT_FOUND;
}

static enum problem parse_parameter(char *text, struct target *target)
{
    char *value = strchr(text, '=');

    if (value)
        *value++ = '\0';
    else
        value = text + strlen(text);
    target->wrong = "query";
    if (!decode_parameter(text) || !*text)
        return PROBLEM_BAD_PARAMETER;
    target->wrong = text;
    if (target->parameter_count == TARGET_MAX_PARAMETERS ||
        !decode_parameter(value) || target_parameter(target, text))
        return PROBLEM_BAD_PARAMETER;

    target->parameters[target->parameter_count++] =
        (struct target_parameter){ .name = text, .value = value };
    return PROBLEM_NONE;
}

static enum problem parse_query(char *query, struct target *target)
{
    enum problem problem = PROBLEM_NONE;

    while (query && *query && !problem) {
        char *next = strchr(query, '&');
        if (next)
            *next++ = '\0';
        problem = parse_parameter(query, target);
        query = next;
    }
    return problem;
}

enum problem target_parse(const char *text, struct target *ret_target)
{
    char *query;

    assert(text && ret_target);

    if (strlen(text) > TARGET_MAX_LENGTH)
        return PROBLEM_HEADERS_TOO_LARGE;
    memcpy(ret_target->text, text, strlen(text) + 1);
    ret_target->path = ret_target->text;
    ret_target->parameter_count = 0;

    query = strchr(ret_target->text, '?');
    if (query)
        *query++ = '\0';
    enum problem problem = decode_path(ret_target->text);
    return problem ? problem : parse_query(query, ret_target);
}

const char *target_parameter(const struct target *target, const char *name)
{
    assert(target && name);

    for (size_t i = 0; i < target->parameter_count; i++)
        if (strcmp(target->parameters[i].name, name) == 0)
            return target->parameters[i].value;
    return NULL;
}
