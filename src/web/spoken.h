/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which languages prompts are there: of all of them, by one look at each. */

#ifndef WEB_SPOKEN_H
#define WEB_SPOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "core/state.h"

/*
 * A prompt is there in its own language and in those of its translations, where
 * they have a text or a sound. Who asks this of many prompts makes the index
 * once: translations do not say so of themselves, so that asking the floor each
 * time would be a look at every prompt.
 */
struct spoken;

/** Makes it of what the floor has now. O(prompts log prompts).
 *  @return NULL: no memory */
struct spoken *spoken_new(const struct state *floor);
struct spoken *spoken_free(struct spoken *spoken); /* NULL always */

/** Whether a prompt is there in a language. O(log prompts), without the
 *  floor. */
bool spoken_has(const struct spoken *spoken, uint64_t prompt_id,
                enum speech language);

/** Whether there is something to be heard in a prompt itself. */
bool spoken_is_there(const struct event_prompt_set *prompt);

#endif
