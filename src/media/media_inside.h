/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What main's side of media is made of: media.c, media_open.c, media_command.c. */

#ifndef MEDIA_MEDIA_INSIDE_H
#define MEDIA_MEDIA_INSIDE_H

#include <stddef.h>

#include "media/media.h"
#include "media/port_pool.h"
#include "media/thread.h"

enum {
    COMMANDS = 1024, /* that may wait for their answer, beside the closes */
    UNREAD = 1024,   /* events that no command asked for */
};

enum slot_state {
    SLOT_FREE,
    SLOT_OPEN,
    SLOT_CLOSING,
};

struct slot {
    enum slot_state state;
    struct media_thread *home;
    size_t next_free; /* FREE: in the list of free ones */
};

/*
 * The events never overflow. Each command owes one, a play two; `owed` is
 * limited. Each stream has its DETACHED. Others are sent while no more than
 * UNREAD of them wait.
 */
struct media {
    struct media_settings settings;
    struct port_pool *ports;
    struct stream_outlet outlet;
    struct media_thread *threads[MEDIA_MAX_THREADS];
    size_t owed;
    size_t open;
    size_t first_free; /* slot; past the last one when none is */
    struct slot *slots;
    struct media_stream *streams;
    void *memory; /* that they are in */
};

/* How many events may be owed at once. */
static inline size_t owed_max(const struct media *media)
{
    return media->settings.max_streams + COMMANDS;
}

/* The stream of an id in this state; NULL: stale. */
static inline struct media_stream *find_stream(const struct media *media,
                                               struct media_stream_id id,
                                               enum slot_state state)
{
    if (id.generation == 0 || id.slot >= media->settings.max_streams ||
        media->streams[id.slot].id.generation != id.generation ||
        media->slots[id.slot].state != state)
        return NULL;

    return &media->streams[id.slot];
}

static inline struct slot *slot_of(const struct media *media,
                                   const struct media_stream *stream)
{
    return &media->slots[stream - media->streams];
}

#endif
