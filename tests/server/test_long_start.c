/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of a start that takes its time, and when. */

#include "server/long_start.h"

#include <string.h>

#include "tests/test.h"

enum { SECOND = 1000000 };

/* One look after another, of one start. */
static const struct look {
    int at_s;
    struct store_progress progress;
    const char *words; /* NULL: nothing is told */
} looks[] = {
    { 100, { 10, 12, 0, 0 }, "the database is brought from schema 10 to 12" },
    { 101, { 10, 12, 0, 0 }, NULL },
    { 109, { 10, 12, 0, 0 }, NULL },
    { 110, { 10, 12, 0, 0 }, "the database is brought from schema 10 to 12" },
    { 112, { 10, 12, 0, 3000000 }, "the journal is read: 0 of 3000000 events" },
    { 113, { 10, 12, 4096, 3000000 }, NULL },
    { 122,
      { 10, 12, 409600, 3000000 },
      "the journal is read: 409600 of 3000000 events" },
    { 123, { 10, 12, 413696, 3000000 }, NULL },
};

static void what_begins_is_told_and_then_every_ten_seconds(void **state)
{
    struct long_start start = { 0 };
    (void)state;

    for (size_t i = 0; i < ARRAY_LEN(looks); i++) {
        char words[LONG_START_WORDS] = "";
        bool is_told = long_start_words(&start, &looks[i].progress,
                                        (int64_t)looks[i].at_s * SECOND, words);

        assert_int_equal(is_told, looks[i].words != NULL);
        assert_string_equal(words, looks[i].words ? looks[i].words : "");
    }
}

static void a_start_that_is_short_tells_nothing(void **state)
{
    struct long_start start = { 0 };
    char words[LONG_START_WORDS] = "";
    const struct store_progress few = { 0, 0, 0, LONG_START_EVENTS - 1 };
    (void)state;

    assert_false(long_start_words(&start, &few, 5 * SECOND, words));
    assert_false(long_start_words(&start, &few, 14 * SECOND, words));
    assert_true(long_start_words(&start, &few, 15 * SECOND, words));
    assert_string_equal(words, "the journal is read: 0 of 99999 events");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_begins_is_told_and_then_every_ten_seconds),
        cmocka_unit_test(a_start_that_is_short_tells_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
