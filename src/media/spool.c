/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a tape to a file that is whole, one step at a time. */

#include "media/spool.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    WRITE_EVERY_US = 400000,
    RETRY_US = 1000000,
    /* More than this waits only when something was lost, or soon will be. */
    HOLDS = TAPE_RING - TAPE_WINDOW,
};

static const int64_t MAX_SAMPLES = (int64_t)RECORDING_MAX_S * TAPE_RATE_HZ;

struct spool *spool_new(enum spool_stage stage, uint64_t id, const char *object,
                        struct tape *tape)
{
    assert(object_is_name(object) &&
           (tape != NULL) == (stage == SPOOL_WRITING));

    struct spool *spool = calloc(1, sizeof(*spool));
    if (!spool) {
        free(tape);
        return NULL;
    }

    *spool = (struct spool){
        .stage = stage,
        .event.type = stage == SPOOL_LOADING    ? RECORDER_LOADED
                      : stage == SPOOL_REMOVING ? RECORDER_REMOVED
                                                : RECORDER_FINISHED,
        .event.id = id,
        .event.repaired = stage == SPOOL_REPAIRING,
        .fd = -1,
        .tape = tape,
        .frame = RECORDING_FRAME,
    };
    (void)snprintf(spool->object, sizeof(spool->object), "%s", object);
    return spool;
}

struct spool *spool_free(struct spool *spool)
{
    if (!spool)
        return NULL;

    if (spool->fd >= 0)
        close(spool->fd);
    sound_unref(spool->event.sound);
    free(spool->mixed);
    free(spool->tape);
    free(spool);
    return NULL;
}

/* Writing. */

static int64_t written(const struct spool *spool)
{
    return atomic_load_explicit(&spool->tape->tail, memory_order_relaxed);
}

/* What the tape could not hold is there as silence. */
static void count_lost(struct spool *spool, int64_t waiting)
{
    if (waiting > HOLDS)
        spool->event.lost += waiting - HOLDS;
}

/* The left one of each two. */
static void leave_left(uint8_t *buffer, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buffer[i] = buffer[i * TAPE_CHANNELS];
}

static int write_some(struct spool *spool, uint8_t *buffer, size_t count)
{
    int rc = 0;

    if (written(spool) < MAX_SAMPLES) {
        tape_copy(spool->tape, buffer, count);
        if (spool->frame == RECORDING_MONO)
            leave_left(buffer, count);
        rc = recording_file_write(spool->fd, written(spool), buffer, count);
    }
    if (rc == 0)
        tape_take(spool->tape, count);
    return rc;
}

/* All that is final now; of a gap, as much silence as it lasted. */
static int write_all(struct spool *spool, int directory, uint8_t *buffer)
{
    int64_t waiting = tape_waiting(spool->tape);
    int64_t left = waiting;
    int rc = 0;

    if (spool->fd < 0) {
        spool->fd =
            recording_file_create(directory, spool->object, spool->frame);
        if (spool->fd < 0)
            return spool->fd;
    }

    while (rc == 0 && left > 0) {
        int64_t count = left < TAPE_RING ? left : TAPE_RING;

        rc = write_some(spool, buffer, (size_t)count);
        left -= count;
    }
    if (rc == 0)
        count_lost(spool, waiting);
    return rc;
}

static void write_due(struct spool *spool, int directory, uint8_t *buffer,
                      int64_t now_us)
{
    bool ended =
        atomic_load_explicit(&spool->tape->ended, memory_order_acquire);

    if (now_us < spool->due_us && !ended)
        return;

    spool->due_us = now_us + WRITE_EVERY_US;
    spool->error = write_all(spool, directory, buffer);
    if (spool->error == 0 && !spool->is_slow)
        spool->told_lost = false;
    if (spool->error == 0 && ended) {
        recording_scan_begin(&spool->scan);
        spool->stage = SPOOL_SCANNING;
        free(spool->tape);
        spool->tape = NULL;
    }
}

/* The rest. */

static void repair(struct spool *spool, int directory)
{
    int64_t samples = 0;

    spool->fd = recording_file_reopen(directory, spool->object);
    if (spool->fd == -ENOENT) { /* nothing had been kept */
        spool->error = 0;
        spool->stage = SPOOL_DONE;
        return;
    }

    spool->error =
        spool->fd < 0 ? spool->fd : recording_file_length(spool->fd, &samples);
    if (spool->error == 0)
        spool->error = recording_file_settle(spool->fd, samples);
    if (spool->error == 0) {
        recording_scan_begin(&spool->scan);
        spool->stage = SPOOL_SCANNING;
    } else if (spool->fd >= 0) {
        close(spool->fd);
        spool->fd = -1;
    }
}

static bool scan(struct spool *spool)
{
    int rc = recording_scan_step(&spool->scan, spool->fd, &spool->event.facts);

    spool->error = rc < 0 ? rc : 0;
    if (rc < 0)
        recording_scan_begin(&spool->scan);
    if (rc == 0)
        spool->stage = SPOOL_KEEPING;
    return rc >= 0;
}

/* Of a talk that was over before a packet came nothing is kept. */
static void keep(struct spool *spool, int directory)
{
    if (spool->event.facts.samples == 0) {
        spool->event.facts.bytes = 0;
        spool->stage = SPOOL_REMOVING;
        return;
    }

    spool->error = recording_file_keep(directory, spool->fd, spool->object);
    /* The next try would succeed: what the kernel could not write it has
       forgotten. So this is told, and the file counts for what it is. */
    if (spool->error == -EIO && !spool->is_doubtful) {
        spool->is_doubtful = true;
        spool->told_lost = false;
    }
    if (spool->error == 0)
        spool->stage = SPOOL_DONE;
}

static void remove_it(struct spool *spool, int directory)
{
    spool->error = recording_file_remove(directory, spool->object);
    if (spool->error == 0)
        spool->stage = SPOOL_DONE;
}

static int begin_loading(struct spool *spool, int directory)
{
    int64_t count = 0;

    spool->fd = recording_file_reopen(directory, spool->object);
    if (spool->fd < 0)
        return spool->fd;

    int rc = recording_file_length(spool->fd, &count);
    if (rc == 0 && count == 0)
        rc = -ENODATA;
    if (rc < 0)
        return rc;

    spool->mixed = malloc((size_t)count);
    spool->event.facts.samples = count;
    return spool->mixed ? 0 : -ENOMEM;
}

/* As much as the thread's buffer holds. */
static int load_some(struct spool *spool, uint8_t *buffer)
{
    int64_t left = spool->event.facts.samples - spool->mixed_count;
    size_t count = left < TAPE_RING ? (size_t)left : TAPE_RING;
    int rc = recording_file_mix(spool->fd, spool->mixed_count, buffer,
                                spool->mixed + spool->mixed_count, count);

    if (rc == 0)
        spool->mixed_count += (int64_t)count;
    return rc;
}

static int end_loading(struct spool *spool)
{
    int rc = sound_from_mulaw(spool->mixed, (size_t)spool->mixed_count,
                              &spool->event.sound);

    if (rc == 0) {
        spool->mixed = NULL;
        spool->stage = SPOOL_DONE;
    }
    return rc;
}

static bool load(struct spool *spool, int directory, uint8_t *buffer)
{
    int rc = spool->fd < 0 ? begin_loading(spool, directory) : 0;

    if (rc == 0)
        rc = load_some(spool, buffer);
    if (rc == 0 && spool->mixed_count == spool->event.facts.samples)
        rc = end_loading(spool);
    if (rc < 0) {
        spool->event.error = rc;
        spool->stage = SPOOL_DONE;
    }
    return rc == 0;
}

bool spool_step(struct spool *spool, int directory, uint8_t *buffer,
                int64_t now_us)
{
    bool more = false;

    assert(spool && buffer);

    if (spool->stage == SPOOL_WRITING)
        spool->is_slow = tape_waiting(spool->tape) > HOLDS;
    if (spool->error && now_us < spool->retry_us)
        return false;

    switch (spool->stage) {
    case SPOOL_WRITING:
        write_due(spool, directory, buffer, now_us);
        break;
    case SPOOL_REPAIRING:
        repair(spool, directory);
        break;
    case SPOOL_SCANNING:
        more = scan(spool);
        break;
    case SPOOL_KEEPING:
        keep(spool, directory);
        break;
    case SPOOL_REMOVING:
        remove_it(spool, directory);
        break;
    case SPOOL_LOADING:
        more = load(spool, directory, buffer);
        break;
    case SPOOL_DONE:
        break;
    }

    if (spool->error)
        spool->retry_us = now_us + RETRY_US;
    return more;
}

void spool_flush(struct spool *spool, int directory, uint8_t *buffer)
{
    assert(spool && buffer);

    if (spool->stage == SPOOL_WRITING)
        (void)write_all(spool, directory, buffer);
}
