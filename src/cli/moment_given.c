/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a clock on the wall to the moment at which it shows that. */

#include "cli/moment_given.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/record.h"
#include "wire/moment.h"
#include "wire/setting.h"

static const int64_t SECOND_US = 1000000;

enum { DAY_S = 86400, CLOCK_SIZE = 16 };

/* What the clock shows at a moment: seconds since 1970, as if it were UTC. */
static int64_t shown_s(int64_t at_s)
{
    time_t seconds = (time_t)at_s;
    struct tm local = { .tm_mday = 1 };
    char text[MOMENT_SIZE];
    int64_t shown_us;

    if (!localtime_r(&seconds, &local) ||
        strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%S", &local) == 0 ||
        moment_parse(text, &shown_us) < 0)
        return at_s;
    return shown_us / SECOND_US;
}

/* The moments at which it shows that, the earlier one first. A change of the
   clock lies within a day of them, or there is none. @return how many: 0 to 2 */
static int find_moments(int64_t wanted_s, int64_t ret_s[2])
{
    int count = 0;

    for (int side = -1; side <= 1; side += 2) {
        int64_t near_s = wanted_s + side * DAY_S;
        int64_t at_s = wanted_s - (shown_s(near_s) - near_s);

        if (shown_s(at_s) == wanted_s && (count == 0 || ret_s[0] != at_s))
            ret_s[count++] = at_s;
    }
    return count;
}

/* The first one after a moment. */
static int find_after(int64_t wanted_s, int64_t after_s,
                      struct moment_given *ret_moment)
{
    int64_t found_s[2];
    int count = find_moments(wanted_s, found_s);

    if (count == 0)
        return -ERANGE;
    for (int i = 0; i < count; i++)
        if (found_s[i] > after_s) {
            *ret_moment = (struct moment_given){
                .wall_us = found_s[i] * SECOND_US,
                .is_twice = i + 1 < count,
            };
            return 0;
        }
    return -EAGAIN;
}

/* The seconds of a day: 18:30, 18:30:15. */
static int read_clock(const char *text, int64_t *ret_s)
{
    char moment[MOMENT_SIZE];
    size_t length = strlen(text);
    int64_t wall_us;

    if (length != strspn(text, "0123456789:") ||
        (length != strlen("hh:mm") && length != strlen("hh:mm:ss")))
        return -EINVAL;
    snprintf(moment, sizeof(moment), "1970-01-01T%s", text);
    if (moment_parse(moment, &wall_us) < 0)
        return -EINVAL;
    *ret_s = wall_us / SECOND_US;
    return 0;
}

/* Today's, unless it is over; then tomorrow's. */
static int read_time(const char *text, int64_t now_s,
                     struct moment_given *ret_moment)
{
    int64_t shown = shown_s(now_s), clock_s;
    int rc = read_clock(text, &clock_s);

    if (rc < 0)
        return rc;
    int64_t today_s = shown - shown % DAY_S + clock_s;

    rc = find_after(today_s, now_s, ret_moment);
    if (rc == -EAGAIN || (rc == -ERANGE && today_s <= shown))
        rc = find_after(today_s + DAY_S, now_s, ret_moment);
    return rc;
}

/* A day and a time of it, past ones, too. Shown twice it is the first that is
   still to come, as of a time alone. */
static int read_day(const char *text, int64_t now_s,
                    struct moment_given *ret_moment)
{
    const char *blank = strchr(text, ' ');
    char day[CLOCK_SIZE];
    int64_t day_us, clock_s, day_s;

    if (!blank || blank - text >= CLOCK_SIZE)
        return -EINVAL;
    snprintf(day, sizeof(day), "%.*s", (int)(blank - text), text);
    if (strlen(day) != strlen("2026-11-27") || moment_parse(day, &day_us) < 0 ||
        read_clock(blank + 1, &clock_s) < 0)
        return -EINVAL;
    day_s = day_us / SECOND_US + clock_s;

    int rc = find_after(day_s, now_s, ret_moment);
    return rc == -EAGAIN ? find_after(day_s, INT64_MIN, ret_moment) : rc;
}

/* A number without a unit is none: it stands for itself. */
static int read_period(const char *text, int64_t now_wall_us,
                       struct moment_given *ret_moment)
{
    static const struct field period = {
        .name = "", .kind = FIELD_PERIOD, .min = 0, .max = INT64_MAX / 1000 / 2
    };
    size_t digits = strspn(text, "0123456789");
    int64_t ms, wall_us;

    if (!digits || !text[digits] || setting_parse(&period, text, &ms, NULL) < 0)
        return -EINVAL;
    if (__builtin_add_overflow(now_wall_us, ms * 1000, &wall_us))
        return -EINVAL;
    *ret_moment =
        (struct moment_given){ .wall_us = wall_us - wall_us % SECOND_US };
    return 0;
}

int moment_given_read(const char *text, int64_t now_wall_us,
                      struct moment_given *ret_moment)
{
    assert(text && ret_moment);
    struct moment_given moment = { 0 };
    int rc = moment_parse(text, &moment.wall_us);

    if (rc < 0)
        rc = read_period(text, now_wall_us, &moment);
    if (rc < 0)
        rc = read_time(text, now_wall_us / SECOND_US, &moment);
    if (rc == -EINVAL)
        rc = read_day(text, now_wall_us / SECOND_US, &moment);
    if (rc == 0)
        *ret_moment = moment;
    return rc;
}
