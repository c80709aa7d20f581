/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A moment that is written is read as the same, by the clock on the wall. */

#include "console/typed_moment.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "tests/test.h"

static const int64_t CHRISTMAS_EVE_US =
    INT64_C(1798095600000000); /* 7:00 UTC */

static const struct typed_row {
    const char *says;
    const char *text;
    int64_t wall_us; /* -1: refused */
} typed_rows[] = {
    { "a day and a time are of the zone", "2026-12-24 08:00",
      CHRISTMAS_EVE_US },
    { "in summer, too", "2026-07-01 08:00", INT64_C(1782885600000000) },
    { "a time may have one digit", "2026-12-24 8:00", CHRISTMAS_EVE_US },
    { "a day may be written in the way of the language", "24. 12. 2026 08:00",
      CHRISTMAS_EVE_US },
    { "... with the month's name", "24 Dec 2026 08:00", CHRISTMAS_EVE_US },
    { "a day alone is its beginning", "2026-12-24",
      CHRISTMAS_EVE_US - INT64_C(8) * 3600000000 },
    { "blanks around it are none of it", "  2026-12-24 08:00 ",
      CHRISTMAS_EVE_US },
    { "nothing is no moment", "", 0 },
    { "nor are blanks", "  ", 0 },
    { "a time alone is no moment", "08:00", -1 },
    { "microseconds are none", "1798095600000000", -1 },
    { "a word is none", "tomorrow", -1 },
    { "a day that is not in its month is none", "2026-02-30 08:00", -1 },
    { "an hour that no day has is none", "2026-12-24 25:00", -1 },
    { "something behind it is refused", "2026-12-24 08:00 x", -1 },
    { "so is what is far too long",
      "2026-12-24                                              08:00", -1 },
};

static void is_read(void **state)
{
    const struct typed_row *row = *state;
    int64_t wall_us = -1;
    int rc = typed_moment_read(row->text, &wall_us);

    assert_int_equal(rc, row->wall_us < 0 ? -EINVAL : 0);
    if (rc == 0)
        assert_int_equal(wall_us, row->wall_us);
}

static void what_is_written_is_read_as_the_same(void **state)
{
    char text[TYPED_MOMENT_SIZE];
    int64_t wall_us;

    (void)state;
    /* a whole year, and a day in each step */
    for (int64_t minute = 0; minute < 366 * 1440; minute += 1441) {
        int64_t moment_us = CHRISTMAS_EVE_US + minute * 60000000;

        typed_moment_write(moment_us, text);
        assert_int_equal(typed_moment_read(text, &wall_us), 0);
        assert_int_equal(wall_us, moment_us);
    }
    typed_moment_write(CHRISTMAS_EVE_US, text);
    assert_string_equal(text, "2026-12-24 08:00");
    typed_moment_write(0, text);
    assert_string_equal(text, "");
}

int main(void)
{
    static struct test_list list;

    setenv("TZ", "Europe/Prague", 1);
    tzset();
    TEST_LIST_ADD_ROWS(&list, is_read, typed_rows);
    TEST_LIST_ADD(&list, what_is_written_is_read_as_the_same);
    return test_list_run(&list);
}
