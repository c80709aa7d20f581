/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counters read while they are written, and the words for them. */

#include "media/stats_cell.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "tests/test.h"

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

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, counters_are_never_torn);
    TEST_LIST_ADD(&list, every_reason_has_its_word);
    return test_list_run(&list);
}
