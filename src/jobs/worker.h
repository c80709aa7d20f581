/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A task given to cclite-worker, a process of its own, and its answer. */

#ifndef JOBS_WORKER_H
#define JOBS_WORKER_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include "jobs/worker_tally.h"
#include "wire/worker_talk.h"

/*
 * A worker is started for one task and is gone after it: what crashes, hangs
 * or says nonsense costs that task. What it may compute it bounds itself, by
 * CPU time (worker/cage.h), which a busy machine does not shorten; here it is
 * ended when it hangs, when it answers too much, or when `is_ending` becomes
 * true.
 */
enum { WORKER_WAIT_MS = 60000 };

struct worker {
    const char *program;          /* absolute path; borrowed */
    int wait_ms;                  /* for the answer; 0: WORKER_WAIT_MS */
    const atomic_bool *is_ending; /* borrowed; NULL: never */
    struct worker_tally *tally;   /* borrowed; NULL: nobody counts */
    struct worker_voices voices;
};

struct worker_result {
    enum worker_outcome outcome;
    int16_t *samples; /* owned; of WORKER_DONE, else NULL */
    size_t count;     /* of samples: 1 to WORKER_MAX_SAMPLES */
};

/**
 * Asks, and waits for the answer. Blocks: for a job's thread.
 *
 * @param question    its length says how many bytes there are; magic is filled
 *                    in
 * @param ret_result  on success; free its samples
 *
 * @return 0, or
 *         -ETIMEDOUT  no answer in time, or in as much CPU time as it may take
 *         -ECANCELED  is_ending
 *         -EPROTO     it crashed, or its answer is none
 *         or what starting it gives: -ENOENT, -EACCES, -EAGAIN, -ENOMEM
 */
int worker_ask(const struct worker *worker,
               const struct worker_question *question, const void *bytes,
               struct worker_result *ret_result);

#endif
