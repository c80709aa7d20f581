/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chunked body: the same in one piece and byte by byte. */

#include <string.h>

#include "tests/fuzz/fuzz.h"
#include "web/chunks.h"

struct body {
    char *data;
    size_t length;
    size_t used;
    int rc;
    bool is_done;
};

static struct body read_body(const uint8_t *data, size_t size, size_t piece)
{
    struct body body = { .data = malloc(size ? size : 1) };
    struct chunks chunks = { 0 };

    CLAIM(body.data);
    while (body.used < size && body.rc == 0 && !chunks_are_done(&chunks)) {
        size_t left = size - body.used;
        size_t used = 0, got = 0;

        body.rc = chunks_read(&chunks, (const char *)data + body.used,
                              piece < left ? piece : left, &used,
                              body.data + body.length, &got);
        if (body.rc < 0)
            break;
        CLAIM(got <= used && used <= left);
        body.used += used;
        body.length += got;
    }
    body.is_done = chunks_are_done(&chunks);
    return body;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct body whole = read_body(data, size, SIZE_MAX);
    struct body bytes = read_body(data, size, 1);

    CLAIM(whole.rc == bytes.rc);
    if (whole.rc == 0) {
        CLAIM(whole.length == bytes.length && whole.used == bytes.used);
        CLAIM(whole.is_done == bytes.is_done);
        CLAIM(memcmp(whole.data, bytes.data, whole.length) == 0);
    }
    free(whole.data);
    free(bytes.data);
    return 0;
}
