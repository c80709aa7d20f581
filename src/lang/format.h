/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers, moments and durations as people of each language write them. */

#ifndef LANG_FORMAT_H
#define LANG_FORMAT_H

#include <stddef.h>
#include <stdint.h>

#include "lang/lang.h"

/*
 * For people only: what programs read has its own, fixed formats. The rules
 * are those of the Unicode CLDR, by ICU. English is written the European way
 * (en_GB), with the day before the month and 24 hours. Results are UTF-8 and
 * may hold no-break spaces.
 *
 * All of them write at most size bytes, terminator included, and return 0, or
 *     -ENOSPC  not enough room: ret_text is then ""
 *     -ENOMEM  out of memory
 * An object of ICU is made and thrown away each time: about 20 us.
 */

enum {
    FORMAT_SIZE = 96, /* room for any result here */
};

/**
 * Writes a whole number: 1,234,567 or 1.234.567 or 1 234 567.
 */
int format_integer(enum language language, int64_t number, char *ret_text,
                   size_t size);

/**
 * Writes a number with a fixed count of decimals: 12.50 or 12,50.
 *
 * @param number    in units of the last decimal: 1250 for 12.50
 * @param decimals  0 to 9
 */
int format_decimal(enum language language, int64_t number, int decimals,
                   char *ret_text, size_t size);

/**
 * Writes a moment, to the second: 22 Nov 2026, 20:38:12.
 *
 * @param wall_us  microseconds since 1970-01-01T00:00:00Z
 * @param zone     of the IANA database, such as "Europe/Prague"; NULL: that of
 *                 the machine
 *
 * @return also -EINVAL: there is no such time zone
 */
int format_moment(enum language language, int64_t wall_us, const char *zone,
                  char *ret_text, size_t size);

/* How much of a moment is written. */
enum format_part {
    FORMAT_DAY,         /* Sun 22 Nov */
    FORMAT_DAY_SHORT,   /* 22 Nov, 22 nov, 22. 11. */
    FORMAT_DAY_LONG,    /* Sunday 22 November */
    FORMAT_DAY_OF_YEAR, /* 22 Nov 2026, 22/11/2026, 22. 11. 2026 */
    FORMAT_CLOCK,       /* 20:38; the same in all three languages */
    FORMAT_CLOCK_LONG,  /* 20:38:12 */
    FORMAT_CITY,        /* whose clock it is: Prague, Praga, Praha */
};

/**
 * Writes a part of a moment; arguments as of format_moment().
 */
int format_part(enum language language, enum format_part part, int64_t wall_us,
                const char *zone, char *ret_text, size_t size);

/**
 * Writes a duration: 0:07, 1:23, 1:02:03; cut to whole seconds. The same in
 * all three languages.
 */
int format_duration(int64_t duration_us, char *ret_text, size_t size);

#endif
