/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and dates by counting from the first of March, when leap days end. */

#include "core/zone.h"

#include <assert.h>

static const int64_t SECOND_US = 1000000;
static const int64_t DAY_SECONDS = 86400;

enum {
    DAYS_OF_400_YEARS = 146097,
    DAYS_BEFORE_1970 = 719468, /* from 0000-03-01 */
};

/* Rounded down, also below 0. */
static int64_t quotient(int64_t number, int64_t by)
{
    return number / by - (number % by < 0);
}

int64_t days_of_date(int year, int month, int day)
{
    assert(month >= 1 && month <= 12);

    int64_t march_year = month <= 2 ? year - 1 : year;
    int64_t era = quotient(march_year, 400);
    int64_t of_era = march_year - 400 * era;
    int64_t march_month = (month + 9) % 12;
    int64_t of_year = (153 * march_month + 2) / 5 + day - 1;

    return era * DAYS_OF_400_YEARS + 365 * of_era + of_era / 4 - of_era / 100 +
           of_year - DAYS_BEFORE_1970;
}

void date_of_days(int64_t days, struct local_time *ret_time)
{
    assert(ret_time);

    int64_t from_march = days + DAYS_BEFORE_1970;
    int64_t era = quotient(from_march, DAYS_OF_400_YEARS);
    int64_t of_era = from_march - era * DAYS_OF_400_YEARS;
    int64_t year =
        (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t march_month = (5 * of_year + 2) / 153;
    int month = (int)(march_month < 10 ? march_month + 3 : march_month - 9);

    *ret_time = (struct local_time){
        .days = days,
        .year = (int)(year + 400 * era + (month <= 2)),
        .month = month,
        .day = (int)(of_year - (153 * march_month + 2) / 5 + 1),
        .weekday = (int)(days + 3 - 7 * quotient(days + 3, 7)) + 1,
    };
}

int month_length(int year, int month)
{
    bool is_last = month == 12;

    return (int)(days_of_date(is_last ? year + 1 : year,
                              is_last ? 1 : month + 1, 1) -
                 days_of_date(year, month, 1));
}

/* How many changes have come. */
static size_t changes_until(const struct zone *zone, int64_t wall_us)
{
    size_t low = 0;
    size_t high = zone->change_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (zone->changes[middle].from_us <= wall_us)
            low = middle + 1;
        else
            high = middle;
    }

    return low;
}

/* The offset of the last change that has come. */
int64_t zone_offset_us(const struct zone *zone, int64_t wall_us)
{
    size_t come = changes_until(zone, wall_us);

    if (zone->change_count == 0)
        return 0;

    return zone->changes[come > 0 ? come - 1 : 0].offset_us;
}

int64_t zone_changes_us(const struct zone *zone, int64_t wall_us)
{
    assert(zone);

    size_t come = changes_until(zone, wall_us);

    return come < zone->change_count ? zone->changes[come].from_us : INT64_MAX;
}

void zone_local(const struct zone *zone, int64_t wall_us,
                struct local_time *ret_time)
{
    assert(zone && ret_time);

    int64_t seconds =
        quotient(wall_us + zone_offset_us(zone, wall_us), SECOND_US);
    int64_t days = quotient(seconds, DAY_SECONDS);

    date_of_days(days, ret_time);
    ret_time->minute = (int)((seconds - days * DAY_SECONDS) / 60);
}

/* No clock is a whole day before or after UTC: it is earlier a day before. */
static int64_t day_begins_us(const struct zone *zone, int64_t days)
{
    int64_t local_us = days * DAY_SECONDS * SECOND_US;
    int64_t at_us = local_us - DAY_SECONDS * SECOND_US;

    for (;;) {
        int64_t begins_us = local_us - zone_offset_us(zone, at_us);
        int64_t change_us = zone_changes_us(zone, at_us);

        if (begins_us < change_us)
            return begins_us > at_us ? begins_us : at_us;

        at_us = change_us;
    }
}

void zone_day(const struct zone *zone, int64_t wall_us,
              struct zone_day *ret_day)
{
    assert(zone && ret_day);

    int64_t days = quotient(wall_us + zone_offset_us(zone, wall_us),
                            DAY_SECONDS * SECOND_US);

    if (day_begins_us(zone, days + 1) <= wall_us) /* put back over midnight */
        days++;

    *ret_day = (struct zone_day){
        .days = days,
        .from_us = day_begins_us(zone, days),
        .until_us = day_begins_us(zone, days + 1),
    };
}
