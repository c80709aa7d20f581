/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long prompts are, and how they sound at a glance: with lists that show
   prompts, and greetings. */

#ifndef CONSOLE_PROMPT_SOUNDS_H
#define CONSOLE_PROMPT_SOUNDS_H

#include "console/program.h"
#include "tui/surface.h"

enum { PROMPT_SOUNDS_MAX = 5000 }; /* those behind are not known */

struct prompt_sounds;

/**
 * Asks for those of all prompts, or of the greetings that one hears: page after
 * page, without a word when the server refuses. What was known before stays
 * until all have come.
 *
 * @param route  ROUTE_PROMPT_SOUNDS or ROUTE_GREETING_SOUNDS
 */
void prompt_sounds_fetch(struct program *program, enum route_id route);

/** How long one is in a language, itself or by its translation; -1: not known,
 *  or there is nothing to hear. O(prompts) */
int64_t prompt_sound_length_us(const struct program *program,
                               uint64_t prompt_id, enum speech language);

/** How long one itself is; -1 as above. */
int64_t prompt_sound_own_us(const struct program *program, uint64_t prompt_id);

enum { PROMPT_SOUND_ROWS = speech_count }; /* one of each language */

/** Draws how one sounds in each language, as far as the surface has rows. */
void prompt_sounds_draw(const struct program *program, uint64_t prompt_id,
                        const struct surface *surface);

#endif
