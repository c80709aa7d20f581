/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From ICU's changes to the core's. */

#include "web/zones.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "core/phone_zone.h"
#include "lang/timezone.h"

static const int64_t YEAR_US = INT64_C(31557600000000);

enum { YEARS = 40 };

int zone_find(const char *name, int64_t wall_us, struct zone *ret_zone)
{
    assert(name && ret_zone);

    struct timezone_shift shifts[ZONE_MAX_CHANGES];
    struct zone zone = { .change_count = 0 };
    int count =
        timezone_read(name, wall_us - YEAR_US, wall_us + YEARS * YEAR_US,
                      shifts, ZONE_MAX_CHANGES);

    if (count < 0)
        return count;

    (void)snprintf(zone.name.text, sizeof(zone.name.text), "%s", name);
    for (int i = 0; i < count; i++)
        zone.changes[i] =
            (struct zone_change){ shifts[i].from_us, shifts[i].offset_us };
    zone.change_count = (size_t)count;
    *ret_zone = zone;
    return 0;
}

/* What shows them, and to whom. */
struct showing {
    int64_t wall_us;
    int (*set)(void *arg, const struct zone *zone);
    void *arg;
};

static int show(const struct showing *showing, const char *name, const char *as)
{
    struct zone zone;

    if (zone_find(name, showing->wall_us, &zone) < 0)
        return 0;

    memset(&zone.name, 0, sizeof(zone.name));
    (void)snprintf(zone.name.text, sizeof(zone.name.text), "%s", as);

    int rc = showing->set(showing->arg, &zone);

    return rc == -ENOSPC ? 0 : rc;
}

bool zone_is_known(const char *name)
{
    struct timezone_shift shift;

    assert(name);

    return !name[0] || timezone_read(name, 0, YEAR_US, &shift, 1) >= 0;
}

int zones_each(const struct state *state, const char *name, int64_t wall_us,
               int (*set)(void *arg, const struct zone *zone), void *arg)
{
    assert(state && name && set);

    const struct showing showing = { wall_us, set, arg };
    int rc = show(&showing, name, "");

    for (size_t i = 0;
         i < state_document_count(state, DOCUMENT_CALENDAR) && rc == 0; i++) {
        const struct event_calendar_set *calendar =
            state_document_at(state, DOCUMENT_CALENDAR, i);

        rc = show(&showing, calendar->zone.text, calendar->zone.text);
    }

    return rc;
}

int zones_each_phone(int64_t wall_us,
                     int (*set)(void *arg, const struct zone *zone), void *arg)
{
    assert(set);

    const struct showing showing = { wall_us, set, arg };
    const char *name;
    int rc = 0;

    for (size_t i = 0; (name = phone_zone_at(i)) && rc == 0; i++)
        if (name[0])
            rc = show(&showing, name, name);

    return rc;
}
