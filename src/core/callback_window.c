/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours of a day as people write them. */

#include "core/callback_window.h"

#include <assert.h>

enum { MINUTES_OF_DAY = 1440, HOUR_DIGITS = 2 };

static bool take_number(const char **text, int most, int *ret_number)
{
    int number = 0, digits = 0;

    for (; **text >= '0' && **text <= '9' && digits < HOUR_DIGITS; digits++)
        number = 10 * number + (*(*text)++ - '0');

    *ret_number = number;
    return digits > 0 && number <= most;
}

static bool take_minute(const char **text, int *ret_minute)
{
    const char *minutes;
    int hour, minute = 0;

    if (!take_number(text, MINUTES_OF_DAY / 60, &hour))
        return false;
    if (**text == ':') {
        minutes = ++*text;
        if (!take_number(text, 59, &minute) || *text - minutes != HOUR_DIGITS)
            return false;
    }

    *ret_minute = 60 * hour + minute;
    return *ret_minute <= MINUTES_OF_DAY;
}

bool callback_window_read(const char *text, struct callback_window *ret_window)
{
    struct callback_window window;

    assert(text && ret_window);

    if (!take_minute(&text, &window.from) || *text++ != '-' ||
        !take_minute(&text, &window.until) || *text ||
        window.from >= window.until)
        return false;

    *ret_window = window;
    return true;
}
