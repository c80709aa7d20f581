/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a calendar is open next, and for how long it is. */

#ifndef CORE_RULE_HOURS_H
#define CORE_RULE_HOURS_H

#include "core/rule_book.h"

/*
 * Time is walked from one moment at which the hours may change to the next:
 * where a span begins or ends, at midnight, and where the clocks are changed.
 * The holidays are asked once a day of those walked, not once a step.
 *
 * A calendar that the book does not know, or whose zone it does not, is always
 * open. The book is refreshed; times are in microseconds since 1970.
 */

enum { RULE_HOURS_MOST_DAYS = 31 };

/**
 * Finds the first moment, from one on, at which a calendar is open: that one,
 * or one within the day after it.
 *
 * @return such a moment; or one a day later, when to ask again. O(3 days of
 *         holidays)
 */
int64_t rule_hours_open_us(const struct rule_book *book, const char *calendar,
                           int64_t wall_us);

/**
 * Finds the first moment, from one on, at which a calendar is open, or is shut:
 * that one, or one within the month after it.
 *
 * @return such a moment; or one RULE_HOURS_MOST_DAYS later, when to ask again.
 *         O(33 days of holidays)
 */
int64_t rule_hours_next_us(const struct rule_book *book, const char *calendar,
                           int64_t wall_us, bool is_wanted_open);

/**
 * Tells when a calendar will have been open for so long: shut hours do not
 * count. No more than a month of days is looked through.
 *
 * @param wall_us  from then on
 *
 * @return wall_us + span_us, or later: then a month after wall_us at most.
 *         O(33 days of holidays)
 */
int64_t rule_hours_after_us(const struct rule_book *book, const char *calendar,
                            int64_t wall_us, int64_t span_us);

/**
 * Tells for how long a calendar is open between two moments; of the last month
 * before the second at most.
 *
 * @return so long; 0 unless the second one is later. O(33 days of holidays)
 */
int64_t rule_hours_between_us(const struct rule_book *book,
                              const char *calendar, int64_t from_us,
                              int64_t until_us);

#endif
