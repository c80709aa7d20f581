/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of the Gregorian calendar, counted. */

#include "core/calendar_day.h"

#include <assert.h>
#include <string.h>

enum { FIRST_YEAR = 1970, TEXT_LENGTH = 10 };

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_of(int year, int month)
{
    static const int days[] = {
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
    };

    return days[month - 1] + (month == 2 && is_leap(year));
}

/* So many digits; -1: something else is among them. */
static int read_digits(const char *text, int count)
{
    int value = 0;

    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = 10 * value + (text[i] - '0');
    }

    return value;
}

static int64_t leap_days_before(int year)
{
    int last = year - 1;

    return last / 4 - last / 100 + last / 400;
}

bool calendar_day_read(const char *text, int64_t *ret_day)
{
    assert(text && ret_day);

    if (strlen(text) != TEXT_LENGTH || text[4] != '-' || text[7] != '-')
        return false;

    int year = read_digits(text, 4);
    int month = read_digits(text + 5, 2);
    int day = read_digits(text + 8, 2);

    if (year < FIRST_YEAR || month < 1 || month > 12 || day < 1 ||
        day > days_of(year, month))
        return false;

    int64_t days = INT64_C(365) * (year - FIRST_YEAR) + leap_days_before(year) -
                   leap_days_before(FIRST_YEAR);

    for (int m = 1; m < month; m++)
        days += days_of(year, m);

    *ret_day = days + day - 1;
    return true;
}
