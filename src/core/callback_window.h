/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hours of the day in which somebody may be called back. */

#ifndef CORE_CALLBACK_WINDOW_H
#define CORE_CALLBACK_WINDOW_H

#include "core/rule_book.h"

/*
 * By the clock where the number is (core/phone_zone.h): who is called from
 * abroad is not woken by it. Of a country with several zones no number tells
 * which one it is in, so that both ends of the country have to be within the
 * hours; where they never are at once, and where nobody knows a number's zone,
 * the house's clock counts, as it does in its calendars.
 *
 * A calendar says when the house calls, a window when the others may be: both
 * must hold.
 */
struct callback_window {
    int from;  /* minute of the day */
    int until; /* above from; to 1440 */
};

/**
 * Reads "09:00-20:00", or "9-20"; 24 is the day's end.
 *
 * @return whether it is one; "" is none
 */
bool callback_window_read(const char *text, struct callback_window *ret_window);

/**
 * Finds the first moment, from one on, at which a number may be called: that
 * one, or one within the next days.
 *
 * @param text     a queue's callback_window; "", or none: always
 * @param wall_us  in microseconds since 1970
 */
int64_t callback_window_opens_us(const struct rule_book *book, const char *text,
                                 const char *number, int64_t wall_us);

#endif
