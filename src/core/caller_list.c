/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as integers in a sorted array. */

#include "core/caller_list.h"

#include <assert.h>
#include <string.h>

static const uint64_t TOO_LONG = UINT64_C(1000000000000000); /* 16 digits */
static const uint64_t TOO_SHORT = UINT64_C(1000000);         /* 7 digits */

static uint64_t number_of(const char *country, const char *digits)
{
    uint64_t number = 0;

    for (const char *c = country; *c; c++)
        number = 10 * number + (uint64_t)(*c - '0');
    for (const char *c = digits; *c; c++) {
        if (*c < '0' || *c > '9' || number >= TOO_LONG / 10)
            return 0;
        number = 10 * number + (uint64_t)(*c - '0');
    }

    return number >= TOO_SHORT ? number : 0;
}

uint64_t caller_number_of(const char *text, const char *country)
{
    assert(text && country);

    bool is_international = *text == '+' || strncmp(text, "00", 2) == 0;

    if (is_international)
        text += *text == '+' ? 1 : 2;
    if (is_international)
        return *text == '0' ? 0 : number_of("", text);
    if (!*country)
        return 0;

    return number_of(country, text + (*text == '0'));
}

bool caller_list_has(const struct caller_list *list, uint64_t number)
{
    assert(list);

    size_t low = 0;
    size_t high = list->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (list->numbers[middle] < number)
            low = middle + 1;
        else
            high = middle;
    }

    return low < list->count && list->numbers[low] == number;
}

bool caller_list_is_valid(const struct caller_list *list)
{
    assert(list);

    if (list->count > CALLER_LIST_MAX || strlen(list->digest) != 64)
        return false;

    for (size_t i = 0; i < list->count; i++)
        if (list->numbers[i] < TOO_SHORT || list->numbers[i] >= TOO_LONG ||
            (i > 0 && list->numbers[i] <= list->numbers[i - 1]))
            return false;

    return true;
}
