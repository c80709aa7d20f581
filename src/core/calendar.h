/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When it is open: hours of the week, and the days that are not as usual. */

#ifndef CORE_CALENDAR_H
#define CORE_CALENDAR_H

#include "core/event.h"
#include "core/zone.h"

/*
 * Hours, parts separated by commas, semicolons or lines:
 *
 *     mon-fri 09:00-14:00 16:00-19:00, sat 10:00-14:00, sun 22:00-06:00
 *
 * A span whose end is not after its beginning ends on the next day; 24:00 is
 * the day's end. No hours at all: always open, but for holidays.
 *
 * Holidays, likewise separated, each a day and what is different then:
 *
 *     12-25            each year on that day
 *     2026-12-31       once
 *     easter-2         days before or after Easter Sunday (Gregorian)
 *     05/mon/1         the first Monday of May; 05/mon/-1 the last one
 *
 *     next             when it falls on a Saturday or Sunday, the next day that
 *                      is neither that nor a holiday counts as well
 *     near             ... from Saturday the day before, from Sunday the day
 *                      after
 *     09:00-14:00 ...  open then, instead of closed all day
 *
 * Easter by the anonymous algorithm in Meeus, Astronomical Algorithms, chapter
 * 8.
 */
enum {
    CALENDAR_MAX_SPANS = 4,      /* of a day */
    CALENDAR_MAX_HOLIDAYS = 160, /* in both texts together */
};

/* Open from a minute of the day until another, which may be the next day's. */
struct span {
    int16_t from;
    int16_t until; /* above from; to 2880 */
};

struct day_hours {
    uint8_t count; /* 0: closed */
    struct span spans[CALENDAR_MAX_SPANS];
};

enum holiday_kind { HOLIDAY_YEARLY, HOLIDAY_ONCE, HOLIDAY_EASTER, HOLIDAY_NTH };
enum holiday_shift { SHIFT_NONE, SHIFT_NEXT, SHIFT_NEAR };

struct holiday {
    enum holiday_kind kind;
    enum holiday_shift shift;
    int16_t year;   /* once */
    int8_t month;   /* not of easter */
    int16_t day;    /* yearly, once; easter: days after it */
    int8_t weekday; /* nth: 1 to 7 */
    int8_t nth;     /* 1 to 5, or -1 to -5 */
    struct day_hours hours;
};

struct calendar {
    bool has_hours;
    struct day_hours week[7]; /* from Monday */
    struct holiday holidays[CALENDAR_MAX_HOLIDAYS];
    size_t holiday_count;
};

/* What is wrong with a calendar's texts. */
struct calendar_mistake {
    const char *field; /* "hours", "holidays", "holidays2" */
    size_t at;         /* byte of that text */
    const char *says;  /* what to do, in English (N_) */
};

/**
 * Reads a calendar's document.
 *
 * @param ret_mistake  set on refusal; may be NULL
 *
 * @return 0, or -EINVAL
 */
int calendar_parse(const struct event_calendar_set *document,
                   struct calendar *ret_calendar,
                   struct calendar_mistake *ret_mistake);

/** Whether a day is a holiday, or stands for one. O(holidays squared). */
bool calendar_has_holiday(const struct calendar *calendar, int64_t days);

/** The hours that begin on a day: what reaches into it from the day before is
 *  not among them. O(holidays squared), mostly O(holidays). */
void calendar_hours_of(const struct calendar *calendar, int64_t days,
                       struct day_hours *ret_hours);

/** Whether hours hold at a minute counted from their midnight; *until is
 *  lowered to the first minute after it at which that may change. */
bool day_hours_have(const struct day_hours *hours, int minute, int *until);

/** Whether it is open then. */
bool calendar_is_open(const struct calendar *calendar,
                      const struct local_time *time);

/** Easter Sunday of a year, in days since 1970-01-01. */
int64_t easter_of(int year);

#endif
