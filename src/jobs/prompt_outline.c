/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The length is known before: so are the stretches. */

#include "jobs/prompt_outline.h"

#include <assert.h>
#include <errno.h>
#include <unistd.h>

#include "base/loudness.h"

enum {
    HEAD = 44, /* bytes before the samples of a sound that a worker made */
    SAMPLE = 2,
    HERTZ = 8000,
    SHORTEST = HERTZ / 50, /* samples of a stretch */
    PIECE = 32768,         /* bytes read at a time */
};

struct scan {
    uint64_t per; /* samples of a stretch */
    uint64_t at;  /* samples looked at */
    unsigned loudest[OUTLINE_STRETCHES];
};

static unsigned magnitude(const uint8_t *at)
{
    int sample = (int16_t)(uint16_t)(at[0] | at[1] << 8);

    return (unsigned)(sample < 0 ? -sample : sample);
}

static void look(struct scan *scan, const uint8_t *bytes, size_t count)
{
    for (size_t i = 0; i + SAMPLE <= count; i += SAMPLE) {
        unsigned *loudest = &scan->loudest[scan->at++ / scan->per];
        unsigned here = magnitude(bytes + i);

        if (here > *loudest)
            *loudest = here;
    }
}

/* A file that is shorter than it was is read as far as it goes. */
static int read_samples(int fd, uint64_t samples, struct scan *scan)
{
    uint8_t piece[PIECE];

    while (scan->at < samples) {
        uint64_t left = (samples - scan->at) * SAMPLE;
        ssize_t got =
            pread(fd, piece, left < PIECE ? (size_t)left : sizeof(piece),
                  (off_t)(HEAD + scan->at * SAMPLE));

        if (got < 0 && errno != EINTR)
            return -errno;
        if (got >= 0 && got < SAMPLE)
            return 0;
        if (got > 0)
            look(scan, piece, (size_t)got);
    }
    return 0;
}

static void tell(const struct scan *scan, struct prompt_outline *ret_outline)
{
    size_t count = (size_t)((scan->at + scan->per - 1) / scan->per);

    for (size_t i = 0; i < count; i++)
        ret_outline->peaks[i] = loudness_spell(scan->loudest[i]);
    ret_outline->peaks[count] = '\0';
    ret_outline->length_us = (int64_t)(scan->at * 1000000 / HERTZ);
}

int prompt_outline_read(const struct prompt_shop *shop,
                        const struct digest *key,
                        struct prompt_outline *ret_outline, uint64_t *ret_bytes)
{
    assert(shop && key && ret_outline && ret_bytes);
    uint64_t size = 0;
    int fd = prompt_sound_open(shop, key, &size);

    if (fd < 0)
        return fd;

    uint64_t samples = size > HEAD ? (size - HEAD) / SAMPLE : 0;
    uint64_t per = (samples + OUTLINE_STRETCHES - 1) / OUTLINE_STRETCHES;
    struct scan scan = { .per = per > SHORTEST ? per : SHORTEST };
    int rc = read_samples(fd, samples, &scan);
    close(fd);
    if (rc < 0)
        return rc;

    tell(&scan, ret_outline);
    *ret_bytes = size;
    return 0;
}
