/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of clocks, against what the tz database says of 2026. */

#include "lang/timezone.h"

#include <errno.h>

#include "core/phone_zone.h"

#include "tests/test.h"

static const int64_t BEGIN_US = INT64_C(1767225600000000); /* 2026 */
static const int64_t END_US = INT64_C(1798761600000000);

static const struct zone_row {
    const char *says; /* the zone */
    int count;        /* or the error */
    int64_t summer_us;
    int64_t winter_us;
    int64_t offset_h; /* in winter */
} zone_rows[] = {
    { "Europe/London", 3, INT64_C(1774746000000000), INT64_C(1792890000000000),
      0 },
    { "Europe/Madrid", 3, INT64_C(1774746000000000), INT64_C(1792890000000000),
      1 },
    { "Europe/Prague", 3, INT64_C(1774746000000000), INT64_C(1792890000000000),
      1 },
    { "America/New_York", 3, INT64_C(1772953200000000),
      INT64_C(1793512800000000), -5 },
    { "UTC", 1, 0, 0, 0 },
    { "Asia/Tokyo", 1, 0, 0, 9 },
    { "Mars/Olympus", -EINVAL, 0, 0, 0 },
    { "Europe/Madrid; DROP", -EINVAL, 0, 0, 0 },
    { "\xff", -EINVAL, 0, 0, 0 },
};

static void has_those_changes(void **state)
{
    static const int64_t HOUR_US = INT64_C(3600000000);
    const struct zone_row *row = *state;
    struct timezone_shift shifts[8];

    assert_int_equal(
        timezone_read(row->says, BEGIN_US, END_US, shifts, ARRAY_LEN(shifts)),
        row->count);
    if (row->count < 0)
        return;

    assert_int_equal(shifts[0].from_us, BEGIN_US);
    assert_int_equal(shifts[0].offset_us, row->offset_h * HOUR_US);
    if (row->count == 1)
        return;

    assert_int_equal(shifts[1].from_us, row->summer_us);
    assert_int_equal(shifts[1].offset_us, (row->offset_h + 1) * HOUR_US);
    assert_int_equal(shifts[2].from_us, row->winter_us);
    assert_int_equal(shifts[2].offset_us, row->offset_h * HOUR_US);
}

static void what_does_not_fit_is_left_out(void **state)
{
    struct timezone_shift shifts[2];

    (void)state;
    assert_int_equal(
        timezone_read("Europe/Madrid", BEGIN_US, END_US, shifts, 2), 2);
}

static void the_machine_has_a_zone(void **state)
{
    struct timezone_shift shifts[2];

    (void)state;
    assert_true(timezone_read("", BEGIN_US, END_US, shifts, 2) > 0);
}

static const struct number_row {
    const char *says; /* the number */
    const char *zone;
} number_rows[] = {
    { "+34612555018", "Europe/Madrid" },
    { "+34922123456", "Atlantic/Canary" },
    { "0034612555018", "Europe/Madrid" },
    { "+420602555118", "Europe/Prague" },
    { "+421905123456", "Europe/Bratislava" },
    { "+442079460000", "Europe/London" },
    { "+46705550120", "Europe/Stockholm" },
    { "+12125550100", "" }, /* has several */
    { "+61290000000", "" }, /* likewise */
    { "612555018", "" },    /* nobody knows from where */
    { "0612555018", "" },
    { "+", "" },
    { "", "" },
    { "+4", "" },
};

static void tells_whose_clock_a_number_goes_by(void **state)
{
    const struct number_row *row = *state;
    struct timezone_shift shift;
    const char *zone = phone_zone(row->says);

    assert_string_equal(zone, row->zone);
    if (zone[0])
        assert_true(timezone_read(zone, BEGIN_US, END_US, &shift, 1) > 0);
}

/* Its name is what the data is asked by: a wrong one would be nowhere. */
static void knows_each_clock_that_numbers_go_by(void **state)
{
    (void)state;
    struct timezone_shift shift;
    const char *zone;
    int count = 0;

    for (size_t i = 0; (zone = phone_zone_at(i)); i++) {
        count += zone[0] != '\0';
        if (zone[0] && timezone_read(zone, BEGIN_US, END_US, &shift, 1) <= 0)
            fail_msg("no such zone: %s", zone);
    }
    assert_true(count > 100);
}

/* The table of countries puts the eastern end first. */
static const struct ends_row {
    const char *says;
    int count;
    const char *east, *west;
} ends_rows[] = {
    { "+12125550100", 2, "America/St_Johns", "Pacific/Honolulu" },
    { "+79161234567", 2, "Asia/Kamchatka", "Europe/Kaliningrad" },
    { "+16715550100", 1, "Pacific/Guam", NULL },
    { "+34612555018", 1, "Europe/Madrid", NULL },
    { "612555018", 0, NULL, NULL },
};

static void tells_the_ends_of_a_country(void **state)
{
    const struct ends_row *row = *state;
    struct timezone_shift east, west;
    const char *zones[PHONE_ZONE_ENDS];

    assert_int_equal(phone_zone_ends(row->says, zones), row->count);
    if (row->count)
        assert_string_equal(zones[0], row->east);
    if (row->count < 2)
        return;
    assert_string_equal(zones[1], row->west);
    assert_true(timezone_read(zones[0], BEGIN_US, END_US, &east, 1) > 0);
    assert_true(timezone_read(zones[1], BEGIN_US, END_US, &west, 1) > 0);
    assert_true(east.offset_us > west.offset_us);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, has_those_changes, zone_rows);
    TEST_LIST_ADD(&list, what_does_not_fit_is_left_out);
    TEST_LIST_ADD(&list, the_machine_has_a_zone);

    TEST_LIST_ADD_ROWS(&list, tells_whose_clock_a_number_goes_by, number_rows);
    TEST_LIST_ADD(&list, knows_each_clock_that_numbers_go_by);
    TEST_LIST_ADD_ROWS(&list, tells_the_ends_of_a_country, ends_rows);
    return test_list_run(&list);
}
