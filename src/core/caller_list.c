/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as integers in a sorted array. */

#include "core/caller_list.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static const uint64_t TOO_LONG = UINT64_C(1000000000000000); /* 16 digits */
static const uint64_t TOO_SHORT = UINT64_C(1000000);         /* 7 digits */
static const uint64_t SHORTEST_ENDING = UINT64_C(100000);    /* 5 digits */

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

/*
 * How numbers of a country are dialled there: what leads abroad beside 00, and
 * what is put before a national number that is no part of it. Countries that do
 * as most do have no row. Italy and a few others have nothing of the kind: the
 * 0 that a number begins with is dialled from abroad, too. (ITU-T Operational
 * Bulletin, "Dialling procedures"; E.164 national numbering plans.)
 */
static const struct plan {
    const char *country;
    const char *abroad;
    const char *trunk;
    size_t digits; /* with the trunk's prefix; 0: any */
} plans[] = {
    { "1", "011", "1", 11 }, { "7", "810", "8", 11 },  { "36", "00", "06", 0 },
    { "39", "00", "", 0 },   { "61", "0011", "0", 0 }, { "81", "010", "0", 0 },
    { "225", "00", "", 0 },  { "241", "00", "", 0 },   { "242", "00", "", 0 },
    { "378", "00", "", 0 },  { "379", "00", "", 0 },   { "", "00", "0", 0 },
};

static const struct plan *plan_of(const char *country)
{
    const struct plan *plan = plans;

    while (*plan->country && strcmp(plan->country, country) != 0)
        plan++;

    return plan;
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* Behind what leads abroad; NULL: the number is a national one. */
static const char *from_abroad(const char *text, const struct plan *plan)
{
    if (*text == '+')
        return text + 1;
    if (begins(text, plan->abroad))
        return text + strlen(plan->abroad);

    return begins(text, "00") ? text + 2 : NULL;
}

static const char *without_trunk(const char *text, const struct plan *plan)
{
    bool has_trunk = begins(text, plan->trunk) &&
                     (!plan->digits || strlen(text) == plan->digits);

    return has_trunk ? text + strlen(plan->trunk) : text;
}

uint64_t caller_number_of(const char *text, const char *country)
{
    assert(text && country);

    const struct plan *plan = plan_of(country);
    const char *abroad = from_abroad(text, plan);

    if (abroad)
        return *abroad == '0' ? 0 : number_of("", abroad);
    if (!*country)
        return 0;

    return number_of(country, without_trunk(text, plan));
}

/*
 * Numbers were once stored as if each country dialled as most do: 00 leads
 * abroad, and one 0 is put before a number. What they had been written like is
 * not known any more, so lists of before are looked up in that form, too. It is
 * nobody else's number: none of these countries has one of that length and
 * beginning.
 *
 * @return 0: it has no such form
 */
static uint64_t stored_before(uint64_t number, const char *country)
{
    const struct plan *plan = plan_of(country);
    bool is_national;
    char text[24], dialled[32];
    const char *before;

    if (!*plan->country)
        return 0;

    (void)snprintf(text, sizeof(text), "%" PRIu64, number);
    is_national = begins(text, country);
    (void)snprintf(dialled, sizeof(dialled), "%s%s",
                   is_national ? plan->trunk : plan->abroad,
                   is_national ? text + strlen(country) : text);
    if (is_national && plan->digits && strlen(dialled) != plan->digits)
        return 0;

    before = dialled;
    if (begins(before, "00"))
        return before[2] == '0' ? 0 : number_of("", before + 2);
    return number_of(country, before + (*before == '0'));
}

static bool has_either(const struct caller_list *list, uint64_t number,
                       const char *country)
{
    uint64_t before;

    if (!number)
        return false;
    if (caller_list_has(list, number))
        return true;

    before = stored_before(number, country);
    return before && caller_list_has(list, before);
}

bool caller_list_names(const struct caller_list *list, const char *text,
                       const char *country)
{
    assert(list);

    return has_either(list, caller_number_of(text, country), country);
}

/* As it stands at the end of the number with its country's code; 0: it is none,
   or so short that it would be that of many. */
static uint64_t ending_of(const char *text, uint64_t *ret_range)
{
    uint64_t number = 0;

    text += strspn(text, "0");
    *ret_range = 1;
    for (; *text; text++) {
        if (*text < '0' || *text > '9' || *ret_range >= TOO_LONG)
            return 0;
        number = 10 * number + (uint64_t)(*text - '0');
        *ret_range *= 10;
    }

    return *ret_range >= SHORTEST_ENDING ? number : 0;
}

bool caller_list_may_have(const struct caller_list *list, const char *text,
                          const char *country)
{
    assert(list);

    uint64_t number = caller_number_of(text, country);
    uint64_t range;
    uint64_t ending = number ? 0 : ending_of(text, &range);

    if (number)
        return has_either(list, number, country);
    if (!ending)
        return false;

    for (size_t i = 0; i < list->count; i++)
        if (list->numbers[i] % range == ending)
            return true;

    return false;
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
