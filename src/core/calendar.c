/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which days are holidays, and when it is open. */

#include "core/calendar.h"

#include <assert.h>

enum { SATURDAY = 6, SUNDAY = 7, MINUTES_OF_DAY = 1440, NEVER = INT32_MIN };

int64_t easter_of(int year)
{
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int g = (8 * b + 13) / 25;
    int h = (19 * a + b - b / 4 - g + 15) % 30;
    int l = (2 * (b % 4) + 2 * (c / 4) - h - c % 4 + 32) % 7;
    int m = (a + 11 * h + 19 * l) / 433;
    int month = (h + l - 7 * m + 90) / 25;
    int day = (h + l - 7 * m + 33 * month + 19) % 32;

    return days_of_date(year, month, day);
}

static int weekday_of(int64_t days)
{
    struct local_time time;

    date_of_days(days, &time);
    return time.weekday;
}

static int64_t nth_day(const struct holiday *holiday, int year)
{
    int length = month_length(year, holiday->month);
    int64_t first = days_of_date(year, holiday->month, 1);
    int64_t last = first + length - 1;
    int64_t day;

    if (holiday->nth > 0)
        day = first + (holiday->weekday - weekday_of(first) + 7) % 7 +
              7 * (holiday->nth - 1);
    else
        day = last - (weekday_of(last) - holiday->weekday + 7) % 7 +
              7 * (holiday->nth + 1);

    return day >= first && day <= last ? day : NEVER;
}

/* The day itself in a year, or NEVER. */
static int64_t day_in(const struct holiday *holiday, int year)
{
    switch (holiday->kind) {
    case HOLIDAY_YEARLY:
        if (holiday->day > month_length(year, holiday->month))
            return NEVER;
        return days_of_date(year, holiday->month, holiday->day);
    case HOLIDAY_ONCE:
        if (holiday->year != year)
            return NEVER;
        return days_of_date(year, holiday->month, holiday->day);
    case HOLIDAY_EASTER:
        return easter_of(year) + holiday->day;
    case HOLIDAY_NTH:
        break;
    }

    return nth_day(holiday, year);
}

/* A holiday's own day, or that of one before it in the list that was shifted. */
static bool is_taken(const struct calendar *calendar, int64_t days, int year,
                     const int64_t *shifted, size_t count)
{
    for (size_t i = 0; i < calendar->holiday_count; i++)
        if (day_in(&calendar->holidays[i], year) == days ||
            (i < count && shifted[i] == days))
            return true;

    return false;
}

static int64_t shifted_day(const struct calendar *calendar, size_t index,
                           int year, const int64_t *shifted)
{
    const struct holiday *holiday = &calendar->holidays[index];
    int64_t days = day_in(holiday, year);
    int weekday;

    if (days == NEVER || holiday->shift == SHIFT_NONE)
        return NEVER;

    weekday = weekday_of(days);
    if (weekday < SATURDAY)
        return NEVER;
    if (holiday->shift == SHIFT_NEAR)
        return weekday == SATURDAY ? days - 1 : days + 1;

    do {
        days++;
    } while (weekday_of(days) >= SATURDAY ||
             is_taken(calendar, days, year, shifted, index));
    return days;
}

/* The holiday that the day is or stands for: the first such one, or NULL. */
static const struct holiday *find_in(const struct calendar *calendar,
                                     int64_t days, int year)
{
    int64_t shifted[CALENDAR_MAX_HOLIDAYS];

    for (size_t i = 0; i < calendar->holiday_count; i++) {
        shifted[i] = shifted_day(calendar, i, year, shifted);
        if (day_in(&calendar->holidays[i], year) == days || shifted[i] == days)
            return &calendar->holidays[i];
    }

    return NULL;
}

/* One of New Year's Eve, or of New Year, may be shifted into the other year. */
static const struct holiday *find_holiday(const struct calendar *calendar,
                                          int64_t days)
{
    struct local_time date;
    const struct holiday *holiday;

    date_of_days(days, &date);
    holiday = find_in(calendar, days, date.year);
    if (!holiday && date.month == 12 && date.day == 31)
        holiday = find_in(calendar, days, date.year + 1);
    if (!holiday && date.month == 1 && date.day <= 4)
        holiday = find_in(calendar, days, date.year - 1);
    return holiday;
}

bool calendar_has_holiday(const struct calendar *calendar, int64_t days)
{
    assert(calendar);

    return find_holiday(calendar, days) != NULL;
}

void calendar_hours_of(const struct calendar *calendar, int64_t days,
                       struct day_hours *ret_hours)
{
    static const struct day_hours always = { 1, { { 0, MINUTES_OF_DAY } } };

    assert(calendar && ret_hours);

    const struct holiday *holiday = find_holiday(calendar, days);

    if (holiday)
        *ret_hours = holiday->hours;
    else
        *ret_hours =
            calendar->has_hours ? calendar->week[weekday_of(days) - 1] : always;
}

bool day_hours_have(const struct day_hours *hours, int minute, int *until)
{
    bool is_open = false;

    for (size_t i = 0; i < hours->count; i++) {
        const struct span *span = &hours->spans[i];

        is_open = is_open || (minute >= span->from && minute < span->until);
        if (span->from > minute && span->from < *until)
            *until = span->from;
        if (span->until > minute && span->until < *until)
            *until = span->until;
    }

    return is_open;
}

/* Of the day, counted from its midnight. */
static bool opens_at(const struct calendar *calendar, int64_t days, int minute)
{
    struct day_hours hours;
    int until = 2 * MINUTES_OF_DAY;

    calendar_hours_of(calendar, days, &hours);
    return day_hours_have(&hours, minute, &until);
}

bool calendar_is_open(const struct calendar *calendar,
                      const struct local_time *time)
{
    assert(calendar && time);

    return opens_at(calendar, time->days, time->minute) ||
           opens_at(calendar, time->days - 1, time->minute + MINUTES_OF_DAY);
}
