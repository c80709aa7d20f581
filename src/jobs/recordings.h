/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recordings for workers: their rows, and their files. */

#ifndef JOBS_RECORDINGS_H
#define JOBS_RECORDINGS_H

#include <stddef.h>
#include <stdint.h>

#include "base/object.h"
#include "store/reader.h"
#include "wire/shape.h"

/* `hands` as in query.h. */

struct query_recordings {
    enum recording_order order;
    bool is_ascending;  /* from the lowest on; else from the highest */
    uint64_t cursor_id; /* the one after which to go on; 0: from the first */
    uint64_t agent_id;  /* 0: of all agents */
    uint32_t limit;     /* 1 to QUERY_MAX_ROWS */
};

/**
 * Finds recordings in that order, with what is known of their contacts.
 *
 * @param ret_rows  on success, to be freed with free(); names are ""
 *
 * @return 0 or negative errno
 */
int query_recordings(void *hands, const struct query_recordings *query,
                     struct shape_recording **ret_rows, size_t *ret_count);

/**
 * Finds one of a talk.
 *
 * @param ret_object  what its file is called
 *
 * @return 0, -ENOENT or negative errno
 */
int query_recording(void *hands, uint64_t recording_id,
                    struct shape_recording *ret_recording,
                    char ret_object[OBJECT_NAME_SIZE]);

/**
 * Finds the sound of a message, which no other question finds: no caller.
 *
 * @return as query_recording()
 */
int query_sound(void *hands, uint64_t message_id,
                struct shape_recording *ret_recording,
                char ret_object[OBJECT_NAME_SIZE]);

/**
 * Opens the file of one that is whole.
 *
 * @param directory  of recordings
 * @param ret_size   bytes in it
 *
 * @return a descriptor, or a negative errno; -ENOENT: it is gone
 */
int recording_open(const char *directory, const char *object,
                   uint64_t *ret_size);

/**
 * Reads a piece.
 *
 * @return 0, -ENODATA: the file is shorter, or another negative errno
 */
int recording_read(int fd, uint64_t offset, char *bytes, size_t length);

#endif
