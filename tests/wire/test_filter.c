/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filter language: what fits, and what is no filter. */

#include "wire/filter.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"
#include "wire/shape.h"

/* All rows ask about this agent. */
static const struct shape_agent_now eva = {
    .agent_id = 7,
    .name = { "eva" },
    .label = { "Eva \"E\" Novak" },
    .state = AGENT_PAUSED,
    .for_us = 90000000,
    .has_request = true,
    .misses = 2,
    .caller = { "+34600" },
};

struct filter_row {
    const char *says;
    const char *text;
    bool fits;
};

static const struct filter_row rows[] = {
    { "no filter fits all", "", true },
    { "blanks are no filter", "  ", true },
    { "a word is compared", "state = paused", true },
    { "another word does not fit", "state=acw", false },
    { "unequal is the contrary", "state != acw", true },
    { "a number above", "misses > 1", true },
    { "a number not above", "misses > 2", false },
    { "a number at least", "misses>=2", true },
    { "a number below", "misses < 3", true },
    { "a number at most", "misses <= 1", false },
    { "a flag is yes or no", "has_request = yes", true },
    { "a text is compared as a whole", "name = ev", false },
    { "a text contains", "label ~ nov", true },
    { "a text has a word", "label has Novak", true },
    { "... in quotes, too", "label has \"Novak\"", true },
    { "... which a part of one is not", "label has Nova", false },
    { "... nor another case", "label has novak", false },
    { "a text in quotes has blanks", "label ~ \"\\\"E\\\" N\"", true },
    { "both terms fit", "state = paused and misses = 2", true },
    { "one of two terms does not", "state = paused and misses = 3", false },
    { "and may stand in a value", "name != \"a and b\" and misses=2", true },
    { "a span is written as a period", "for_us = 90s", true },
    { "or in another unit", "for_us < 2m and for_us > 1m", true },
    { "or in microseconds", "for_us = 90000000", true },
    { "SQL is a text like others", "label = \"' OR 1=1 --\"", false },
};

static void fits(void **state)
{
    const struct filter_row *row = *state;
    struct filter filter;

    assert_int_equal(
        filter_parse(row->text, shape_record(SHAPE_AGENT_NOW), &filter, NULL),
        0);
    assert_int_equal(filter_fits(&filter, &eva), row->fits);
}

/* Moments: 2026-11-22T14:02:07Z is 1795356127 seconds after 1970, as date(1)
   says. */
static const struct filter_row moment_rows[] = {
    { "a day begins at midnight of UTC", "began_wall_us >= 2026-11-22", true },
    { "... and ends there", "began_wall_us >= 2026-11-23", false },
    { "a minute", "began_wall_us > 2026-11-22T14:02", true },
    { "a second", "began_wall_us = 2026-11-22T14:02:07", true },
    { "... with its zone", "began_wall_us = 2026-11-22T14:02:07Z", true },
    { "microseconds", "began_wall_us = 1795356127000000", true },
    { "a leap day", "began_wall_us > 2024-02-29", true },
    { "the first moment", "began_wall_us > 1970-01-01", true },
};

static void moment_fits(void **state)
{
    const struct shape_recording recording = { .began_wall_us =
                                                   INT64_C(1795356127000000) };
    const struct filter_row *row = *state;
    struct filter filter;

    assert_int_equal(
        filter_parse(row->text, shape_record(SHAPE_RECORDING), &filter, NULL),
        0);
    assert_int_equal(filter_fits(&filter, &recording), row->fits);
}

static const char *const no_moments[] = {
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-11-31",
    "2026-11-0",
    "1969-12-31",
    "2026-11-22T24:00",
    "2026-11-22T14",
    "2026-11-22T14:60",
    "2026-11-22T14:02:60",
    "2026-11-22T14:02:07ZZ",
    "2026-11-22 14:02",
    "-2026-11-22",
    "26-11-22",
    "2026-1-2",
    "yesterday",
};

static void what_is_no_moment_is_refused(void **state)
{
    struct filter filter;
    char text[64];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(no_moments); i++) {
        snprintf(text, sizeof(text), "began_wall_us > %s", no_moments[i]);
        if (filter_parse(text, shape_record(SHAPE_RECORDING), &filter, NULL) !=
            -EBADMSG)
            fail_msg("%s was taken", no_moments[i]);
    }
}

struct broken_row {
    const char *says;
    const char *text;
    size_t place;
};

static const struct broken_row broken_rows[] = {
    { "an unknown field", "colour = red", 0 },
    { "an unknown field later", "misses = 1 and colour = red", 15 },
    { "no relation", "state paused", 6 },
    { "no value", "state =", 7 },
    { "an unknown word", "state = sleeping", 8 },
    { "a number that is none", "misses = two", 9 },
    { "contains of a number", "misses ~ 2", 9 },
    { "an open quote", "name = \"eva", 7 },
    { "no and", "misses = 1 misses = 2", 11 },
    { "or", "misses = 1 or misses = 2", 11 },
    { "an and too much", "misses = 1 and", 11 },
    { "SQL", "1=1; DROP TABLE event", 0 },
};

static void is_broken(void **state)
{
    const struct broken_row *row = *state;
    struct filter filter;
    size_t place = 99;

    assert_int_equal(
        filter_parse(row->text, shape_record(SHAPE_AGENT_NOW), &filter, &place),
        -EBADMSG);
    assert_int_equal(place, row->place);
}

static void is_limited(void **state)
{
    char text[FILTER_MAX_LENGTH + 2];
    struct filter filter;
    size_t length = 0;

    (void)state;
    memset(text, ' ', sizeof(text));
    text[FILTER_MAX_LENGTH + 1] = '\0';
    assert_int_equal(
        filter_parse(text, shape_record(SHAPE_AGENT_NOW), &filter, NULL),
        -EBADMSG);
    for (int i = 0; i <= FILTER_MAX_TERMS; i++) {
        length += (size_t)snprintf(text + length, sizeof(text) - length,
                                   "%smisses = 2", i ? " and " : "");
        assert_int_equal(
            filter_parse(text, shape_record(SHAPE_AGENT_NOW), &filter, NULL),
            i < FILTER_MAX_TERMS ? 0 : -EBADMSG);
    }
}

static void knows_private_fields(void **state)
{
    const struct record *record = shape_record(SHAPE_AGENT_NOW);
    struct filter filter;

    (void)state;
    assert_int_equal(filter_parse("misses = 1", record, &filter, NULL), 0);
    assert_false(filter_is_private(&filter));
    assert_int_equal(
        filter_parse("misses = 1 and caller ~ 34", record, &filter, NULL), 0);
    assert_true(filter_is_private(&filter));
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, fits, rows);
    TEST_LIST_ADD_ROWS(&list, moment_fits, moment_rows);
    TEST_LIST_ADD(&list, what_is_no_moment_is_refused);
    TEST_LIST_ADD_ROWS(&list, is_broken, broken_rows);
    TEST_LIST_ADD(&list, is_limited);
    TEST_LIST_ADD(&list, knows_private_fields);
    return test_list_run(&list);
}
