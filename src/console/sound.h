/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recordings that are fetched or heard, whatever is on the screen. */

#ifndef CONSOLE_SOUND_H
#define CONSOLE_SOUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tui/safe_text.h"
#include "wire/shape.h"

struct program;

/* What the server told last. */
struct player {
    struct shape_listening now; /* recording_id 0: nothing plays */
    bool is_asked;              /* how far it is */
    struct safe_text refused; /* by a phone that was not picked up; "": none */
};

enum { DOWNLOAD_PATH_SIZE = 48 };

/* One at a time. Commands go between its pieces. */
struct download {
    char path[DOWNLOAD_PATH_SIZE]; /* "recording-7.wav", here; "": none */
    int fd;
    uint64_t recording_id;
    int64_t offset, bytes;
    int64_t began_us;
    void (*cancel)(struct program *program); /* while it runs */

    /** Told what came of it; NULL: a message is. */
    void (*ended)(struct program *program, const char *complaint);
};

/* One of many. */
struct bulk_item {
    uint64_t recording_id;
    int64_t bytes;
};

enum bulk_kind {
    BULK_NONE,
    BULK_EXPORT,
    BULK_DELETE,
};

/* Many recordings, one after the other. */
struct bulk {
    enum bulk_kind kind;     /* BULK_NONE: nothing runs */
    struct bulk_item *items; /* owned */
    size_t count;
    size_t next; /* the first that has not been tried */
    size_t done, failed;
    bool is_stopped; /* the one on its way is the last */
    int64_t began_us;

    /** Told of each that was deleted; or NULL. */
    void (*gone)(void *owner, uint64_t recording_id);
    void *owner;
};

#endif
