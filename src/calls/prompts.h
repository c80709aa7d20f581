/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prompts: read once, at the start, and played from memory. */

#ifndef CALLS_PROMPTS_H
#define CALLS_PROMPTS_H

#include <stddef.h>

#include "core/prompt_shelf.h"
#include "core/words.h"
#include "media/sound.h"

struct prompts;

enum {
    PROMPTS_MAX = 2000, /* files, in all languages */
};

/**
 * Reads <dir>/<language>/<name>.wav of every language and makes the tones. A
 * file that is no WAV as sound.h wants it is left out and counted.
 *
 * @param dir          NULL: tones only
 * @param country      of the ring-back tone; NULL: Europe's
 * @param ret_prompts  on success; release with prompts_free()
 *
 * @return 0, -ENOMEM, -ENOSPC above PROMPTS_MAX, or -errno of reading dir
 */
int prompts_new(const char *dir, const char *country,
                struct prompts **ret_prompts);

/** NULL is fine. @return NULL always */
struct prompts *prompts_free(struct prompts *prompts);

/**
 * Finds a prompt, in English when there is none in the language. O(log n).
 *
 * @return the sound, borrowed, or NULL
 */
struct sound *prompts_find(const struct prompts *prompts, enum speech language,
                           const char *name);

/** The same for those who wait: "music", or a name that is not there, is the
 *  generated piece. */
struct sound *prompts_music(const struct prompts *prompts, enum speech language,
                            const char *name);

struct sound *prompts_ring_back(const struct prompts *prompts);

/** The tone after which a caller speaks. Borrowed. */
struct sound *prompts_beep(const struct prompts *prompts);

/** Their names, for whoever decides what may be played. Borrowed. */
const struct prompt_shelf *prompts_shelf(const struct prompts *prompts);

/** How many files were read, and how many could not be. */
size_t prompts_count(const struct prompts *prompts, size_t *ret_bad);

#endif
