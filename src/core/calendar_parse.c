/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours and holidays as people write them. */

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "core/calendar.h"

/* A text being read; says: NULL while nothing is wrong. */
struct reading {
    const char *text;
    size_t at;
    const char *says;
};

static bool wrong(struct reading *reading, const char *says)
{
    if (!reading->says)
        reading->says = says;

    return false;
}

static const char *rest_of(const struct reading *reading)
{
    return reading->text + reading->at;
}

static void skip_blanks_in(struct reading *reading)
{
    reading->at += strspn(rest_of(reading), " \t");
}

/* Separators, several of which count as one. @return whether there is more */
static bool next_part(struct reading *reading)
{
    reading->at += strspn(rest_of(reading), " \t\n,;");
    return *rest_of(reading) != '\0';
}

static bool is_part_over(const struct reading *reading)
{
    return *rest_of(reading) == '\0' || strchr("\n,;", *rest_of(reading));
}

static bool take(struct reading *reading, const char *text)
{
    size_t length = strlen(text);

    if (strncmp(rest_of(reading), text, length) != 0)
        return false;

    reading->at += length;
    return true;
}

/* So many digits: their value within a range. */
static bool take_digits_of(struct reading *reading, size_t count, int low,
                           int high, int *ret_number)
{
    const char *text = rest_of(reading);
    int number = 0;

    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        number = 10 * number + (text[i] - '0');
    }
    if (number < low || number > high)
        return false;

    reading->at += count;
    *ret_number = number;
    return true;
}

static bool take_weekday(struct reading *reading, int *ret_weekday)
{
    static const char *const days[] = { "mon", "tue", "wed", "thu",
                                        "fri", "sat", "sun" };

    for (int i = 0; i < 7; i++)
        if (take(reading, days[i])) {
            *ret_weekday = i + 1;
            return true;
        }

    return false;
}

/* Spans. */

static bool take_minute(struct reading *reading, int *ret_minute)
{
    int hour;
    int minute;

    if (!take_digits_of(reading, 2, 0, 24, &hour) || !take(reading, ":") ||
        !take_digits_of(reading, 2, 0, hour == 24 ? 0 : 59, &minute))
        return false;

    *ret_minute = 60 * hour + minute;
    return true;
}

static bool read_span(struct reading *reading, struct day_hours *hours)
{
    int from;
    int until;

    if (!take_minute(reading, &from) || from == 1440 || !take(reading, "-") ||
        !take_minute(reading, &until) || from == until)
        return wrong(reading, N_("Write a span, as 09:00-14:00."));
    if (hours->count == CALENDAR_MAX_SPANS)
        return wrong(reading, N_("Write 4 spans of a day at most."));
    if (until < from)
        until += 1440;

    hours->spans[hours->count++] =
        (struct span){ (int16_t)from, (int16_t)until };
    return true;
}

/* To the end of the part. */
static bool read_spans(struct reading *reading, struct day_hours *hours)
{
    for (skip_blanks_in(reading); !is_part_over(reading);
         skip_blanks_in(reading))
        if (!read_span(reading, hours))
            return false;

    return true;
}

/* Hours. */

static bool read_week_part(struct reading *reading, struct calendar *calendar)
{
    struct day_hours hours = { 0 };
    int first;
    int last;

    if (!take_weekday(reading, &first))
        return wrong(reading, N_("Begin with days, as mon-fri or sat."));
    last = first;
    if (take(reading, "-") && !take_weekday(reading, &last))
        return wrong(reading, N_("Begin with days, as mon-fri or sat."));
    if (!read_spans(reading, &hours))
        return false;
    if (hours.count == 0)
        return wrong(reading, N_("Write a span, as 09:00-14:00."));

    for (int day = first;; day = day % 7 + 1) {
        struct day_hours *week = &calendar->week[day - 1];

        if (week->count + hours.count > CALENDAR_MAX_SPANS)
            return wrong(reading, N_("Write 4 spans of a day at most."));
        for (size_t i = 0; i < hours.count; i++)
            week->spans[week->count++] = hours.spans[i];
        if (day == last)
            break;
    }

    calendar->has_hours = true;
    return true;
}

/* Holidays. */

static bool read_easter(struct reading *reading, struct holiday *holiday)
{
    bool is_before = take(reading, "-");
    int days = 0;

    holiday->kind = HOLIDAY_EASTER;
    if (!is_before && !take(reading, "+"))
        return true;
    if (!take_digits_of(reading, 3, 0, 200, &days) &&
        !take_digits_of(reading, 2, 0, 99, &days) &&
        !take_digits_of(reading, 1, 0, 9, &days))
        return wrong(reading, N_("Write days from Easter, as easter-2."));

    holiday->day = (int16_t)(is_before ? -days : days);
    return true;
}

/* After MM/: the weekday, and the how manieth. */
static bool read_nth(struct reading *reading, struct holiday *holiday)
{
    int weekday = 0;
    int nth = 0;
    bool is_last;

    if (!take_weekday(reading, &weekday) || !take(reading, "/"))
        return wrong(reading, N_("Write such a day as 05/mon/1."));
    is_last = take(reading, "-");
    if (!take_digits_of(reading, 1, 1, 5, &nth))
        return wrong(reading, N_("Write such a day as 05/mon/1."));

    holiday->kind = HOLIDAY_NTH;
    holiday->weekday = (int8_t)weekday;
    holiday->nth = (int8_t)(is_last ? -nth : nth);
    return true;
}

/* A day that some year has: 29 February counts in leap years. */
static bool read_month_day(struct reading *reading, struct holiday *holiday)
{
    int year = holiday->kind == HOLIDAY_ONCE ? holiday->year : 2000;
    int month;
    int day;

    if (!take_digits_of(reading, 2, 1, 12, &month))
        return false;
    holiday->month = (int8_t)month;
    if (holiday->kind == HOLIDAY_YEARLY && take(reading, "/"))
        return read_nth(reading, holiday);
    if (!take(reading, "-") ||
        !take_digits_of(reading, 2, 1, month_length(year, month), &day))
        return false;

    holiday->day = (int16_t)day;
    return true;
}

static bool read_day(struct reading *reading, struct holiday *holiday)
{
    int year;
    bool has_year = strspn(rest_of(reading), "0123456789") == 4;

    if (take(reading, "easter"))
        return read_easter(reading, holiday);
    if (has_year && take_digits_of(reading, 4, 1970, 2200, &year) &&
        take(reading, "-")) {
        holiday->kind = HOLIDAY_ONCE;
        holiday->year = (int16_t)year;
    }

    return read_month_day(reading, holiday) ||
           wrong(reading, N_("Write a day that there is: 12-25, 2026-12-31, "
                             "easter-2 or 05/mon/1."));
}

static bool read_holiday(struct reading *reading, struct calendar *calendar)
{
    struct holiday holiday = { .kind = HOLIDAY_YEARLY };

    if (!read_day(reading, &holiday))
        return false;

    skip_blanks_in(reading);
    if (take(reading, "next"))
        holiday.shift = SHIFT_NEXT;
    else if (take(reading, "near"))
        holiday.shift = SHIFT_NEAR;
    if (!read_spans(reading, &holiday.hours))
        return false;
    if (calendar->holiday_count == CALENDAR_MAX_HOLIDAYS)
        return wrong(reading, N_("Write 160 holidays at most."));

    calendar->holidays[calendar->holiday_count++] = holiday;
    return true;
}

static bool read_text_of(const char *field, const char *text,
                         bool (*read_part)(struct reading *reading,
                                           struct calendar *calendar),
                         struct calendar *calendar,
                         struct calendar_mistake *ret_mistake)
{
    struct reading reading = { .text = text };

    while (next_part(&reading))
        if (!read_part(&reading, calendar)) {
            if (ret_mistake)
                *ret_mistake = (struct calendar_mistake){ field, reading.at,
                                                          reading.says };
            return false;
        }

    return true;
}

int calendar_parse(const struct event_calendar_set *document,
                   struct calendar *ret_calendar,
                   struct calendar_mistake *ret_mistake)
{
    assert(document && ret_calendar);

    struct calendar calendar = { .has_hours = false };

    if (!read_text_of("hours", document->hours.text, read_week_part, &calendar,
                      ret_mistake) ||
        !read_text_of("holidays", document->holidays.text, read_holiday,
                      &calendar, ret_mistake) ||
        !read_text_of("holidays2", document->holidays2.text, read_holiday,
                      &calendar, ret_mistake))
        return -EINVAL;

    *ret_calendar = calendar;
    return 0;
}
