/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread that puts recordings on the disk, so that media need not wait. */

#ifndef MEDIA_RECORDER_H
#define MEDIA_RECORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "media/recording_file.h"
#include "media/sound.h"
#include "media/tape.h"

/*
 * Each tape is written every 400 ms at the latest, as far as it is final: with
 * the 200 ms that packets may be late, a process that dies loses less than the
 * last second. A file begins under "open" and is moved when it is whole and on
 * the disk; whatever is found under "open" by a later process is repaired.
 *
 * A disk that is full or fails stops nothing but the file: what does not fit
 * into the tape meanwhile is lost, and the recording goes on, with silence for
 * the gap, as soon as writing works again.
 *
 * Single threaded but for its own thread: only the maker may call.
 */
struct recorder;

enum {
    RECORDER_MAX_TAPES = 8192,
};

enum recorder_event_type {
    RECORDER_LOSES,    /* a gap begins: the disk is slow, or refuses; or it
                          failed to keep what was written (-EIO) */
    RECORDER_FINISHED, /* the file is whole, and closed */
    RECORDER_REMOVED,  /* the file is gone */
    RECORDER_LOADED,   /* sound, or error */
};

struct recorder_event {
    enum recorder_event_type type;
    uint64_t id; /* as given */
    int error; /* LOSES: the negative errno of writing; 0: too slow. LOADED: why
                  there is no sound; 0: there is */
    struct sound *sound; /* LOADED: all channels in one; a reference, which
                            whoever takes the event gives back */
    bool repaired;       /* FINISHED: it was left behind */
    int64_t lost;        /* FINISHED: samples that became silence */
    struct recording_facts facts; /* FINISHED; bytes 0: nothing was kept */
};

/**
 * Makes the directories where they are missing, and starts the thread.
 *
 * @param directory  of recordings; for its owner alone
 *
 * @return 0 or negative errno
 */
int recorder_new(const char *directory, struct recorder **ret_recorder);

/**
 * Writes what is on the tapes, and stops; what is not finished is repaired by
 * the next process. No media thread may have a tape any more. NULL is fine.
 *
 * @return NULL always
 */
struct recorder *recorder_free(struct recorder *recorder);

/**
 * Begins a recording: 45 KB. Whoever gets the tape lets it go with tape_end();
 * it is the recorder's to free.
 *
 * @param id      comes back in events
 * @param object  object_is_name()
 *
 * @return 0, -ENOSPC above RECORDER_MAX_TAPES, or -ENOMEM
 */
int recorder_begin(struct recorder *recorder, uint64_t id, const char *object,
                   struct tape **ret_tape);

/** ... of one who speaks alone: the file has one channel, the left one. */
int recorder_begin_alone(struct recorder *recorder, uint64_t id,
                         const char *object, struct tape **ret_tape);

/**
 * Finishes a recording that was left behind: RECORDER_FINISHED follows.
 *
 * @return 0 or -ENOMEM
 */
int recorder_repair(struct recorder *recorder, uint64_t id, const char *object);

/**
 * Removes a recording: RECORDER_REMOVED follows, when the disk lets it go.
 *
 * @return 0 or -ENOMEM
 */
int recorder_remove(struct recorder *recorder, uint64_t id, const char *object);

/**
 * Reads a whole recording, to be played: 8,000 bytes a second.
 * RECORDER_LOADED follows.
 *
 * @return 0 or -ENOMEM
 */
int recorder_load(struct recorder *recorder, uint64_t id, const char *object);

/** The descriptor that is readable while events wait. Borrowed. */
int recorder_event_fd(const struct recorder *recorder);

/** Takes the next event. @return whether there was one */
bool recorder_next_event(struct recorder *recorder,
                         struct recorder_event *ret_event);

/* How it fares. */
struct recorder_status {
    size_t open;     /* recordings not finished */
    int error;       /* why nothing can be written now; 0: it can */
    bool is_slow;    /* the disk does not keep up */
    int64_t lost_us; /* of all since the start */
};

/** From any thread. */
void recorder_status(struct recorder *recorder,
                     struct recorder_status *ret_status);

#endif
