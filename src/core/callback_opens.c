/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a window opens next, by as many clocks as a number may go by. */

#include "core/callback_window.h"

#include <assert.h>

#include "core/phone_zone.h"

static const int64_t MINUTE_US = INT64_C(60000000);
static const int64_t DAY_US = INT64_C(86400000000);

enum { MINUTES_OF_DAY = 1440, DAYS_AHEAD = 2 };

struct clocks {
    const struct zone *zones[PHONE_ZONE_ENDS];
    size_t count;
};

/* How long the clock has to run until it is within the window; 0: it is. */
static int64_t until_open_us(const struct callback_window *window,
                             const struct zone *zone, int64_t wall_us)
{
    struct local_time there;

    zone_local(zone, wall_us, &there);
    if (there.minute >= window->from && there.minute < window->until)
        return 0;

    int wait = window->from - there.minute;
    int64_t open_us = (wait > 0 ? wait : wait + MINUTES_OF_DAY) * MINUTE_US -
                      wall_us % MINUTE_US;
    int64_t change_us = zone_changes_us(zone, wall_us) - wall_us;

    return change_us < open_us ? change_us : open_us;
}

/* While one clock is not content it is not open, whatever the other one says. */
static int64_t opens_us(const struct callback_window *window,
                        const struct clocks *clocks, int64_t wall_us,
                        int64_t end_us)
{
    int64_t longest_us = 0;

    do {
        wall_us += longest_us;
        longest_us = 0;
        for (size_t i = 0; i < clocks->count; i++) {
            int64_t wait_us = until_open_us(window, clocks->zones[i], wall_us);

            longest_us = wait_us > longest_us ? wait_us : longest_us;
        }
    } while (longest_us > 0 && wall_us < end_us);

    return wall_us;
}

static struct clocks clocks_of(const struct rule_book *book, const char *number)
{
    struct clocks clocks = { .count = 0 };
    const char *names[PHONE_ZONE_ENDS];
    size_t ends = phone_zone_ends(number, names);

    for (size_t i = 0; i < ends; i++) {
        const struct zone *zone = rule_book_zone(book, names[i]);

        if (zone)
            clocks.zones[clocks.count++] = zone;
    }

    return clocks;
}

int64_t callback_window_opens_us(const struct rule_book *book, const char *text,
                                 const char *number, int64_t wall_us)
{
    const struct clocks house = { { rule_book_zone(book, "") }, 1 };
    int64_t end_us = wall_us + DAYS_AHEAD * DAY_US;
    struct callback_window window;

    assert(book && text && number);

    if (!callback_window_read(text, &window))
        return wall_us;

    const struct clocks clocks = clocks_of(book, number);
    int64_t open_us =
        clocks.count ? opens_us(&window, &clocks, wall_us, end_us) : end_us;

    return open_us < end_us ? open_us
                            : opens_us(&window, &house, wall_us, INT64_MAX);
}
