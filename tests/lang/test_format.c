/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers, moments, durations and order, as the CLDR has them. */

#include "lang/format.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lang/collation.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"

#define NBSP "\xC2\xA0"

/* Expected: CLDR 42 charts "Number Formatting Patterns" and "Symbols". */
static const struct number_row {
    const char *says;
    enum language language;
    int64_t number;
    int decimals;
    const char *text;
} number_rows[] = {
    { "English groups with commas", LANGUAGE_EN, 1234567, 0, "1,234,567" },
    { "Spanish groups with points", LANGUAGE_ES, 1234567, 0, "1.234.567" },
    { "Spanish groups from five digits", LANGUAGE_ES, 1234, 0, "1234" },
    { "Czech groups with no-break spaces", LANGUAGE_CS, 1234567, 0,
      "1" NBSP "234" NBSP "567" },
    { "nothing is 0", LANGUAGE_CS, 0, 0, "0" },
    { "the smallest number is written", LANGUAGE_EN, INT64_MIN, 0,
      "-9,223,372,036,854,775,808" },
    { "English has a decimal point", LANGUAGE_EN, 1250, 2, "12.50" },
    { "Spanish has a decimal comma", LANGUAGE_ES, 1250, 2, "12,50" },
    { "Czech has a decimal comma", LANGUAGE_CS, 800, 1, "80,0" },
    { "less than one has a zero before", LANGUAGE_EN, -5, 3, "-0.005" },
};

static void writes_numbers(void **state)
{
    const struct number_row *row = *state;
    char text[FORMAT_SIZE];

    assert_int_equal(format_decimal(row->language, row->number, row->decimals,
                                    text, sizeof(text)),
                     0);
    assert_string_equal(text, row->text);

    if (row->decimals == 0) {
        assert_int_equal(
            format_integer(row->language, row->number, text, sizeof(text)), 0);
        assert_string_equal(text, row->text);
    }
}

/* 2026-11-22T19:38:12Z, and the last second before summer time in Prague. */
#define NOVEMBER INT64_C(1795376292000000)
#define MARCH    INT64_C(1774745999000000)

static const struct moment_row {
    const char *says;
    enum language language;
    int64_t wall_us;
    const char *zone;
    const char *text;
} moment_rows[] = {
    { "English writes the day first", LANGUAGE_EN, NOVEMBER, "UTC",
      "22 Nov 2026, 19:38:12" },
    { "Spanish writes lower case", LANGUAGE_ES, NOVEMBER, "Europe/Madrid",
      "22 nov 2026, 20:38:12" },
    { "Czech writes days and months with points", LANGUAGE_CS, NOVEMBER,
      "Europe/Prague", "22. 11. 2026 20:38:12" },
    { "winter time ends here", LANGUAGE_EN, MARCH, "Europe/Prague",
      "29 Mar 2026, 01:59:59" },
    { "summer time begins a second later", LANGUAGE_EN, MARCH + 1000000,
      "Europe/Prague", "29 Mar 2026, 03:00:00" },
    { "the beginning of time is written", LANGUAGE_EN, 0, "UTC",
      "1 Jan 1970, 00:00:00" },
};

static void writes_moments(void **state)
{
    const struct moment_row *row = *state;
    char text[FORMAT_SIZE];

    assert_int_equal(format_moment(row->language, row->wall_us, row->zone, text,
                                   sizeof(text)),
                     0);

    /* The CLDR joins Czech days and months with no-break spaces. */
    for (char *space = strstr(text, NBSP); space; space = strstr(text, NBSP)) {
        *space = ' ';
        memmove(space + 1, space + 2, strlen(space + 2) + 1);
    }
    assert_string_equal(text, row->text);
}

/* Expected: the CLDR's names; the order as a wall calendar has it. */
static const struct part_row {
    const char *says;
    enum language language;
    enum format_part part;
    const char *text;
} part_rows[] = {
    { "an English day", LANGUAGE_EN, FORMAT_DAY, "Sun 22 Nov" },
    { "a Spanish day", LANGUAGE_ES, FORMAT_DAY, "dom 22 nov" },
    { "a Czech day", LANGUAGE_CS, FORMAT_DAY, "ne 22. 11." },
    { "an English day of no week", LANGUAGE_EN, FORMAT_DAY_SHORT, "22 Nov" },
    { "a Spanish day of no week", LANGUAGE_ES, FORMAT_DAY_SHORT, "22 nov" },
    { "a Czech day of no week", LANGUAGE_CS, FORMAT_DAY_SHORT, "22. 11." },
    { "an English day in full", LANGUAGE_EN, FORMAT_DAY_LONG,
      "Sunday 22 November" },
    { "a Spanish day in full", LANGUAGE_ES, FORMAT_DAY_LONG,
      "domingo 22 de noviembre" },
    { "a Czech day in full, with its month declined", LANGUAGE_CS,
      FORMAT_DAY_LONG, "neděle 22. listopadu" },
    { "a clock", LANGUAGE_EN, FORMAT_CLOCK, "20:38" },
    { "whose clock it is", LANGUAGE_CS, FORMAT_CITY, "Praha" },
    { "a clock with seconds", LANGUAGE_ES, FORMAT_CLOCK_LONG, "20:38:12" },
};

static void writes_parts(void **state)
{
    const struct part_row *row = *state;
    char text[FORMAT_SIZE];

    assert_int_equal(format_part(row->language, row->part, NOVEMBER,
                                 "Europe/Prague", text, sizeof(text)),
                     0);
    assert_string_equal(text, row->text);
}

static void the_machine_has_a_zone(void **state)
{
    (void)state;
    char text[FORMAT_SIZE];

    assert_int_equal(
        format_moment(LANGUAGE_EN, NOVEMBER, NULL, text, sizeof(text)), 0);
    assert_non_null(strstr(text, ":38:12"));
}

static void an_unknown_zone_is_refused(void **state)
{
    (void)state;
    static const char *const zones[] = {
        "Europe/Brno",
        "",
        "\xff",
        "far/too/long/far/too/long/far/too/long/far/too/long/far/too/long/fa",
    };
    char text[FORMAT_SIZE] = "x";

    for (size_t i = 0; i < ARRAY_LEN(zones); i++) {
        assert_int_equal(
            format_moment(LANGUAGE_EN, NOVEMBER, zones[i], text, sizeof(text)),
            -EINVAL);
        assert_string_equal(text, "");
        assert_int_equal(format_part(LANGUAGE_EN, FORMAT_CLOCK, NOVEMBER,
                                     zones[i], text, sizeof(text)),
                         -EINVAL);
    }
}

static const struct duration_row {
    const char *says;
    int64_t duration_us;
    const char *text;
} duration_rows[] = {
    { "seconds stand behind a zero", 7000000, "0:07" },
    { "minutes and seconds", 83000000, "1:23" },
    { "parts of a second are cut", 83999999, "1:23" },
    { "an hour shows itself", 3723000000, "1:02:03" },
    { "many hours stay hours", 360000000000, "100:00:00" },
    { "less than nothing has a sign", -83000000, "-1:23" },
};

static void writes_durations(void **state)
{
    const struct duration_row *row = *state;
    char text[FORMAT_SIZE];

    assert_int_equal(format_duration(row->duration_us, text, sizeof(text)), 0);
    assert_string_equal(text, row->text);
}

static void too_little_room_is_an_answer(void **state)
{
    (void)state;
    char text[24];

    for (size_t size = 1; size <= 9; size++) {
        memset(text, 'x', sizeof(text));
        assert_int_equal(format_integer(LANGUAGE_EN, 1234567, text, size),
                         -ENOSPC);
        assert_string_equal(text, "");
    }
    assert_int_equal(format_integer(LANGUAGE_EN, 1234567, text, 10), 0);
    assert_int_equal(format_moment(LANGUAGE_EN, NOVEMBER, "UTC", text, 21),
                     -ENOSPC);
    assert_int_equal(format_duration(83000000, text, 4), -ENOSPC);
    assert_string_equal(text, "");
}

static const struct order_row {
    const char *says;
    enum language language;
    const char *names[8]; /* in order */
} order_rows[] = {
    { "Czech has ch after h",
      LANGUAGE_CS,
      { "Cyril", "Čeněk", "Hana", "Chalupa", "Ivan", "Řehoř", "Šárka" } },
    { "Spanish has ñ after n", LANGUAGE_ES, { "nuez", "ñame", "oca" } },
    { "English sorts ch within c", LANGUAGE_EN, { "Chad", "Cyril", "Hana" } },
    { "accents settle ties", LANGUAGE_ES, { "si", "sí", "sib" } },
};

static int compare(const void *a, const void *b, void *collation)
{
    return collation_compare(collation, *(const char *const *)a,
                             *(const char *const *)b);
}

static void sorts(void **state)
{
    const struct order_row *row = *state;
    struct collation *collation = NULL;
    const char *names[8];
    size_t count = 0;

    assert_int_equal(collation_new(row->language, &collation), 0);
    while (row->names[count])
        count++;
    for (size_t i = 0; i < count; i++)
        names[i] = row->names[count - 1 - i];

    qsort_r(names, count, sizeof(names[0]), compare, collation);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(names[i], row->names[i]);

    assert_int_equal(collation_compare(collation, "a", "a"), 0);
    collation_free(collation);
}

static void says_when_memory_is_out(void **state)
{
    (void)state;
    struct collation *collation = NULL;
    int before = live_blocks();

    fail_alloc_after(0);
    int rc = collation_new(LANGUAGE_CS, &collation);
    fail_alloc_after(FAIL_NO_ALLOC);

    assert_int_equal(rc, -ENOMEM);
    assert_null(collation);
    assert_int_equal(live_blocks(), before);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, writes_numbers, number_rows);
    TEST_LIST_ADD_ROWS(&list, writes_moments, moment_rows);
    TEST_LIST_ADD_ROWS(&list, writes_parts, part_rows);
    TEST_LIST_ADD_ROWS(&list, writes_durations, duration_rows);
    TEST_LIST_ADD_ROWS(&list, sorts, order_rows);
    TEST_LIST_ADD(&list, the_machine_has_a_zone);
    TEST_LIST_ADD(&list, an_unknown_zone_is_refused);
    TEST_LIST_ADD(&list, too_little_room_is_an_answer);
    TEST_LIST_ADD(&list, says_when_memory_is_out);
    return test_list_run(&list);
}
