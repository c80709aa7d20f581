/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a calendar is open next. */

#ifndef CORE_RULE_HOURS_H
#define CORE_RULE_HOURS_H

#include "core/rule_book.h"

/**
 * Finds the first moment, from one on, at which a calendar is open: that one,
 * or the beginning of a quarter of an hour within the day after it. A calendar
 * that the book does not know, or whose zone it does not, is always open.
 *
 * @param wall_us  in microseconds since 1970; the book is refreshed
 *
 * @return such a moment; or one a day later, when to ask again. O(96 times
 *         calendar_is_open())
 */
int64_t rule_hours_open_us(const struct rule_book *book, const char *calendar,
                           int64_t wall_us);

/**
 * Tells when a calendar will have been open for so long. Shut hours do not
 * count, a quarter of an hour being open as its beginning is; of a calendar
 * that is hardly ever open, no more than a month of days is looked through.
 *
 * @param wall_us  from then on, in microseconds since 1970
 *
 * @return wall_us + span_us, or later: then a month after wall_us at most.
 *         O(2976 times calendar_is_open())
 */
int64_t rule_hours_after_us(const struct rule_book *book, const char *calendar,
                            int64_t wall_us, int64_t span_us);

#endif
