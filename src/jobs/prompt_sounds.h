/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sounds of the prompt library: files, made by workers. */

#ifndef JOBS_PROMPT_SOUNDS_H
#define JOBS_PROMPT_SOUNDS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/object.h"
#include "core/event.h"
#include "jobs/worker.h"

/*
 * A sound is a WAV file of 8000 Hz, mono, 16 bit, that never changes. Its key
 * is a SHA-256: of an uploaded one that of the file, which the prompt's document
 * names; of a spoken one that of the text, the voice, its speed and its version,
 * so that whoever asks again finds it there (a cache: it may be thrown away).
 * The first half of the key names the file, as object.h has it.
 *
 * All functions but the first two block: for jobs, or at the start.
 */
struct prompt_shop {
    const char *directory; /* made if missing; borrowed */
    struct worker worker;
    atomic_uint *kept; /* borrowed: files that were put there; or NULL */
};

/**
 * Tells which sound a prompt has, as spoken by the voices that there are now.
 *
 * @return false: none, there is neither text nor sound
 */
bool prompt_sound_key(const struct prompt_shop *shop,
                      const struct event_prompt_set *prompt,
                      struct digest *ret_key);

/** Names the file of a key, beneath the directory. */
void prompt_sound_path(const struct digest *key,
                       char ret_path[OBJECT_PATH_SIZE]);

/**
 * Speaks a prompt's text, unless that was done before, or it has an uploaded
 * sound, or no text.
 *
 * @param ret_outcome  on -EBADMSG, why it cannot be spoken
 *
 * @return 0, -EBADMSG, what worker_ask() returns, or -errno of writing
 */
int prompt_sound_speak(const struct prompt_shop *shop,
                       const struct event_prompt_set *prompt,
                       enum worker_outcome *ret_outcome);

/**
 * Makes a sound of a WAV file and keeps it.
 *
 * @param ret_key  on success, what to call it
 *
 * @return as prompt_sound_speak(), or 1: the very same was there before
 */
int prompt_sound_convert(const struct prompt_shop *shop, const void *bytes,
                         size_t length, struct digest *ret_key,
                         enum worker_outcome *ret_outcome);

/**
 * Opens the file of a sound.
 *
 * @return a descriptor, or a negative errno; -ENOENT: it is not there
 */
int prompt_sound_open(const struct prompt_shop *shop, const struct digest *key,
                      uint64_t *ret_size);

/**
 * Tells whether a sound is there, for whoever is about to name it: it counts as
 * written now, so that nothing sweeps it away before.
 *
 * @return 0 or a negative errno; -ENOENT: it is not there
 */
int prompt_sound_look(const struct prompt_shop *shop, const struct digest *key);

/**
 * Removes what nobody needs any more, and what was never whole. One that is
 * looked at meanwhile stays.
 *
 * @param before_s  in seconds since 1970: what was written later may be on its
 *                  way into a document, and stays; INT64_MAX at the start, when
 *                  nothing is
 * @param is_used   told the first half of a key
 *
 * @return how many were removed, or a negative errno; none is there: 0
 */
int prompt_sounds_sweep(const struct prompt_shop *shop, int64_t before_s,
                        bool (*is_used)(void *arg, const char *object),
                        void *arg);

/** Takes back what a sweep that was ended by a crash had set aside; before any
 *  sound is loaded. @return 0 or a negative errno */
int prompt_sounds_take_back(const struct prompt_shop *shop);

#endif
