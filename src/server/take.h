/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was recorded by phone, made a sound of the prompt library. */

#ifndef SERVER_TAKE_H
#define SERVER_TAKE_H

#include "jobs/prompt_sounds.h"

/**
 * Gives a recording to a worker as a file of one channel, whoever spoke, and
 * keeps the sound that it makes. Blocks: for jobs.
 *
 * @param object     of a recording that is whole
 * @param ret_key    on success, what to call it
 * @param ret_bytes  on success, how much came to the disk; 0: it was there
 *
 * @return 0, -ENOENT: it is gone, -EFBIG: it is longer than any prompt, or what
 *         prompt_sound_convert() returns
 */
int take_keep(const char *recording_dir, const char *object,
              const struct prompt_shop *shop, struct digest *ret_key,
              uint64_t *ret_bytes);

#endif
