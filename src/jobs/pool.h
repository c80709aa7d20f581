/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Worker threads for what may take long: queries, hashes, files. */

#ifndef JOBS_POOL_H
#define JOBS_POOL_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A job is a struct of its owner with a `struct job` as its first member. It
 * is worked on by one of a few threads and then lies in its owner's box, whose
 * ring says so; the owner takes it out in its own thread. Nobody else touches
 * it in between, so a job needs no lock.
 *
 * Each worker keeps its own hands: what `open` gave it at its first job (a
 * connection to the store). The number of jobs that wait is bounded: one too
 * many is refused, which the owner tells as "busy".
 */
struct jobs;
struct job_box;

struct job {
    /**
     * Does the work, in a worker's thread.
     *
     * @param hands  the worker's own; NULL: there is no open, or it failed
     */
    void (*work)(struct job *job, void *hands);

    bool dropped; /* never worked on: the pool ended before */

    /* the pool's */
    struct job *next;
    struct job_box *box;
};

enum {
    JOBS_MAX_THREADS = 16,
};

struct jobs_settings {
    unsigned threads;   /* 1 to JOBS_MAX_THREADS */
    size_t max_waiting; /* jobs not begun */

    void *(*open)(void *arg); /* makes a worker's hands; may be NULL */
    void (*close)(void *hands);
    void *arg;
};

/**
 * Makes a pool and starts its threads, with all signals blocked.
 *
 * @param ret_jobs  on success; release with jobs_free()
 *
 * @return 0 or negative errno
 */
int jobs_new(const struct jobs_settings *settings, struct jobs **ret_jobs);

/**
 * Waits for the jobs being worked on; those that wait are put into their boxes
 * as dropped. Boxes must live until it returns. NULL is fine.
 *
 * @return NULL always
 */
struct jobs *jobs_free(struct jobs *jobs);

/**
 * Hands a job over. It belongs to the pool until it lies in the box.
 *
 * @return 0, -EAGAIN: too many wait, or -ESHUTDOWN: the pool is ending
 */
int jobs_submit(struct jobs *jobs, struct job *job, struct job_box *box);

/** How many jobs wait or are being worked on. */
size_t jobs_count(struct jobs *jobs);

/**
 * Makes a box. The ring is over before the job can be taken out: when the last
 * one is, what the ring uses may go.
 *
 * @param ring  told, from a worker's thread, that there is something in it;
 *              may only pass the news on, and not look into the box itself
 *
 * @return 0 or -ENOMEM
 */
int job_box_new(void (*ring)(void *arg), void *arg, struct job_box **ret_box);

/**
 * Takes the job out that has lain longest; NULL when there is none.
 */
struct job *job_box_take(struct job_box *box);

/** Releases an empty box that no job will be put into; NULL is fine. */
struct job_box *job_box_free(struct job_box *box);

#endif
