/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recordings that are fetched or heard, whatever is on the screen. */

#ifndef CONSOLE_SOUND_H
#define CONSOLE_SOUND_H

#include <stdbool.h>
#include <stdint.h>

#include "wire/shape.h"

struct program;

/* What the server told last. */
struct player {
    struct shape_listening now; /* recording_id 0: nothing plays */
    bool is_asked;              /* how far it is */
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
};

#endif
