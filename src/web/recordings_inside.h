/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What recordings.c, recording_file.c, listening.c and voicemail.c share. */

#ifndef WEB_RECORDINGS_INSIDE_H
#define WEB_RECORDINGS_INSIDE_H

#include "jobs/recordings.h"
#include "web/exchange.h"

/* A question about one recording, and what came of it. */
struct recording_job {
    struct exchange_job base;
    uint64_t recording_id;
    struct shape_recording recording;
    char object[OBJECT_NAME_SIZE];
    const char *kind; /* "recording" or "message" */
    int rc;
};

/** Sends its sound, after the access was noted; the asker may have it. */
void recordings_send(struct exchange *exchange, struct recording_job *work);

/** Plays it to the asker's own phone. */
void recordings_play(struct exchange *exchange, struct recording_job *work);

/**
 * Asks for the one that the path names. `then` is only called when the asker
 * may do with it what the route's permission says.
 */
void recordings_ask_one(struct exchange *exchange,
                        void (*then)(struct exchange *exchange,
                                     struct recording_job *work));

#endif
