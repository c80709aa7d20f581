/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moments as people give them on a command line. */

#ifndef CLI_MOMENT_GIVEN_H
#define CLI_MOMENT_GIVEN_H

#include <stdbool.h>
#include <stdint.h>

struct moment_given {
    int64_t wall_us; /* since 1970, UTC */
    bool is_twice;   /* the clock shows it a second time later that night */
};

/**
 * Reads what wire/moment.h has, which is of UTC where no offset is given; and
 * besides, by the clock of the machine's zone (TZ), as the console does:
 *
 *     18:30, 18:30:15           the next time that the clock shows it
 *     2026-11-27 18:30          a day and a time, with a blank
 *     90m, 8h                   so long from now on
 *
 * A time that the clock shows twice, as daylight saving ends, is the first of
 * the two that is still to come.
 *
 * @param now_wall_us  the present
 *
 * @return 0; -EINVAL: it is none of these, as a plain number; -ERANGE: it is
 *         left out by the clock, as daylight saving begins
 */
int moment_given_read(const char *text, int64_t now_wall_us,
                      struct moment_given *ret_moment);

#endif
