/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wheel against a plain search: never early, never lost, in order. */

#include "sip/wheel.h"

#include <errno.h>
#include <stdlib.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"

enum {
    CROWD = 300,
    STEPS = 20000,
};

static struct wheel *wheel_at(int64_t now_us)
{
    struct wheel *wheel = NULL;

    assert_int_equal(wheel_new(now_us, &wheel), 0);
    return wheel;
}

/* What fires is written down in this order. */

struct note {
    struct wheel_timer timer;
    char name;
    char *log;
    struct wheel *wheel;
};

static void write_down(void *arg)
{
    struct note *note = arg;
    size_t length = 0;

    while (note->log[length])
        length++;
    note->log[length] = note->name;
}

static const struct order_row {
    const char *says;
    int64_t due_us[4]; /* of a, b, c and d; 0 ends the list */
    int64_t advance_to_us;
    const char *fired;
} order_rows[] = {
    { "nothing fires before it is due", { 5001 }, 5000, "" },
    { "a timer fires at its due time when that is a whole tick",
      { 5000 },
      5000,
      "a" },
    { "a timer fires at most a tick late", { 5001 }, 6000, "a" },
    { "earlier due times fire first", { 9000, 3000, 7000 }, 9000, "bca" },
    { "equal due times fire in the order of starting",
      { 4000, 4000, 4000 },
      4000,
      "abc" },
    { "due times inside one tick keep their order",
      { 4900, 4100, 4500 },
      5000,
      "bca" },
    { "timers hours ahead fire, too",
      { 3600000000, 1, 86400000000, 64000000 },
      86400000000,
      "bdac" },
    { "whoever is due later waits", { 3000, 3600000000 }, 3599999000, "a" },
};

static void fires_in_order(void **state)
{
    const struct order_row *row = *state;
    struct wheel *wheel = wheel_at(0);
    struct note notes[4] = {
        { .name = 'a' }, { .name = 'b' }, { .name = 'c' }, { .name = 'd' }
    };
    char log[8] = "";

    for (size_t i = 0; i < 4 && row->due_us[i]; i++) {
        notes[i].log = log;
        wheel_start(wheel, &notes[i].timer, row->due_us[i], write_down,
                    &notes[i]);
    }

    wheel_advance(wheel, row->advance_to_us);
    assert_string_equal(log, row->fired);
    wheel_free(wheel);
}

static void a_moment_gone_by_fires_at_the_next_advance(void **state)
{
    (void)state;
    struct wheel *wheel = wheel_at(1000000);
    char log[8] = "";
    struct note note = { .name = 'a', .log = log };

    wheel_start(wheel, &note.timer, 5, write_down, &note);
    assert_true(wheel_waits(&note.timer));
    assert_true(wheel_next_us(wheel) <= 1000000);
    assert_int_equal(wheel_advance(wheel, 1000000), 1);
    assert_string_equal(log, "a");
    assert_false(wheel_waits(&note.timer));
    wheel_free(wheel);
}

static void start_again(void *arg)
{
    struct note *note = arg;

    write_down(note);
    wheel_start(note->wheel, &note->timer, 0, start_again, note);
}

static void a_timer_that_starts_itself_waits_for_the_next_advance(void **state)
{
    (void)state;
    struct wheel *wheel = wheel_at(0);
    char log[8] = "";
    struct note note = { .name = 'a', .log = log, .wheel = wheel };

    wheel_start(wheel, &note.timer, 0, start_again, &note);
    assert_int_equal(wheel_advance(wheel, 0), 1);
    assert_int_equal(wheel_advance(wheel, 0), 1);
    assert_string_equal(log, "aa");
    assert_int_equal(wheel_count(wheel), 1);
    wheel_free(wheel);
}

struct pair {
    struct wheel *wheel;
    struct wheel_timer first, second;
    int second_fired;
};

static void stop_second(void *arg)
{
    struct pair *pair = arg;

    wheel_stop(pair->wheel, &pair->second);
}

static void count_second(void *arg)
{
    struct pair *pair = arg;

    pair->second_fired++;
}

static void a_timer_stopped_by_one_of_the_same_moment_does_not_fire(
    void **state)
{
    (void)state;
    struct pair pair = { .wheel = wheel_at(0) };

    wheel_start(pair.wheel, &pair.first, 1000, stop_second, &pair);
    wheel_start(pair.wheel, &pair.second, 1000, count_second, &pair);
    assert_int_equal(wheel_advance(pair.wheel, 1000), 1);
    assert_int_equal(pair.second_fired, 0);
    assert_int_equal(wheel_count(pair.wheel), 0);
    assert_true(wheel_next_us(pair.wheel) == INT64_MAX);
    wheel_free(pair.wheel);
}

static void nothing_waits_on_an_empty_wheel(void **state)
{
    (void)state;
    struct wheel *wheel = wheel_at(77);
    struct wheel_timer timer = { 0 };

    assert_true(wheel_next_us(wheel) == INT64_MAX);
    wheel_stop(wheel, &timer);
    assert_int_equal(wheel_advance(wheel, 1000000000), 0);
    assert_null(wheel_free(wheel));
    assert_null(wheel_free(NULL));
}

/* Many random steps beside a plain search. */

struct guest {
    struct wheel_timer timer;
    int64_t due_us; /* -1: does not wait */
    uint64_t serial;
    size_t fired_as; /* place in the order of this advance, from 1 */
};

static size_t fired_count;

static void note_guest(void *arg)
{
    struct guest *guest = arg;

    guest->fired_as = ++fired_count;
}

/* Before which tick a timer may not fire. */
static int64_t due_tick_us(int64_t due_us)
{
    return (due_us + WHEEL_TICK_US - 1) / WHEEL_TICK_US * WHEEL_TICK_US;
}

static void check_advance(struct guest *crowd, int64_t now_us)
{
    int64_t tick_us = now_us / WHEEL_TICK_US * WHEEL_TICK_US;

    for (size_t i = 0; i < CROWD; i++) {
        struct guest *a = &crowd[i];
        bool due = a->due_us >= 0 && due_tick_us(a->due_us) <= tick_us;

        assert_int_equal(a->fired_as != 0, due);
        for (size_t j = 0; due && j < CROWD; j++) {
            const struct guest *b = &crowd[j];

            if (b->fired_as &&
                (a->due_us < b->due_us ||
                 (a->due_us == b->due_us && a->serial < b->serial)))
                assert_true(a->fired_as < b->fired_as);
        }
    }
}

static int64_t soonest(const struct guest *crowd)
{
    int64_t soonest_us = INT64_MAX;

    for (size_t i = 0; i < CROWD; i++)
        if (crowd[i].due_us >= 0 && due_tick_us(crowd[i].due_us) < soonest_us)
            soonest_us = due_tick_us(crowd[i].due_us);

    return soonest_us;
}

static int64_t random_delay_us(void)
{
    static const int64_t scales[] = { 1, 1000, 100000, 10000000, 4000000000 };

    return rand() % 1000 * scales[rand() % 5];
}

static void agrees_with_a_plain_search(void **state)
{
    (void)state;
    static struct guest crowd[CROWD];
    struct wheel *wheel = wheel_at(0);
    int64_t now_us = 0;
    uint64_t serial = 0;

    for (size_t i = 0; i < CROWD; i++)
        crowd[i].due_us = -1;

    srand(1);
    for (int step = 0; step < STEPS; step++) {
        struct guest *guest = &crowd[rand() % CROWD];

        if (rand() % 4) {
            guest->due_us = now_us + random_delay_us();
            guest->serial = serial++;
            wheel_start(wheel, &guest->timer, guest->due_us, note_guest, guest);
        } else {
            guest->due_us = -1;
            wheel_stop(wheel, &guest->timer);
        }
        assert_true(wheel_next_us(wheel) <= soonest(crowd));

        if (rand() % 8)
            continue;

        now_us += random_delay_us() / 50;
        fired_count = 0;
        wheel_advance(wheel, now_us);
        check_advance(crowd, now_us);
        for (size_t i = 0; i < CROWD; i++) {
            if (crowd[i].fired_as)
                crowd[i].due_us = -1;
            crowd[i].fired_as = 0;
        }
    }

    wheel_free(wheel);
}

static void survives_a_failed_allocation(void **state)
{
    (void)state;
    struct wheel *wheel = NULL;
    int before = live_blocks();

    fail_alloc_after(0);
    int rc = wheel_new(0, &wheel);
    fail_alloc_after(FAIL_NO_ALLOC);
    assert_int_equal(rc, -ENOMEM);
    assert_null(wheel);
    assert_int_equal(live_blocks(), before);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, fires_in_order, order_rows);
    TEST_LIST_ADD(&list, a_moment_gone_by_fires_at_the_next_advance);
    TEST_LIST_ADD(&list, a_timer_that_starts_itself_waits_for_the_next_advance);
    TEST_LIST_ADD(&list,
                  a_timer_stopped_by_one_of_the_same_moment_does_not_fire);
    TEST_LIST_ADD(&list, nothing_waits_on_an_empty_wheel);
    TEST_LIST_ADD(&list, agrees_with_a_plain_search);
    TEST_LIST_ADD(&list, survives_a_failed_allocation);
    return test_list_run(&list);
}
