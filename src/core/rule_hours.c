/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours of calendars, walked from change to change. */

#include "core/rule_hours.h"

#include <string.h>

#include "core/rule_book_inside.h"

static const int64_t MINUTE_US = INT64_C(60000000);
static const int64_t DAY_US = INT64_C(86400000000);
enum { MINUTES_OF_DAY = 1440 };

/* Where it stands, and the hours that reach there. */
struct walk {
    const struct calendar *calendar; /* NULL: always open */
    const struct zone *zone;
    int64_t at_us;
    int64_t days;           /* of these hours */
    struct day_hours today; /* ... from its midnight on */
    struct day_hours eve;   /* ... and of the day before */
    bool is_read;
};

static struct walk begin_walk(const struct rule_book *book, const char *name,
                              int64_t wall_us)
{
    struct walk walk = { .at_us = wall_us };

    for (size_t i = 0; i < book->pages.calendar_count; i++) {
        const struct calendar_page *page = &book->pages.calendars[i];

        if (strcmp(page->name.text, name) == 0) {
            walk.zone = rule_book_zone(book, page->zone.text);
            walk.calendar = walk.zone ? &page->calendar : NULL;
            return walk;
        }
    }

    return walk;
}

static void read_days(struct walk *walk, int64_t days)
{
    if (walk->is_read && walk->days == days)
        return;

    if (walk->is_read && walk->days == days - 1)
        walk->eve = walk->today;
    else
        calendar_hours_of(walk->calendar, days - 1, &walk->eve);
    calendar_hours_of(walk->calendar, days, &walk->today);
    walk->days = days;
    walk->is_read = true;
}

/* Whether it is open where the walk stands; until then, and no later than the
   end, that holds. */
static bool is_open(struct walk *walk, int64_t end_us, int64_t *ret_until_us)
{
    struct local_time there;
    int until = MINUTES_OF_DAY, late = 2 * MINUTES_OF_DAY;

    *ret_until_us = end_us;
    if (!walk->calendar)
        return true;

    zone_local(walk->zone, walk->at_us, &there);
    read_days(walk, there.days);

    bool of_today = day_hours_have(&walk->today, there.minute, &until);
    bool of_eve =
        day_hours_have(&walk->eve, there.minute + MINUTES_OF_DAY, &late);

    if (late - MINUTES_OF_DAY < until)
        until = late - MINUTES_OF_DAY;

    int64_t until_us = walk->at_us - walk->at_us % MINUTE_US +
                       (until - there.minute) * MINUTE_US;
    int64_t change_us = zone_changes_us(walk->zone, walk->at_us);

    if (change_us < until_us)
        until_us = change_us;
    if (until_us < end_us)
        *ret_until_us = until_us;
    return of_today || of_eve;
}

int64_t rule_hours_open_us(const struct rule_book *book, const char *calendar,
                           int64_t wall_us)
{
    struct walk walk = begin_walk(book, calendar, wall_us);
    int64_t end_us = wall_us + DAY_US;
    int64_t until_us;

    while (walk.at_us < end_us && !is_open(&walk, end_us, &until_us))
        walk.at_us = until_us;

    return walk.at_us;
}

int64_t rule_hours_next_us(const struct rule_book *book, const char *calendar,
                           int64_t wall_us, bool is_wanted_open)
{
    struct walk walk = begin_walk(book, calendar, wall_us);
    int64_t end_us = wall_us + RULE_HOURS_MOST_DAYS * DAY_US;
    int64_t until_us;

    while (walk.at_us < end_us &&
           is_open(&walk, end_us, &until_us) != is_wanted_open)
        walk.at_us = until_us;

    return walk.at_us;
}

int64_t rule_hours_after_us(const struct rule_book *book, const char *calendar,
                            int64_t wall_us, int64_t span_us)
{
    struct walk walk = begin_walk(book, calendar, wall_us);
    int64_t end_us = wall_us + RULE_HOURS_MOST_DAYS * DAY_US;
    int64_t until_us;

    while (span_us > 0 && walk.at_us < end_us) {
        bool counts = is_open(&walk, end_us, &until_us);

        if (counts && span_us <= until_us - walk.at_us)
            return walk.at_us + span_us;
        span_us -= counts ? until_us - walk.at_us : 0;
        walk.at_us = until_us;
    }

    return walk.at_us;
}

int64_t rule_hours_between_us(const struct rule_book *book,
                              const char *calendar, int64_t from_us,
                              int64_t until_us)
{
    int64_t month_us = until_us - RULE_HOURS_MOST_DAYS * DAY_US;
    struct walk walk =
        begin_walk(book, calendar, from_us > month_us ? from_us : month_us);
    int64_t next_us, span_us = 0;

    while (walk.at_us < until_us) {
        if (is_open(&walk, until_us, &next_us))
            span_us += next_us - walk.at_us;
        walk.at_us = next_us;
    }

    return span_us;
}
