/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How loud a sound is, and where in it the phone is. */

#ifndef CONSOLE_OUTLINE_H
#define CONSOLE_OUTLINE_H

#include "console/program.h"
#include "tui/surface.h"

/* A recording; or a message, or a prompt: they have one side. */
struct outline {
    uint64_t id;                 /* 0: none that the player can play */
    int64_t length_us;           /* 0: it is not whole */
    const struct note *peaks[2]; /* as of a shape; the second NULL: one side */
    const char *names[2];        /* msgids of the sides */
};

/** Draws it over a surface of WAVE_ROWS, or one less for one side; for want of
 *  a sound that there is none. */
void outline_draw(const struct program *program, const struct outline *outline,
                  const struct surface *surface);

/** What the player does with it, else its length. */
void outline_word_player(const struct program *program,
                         const struct outline *outline,
                         struct safe_text *ret_text);

#endif
