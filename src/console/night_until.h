/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Until when a queue is closed, as people type it and as screens say it. */

#ifndef CONSOLE_NIGHT_UNTIL_H
#define CONSOLE_NIGHT_UNTIL_H

#include "console/program.h"

enum { NIGHT_MORNING = 480 }; /* what an arrow puts into an empty time */

/* As in a form; -1: left empty. Both are by the clock of the machine's zone. */
struct night_until {
    int64_t day;    /* since 1970-01-01 */
    int64_t minute; /* of the day */
};

/**
 * Finds the moment. A day without a time is its beginning, a time without a day
 * the next one there is; without both there is none.
 *
 * @param now_us       microseconds since 1970, UTC
 * @param ret_wall_us  the same; 0: none
 *
 * @return 0, or -ERANGE: it is not after now
 */
int night_until_us(const struct night_until *until, int64_t now_us,
                   int64_t *ret_wall_us);

/** The moment itself, past ones, too: a time without a day is today's. 0: there
 *  is none. */
int64_t night_until_moment(const struct night_until *at, int64_t now_us);

/** The day it is. */
int64_t night_until_today(int64_t now_us);

/** Says "open", "closed" or "closed until 18:00", or "out of hours until 08:00"
 *  of what its calendar closed; the day, when it is more than 20 hours from
 *  now. */
void night_until_say(const struct program *program,
                     const struct topic_queues *queue,
                     struct safe_text *ret_text);

#endif
