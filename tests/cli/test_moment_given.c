/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A moment of the command line is the one that whoever typed it meant. */

#include "cli/moment_given.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "tests/test.h"

/* In Prague, whose clock goes back on 25 October and forward on 29 March. The
   figures are Python's, of its zoneinfo. */
static const int64_t FRIDAY_US =
    INT64_C(1795784527000000); /* 27 Nov 14:02:07 */
static const int64_t EVENING_US = INT64_C(1792864800000000); /* 24 Oct 20:00 */
static const int64_t SPRING_US = INT64_C(1774742400000000);  /* 29 Mar 01:00 */

static const struct given_row {
    const char *says;
    const char *text;
    int64_t now_us;
    int64_t wall_us; /* below 0: refused with that */
    bool is_twice;
} given_rows[] = {
    { "a time is of the zone, and today's", "18:30", FRIDAY_US,
      INT64_C(1795800600000000), false },
    { "... with seconds", "18:30:15", FRIDAY_US, INT64_C(1795800615000000),
      false },
    { "... or tomorrow's, when it is over", "08:00", FRIDAY_US,
      INT64_C(1795849200000000), false },
    { "... just now, too", "14:02:07", FRIDAY_US,
      INT64_C(1795784527000000) + INT64_C(86400000000), false },
    { "a day and a time are of the zone", "2026-11-27 18:30", FRIDAY_US,
      INT64_C(1795800600000000), false },
    { "... also past ones", "2026-10-25 12:00", FRIDAY_US,
      INT64_C(1792926000000000), false },
    { "with a T they are of UTC, as ever", "2026-11-27T18:30", FRIDAY_US,
      INT64_C(1795804200000000), false },
    { "... with a Z, too", "2026-11-27T18:30Z", FRIDAY_US,
      INT64_C(1795804200000000), false },
    { "a day alone is of UTC, as ever", "2026-11-28", FRIDAY_US,
      INT64_C(1795824000000000), false },
    { "an offset says which zone it is", "2026-11-27T18:30+01:00", FRIDAY_US,
      INT64_C(1795800600000000), false },
    { "... one west of Greenwich", "2026-11-27T12:00-05:30", FRIDAY_US,
      INT64_C(1795800600000000), false },
    { "a duration is from now on", "8h", FRIDAY_US,
      INT64_C(1795784527000000) + INT64_C(28800000000), false },
    { "... in minutes", "90m", FRIDAY_US,
      INT64_C(1795784527000000) + INT64_C(5400000000), false },
    { "what the clock shows twice is the first, and told", "02:30", EVENING_US,
      INT64_C(1792888200000000), true },
    { "... between the two the second", "02:30",
      INT64_C(1792888200000000) + INT64_C(900000000), INT64_C(1792891800000000),
      false },
    { "... a day and a time, too", "2026-10-25 02:30", FRIDAY_US,
      INT64_C(1792888200000000), true },
    { "... of which the first that is still to come is meant",
      "2026-10-25 02:30", INT64_C(1792888200000000) + INT64_C(900000000),
      INT64_C(1792891800000000), false },
    { "what the clock leaves out is none", "02:30", SPRING_US, -ERANGE, false },
    { "... a day and a time, too", "2026-03-29 02:30", FRIDAY_US, -ERANGE,
      false },
    { "... but tomorrow's, when that is over", "02:30",
      INT64_C(1774778400000000), INT64_C(1774830600000000), false },
    { "a number stands for itself", "1795800600000000", FRIDAY_US, -EINVAL,
      false },
    { "nor is 0 a duration", "0", FRIDAY_US, -EINVAL, false },
    { "nothing is none", "", FRIDAY_US, -EINVAL, false },
    { "a word is none", "yesterday", FRIDAY_US, -EINVAL, false },
    { "an hour that no day has is none", "25:00", FRIDAY_US, -EINVAL, false },
    { "a duration backwards is none", "-8h", FRIDAY_US, -EINVAL, false },
    { "something behind it is refused", "18:30x", FRIDAY_US, -EINVAL, false },
    { "... behind an offset, too", "2026-11-27T18:30+01:00x", FRIDAY_US,
      -EINVAL, false },
    { "a day that is not in its month is none", "2026-02-30 08:00", FRIDAY_US,
      -EINVAL, false },
};

static void is_read(void **state)
{
    const struct given_row *row = *state;
    struct moment_given moment = { .wall_us = -1 };
    int rc = moment_given_read(row->text, row->now_us, &moment);

    assert_int_equal(rc, row->wall_us < 0 ? row->wall_us : 0);
    if (rc == 0) {
        assert_int_equal(moment.wall_us, row->wall_us);
        assert_int_equal(moment.is_twice, row->is_twice);
    }
}

int main(void)
{
    static struct test_list list;

    setenv("TZ", "Europe/Prague", 1);
    tzset();
    TEST_LIST_ADD_ROWS(&list, is_read, given_rows);
    return test_list_run(&list);
}
