/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holidays from an iCalendar file. */

#ifndef WIRE_ICAL_HOLIDAYS_H
#define WIRE_ICAL_HOLIDAYS_H

#include <stddef.h>

#include "core/record.h"
#include "wire/mistake.h"

enum { ICAL_MAX_LENGTH = 1024 * 1024 };

/**
 * Reads the whole days of a calendar (RFC 5545) as the texts of a calendar's
 * settings holidays and holidays2. Of each VEVENT count DTSTART (a date), DTEND
 * (a date, excluded; up to 31 days), RRULE (FREQ=YEARLY alone) and STATUS
 * (CANCELLED leaves it out), RDATE and EXDATE (dates, up to 64 of an event):
 * more days on which it begins, and such on which it does not. Anything that
 * would make the days others than these is refused with its line: times of the
 * day, other rules, an EXDATE of a yearly event.
 * All other properties are passed over.
 *
 * @param ret_mistake  on -EBADMSG; may be NULL
 *
 * @return 0 or -EBADMSG
 */
int ical_holidays_parse(const char *text, size_t length,
                        struct note *ret_holidays, struct note *ret_more,
                        struct mistake *ret_mistake);

#endif
