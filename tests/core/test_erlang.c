/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Erlang C against sums in exact fractions, and against its own limits. */

#include "core/erlang.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>

#include "tests/test.h"

static void assert_near(double actual, double expected)
{
    if (fabs(actual - expected) > 1e-12)
        fail_msg("%.15f is not %.15f", actual, expected);
}

/*
 * Expected values: the defining sum of Erlang C, not the recurrence under
 * test, evaluated in exact fractions and rounded to 12 places.
 */
static const struct wait_row {
    const char *says;
    struct erlang_traffic traffic;
    unsigned agents;
    double wait_probability;
} wait_rows[] = {
    { "no calls, no waiting", { 0.0, 180.0 }, 1, 0.0 },
    { "one agent is busy as often as there is work", { 30.0, 60.0 }, 1, 0.5 },
    { "1 erlang on 2 agents", { 60.0, 60.0 }, 2, 1.0 / 3.0 },
    { "10 erlangs on 11 agents", { 200.0, 180.0 }, 11, 0.682118204689 },
    { "10 erlangs on 14 agents", { 200.0, 180.0 }, 14, 0.174131933595 },
    { "48 erlangs on 55 agents", { 720.0, 240.0 }, 55, 0.238700936378 },
    { "200 erlangs on 210 agents", { 3600.0, 200.0 }, 210, 0.375614823975 },
    { "as much work as agents: all wait", { 200.0, 180.0 }, 10, 1.0 },
    { "more work than agents: all wait", { 200.0, 180.0 }, 5, 1.0 },
};

static void finds_wait_probability(void **state)
{
    const struct wait_row *row = *state;
    double actual = NAN;

    assert_int_equal(
        erlang_wait_probability(&row->traffic, row->agents, &actual), 0);
    assert_near(actual, row->wait_probability);
}

static const struct staff_row {
    const char *says;
    struct erlang_traffic traffic;
    struct erlang_target target;
    int agents; /* or the error */
} staff_rows[] = {
    { "80/20 of 200 calls an hour", { 200, 180 }, { 0.80, 20 }, 14 },
    { "90/20 of the same needs one more", { 200, 180 }, { 0.90, 20 }, 15 },
    { "80/15 of 720 calls an hour", { 720, 240 }, { 0.80, 15 }, 55 },
    { "an empty hour still needs somebody", { 0, 180 }, { 0.80, 20 }, 1 },
    { "a promise to nobody must still keep up", { 200, 180 }, { 0, 0 }, 11 },
    { "more than we ever staff", { 1e6, 3600 }, { 0.80, 20 }, -ERANGE },
    { "handling takes time", { 200, 0 }, { 0.80, 20 }, -EINVAL },
    { "no negative traffic", { -1, 180 }, { 0.80, 20 }, -EINVAL },
    { "no endless traffic", { INFINITY, 180 }, { 0.80, 20 }, -EINVAL },
    { "not every caller can be promised", { 200, 180 }, { 1, 20 }, -EINVAL },
    { "not a number is not a share", { 200, 180 }, { NAN, 20 }, -EINVAL },
    { "nobody is answered before calling", { 200, 180 }, { 0.8, -1 }, -EINVAL },
};

static void finds_agents_needed(void **state)
{
    const struct staff_row *row = *state;

    assert_int_equal(erlang_agents_needed(&row->traffic, &row->target),
                     row->agents);
}

static void finds_service_level(void **state)
{
    (void)state;
    const struct erlang_traffic traffic = { 200.0, 180.0 };
    double level = NAN;

    assert_int_equal(erlang_service_level(&traffic, 14, 0.0, &level), 0);
    assert_near(level, 1.0 - 0.174131933595);

    assert_int_equal(erlang_service_level(&traffic, 14, 20.0, &level), 0);
    assert_near(level, 1.0 - 0.174131933595 * exp(-4.0 / 9.0));

    assert_int_equal(erlang_service_level(&traffic, 10, 20.0, &level), 0);
    assert_near(level, 0.0);
}

static void leaves_results_alone_on_error(void **state)
{
    (void)state;
    const struct erlang_traffic traffic = { 200.0, 180.0 };
    double result = -7.0;

    assert_int_equal(erlang_wait_probability(&traffic, 0, &result), -EINVAL);
    assert_int_equal(
        erlang_wait_probability(&traffic, ERLANG_MAX_AGENTS + 1, &result),
        -EINVAL);
    assert_int_equal(erlang_service_level(&traffic, 0, 20.0, &result), -EINVAL);
    assert_int_equal(erlang_service_level(&traffic, 14, NAN, &result), -EINVAL);
    assert_near(result, -7.0);
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD_ROWS(&list, finds_wait_probability, wait_rows);
    TEST_LIST_ADD_ROWS(&list, finds_agents_needed, staff_rows);
    TEST_LIST_ADD(&list, finds_service_level);
    TEST_LIST_ADD(&list, leaves_results_alone_on_error);
    return test_list_run(&list);
}
