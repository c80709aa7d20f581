/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chunked body, read piece by piece. RFC 9112, section 7.1. */

#ifndef WEB_CHUNKS_H
#define WEB_CHUNKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Strict: sizes of 1 to 8 hexadecimal digits, CR LF, no extensions and no
   trailers, which nobody needs and some readers disagree about. */
struct chunks {
    enum {
        CHUNKS_SIZE,
        CHUNKS_SIZE_LF,
        CHUNKS_DATA,
        CHUNKS_DATA_CR,
        CHUNKS_DATA_LF,
        CHUNKS_END_CR,
        CHUNKS_END_LF,
        CHUNKS_DONE,
    } state; /* begins as 0 */
    unsigned digits;
    uint64_t left; /* of this chunk */
};

/**
 * Reads on. Data is moved to where the caller wants it, which may be the same
 * place or before it.
 *
 * @param used      on return, bytes read
 * @param data      room for the length
 * @param ret_data  bytes of data written
 *
 * @return 0, or -EBADMSG: it is no chunked body
 */
int chunks_read(struct chunks *chunks, const char *bytes, size_t length,
                size_t *ret_used, char *data, size_t *ret_data);

/** Says whether the body is complete. */
bool chunks_are_done(const struct chunks *chunks);

#endif
