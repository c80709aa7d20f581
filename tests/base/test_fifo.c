/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First in, first out, against an array that only grows. */

#include "base/fifo.h"

#include <errno.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"

static void gives_back_in_order_over_many_random_steps(void **state)
{
    (void)state;
    enum { STEPS = 50000, MAX = 100 };
    static uint32_t model[STEPS];
    size_t first = 0, last = 0;
    struct fifo fifo;
    uint32_t random = 7;

    fifo_init(&fifo, sizeof(uint32_t), MAX);
    for (int step = 0; step < STEPS; step++) {
        random = random * 1664525 + 1013904223;
        if (random >> 31) {
            int rc = fifo_push(&fifo, &random);

            assert_int_equal(rc, last - first == MAX ? -ENOSPC : 0);
            if (rc == 0)
                model[last++] = random;
        } else {
            uint32_t item = 0;
            bool found = fifo_pop(&fifo, &item);

            assert_int_equal(found, first < last);
            if (found)
                assert_int_equal(item, model[first++]);
        }
        assert_int_equal(fifo_count(&fifo), last - first);
    }
    fifo_done(&fifo);
}

static void shows_the_first_without_taking_it(void **state)
{
    (void)state;
    const int one = 1, two = 2;
    struct fifo fifo;

    fifo_init(&fifo, sizeof(int), 2);
    assert_null(fifo_front(&fifo));
    assert_int_equal(fifo_push(&fifo, &one), 0);
    assert_int_equal(fifo_push(&fifo, &two), 0);
    assert_int_equal(*(const int *)fifo_front(&fifo), 1);
    assert_true(fifo_pop(&fifo, NULL));
    assert_int_equal(*(const int *)fifo_front(&fifo), 2);
    fifo_done(&fifo);
}

static void does_not_grow_while_what_comes_also_goes(void **state)
{
    (void)state;
    struct fifo fifo;

    fifo_init(&fifo, sizeof(int), 1000000);
    for (int i = 0; i < 3; i++)
        assert_int_equal(fifo_push(&fifo, &i), 0);
    size_t room = fifo.room;

    for (int i = 0; i < 100000; i++) {
        assert_int_equal(fifo_push(&fifo, &i), 0);
        assert_true(fifo_pop(&fifo, NULL));
    }
    assert_int_equal(fifo.room, room);
    fifo_done(&fifo);
}

static void without_memory_nothing_is_lost(void **state)
{
    (void)state;
    struct fifo fifo;
    int pushed = 0;

    fifo_init(&fifo, sizeof(int), 100);
    fail_alloc_after(1);
    while (fifo_push(&fifo, &pushed) == 0)
        pushed++;
    assert_int_equal(fifo_push(&fifo, &pushed), -ENOMEM);
    fail_alloc_after(FAIL_NO_ALLOC);

    assert_int_equal(fifo_push(&fifo, &pushed), 0);
    for (int i = 0, item = -1; i <= pushed; i++) {
        assert_true(fifo_pop(&fifo, &item));
        assert_int_equal(item, i);
    }
    fifo_done(&fifo);
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD(&list, gives_back_in_order_over_many_random_steps);
    TEST_LIST_ADD(&list, shows_the_first_without_taking_it);
    TEST_LIST_ADD(&list, does_not_grow_while_what_comes_also_goes);
    TEST_LIST_ADD(&list, without_memory_nothing_is_lost);
    return test_list_run(&list);
}
