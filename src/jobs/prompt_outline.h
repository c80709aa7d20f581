/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the sound of a prompt is, and how loud in each stretch of it. */

#ifndef JOBS_PROMPT_OUTLINE_H
#define JOBS_PROMPT_OUTLINE_H

#include "jobs/prompt_sounds.h"

enum {
    OUTLINE_STRETCHES = 240, /* as a recording's, see media/peaks.h */
    OUTLINE_TEXT_SIZE = OUTLINE_STRETCHES + 1,
};

struct prompt_outline {
    int64_t length_us;
    char peaks[OUTLINE_TEXT_SIZE]; /* the loudest of each stretch, see
                                      base/loudness.h */
};

/**
 * Reads a sound once, from end to end. Blocks: for jobs.
 *
 * @param ret_bytes  how many were read, on success
 *
 * @return 0, -ENOENT: it was never made, or is gone; or another negative errno
 */
int prompt_outline_read(const struct prompt_shop *shop,
                        const struct digest *key,
                        struct prompt_outline *ret_outline,
                        uint64_t *ret_bytes);

#endif
