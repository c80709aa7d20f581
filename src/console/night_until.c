/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moments by the clock on the wall, daylight saving included. */

#include "console/night_until.h"

#include <assert.h>
#include <errno.h>
#include <time.h>

#include "base/mark.h"
#include "console/word.h"
#include "tui/date.h"

static const int64_t SECOND_US = 1000000;
static const int64_t NEAR_US = INT64_C(20) * 3600 * 1000000;

int64_t night_until_today(int64_t now_us)
{
    time_t now = (time_t)(now_us / SECOND_US);
    struct tm today = { .tm_mday = 1 };

    localtime_r(&now, &today);
    return today.tm_year < 70
               ? 0
               : date_of_calendar(today.tm_year + 1900, today.tm_mon + 1,
                                  today.tm_mday);
}

/* Microseconds of a day and a minute of it; below 0: there is none. */
static int64_t moment_us(int64_t day, int64_t minute)
{
    struct tm local = { .tm_isdst = -1, .tm_min = (int)minute };
    int year, month;

    date_to_calendar(day, &year, &month, &local.tm_mday);
    local.tm_year = year - 1900;
    local.tm_mon = month - 1;
    return (int64_t)mktime(&local) * SECOND_US;
}

int night_until_us(const struct night_until *until, int64_t now_us,
                   int64_t *ret_wall_us)
{
    assert(until && ret_wall_us);
    int64_t today = night_until_today(now_us);
    int64_t minute = until->minute < 0 ? 0 : until->minute;

    *ret_wall_us = 0;
    if (until->day < 0 && until->minute < 0)
        return 0;

    int64_t wall_us = moment_us(until->day < 0 ? today : until->day, minute);
    if (until->day < 0 && wall_us <= now_us)
        wall_us = moment_us(today + 1, minute);
    if (wall_us <= now_us)
        return -ERANGE;
    *ret_wall_us = wall_us;
    return 0;
}

int64_t night_until_moment(const struct night_until *at, int64_t now_us)
{
    assert(at);
    if (at->day < 0 && at->minute < 0)
        return 0;
    return moment_us(at->day < 0 ? night_until_today(now_us) : at->day,
                     at->minute < 0 ? 0 : at->minute);
}

void night_until_say(const struct program *program,
                     const struct topic_queues *queue,
                     struct safe_text *ret_text)
{
    assert(program && queue && ret_text);
    int64_t until_us = queue->closed_until_us;
    char moment[WORD_TIME_SIZE];

    bool by_hours = queue->closed_by_hours;

    if (!queue->closed || !until_us) {
        const char *says = !queue->closed ? N_("open")
                           : by_hours     ? N_("out of hours")
                                          : N_("closed");

        safe_text_copy(ret_text, program_text(program, says));
        return;
    }
    if (until_us - program_wall_us(program) < NEAR_US)
        word_clock(until_us, true, moment);
    else
        word_day(program_language(program), until_us, moment);
    safe_text_format(ret_text,
                     program_text(program, by_hours
                                               ? N_("out of hours until %s")
                                               : N_("closed until %s")),
                     moment);
}
