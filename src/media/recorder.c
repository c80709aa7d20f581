/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of tasks, and the thread that goes round it. */

#include "media/recorder.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/pulse.h"
#include "media/spool.h"

enum {
    ROUND_NS = 100000000, /* between two rounds without anything to do */
    TURN_MAX_MS = 60000,  /* a disk may take so long */
};

/* An event on its way to the maker. */
struct told {
    struct told *next;
    struct recorder_event event;
};

struct recorder {
    pthread_t thread;
    bool is_started;
    int directory;
    int event_fd;
    atomic_size_t tapes;

    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t wake;
    bool ends;
    struct spool *fresh; /* not yet among the thread's own, newest first */
    struct told *first;
    struct told **end;
    struct recorder_status status;

    struct spool *spools;  /* the thread's own */
    int64_t finished_lost; /* samples, of recordings finished */
    uint8_t buffer[RECORDING_FRAME * TAPE_RING];
};

/* Events. */

static bool tell(struct recorder *recorder, const struct recorder_event *event)
{
    struct told *told = malloc(sizeof(*told));

    if (!told)
        return false;

    *told = (struct told){ .event = *event };
    pthread_mutex_lock(&recorder->lock);
    *recorder->end = told;
    recorder->end = &told->next;
    pthread_mutex_unlock(&recorder->lock);
    (void)eventfd_write(recorder->event_fd, 1);
    return true;
}

int recorder_event_fd(const struct recorder *recorder)
{
    assert(recorder);

    return recorder->event_fd;
}

bool recorder_next_event(struct recorder *recorder,
                         struct recorder_event *ret_event)
{
    eventfd_t count;

    assert(recorder && ret_event);

    pthread_mutex_lock(&recorder->lock);
    struct told *told = recorder->first;
    if (told)
        recorder->first = told->next;
    if (!recorder->first) {
        recorder->end = &recorder->first;
        (void)eventfd_read(recorder->event_fd, &count);
    }
    pthread_mutex_unlock(&recorder->lock);

    if (!told)
        return false;
    *ret_event = told->event;
    free(told);
    return true;
}

/* The thread. */

static void tell_lost(struct recorder *recorder, struct spool *spool)
{
    const struct recorder_event event = {
        .type = RECORDER_LOSES,
        .id = spool->event.id,
        .error = spool->error,
    };

    bool has_gap = spool->stage == SPOOL_WRITING && spool->is_slow;

    if ((has_gap || spool->is_doubtful) && !spool->told_lost)
        spool->told_lost = tell(recorder, &event);
}

/* Done, and its maker knows; without memory for that it stays. */
static bool is_over(struct recorder *recorder, struct spool *spool)
{
    return spool->stage == SPOOL_DONE && tell(recorder, &spool->event);
}

static bool go_round(struct recorder *recorder, struct recorder_status *status)
{
    struct spool **at = &recorder->spools;
    bool more = false;

    *status = (struct recorder_status){ 0 };
    while (*at) {
        struct spool *spool = *at;

        more |= spool_step(spool, recorder->directory, recorder->buffer,
                           clock_boot_us());
        tell_lost(recorder, spool);
        if (spool->error)
            status->error = spool->error;
        status->is_slow |= spool->stage == SPOOL_WRITING && spool->is_slow;
        if (is_over(recorder, spool)) {
            *at = spool->next;
            spool->event.sound = NULL; /* whoever takes the event has it */
            recorder->finished_lost += spool->event.lost;
            if (spool->event.type == RECORDER_FINISHED &&
                !spool->event.repaired)
                atomic_fetch_sub(&recorder->tapes, 1);
            spool_free(spool);
            continue;
        }
        status->lost_us += spool->event.lost * 1000000 / TAPE_RATE_HZ;
        status->open += spool->event.type == RECORDER_FINISHED;
        at = &spool->next;
    }
    status->lost_us += recorder->finished_lost * 1000000 / TAPE_RATE_HZ;
    return more;
}

static void take_fresh(struct recorder *recorder)
{
    while (recorder->fresh) {
        struct spool *spool = recorder->fresh;

        recorder->fresh = spool->next;
        spool->next = recorder->spools;
        recorder->spools = spool;
    }
}

static void wait_a_while(struct recorder *recorder)
{
    struct timespec until;

    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_nsec += ROUND_NS;
    if (until.tv_nsec >= 1000000000) {
        until.tv_nsec -= 1000000000;
        until.tv_sec++;
    }
    (void)pthread_cond_timedwait(&recorder->wake, &recorder->lock, &until);
}

/* Nobody wakes it for what tapes hold, and all tasks begin as fresh ones. */
static void rest(struct recorder *recorder)
{
    if (recorder->fresh || recorder->ends)
        return;
    pulse_rest();
    if (recorder->spools)
        wait_a_while(recorder);
    else
        (void)pthread_cond_wait(&recorder->wake, &recorder->lock);
}

static void *run(void *arg)
{
    struct recorder *recorder = arg;
    struct recorder_status status;

    (void)pthread_setname_np(pthread_self(), "recorder");
    pulse_begin("recorder", TURN_MAX_MS);
    pthread_mutex_lock(&recorder->lock);
    while (!recorder->ends) {
        pulse_beat();
        take_fresh(recorder);
        pthread_mutex_unlock(&recorder->lock);
        bool more = go_round(recorder, &status);
        pthread_mutex_lock(&recorder->lock);
        recorder->status = status;
        if (!more)
            rest(recorder);
    }
    take_fresh(recorder);
    pthread_mutex_unlock(&recorder->lock);
    pulse_end();

    for (struct spool *s = recorder->spools; s; s = s->next)
        spool_flush(s, recorder->directory, recorder->buffer);
    return NULL;
}

static int start(struct recorder *recorder)
{
    sigset_t all, before;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);

    int rc = -pthread_create(&recorder->thread, NULL, run, recorder);

    pthread_sigmask(SIG_SETMASK, &before, NULL);
    recorder->is_started = rc == 0;
    return rc;
}

/* Life. */

static void init_wake(struct recorder *recorder)
{
    pthread_condattr_t attributes;

    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_mutex_init(&recorder->lock, NULL);
    pthread_cond_init(&recorder->wake, &attributes);
    pthread_condattr_destroy(&attributes);
}

int recorder_new(const char *directory, struct recorder **ret_recorder)
{
    assert(directory && ret_recorder);

    struct recorder *recorder = calloc(1, sizeof(*recorder));
    if (!recorder)
        return -ENOMEM;

    init_wake(recorder);
    recorder->end = &recorder->first;
    atomic_init(&recorder->tapes, 0);
    recorder->event_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    recorder->directory = recording_directory_open(directory);

    int rc = recorder->directory;

    if (recorder->event_fd < 0)
        rc = -EMFILE;
    if (rc >= 0)
        rc = start(recorder);
    if (rc < 0) {
        recorder_free(recorder);
        return rc;
    }

    *ret_recorder = recorder;
    return 0;
}

static void stop(struct recorder *recorder)
{
    pthread_mutex_lock(&recorder->lock);
    recorder->ends = true;
    pthread_cond_signal(&recorder->wake);
    pthread_mutex_unlock(&recorder->lock);
    pthread_join(recorder->thread, NULL);
}

struct recorder *recorder_free(struct recorder *recorder)
{
    struct recorder_event event;

    if (!recorder)
        return NULL;

    if (recorder->is_started)
        stop(recorder);
    while (recorder->spools) {
        struct spool *spool = recorder->spools;

        recorder->spools = spool->next;
        spool_free(spool);
    }
    while (recorder_next_event(recorder, &event))
        sound_unref(event.sound);
    if (recorder->event_fd >= 0)
        close(recorder->event_fd);
    if (recorder->directory >= 0)
        close(recorder->directory);
    pthread_cond_destroy(&recorder->wake);
    pthread_mutex_destroy(&recorder->lock);
    free(recorder);
    return NULL;
}

/* Tasks. */

static int hand_over(struct recorder *recorder, struct spool *spool)
{
    if (!spool)
        return -ENOMEM;

    pthread_mutex_lock(&recorder->lock);
    spool->next = recorder->fresh;
    recorder->fresh = spool;
    pthread_cond_signal(&recorder->wake);
    pthread_mutex_unlock(&recorder->lock);
    return 0;
}

/* A file to be written. */
struct writing {
    uint64_t id;
    const char *object;
    int frame;
};

static int begin(struct recorder *recorder, const struct writing *writing,
                 struct tape **ret_tape)
{
    if (atomic_load(&recorder->tapes) >= RECORDER_MAX_TAPES)
        return -ENOSPC;

    struct tape *tape = malloc(sizeof(*tape));
    if (!tape)
        return -ENOMEM;

    tape_init(tape);

    struct spool *spool =
        spool_new(SPOOL_WRITING, writing->id, writing->object, tape);
    if (spool)
        spool->frame = writing->frame;

    int rc = hand_over(recorder, spool);
    if (rc < 0)
        return rc;

    atomic_fetch_add(&recorder->tapes, 1);
    *ret_tape = tape;
    return 0;
}

int recorder_begin(struct recorder *recorder, uint64_t id, const char *object,
                   struct tape **ret_tape)
{
    assert(recorder && ret_tape);

    return begin(recorder, &(struct writing){ id, object, RECORDING_FRAME },
                 ret_tape);
}

int recorder_begin_alone(struct recorder *recorder, uint64_t id,
                         const char *object, struct tape **ret_tape)
{
    assert(recorder && ret_tape);

    return begin(recorder, &(struct writing){ id, object, RECORDING_MONO },
                 ret_tape);
}

int recorder_repair(struct recorder *recorder, uint64_t id, const char *object)
{
    assert(recorder);

    return hand_over(recorder, spool_new(SPOOL_REPAIRING, id, object, NULL));
}

int recorder_remove(struct recorder *recorder, uint64_t id, const char *object)
{
    assert(recorder);

    return hand_over(recorder, spool_new(SPOOL_REMOVING, id, object, NULL));
}

int recorder_load(struct recorder *recorder, uint64_t id, const char *object)
{
    assert(recorder);

    return hand_over(recorder, spool_new(SPOOL_LOADING, id, object, NULL));
}

void recorder_status(struct recorder *recorder,
                     struct recorder_status *ret_status)
{
    assert(recorder && ret_status);

    pthread_mutex_lock(&recorder->lock);
    *ret_status = recorder->status;
    pthread_mutex_unlock(&recorder->lock);
}
