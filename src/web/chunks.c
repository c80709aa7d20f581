/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One state per byte of the frame, and data moved as a block. */

#include "web/chunks.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

enum { MAX_SIZE_DIGITS = 8 };

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

static bool read_size_byte(struct chunks *chunks, char c)
{
    int value = digit_value(c);

    if (value >= 0) {
        chunks->left = 16 * chunks->left + (unsigned)value;
        return ++chunks->digits <= MAX_SIZE_DIGITS;
    }
    chunks->state = CHUNKS_SIZE_LF;
    return c == '\r' && chunks->digits > 0;
}

/* A byte of the frame; data is moved elsewhere. */
static bool read_frame_byte(struct chunks *chunks, char c)
{
    switch (chunks->state) {
    case CHUNKS_SIZE:
        return read_size_byte(chunks, c);
    case CHUNKS_SIZE_LF:
        chunks->state = chunks->left > 0 ? CHUNKS_DATA : CHUNKS_END_CR;
        return c == '\n';
    case CHUNKS_DATA_CR:
        chunks->state = CHUNKS_DATA_LF;
        return c == '\r';
    case CHUNKS_DATA_LF:
        *chunks = (struct chunks){ 0 };
        return c == '\n';
    case CHUNKS_END_CR:
        chunks->state = CHUNKS_END_LF;
        return c == '\r';
    default:
        chunks->state = CHUNKS_DONE;
        return c == '\n';
    }
}

int chunks_read(struct chunks *chunks, const char *bytes, size_t length,
                size_t *ret_used, char *data, size_t *ret_data)
{
    size_t used = 0;
    size_t written = 0;

    assert(chunks && bytes && ret_used && data && ret_data);

    while (used < length && chunks->state != CHUNKS_DONE) {
        if (chunks->state != CHUNKS_DATA) {
            if (!read_frame_byte(chunks, bytes[used++]))
                return -EBADMSG;
            continue;
        }
        size_t part = length - used;
        if (part > chunks->left)
            part = (size_t)chunks->left;
        memmove(data + written, bytes + used, part);
        used += part;
        written += part;
        chunks->left -= part;
        if (chunks->left == 0)
            chunks->state = CHUNKS_DATA_CR;
    }
    *ret_used = used;
    *ret_data = written;
    return 0;
}

bool chunks_are_done(const struct chunks *chunks)
{
    assert(chunks);

    return chunks->state == CHUNKS_DONE;
}
