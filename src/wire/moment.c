/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digits at fixed places, and days since 1970. */

#include "wire/moment.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

struct date {
    int year, month, day, hour, minute, second;
};

/* So many digits, and what follows them. */
static bool read_part(const char **text, int digits, int *ret_number)
{
    int number = 0;

    for (int i = 0; i < digits; i++) {
        if (**text < '0' || **text > '9')
            return false;
        number = 10 * number + (*(*text)++ - '0');
    }
    *ret_number = number;
    return true;
}

static bool skip(const char **text, char c)
{
    if (**text != c)
        return false;
    (*text)++;
    return true;
}

static bool read_date(const char **text, struct date *date)
{
    return read_part(text, 4, &date->year) && skip(text, '-') &&
           read_part(text, 2, &date->month) && skip(text, '-') &&
           read_part(text, 2, &date->day);
}

static bool read_clock(const char **text, struct date *date)
{
    if (!skip(text, 'T'))
        return true; /* midnight */
    return read_part(text, 2, &date->hour) && skip(text, ':') &&
           read_part(text, 2, &date->minute) &&
           (!skip(text, ':') || read_part(text, 2, &date->second));
}

/* +01:00 or -05:30, in seconds; Z or nothing is UTC. */
static bool read_offset(const char **text, int64_t *ret_offset)
{
    bool is_west = **text == '-';
    int hours, minutes;

    *ret_offset = 0;
    if (!is_west && **text != '+') {
        (void)skip(text, 'Z');
        return true;
    }
    (*text)++;
    if (!read_part(text, 2, &hours) || !skip(text, ':') ||
        !read_part(text, 2, &minutes) || hours > 23 || minutes > 59)
        return false;
    *ret_offset = (is_west ? -60 : 60) * (60 * hours + minutes);
    return true;
}

static int days_of_month(int year, int month)
{
    static const int days[] = {
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
    };
    bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    return days[month - 1] + (month == 2 && is_leap);
}

static bool is_valid(const struct date *date)
{
    return date->year >= 1970 && date->month >= 1 && date->month <= 12 &&
           date->day >= 1 &&
           date->day <= days_of_month(date->year, date->month) &&
           date->hour < 24 && date->minute < 60 && date->second < 60;
}

static int64_t days_since_1970(const struct date *date)
{
    int64_t years = date->year - 1;
    int64_t days = 365 * years + years / 4 - years / 100 + years / 400 - 719162;

    for (int month = 1; month < date->month; month++)
        days += days_of_month(date->year, month);
    return days + date->day - 1;
}

int moment_parse(const char *text, int64_t *ret_wall_us)
{
    struct date date = { 0 };
    int64_t offset;

    assert(text && ret_wall_us);

    if (!read_date(&text, &date) || !read_clock(&text, &date) ||
        !read_offset(&text, &offset))
        return -EINVAL;
    if (*text || !is_valid(&date))
        return -EINVAL;

    int64_t seconds = days_since_1970(&date) * 86400 + date.hour * 3600 +
                      date.minute * 60 + date.second - offset;
    if (seconds < 0)
        return -EINVAL;
    *ret_wall_us = seconds * 1000000;
    return 0;
}

void moment_print(int64_t wall_us, char ret_text[MOMENT_SIZE])
{
    static const int64_t end_us = INT64_C(253402300800) * 1000000; /* 10000 */
    time_t seconds = (time_t)(wall_us / 1000000);
    struct tm utc;

    assert(ret_text);
    if (wall_us < 0 || wall_us >= end_us || wall_us % 1000000 != 0 ||
        !gmtime_r(&seconds, &utc) ||
        strftime(ret_text, MOMENT_SIZE, "%Y-%m-%dT%H:%M:%SZ", &utc) == 0)
        (void)snprintf(ret_text, MOMENT_SIZE, "%" PRId64, wall_us);
}
