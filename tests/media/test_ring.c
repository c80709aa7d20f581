/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queues between threads, and counters read while they are written. */

#include "media/ring.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>

#include "media/stats_cell.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"

static struct ring *ring_of(size_t capacity)
{
    struct ring *ring = NULL;

    assert_int_equal(ring_new(capacity, sizeof(int), &ring), 0);
    return ring;
}

static bool readable(const struct ring *ring)
{
    struct pollfd wait = { .fd = ring_fd(ring), .events = POLLIN };

    return poll(&wait, 1, 0) == 1;
}

static void is_readable_exactly_while_something_waits(void **state)
{
    (void)state;
    struct ring *ring = ring_of(4);
    int value = 0;

    assert_false(readable(ring));
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 3; i++) {
            assert_int_equal(ring_push(ring, &i, 0), 0);
            assert_true(readable(ring));
        }
        for (int i = 0; i < 3; i++) {
            assert_true(readable(ring));
            assert_true(ring_pop(ring, &value));
            assert_int_equal(value, i);
        }
        assert_false(readable(ring));
        assert_false(ring_pop(ring, &value));
    }
    ring_free(ring);
}

static void a_full_ring_refuses(void **state)
{
    (void)state;
    struct ring *ring = ring_of(3);
    int value = 7;

    assert_int_equal(ring_push(ring, &value, 2), 0);
    assert_int_equal(ring_push(ring, &value, 2), -EAGAIN);
    assert_int_equal(ring_push(ring, &value, 1), 0);
    assert_int_equal(ring_push(ring, &value, 0), 0);
    assert_int_equal(ring_push(ring, &value, 0), -EAGAIN);
    assert_true(ring_pop(ring, &value));
    assert_int_equal(ring_push(ring, &value, 0), 0);
    ring_free(ring);
}

static void order_is_kept_around_the_end(void **state)
{
    (void)state;
    struct ring *ring = ring_of(5);
    int in = 0, out = 0, value;

    for (int i = 0; i < 3; i++, in++)
        ring_push(ring, &in, 0);
    for (int i = 0; i < 1000; i++, in++, out++) {
        assert_int_equal(ring_push(ring, &in, 0), 0);
        assert_true(ring_pop(ring, &value));
        assert_int_equal(value, out);
    }
    ring_free(ring);
}

enum {
    THREADS = 3,
    PUSHES = 5000,
};

static void *push_many(void *arg)
{
    struct ring *ring = arg;

    for (int i = 0; i < PUSHES; i++)
        while (ring_push(ring, &i, 0) == -EAGAIN)
            sched_yield();

    return NULL;
}

static void nothing_is_lost_between_threads(void **state)
{
    (void)state;
    struct ring *ring = ring_of(16);
    pthread_t threads[THREADS];
    int64_t sum = 0, count = 0;

    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, push_many, ring), 0);
    while (count < THREADS * PUSHES) {
        struct pollfd wait = { .fd = ring_fd(ring), .events = POLLIN };
        int value;

        assert_int_equal(poll(&wait, 1, 20000), 1);
        for (; ring_pop(ring, &value); count++)
            sum += value;
    }
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    assert_int_equal(sum, (int64_t)THREADS * PUSHES * (PUSHES - 1) / 2);
    assert_false(readable(ring));
    ring_free(ring);
}

/* A writer who keeps all counters equal, and a reader who checks it. */

static struct stats_cell cell;
static atomic_bool enough;

static void *write_many(void *arg)
{
    (void)arg;

    for (uint64_t i = 0; !atomic_load(&enough); i++) {
        struct media_stats stats = { .packets_received = i,
                                     .packets_sent = i,
                                     .round_trip_us = i };

        stats.dropped[MEDIA_DROP_COUNT - 1] = i;
        stats_cell_write(&cell, &stats);
    }

    return NULL;
}

static void counters_are_never_torn(void **state)
{
    (void)state;
    pthread_t thread;
    struct media_stats stats = { 0 };

    assert_int_equal(pthread_create(&thread, NULL, write_many, NULL), 0);
    for (int i = 0; i < 20000 || stats.packets_received < 1000; i++) {
        stats_cell_read(&cell, &stats);
        assert_int_equal(stats.packets_received, stats.packets_sent);
        assert_int_equal(stats.packets_received, stats.round_trip_us);
        assert_int_equal(stats.packets_received,
                         stats.dropped[MEDIA_DROP_COUNT - 1]);
    }
    atomic_store(&enough, true);
    pthread_join(thread, NULL);
}

static void every_reason_has_its_word(void **state)
{
    (void)state;

    for (int i = 0; i < MEDIA_DROP_COUNT; i++)
        for (int k = 0; k < i; k++)
            assert_string_not_equal(media_drop_word((enum media_drop)i),
                                    media_drop_word((enum media_drop)k));
    assert_string_equal(media_drop_word(MEDIA_DROP_WRONG_SOURCE),
                        "wrong_source");
}

static void allocation_may_fail(void **state)
{
    (void)state;
    int before = live_blocks();
    struct ring *ring = NULL;

    fail_alloc_after(0);
    int rc = ring_new(4, 4, &ring);
    fail_alloc_after(FAIL_NO_ALLOC);
    assert_int_equal(rc, -ENOMEM);
    assert_null(ring);
    assert_null(ring_free(NULL));
    assert_int_equal(live_blocks(), before);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, is_readable_exactly_while_something_waits);
    TEST_LIST_ADD(&list, a_full_ring_refuses);
    TEST_LIST_ADD(&list, order_is_kept_around_the_end);
    TEST_LIST_ADD(&list, nothing_is_lost_between_threads);
    TEST_LIST_ADD(&list, counters_are_never_torn);
    TEST_LIST_ADD(&list, every_reason_has_its_word);
    TEST_LIST_ADD(&list, allocation_may_fail);
    return test_list_run(&list);
}
