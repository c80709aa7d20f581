/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prompts that people made, and their sounds as far as they are loaded. */

#ifndef CALLS_PROMPT_LIBRARY_H
#define CALLS_PROMPT_LIBRARY_H

#include <stddef.h>

#include "core/event.h"
#include "media/sound.h"

/*
 * A prompt stands for itself and its translations: a caller hears the one in
 * the own language, else the prompt itself. Sounds are given when they are
 * loaded; until then, and when one could not be made, there is none.
 */
struct prompt_library;

enum {
    LIBRARY_MAX_S = 4 * 3600, /* of sound, in all: 230 MB */
};

int prompt_library_new(struct prompt_library **ret_library); /* 0 or -ENOMEM */
struct prompt_library *prompt_library_free(struct prompt_library *library);

/** Takes a prompt in, or what it is now; its sound stays. @return 0, -ENOMEM */
int prompt_library_set(struct prompt_library *library,
                       const struct event_prompt_set *prompt);
void prompt_library_remove(struct prompt_library *library, uint64_t prompt_id);

/**
 * Gives a prompt its sound, in place of the one it had.
 *
 * @param sound  the reference is taken over; NULL: it has none
 *
 * @return 0, -ENOENT: no such prompt, or -ENOSPC above LIBRARY_MAX_S
 */
int prompt_library_give(struct prompt_library *library, uint64_t prompt_id,
                        struct sound *sound);

/**
 * Finds the sound for a caller. O(prompts).
 *
 * @param prompt_id  0: the one with this name
 * @param name       may be "" with a number
 *
 * @return borrowed, or NULL
 */
struct sound *prompt_library_find(const struct prompt_library *library,
                                  uint64_t prompt_id, const char *name,
                                  enum speech language);

/** The sound of this very prompt, whatever the language. @return as above */
struct sound *prompt_library_own(const struct prompt_library *library,
                                 uint64_t prompt_id);

#endif
