/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One queue, a few threads, and boxes for what is done. */

#include "jobs/pool.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "base/pulse.h"

/* The longest work that does not beat: many sounds spoken, a day of calls
   routed anew. Whatever grows with the journal or the recordings does. */
enum { WORK_MAX_MS = 300000 };

/* A list of jobs in order of arrival. */
struct job_list {
    struct job *first;
    struct job *last;
};

struct job_box {
    pthread_mutex_t lock;
    struct job_list jobs;
    void (*ring)(void *arg);
    void *arg;
};

struct jobs {
    struct jobs_settings settings;
    pthread_mutex_t lock;
    pthread_cond_t some;
    struct job_list waiting;
    size_t waiting_count;
    size_t working_count;
    bool ending;
    pthread_t threads[JOBS_MAX_THREADS];
    unsigned thread_count;
};

static void put(struct job_list *list, struct job *job)
{
    job->next = NULL;
    if (list->last)
        list->last->next = job;
    else
        list->first = job;
    list->last = job;
}

static struct job *take(struct job_list *list)
{
    struct job *job = list->first;

    if (!job)
        return NULL;
    list->first = job->next;
    if (!list->first)
        list->last = NULL;
    job->next = NULL;
    return job;
}

/* After it the job is its owner's: it may be gone already, and with the last of
   its jobs the owner. So it is rung for while the box is still held: who takes
   a job out knows that nobody rings for it any more. */
static void box_put(struct job_box *box, struct job *job)
{
    pthread_mutex_lock(&box->lock);
    put(&box->jobs, job);
    box->ring(box->arg);
    pthread_mutex_unlock(&box->lock);
}

/* Waits for a job; NULL: the pool is ending. */
static struct job *next_job(struct jobs *jobs)
{
    struct job *job = NULL;

    pthread_mutex_lock(&jobs->lock);
    pulse_rest();
    while (!jobs->ending && !jobs->waiting.first)
        pthread_cond_wait(&jobs->some, &jobs->lock);
    pulse_beat();
    if (!jobs->ending) {
        job = take(&jobs->waiting);
        jobs->waiting_count--;
        jobs->working_count++;
    }
    pthread_mutex_unlock(&jobs->lock);
    return job;
}

static void *worker_run(void *arg)
{
    struct jobs *jobs = arg;
    void *hands = NULL;
    struct job *job;

    (void)pthread_setname_np(pthread_self(), "job");
    pulse_begin_aside("job", WORK_MAX_MS); /* calls go on without it */
    while ((job = next_job(jobs))) {
        if (!hands && jobs->settings.open)
            hands = jobs->settings.open(jobs->settings.arg);
        job->work(job, hands);

        pthread_mutex_lock(&jobs->lock);
        jobs->working_count--;
        pthread_mutex_unlock(&jobs->lock);
        box_put(job->box, job);
    }
    pulse_end();
    if (hands)
        jobs->settings.close(hands);
    return NULL;
}

/* Signals are the main thread's: the new threads inherit a full mask. */
static int start_threads(struct jobs *jobs)
{
    sigset_t all;
    sigset_t before;
    int rc = 0;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    while (rc == 0 && jobs->thread_count < jobs->settings.threads) {
        rc = -pthread_create(&jobs->threads[jobs->thread_count], NULL,
                             worker_run, jobs);
        if (rc == 0)
            jobs->thread_count++;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return rc;
}

int jobs_new(const struct jobs_settings *settings, struct jobs **ret_jobs)
{
    assert(settings && ret_jobs);
    assert(settings->threads >= 1 && settings->threads <= JOBS_MAX_THREADS);
    assert(!settings->open || settings->close);

    struct jobs *jobs = calloc(1, sizeof(*jobs));
    if (!jobs)
        return -ENOMEM;

    jobs->settings = *settings;
    pthread_mutex_init(&jobs->lock, NULL);
    pthread_cond_init(&jobs->some, NULL);

    int rc = start_threads(jobs);
    if (rc < 0) {
        jobs_free(jobs);
        return rc;
    }
    *ret_jobs = jobs;
    return 0;
}

struct jobs *jobs_free(struct jobs *jobs)
{
    struct job *job;

    if (!jobs)
        return NULL;

    pthread_mutex_lock(&jobs->lock);
    jobs->ending = true;
    pthread_cond_broadcast(&jobs->some);
    pthread_mutex_unlock(&jobs->lock);
    for (unsigned i = 0; i < jobs->thread_count; i++)
        pthread_join(jobs->threads[i], NULL);

    while ((job = take(&jobs->waiting))) {
        job->dropped = true;
        box_put(job->box, job);
    }
    pthread_cond_destroy(&jobs->some);
    pthread_mutex_destroy(&jobs->lock);
    free(jobs);
    return NULL;
}

int jobs_submit(struct jobs *jobs, struct job *job, struct job_box *box)
{
    int rc = 0;

    assert(jobs && job && job->work && box);

    pthread_mutex_lock(&jobs->lock);
    if (jobs->ending) {
        rc = -ESHUTDOWN;
    } else if (jobs->waiting_count >= jobs->settings.max_waiting) {
        rc = -EAGAIN;
    } else {
        job->box = box;
        job->dropped = false;
        put(&jobs->waiting, job);
        jobs->waiting_count++;
        pthread_cond_signal(&jobs->some);
    }
    pthread_mutex_unlock(&jobs->lock);
    return rc;
}

size_t jobs_count(struct jobs *jobs)
{
    assert(jobs);

    pthread_mutex_lock(&jobs->lock);
    size_t count = jobs->waiting_count + jobs->working_count;
    pthread_mutex_unlock(&jobs->lock);
    return count;
}

int job_box_new(void (*ring)(void *arg), void *arg, struct job_box **ret_box)
{
    assert(ring && ret_box);

    struct job_box *box = calloc(1, sizeof(*box));
    if (!box)
        return -ENOMEM;

    pthread_mutex_init(&box->lock, NULL);
    box->ring = ring;
    box->arg = arg;
    *ret_box = box;
    return 0;
}

struct job *job_box_take(struct job_box *box)
{
    assert(box);

    pthread_mutex_lock(&box->lock);
    struct job *job = take(&box->jobs);
    pthread_mutex_unlock(&box->lock);
    return job;
}

struct job_box *job_box_free(struct job_box *box)
{
    if (!box)
        return NULL;

    assert(!box->jobs.first);
    pthread_mutex_destroy(&box->lock);
    free(box);
    return NULL;
}
