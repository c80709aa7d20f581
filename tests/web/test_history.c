/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The most who waited, and what was counted, step by step. */

#include "web/history.h"

#include <stdio.h>
#include <string.h>

#include "tests/test.h"

static const int64_t STEP_US = INT64_C(1000000) * HISTORY_STEP_S;

static void keeps_the_most_of_each_step(void **state)
{
    struct history *history;
    struct note text;

    (void)state;
    assert_int_equal(history_new(HISTORY_STEP_S, &history), 0);
    history_note(history, 1, 2, 1000 * STEP_US, &text);
    history_note(history, 1, 5, 1000 * STEP_US + 7, &text);
    history_note(history, 1, 1, 1001 * STEP_US - 1, &text);
    history_note(history, 1, 0, 1002 * STEP_US, &text);
    assert_string_equal(strrchr(text.text, '5'), "5 1 1");
    history_note(history, 2, 9, 1002 * STEP_US, &text);
    assert_string_equal(strrchr(text.text, '0'), "0 9");
    history_forget(history, 2);
    history_note(history, 2, 0, 1002 * STEP_US, &text);
    assert_null(strchr(text.text, '9'));
    history_free(history);
}

/* A random evening; the model looks through everything that was noted. */
static void agrees_with_a_list_of_all_notes(void **state)
{
    enum { NOTES = 2000 };
    static int64_t at_us[NOTES];
    static int64_t waiting[NOTES];
    struct history *history;
    uint32_t seed = 7;
    int64_t now_us = 500 * STEP_US;

    (void)state;
    assert_int_equal(history_new(HISTORY_STEP_S, &history), 0);
    for (int n = 0; n < NOTES; n++) {
        char wanted[512] = "";
        struct note text;

        seed = seed * 1664525U + 1013904223U;
        now_us += (seed >> 8) % (seed % 50 == 0 ? 30 * STEP_US : STEP_US / 3);
        at_us[n] = now_us;
        waiting[n] = (seed >> 4) % 12;
        history_note(history, 4, waiting[n], now_us, &text);

        int64_t step = now_us / STEP_US;
        for (int64_t s = step - HISTORY_STEPS + 1; s <= step; s++) {
            int64_t most = 0;
            int64_t before = 0; /* who waits when the step begins */

            for (int i = 0; i <= n; i++) {
                if (at_us[i] / STEP_US < s)
                    before = waiting[i];
                if (at_us[i] / STEP_US == s && waiting[i] > most)
                    most = waiting[i];
            }
            size_t length = strlen(wanted);
            (void)snprintf(wanted + length, sizeof(wanted) - length, "%s%d",
                           length ? " " : "",
                           (int)(most > before ? most : before));
        }
        assert_string_equal(text.text, wanted);
    }
    history_free(history);
}

static const int64_t MINUTE_US = INT64_C(1000000) * HISTORY_RATE_S;

/* A counter's notes, one after the other, and what stands at the end then. */
static void counts_what_was_added_in_each_minute(void **state)
{
    static const struct {
        int64_t counter, at_us;
        const char *ends;
    } notes[] = {
        { 2, 1000 * MINUTE_US - 1, " 0 0 2" },
        { 40, 1000 * MINUTE_US, " 0 2 38" },
        { 43, 1000 * MINUTE_US + 1, " 0 2 41" },
        { 43, 1001 * MINUTE_US, " 0 2 41 0" },
        { 44, 1003 * MINUTE_US, " 41 0 0 1" },
        { 2, 1003 * MINUTE_US + 5, " 41 0 0 3" }, /* begun anew, two since */
        { 3, 1004 * MINUTE_US, " 41 0 0 3 1" },
        { 4, 2000 * MINUTE_US, " 0 0 0 1" }, /* and all else is long ago */
    };
    struct history *history;
    struct note text, printed;

    (void)state;
    assert_int_equal(history_new(HISTORY_RATE_S, &history), 0);
    history_print(history, 1, &printed);
    assert_string_equal(printed.text, "");
    for (size_t i = 0; i < ARRAY_LEN(notes); i++) {
        history_count(history, 1, notes[i].counter, notes[i].at_us, &text);
        size_t length = strlen(text.text), end = strlen(notes[i].ends);

        assert_true(length > end);
        assert_string_equal(text.text + length - end, notes[i].ends);
        history_print(history, 1, &printed);
        assert_string_equal(printed.text, text.text);
    }
    assert_null(strchr(text.text, '4'));
    history_free(history);
}

/* Contacts that joined a queue today, and how many that is in an hour. */
static void tells_how_many_there_are_in_an_hour(void **state)
{
    static const struct {
        int64_t counter, minute, rate;
    } notes[] = {
        { 500, 0, -1 },  /* before the server's start */
        { 501, 9, -1 },  /* too short a time to tell */
        { 510, 10, 60 }, /* ten in ten minutes */
        { 510, 20, 30 }, { 530, 60, 30 },
        { 4, 62, 33 },   /* midnight, and four since: 34 in 62 minutes */
        { 4, 130, 0 },   /* and nobody any more */
        { 64, 184, 56 }, /* 60 in the 64 minutes of whole steps */
    };
    struct history *history;

    (void)state;
    assert_int_equal(history_new(HISTORY_STEP_S, &history), 0);
    for (size_t i = 0; i < ARRAY_LEN(notes); i++)
        assert_int_equal(
            history_rate(history, 3, notes[i].counter,
                         1000 * STEP_US + notes[i].minute * MINUTE_US),
            notes[i].rate);
    history_forget(history, 3);
    assert_int_equal(history_rate(history, 3, 64, 1100 * STEP_US), -1);
    history_free(history);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, keeps_the_most_of_each_step);
    TEST_LIST_ADD(&list, agrees_with_a_list_of_all_notes);
    TEST_LIST_ADD(&list, counts_what_was_added_in_each_minute);
    TEST_LIST_ADD(&list, tells_how_many_there_are_in_an_hour);
    return test_list_run(&list);
}
