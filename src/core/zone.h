/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Local time, by a table of a time zone's changes. */

#ifndef CORE_ZONE_H
#define CORE_ZONE_H

#include <stdint.h>

#include "core/record.h"

/*
 * The core reads no time zone data: whoever has it (lang/zone.h) gives the
 * changes of some years around the present. Before the first one its offset
 * holds; after the last one the last.
 */
enum { ZONE_MAX_CHANGES = 64 };

struct zone {
    struct label name;   /* of the IANA database: "Europe/Madrid" */
    size_t change_count; /* 0: UTC */
    struct zone_change {
        int64_t from_us;   /* wall time, in microseconds since 1970 */
        int64_t offset_us; /* local time = wall time + this, from then on */
    } changes[ZONE_MAX_CHANGES];
};

/* What a clock and a calendar on the wall show. */
struct local_time {
    int64_t days; /* since 1970-01-01, which was a Thursday */
    int year;
    int month;   /* 1 to 12 */
    int day;     /* 1 to 31 */
    int weekday; /* 1 is Monday, 7 is Sunday */
    int minute;  /* of the day: 0 to 1439 */
};

/** Tells the local time of a moment. O(log changes). */
void zone_local(const struct zone *zone, int64_t wall_us,
                struct local_time *ret_time);

/** How much later than UTC it is there. O(log changes). */
int64_t zone_offset_us(const struct zone *zone, int64_t wall_us);

/** The next moment after that one at which the clocks are changed; INT64_MAX:
 *  none is known. O(log changes). */
int64_t zone_changes_us(const struct zone *zone, int64_t wall_us);

/* A day there: from its midnight until the next one, 23 to 25 hours later. */
struct zone_day {
    int64_t days;     /* since 1970-01-01 */
    int64_t from_us;  /* wall time */
    int64_t until_us; /* wall time, after that moment */
};

/**
 * Tells the day of a moment. It begins when a calendar there shows it first: not
 * at 00:00 where the clocks are put forward then; and it goes on where they are
 * put back over midnight. O(log changes).
 */
void zone_day(const struct zone *zone, int64_t wall_us,
              struct zone_day *ret_day);

/** The days since 1970-01-01 of a date of the Gregorian calendar. */
int64_t days_of_date(int year, int month, int day);

/** The date of a day; the minute is 0. */
void date_of_days(int64_t days, struct local_time *ret_time);

/** How many days the month has. */
int month_length(int year, int month);

#endif
