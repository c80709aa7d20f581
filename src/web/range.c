/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digits, a dash, digits. */

#include "web/range.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

/* Reads digits; a number too large is the largest. */
static const char *read_number(const char *at, uint64_t *ret_number,
                               bool *ret_given)
{
    *ret_number = 0;
    *ret_given = false;
    for (; *at >= '0' && *at <= '9'; at++) {
        uint64_t digit = (uint64_t)(*at - '0');

        *ret_given = true;
        if (*ret_number > (UINT64_MAX - digit) / 10)
            *ret_number = UINT64_MAX;
        else
            *ret_number = *ret_number * 10 + digit;
    }

    return at;
}

/* "-500": the last 500. */
static enum range read_suffix(uint64_t wanted, uint64_t size,
                              uint64_t *ret_first, uint64_t *ret_length)
{
    if (wanted == 0 || size == 0)
        return RANGE_NONE;

    *ret_length = wanted < size ? wanted : size;
    *ret_first = size - *ret_length;
    return RANGE_PART;
}

enum range range_read(const char *text, uint64_t size, uint64_t *ret_first,
                      uint64_t *ret_length)
{
    static const char unit[] = "bytes=";
    uint64_t first, last;
    bool has_first, has_last;

    assert(text && ret_first && ret_length);

    if (strncasecmp(text, unit, sizeof(unit) - 1) != 0)
        return RANGE_WHOLE;

    const char *at = read_number(text + sizeof(unit) - 1, &first, &has_first);
    if (*at != '-')
        return RANGE_WHOLE;
    at = read_number(at + 1, &last, &has_last);
    if (*at || (!has_first && !has_last))
        return RANGE_WHOLE;
    if (!has_first)
        return read_suffix(last, size, ret_first, ret_length);
    if (has_last && last < first)
        return RANGE_WHOLE;
    if (first >= size)
        return RANGE_NONE;

    *ret_first = first;
    *ret_length = (has_last && last < size ? last + 1 : size) - first;
    return RANGE_PART;
}
