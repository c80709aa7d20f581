/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Jobs are done once, come back, and their number is bounded. */

#include "jobs/pool.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"

/* A job that waits until it may go on. */
struct sum {
    struct job job;
    int number;
    int square;
    void *hands;
};

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static atomic_int rings;
static atomic_int opened;
static atomic_int closed;

static void ring(void *arg)
{
    (void)arg;
    atomic_fetch_add(&rings, 1);
}

static void *open_hands(void *arg)
{
    atomic_fetch_add(&opened, 1);
    return arg;
}

static void close_hands(void *hands)
{
    (void)hands;
    atomic_fetch_add(&closed, 1);
}

static void work(struct job *job, void *hands)
{
    struct sum *sum = (struct sum *)job;

    pthread_mutex_lock(&gate);
    sum->square = sum->number * sum->number;
    sum->hands = hands;
    pthread_mutex_unlock(&gate);
}

/* Waits, up to ten seconds, for a job to come back. */
static struct sum *wait_for(struct job_box *box)
{
    for (int i = 0; i < 10000; i++) {
        struct timespec a_while = { .tv_nsec = 1000000 };
        struct job *job = job_box_take(box);

        if (job)
            return (struct sum *)job;
        (void)nanosleep(&a_while, NULL);
    }
    return NULL;
}

static void every_job_comes_back_done(void **state)
{
    enum { COUNT = 500 };
    static struct sum sums[COUNT];
    int arg = 0;
    struct jobs_settings settings = { .threads = 4,
                                      .max_waiting = COUNT,
                                      .open = open_hands,
                                      .close = close_hands,
                                      .arg = &arg };
    struct jobs *jobs;
    struct job_box *box;

    (void)state;
    assert_int_equal(job_box_new(ring, NULL, &box), 0);
    assert_int_equal(jobs_new(&settings, &jobs), 0);
    for (int i = 0; i < COUNT; i++) {
        sums[i] = (struct sum){ .job.work = work, .number = i };
        assert_int_equal(jobs_submit(jobs, &sums[i].job, box), 0);
    }
    for (int i = 0; i < COUNT; i++) {
        struct sum *sum = wait_for(box);
        assert_non_null(sum);
        assert_false(sum->job.dropped);
        assert_int_equal(sum->square, sum->number * sum->number);
        assert_ptr_equal(sum->hands, &arg);
        sum->square = -1; /* none comes twice */
    }
    jobs_free(jobs);
    assert_null(job_box_take(box));
    job_box_free(box);
    assert_int_equal(rings, COUNT);
    assert_int_equal(opened, closed);
    assert_in_range(opened, 1, 4);
}

static void one_too_many_is_refused(void **state)
{
    struct jobs_settings settings = { .threads = 1, .max_waiting = 2 };
    struct sum sums[5];
    struct jobs *jobs;
    struct job_box *box;
    int taken = 0;

    (void)state;
    assert_int_equal(job_box_new(ring, NULL, &box), 0);
    assert_int_equal(jobs_new(&settings, &jobs), 0);
    pthread_mutex_lock(&gate); /* the worker holds one at most */
    for (size_t i = 0; i < ARRAY_LEN(sums); i++) {
        sums[i] = (struct sum){ .job.work = work };
        int rc = jobs_submit(jobs, &sums[i].job, box);
        assert_true(rc == 0 || rc == -EAGAIN);
        taken += rc == 0;
    }
    assert_in_range(taken, 2, 3);
    assert_int_equal(jobs_count(jobs), taken);
    pthread_mutex_unlock(&gate);
    for (int i = 0; i < taken; i++)
        assert_non_null(wait_for(box));
    jobs_free(jobs);
    job_box_free(box);
}

/* Whether one is worked on before the end begins is chance; but each comes
   back, worked on or dropped, and never both. */
static void those_that_wait_at_the_end_come_back_too(void **state)
{
    enum { COUNT = 200 };
    struct jobs_settings settings = { .threads = 2, .max_waiting = COUNT };
    static struct sum sums[COUNT];
    struct jobs *jobs;
    struct job_box *box;
    int back = 0;

    (void)state;
    assert_int_equal(job_box_new(ring, NULL, &box), 0);
    assert_int_equal(jobs_new(&settings, &jobs), 0);
    for (int i = 0; i < COUNT; i++) {
        sums[i] = (struct sum){ .job.work = work, .number = 2, .square = -1 };
        assert_int_equal(jobs_submit(jobs, &sums[i].job, box), 0);
    }
    jobs_free(jobs);
    for (struct job *job = job_box_take(box); job; job = job_box_take(box)) {
        assert_int_equal(((struct sum *)job)->square, job->dropped ? -1 : 4);
        back++;
    }
    assert_int_equal(back, COUNT);
    job_box_free(box);
}

/* Takes a while, as a ring may: until the job was taken, or a moment passed. */
struct slow_ring {
    pthread_mutex_t lock;
    pthread_cond_t taken;
    bool is_taken;
    bool is_over;
};

static void ring_slowly(void *arg)
{
    enum { MOMENT_NS = 200000000 };
    struct slow_ring *slow = arg;
    struct timespec end;

    clock_gettime(CLOCK_REALTIME, &end);
    end.tv_nsec += MOMENT_NS;
    end.tv_sec += end.tv_nsec / 1000000000;
    end.tv_nsec %= 1000000000;
    pthread_mutex_lock(&slow->lock);
    while (!slow->is_taken &&
           pthread_cond_timedwait(&slow->taken, &slow->lock, &end) == 0)
        continue;
    slow->is_over = true;
    pthread_mutex_unlock(&slow->lock);
}

/* Its owner may be gone by then. */
static void nobody_rings_for_a_job_that_was_taken(void **state)
{
    struct jobs_settings settings = { .threads = 1, .max_waiting = 1 };
    struct slow_ring slow = { .lock = PTHREAD_MUTEX_INITIALIZER,
                              .taken = PTHREAD_COND_INITIALIZER };
    struct sum sum = { .job.work = work };
    struct jobs *jobs;
    struct job_box *box;

    (void)state;
    assert_int_equal(job_box_new(ring_slowly, &slow, &box), 0);
    assert_int_equal(jobs_new(&settings, &jobs), 0);
    assert_int_equal(jobs_submit(jobs, &sum.job, box), 0);

    struct sum *back = wait_for(box);

    pthread_mutex_lock(&slow.lock);
    bool is_over = slow.is_over;
    slow.is_taken = true;
    pthread_cond_signal(&slow.taken);
    pthread_mutex_unlock(&slow.lock);
    jobs_free(jobs);
    job_box_free(box);
    assert_ptr_equal(back, &sum);
    assert_true(is_over);
}

static void without_memory_there_is_no_pool(void **state)
{
    struct jobs_settings settings = { .threads = 1, .max_waiting = 1 };
    struct jobs *jobs = NULL;
    struct job_box *box = NULL;
    int before = live_blocks();

    (void)state;
    fail_alloc_after(0);
    assert_int_equal(jobs_new(&settings, &jobs), -ENOMEM);
    assert_int_equal(job_box_new(ring, NULL, &box), -ENOMEM);
    fail_alloc_after(FAIL_NO_ALLOC);
    assert_null(jobs);
    assert_null(box);
    assert_int_equal(live_blocks(), before);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, every_job_comes_back_done);
    TEST_LIST_ADD(&list, one_too_many_is_refused);
    TEST_LIST_ADD(&list, those_that_wait_at_the_end_come_back_too);
    TEST_LIST_ADD(&list, nobody_rings_for_a_job_that_was_taken);
    TEST_LIST_ADD(&list, without_memory_there_is_no_pool);
    return test_list_run(&list);
}
