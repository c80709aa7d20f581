/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day of the calendar, as people write it. */

#ifndef CORE_CALENDAR_DAY_H
#define CORE_CALENDAR_DAY_H

#include <stdbool.h>
#include <stdint.h>

/**
 * Reads a day as ISO 8601 writes it: 2026-12-24, of the years 1970 to 9999.
 *
 * @param ret_day  on success, days since 1970
 *
 * @return whether it is one
 */
bool calendar_day_read(const char *text, int64_t *ret_day);

#endif
