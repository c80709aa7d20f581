/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gates with an executor that only writes down what went, and when. */

#include "server/gates.h"

#include "server/journal_clock.h"
#include "tests/test.h"

enum { MS = 1000 };

/* What went, in order, as serials. */
struct executor {
    uint64_t went[16];
    bool lagged[16];
    size_t count;
};

static void run(struct gates *gates, int64_t committed, int64_t now_us,
                struct executor *executor)
{
    struct effect effect;
    bool lagging;

    executor->count = 0;
    while (gates_next(gates, committed, now_us, &effect, &lagging)) {
        executor->went[executor->count] = effect.serial;
        executor->lagged[executor->count++] = lagging;
    }
}

static void hold(struct gates *gates, enum effect_type type, uint64_t serial,
                 int64_t ticket)
{
    const struct effect effect = { .type = type, .serial = serial };

    assert_int_equal(gates_hold(gates, &effect, ticket, 0), 0);
}

static const struct gate_row {
    const char *says;
    enum effect_type type;
    int64_t committed; /* the effect's ticket is 5 */
    int64_t now_us;
    bool goes;
    bool lags;
} gate_rows[] = {
    { "a ring goes at once", EFFECT_RING, 0, 0, true, false },
    { "an answer waits for its commit", EFFECT_ANSWER, 4, 199 * MS, false,
      false },
    { "an answer goes when it is on disk", EFFECT_ANSWER, 5, 0, true, false },
    { "an answer goes after 200 ms, with an alarm", EFFECT_ANSWER, 4, 200 * MS,
      true, true },
    { "an outside number is never dialled before the commit", EFFECT_DIAL, 4,
      INT64_MAX - 1, false, false },
    { "an outside number is dialled after the commit", EFFECT_DIAL, 6, 0, true,
      false },
};

static void passes(void **state)
{
    const struct gate_row *row = *state;
    struct gates gates;
    struct executor executor;

    gates_init(&gates);
    hold(&gates, row->type, 9, 5);
    run(&gates, row->committed, row->now_us, &executor);
    assert_int_equal(executor.count, row->goes ? 1 : 0);
    if (row->goes)
        assert_int_equal(executor.lagged[0], row->lags);
    gates_done(&gates);
}

static void those_whose_gates_are_open_go_in_order(void **state)
{
    (void)state;
    struct gates gates;
    struct executor executor;

    gates_init(&gates);
    hold(&gates, EFFECT_DIAL, 1, 7);
    hold(&gates, EFFECT_ANSWER, 2, 7);
    hold(&gates, EFFECT_ANSWER, 3, 6);
    hold(&gates, EFFECT_DIAL, 4, 6);

    run(&gates, 6, 0, &executor);
    assert_int_equal(executor.count, 2);
    assert_int_equal(executor.went[0], 3);
    assert_int_equal(executor.went[1], 4);
    assert_int_equal(gates_next_us(&gates), 200 * MS);

    run(&gates, 6, 200 * MS, &executor);
    assert_int_equal(executor.count, 1);
    assert_int_equal(executor.went[0], 2);
    assert_true(gates_next_us(&gates) == INT64_MAX);

    run(&gates, 7, 200 * MS, &executor);
    assert_int_equal(executor.went[0], 1);
    gates_done(&gates);
}

static const struct clock_row {
    const char *says;
    struct journal_past past;
    int64_t wall_us;
    int64_t begins_us;
} clock_rows[] = {
    { "without a past, time begins", { 0, 0, 0 }, 1790000000000000, 1 },
    { "time goes on after the last event", { 500, 400, 0 }, 0, 501 },
    { "time goes on after the last sign of life", { 400, 500, 0 }, 0, 501 },
    { "a pause is as long as wall time tells",
      { 400, 500, 1000 },
      61000,
      60500 },
    { "a wall clock set back makes the pause short",
      { 400, 500, 1000 },
      900,
      501 },
    { "a wall clock years ahead makes the pause short",
      { 400, 500, 1000 },
      INT64_C(400000000000000),
      501 },
};

static void begins(void **state)
{
    const struct clock_row *row = *state;
    struct journal_clock clock;

    journal_clock_begin(&clock, &row->past, 77, row->wall_us);
    assert_int_equal(journal_clock_now(&clock, 77), row->begins_us);
    assert_int_equal(journal_clock_now(&clock, 1077), row->begins_us + 1000);
}

static void a_clock_set_by_more_than_two_seconds_is_noticed(void **state)
{
    (void)state;

    assert_false(journal_clock_was_set(12000000, 5000000, 5000000));
    assert_true(journal_clock_was_set(12000001, 5000000, 5000000));
    assert_true(journal_clock_was_set(7999999, 5000000, 5000000));
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD_ROWS(&list, passes, gate_rows);
    TEST_LIST_ADD(&list, those_whose_gates_are_open_go_in_order);
    TEST_LIST_ADD_ROWS(&list, begins, clock_rows);
    TEST_LIST_ADD(&list, a_clock_set_by_more_than_two_seconds_is_noticed);
    return test_list_run(&list);
}
