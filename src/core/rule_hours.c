/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours of calendars, looked through for the next that are open. */

#include "core/rule_hours.h"

#include <string.h>

#include "core/rule_book_inside.h"

static const int64_t QUARTER_US = INT64_C(900000000);
enum { QUARTERS = 96, DAYS = 31 };

static const struct calendar_page *find_page(const struct rule_book *book,
                                             const char *name)
{
    for (size_t i = 0; i < book->pages.calendar_count; i++)
        if (strcmp(book->pages.calendars[i].name.text, name) == 0)
            return &book->pages.calendars[i];

    return NULL;
}

static bool is_open(const struct calendar *calendar, const struct zone *zone,
                    int64_t wall_us)
{
    struct local_time there;

    zone_local(zone, wall_us, &there);
    return calendar_is_open(calendar, &there);
}

int64_t rule_hours_open_us(const struct rule_book *book, const char *calendar,
                           int64_t wall_us)
{
    const struct calendar_page *page = find_page(book, calendar);
    const struct zone *zone =
        page ? rule_book_zone(book, page->zone.text) : NULL;

    if (!zone || is_open(&page->calendar, zone, wall_us))
        return wall_us;

    int64_t from_us = wall_us - wall_us % QUARTER_US;

    for (int i = 1; i < QUARTERS; i++)
        if (is_open(&page->calendar, zone, from_us + i * QUARTER_US))
            return from_us + i * QUARTER_US;

    return from_us + QUARTERS * QUARTER_US;
}

static int64_t next_quarter_us(int64_t wall_us)
{
    return wall_us - wall_us % QUARTER_US + QUARTER_US;
}

int64_t rule_hours_after_us(const struct rule_book *book, const char *calendar,
                            int64_t wall_us, int64_t span_us)
{
    const struct calendar_page *page = find_page(book, calendar);
    const struct zone *zone =
        page ? rule_book_zone(book, page->zone.text) : NULL;
    int64_t last_us = wall_us + DAYS * QUARTERS * QUARTER_US;
    int64_t at_us = wall_us;

    while (zone && span_us > 0 && at_us < last_us) {
        int64_t next_us = next_quarter_us(at_us);
        bool counts = is_open(&page->calendar, zone, at_us);

        if (counts && span_us <= next_us - at_us)
            break;
        span_us -= counts ? next_us - at_us : 0;
        at_us = next_us;
    }

    return at_us >= last_us ? last_us : at_us + span_us;
}
