/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What workers were asked for, how long that took, and how often in vain. */

#ifndef JOBS_WORKER_TALLY_H
#define JOBS_WORKER_TALLY_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "wire/worker_talk.h"

/* Zeroed at first. Any thread adds, any thread reads. */
struct worker_tally {
    struct {
        atomic_int_fast64_t asked;
        atomic_int_fast64_t failed; /* no answer at all; a refusal is one */
        atomic_int_fast64_t time_us;
    } tasks[worker_task_count];
};

/* A plain copy. */
struct worker_count {
    int64_t asked;
    int64_t failed;
    int64_t time_us;
};

void worker_tally_add(struct worker_tally *tally, enum worker_task task,
                      int64_t time_us, bool has_failed);

/** Reads the three one by one: they may be of different moments. */
struct worker_count worker_tally_read(struct worker_tally *tally,
                                      enum worker_task task);

#endif
