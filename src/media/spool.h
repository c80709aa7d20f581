/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One task of the recorder's thread. Inside src/media only. */

#ifndef MEDIA_SPOOL_H
#define MEDIA_SPOOL_H

#include <stdbool.h>
#include <stdint.h>

#include "media/recorder.h"

/*
 * A recording goes WRITING, SCANNING, KEEPING, DONE; one left behind begins
 * with REPAIRING, one to be removed is REMOVING, then DONE. Whatever the disk
 * refuses is tried again a second later, for as long as it takes; but LOADING,
 * for which somebody waits, is DONE then.
 */
enum spool_stage {
    SPOOL_WRITING,
    SPOOL_REPAIRING,
    SPOOL_SCANNING,
    SPOOL_KEEPING,
    SPOOL_REMOVING,
    SPOOL_LOADING,
    SPOOL_DONE,
};

struct spool {
    struct spool *next;
    enum spool_stage stage;
    struct recorder_event event; /* what will be told at the end */
    char object[OBJECT_NAME_SIZE];
    int fd;
    int error;        /* of the last try; 0: it worked */
    bool is_slow;     /* more waits than the tape can hold */
    bool is_doubtful; /* the disk failed to keep what was written */
    bool told_lost;   /* of this gap */
    int64_t retry_us; /* not before */
    int64_t due_us;   /* the next writing */
    struct tape *tape;
    int frame; /* of WRITING: bytes of the file's */
    struct recording_scan scan;
    uint8_t *mixed; /* of LOADING */
    int64_t mixed_count;
};

/** Makes a task. @param tape  of WRITING, else NULL: taken over
 *  @return NULL: no memory, the tape is freed */
struct spool *spool_new(enum spool_stage stage, uint64_t id, const char *object,
                        struct tape *tape);
struct spool *spool_free(struct spool *spool); /* NULL always */

/**
 * Does what is due: one step.
 *
 * @param buffer  the thread's own, 2 * TAPE_RING bytes
 *
 * @return whether there is more to do at once
 */
bool spool_step(struct spool *spool, int directory, uint8_t *buffer,
                int64_t now_us);

/** Writes what is on the tape, whatever is due: the thread is ending. */
void spool_flush(struct spool *spool, int directory, uint8_t *buffer);

#endif
