/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and times of day as people type them. */

#ifndef TUI_DATE_H
#define TUI_DATE_H

#include <stddef.h>
#include <stdint.h>

#include "lang/lang.h"

/*
 * A day is a number of days since 1970-01-01 of the calendar that is in use
 * (proleptic Gregorian), without a zone; a time of day is a number of minutes.
 * A day is written as its language has it - 22 Nov 2026, 22/11/2026,
 * 22. 11. 2026 - and read in all of these in every language, and as
 * 2026-11-22: the day goes before the month unless the year comes first.
 */

enum {
    DATE_SIZE = 96,
    DATE_LAST = 84005, /* 2199-12-31 */
    DATE_MINUTES = 1440,
};

/** Reads a day from 1970 on; -EINVAL: it is none. */
int date_read(const char *text, int64_t *ret_day);
void date_write(enum language language, int64_t day, char ret_text[DATE_SIZE]);

/** Reads 14:30, 9:05 or 1430; -EINVAL: it is no time. */
int date_read_time(const char *text, int64_t *ret_minute);
void date_write_time(int64_t minute, char ret_text[DATE_SIZE]);

/* What of it an arrow changes. */
enum date_part { DATE_DAY, DATE_MONTH, DATE_YEAR, DATE_HOUR, DATE_MINUTE };

/** The part of a day or a time that a byte of the text is in. */
enum date_part date_part_of_day(const char *text, size_t at);
enum date_part date_part_of_time(const char *text, size_t at);

/** Where a part ends in a text that date_write() or date_write_time() wrote. */
size_t date_part_end(const char *text, enum date_part part);

/**
 * A day or a time with one of its parts so much later; a month that has not so
 * many days ends at its last one, hours and minutes go round.
 */
int64_t date_move(int64_t value, enum date_part part, int by);

/** Days from 1970-01-01 to a day of the calendar, and back. */
int64_t date_of_calendar(int year, int month, int day);
void date_to_calendar(int64_t date, int *ret_year, int *ret_month,
                      int *ret_day);

#endif
