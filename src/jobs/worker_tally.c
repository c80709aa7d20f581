/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counters that need no order among each other. */

#include "jobs/worker_tally.h"

#include <assert.h>

static void add(atomic_int_fast64_t *counter, int64_t value)
{
    (void)atomic_fetch_add_explicit(counter, value, memory_order_relaxed);
}

static int64_t value_of(atomic_int_fast64_t *counter)
{
    return atomic_load_explicit(counter, memory_order_relaxed);
}

void worker_tally_add(struct worker_tally *tally, enum worker_task task,
                      int64_t time_us, bool has_failed)
{
    assert(tally && task < worker_task_count);

    add(&tally->tasks[task].asked, 1);
    add(&tally->tasks[task].failed, has_failed);
    add(&tally->tasks[task].time_us, time_us);
}

struct worker_count worker_tally_read(struct worker_tally *tally,
                                      enum worker_task task)
{
    assert(tally && task < worker_task_count);

    return (struct worker_count){
        .asked = value_of(&tally->tasks[task].asked),
        .failed = value_of(&tally->tasks[task].failed),
        .time_us = value_of(&tally->tasks[task].time_us),
    };
}
