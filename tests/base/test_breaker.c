/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A breaker opens, tries again, and learns. */

#include "base/breaker.h"

#include "tests/test.h"

#define SECOND INT64_C(1000000)

/*
 * A story is a row of steps: a second of the day and what happens in it.
 * f: an attempt fails, s: it succeeds, +: an attempt is allowed, -: it is not.
 */
struct step {
    int at_s;
    char what;
};

/* Three failures open it; waits of 10, 20, 40, 60, 60, ... seconds. */
static const struct story_row {
    const char *says;
    struct step steps[16];
    enum breaker_state end;
} story_rows[] = {
    { "closed lets everything pass",
      { { 0, '+' }, { 0, '+' }, { 1, '+' } },
      BREAKER_CLOSED },
    { "two failures do not open it",
      { { 0, 'f' }, { 0, 'f' }, { 0, '+' } },
      BREAKER_CLOSED },
    { "a success between failures starts the count anew",
      { { 0, 'f' }, { 0, 'f' }, { 0, 's' }, { 0, 'f' }, { 0, 'f' } },
      BREAKER_CLOSED },
    { "three failures in a row open it",
      { { 0, 'f' }, { 0, 'f' }, { 0, 'f' }, { 0, '-' }, { 9, '-' } },
      BREAKER_OPEN },
    { "after the wait one attempt passes, not two",
      { { 0, 'f' }, { 0, 'f' }, { 0, 'f' }, { 10, '+' }, { 10, '-' } },
      BREAKER_HALF_OPEN },
    { "when that succeeds it closes",
      { { 0, 'f' },
        { 0, 'f' },
        { 0, 'f' },
        { 10, '+' },
        { 11, 's' },
        { 11, '+' },
        { 11, '+' } },
      BREAKER_CLOSED },
    { "when that fails the wait doubles",
      { { 0, 'f' },
        { 0, 'f' },
        { 0, 'f' },
        { 10, '+' },
        { 11, 'f' },
        { 30, '-' },
        { 31, '+' },
        { 32, 'f' },
        { 71, '-' },
        { 72, '+' } },
      BREAKER_HALF_OPEN },
    { "the wait has a limit",
      { { 0, 'f' },
        { 0, 'f' },
        { 0, 'f' },
        { 10, '+' },
        { 10, 'f' },
        { 30, '+' },
        { 30, 'f' },
        { 70, '+' },
        { 70, 'f' },
        { 130, '+' },
        { 130, 'f' },
        { 189, '-' },
        { 190, '+' } },
      BREAKER_HALF_OPEN },
    { "after a success the wait is short again",
      { { 0, 'f' },
        { 0, 'f' },
        { 0, 'f' },
        { 10, '+' },
        { 10, 'f' },
        { 30, '+' },
        { 30, 's' },
        { 31, 'f' },
        { 31, 'f' },
        { 31, 'f' },
        { 40, '-' },
        { 41, '+' } },
      BREAKER_HALF_OPEN },
    { "an attempt that never ends does not block for ever",
      { { 0, 'f' },
        { 0, 'f' },
        { 0, 'f' },
        { 10, '+' },
        { 19, '-' },
        { 20, '+' },
        { 39, '-' },
        { 40, '+' } },
      BREAKER_HALF_OPEN },
    { "a late failure while open does not prolong the wait",
      { { 0, 'f' }, { 0, 'f' }, { 0, 'f' }, { 9, 'f' }, { 10, '+' } },
      BREAKER_HALF_OPEN },
    { "open looks half open once the wait is over",
      { { 0, 'f' }, { 0, 'f' }, { 0, 'f' }, { 10, ' ' } },
      BREAKER_HALF_OPEN },
};

static void goes_so(void **state)
{
    const struct story_row *row = *state;
    struct breaker breaker;
    int64_t now_us = 0;

    breaker_init(&breaker, 3, 10 * SECOND, 60 * SECOND);
    for (const struct step *step = row->steps; step->what; step++) {
        now_us = step->at_s * SECOND;
        if (step->what == 'f')
            breaker_fails(&breaker, now_us);
        else if (step->what == 's')
            breaker_succeeds(&breaker);
        else if (step->what != ' ')
            assert_int_equal(breaker_allows(&breaker, now_us),
                             step->what == '+');
    }
    assert_int_equal(breaker_state(&breaker, now_us), row->end);
}

static void states_have_names(void **state)
{
    (void)state;

    assert_string_equal(breaker_state_name(BREAKER_CLOSED), "closed");
    assert_string_equal(breaker_state_name(BREAKER_OPEN), "open");
    assert_string_equal(breaker_state_name(BREAKER_HALF_OPEN), "half_open");
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, goes_so, story_rows);
    TEST_LIST_ADD(&list, states_have_names);
    return test_list_run(&list);
}
