/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A console on a stage: fixed moment, fixture rows, keys by name. */

#ifndef TESTS_CONSOLE_STAGE_H
#define TESTS_CONSOLE_STAGE_H

#include "console/console.h"

/* How it is looked at. */
struct stage {
    struct style style;
    int rows, columns;
    const struct key_set *keys; /* NULL: as in the tables */
    struct program *program;
};

/** Opens the console at Sun 22 Nov 2026 14:32:07 UTC with a fixture. */
void stage_open(struct stage *stage, const char *fixture);
void stage_close(struct stage *stage);

/**
 * Plays a line of steps, separated by blanks:
 *
 *     F2 Alt-h Enter q   keys
 *     'some text'        typed letter by letter
 *     @ringing           loads a fixture
 *     +5                 time passes, seconds
 *     ~900               milliseconds do, without a second's beginning
 *     =60x16             the window has that size now
 *     ^5x10              a click at row 5, column 10, both from 0
 *     ^5x10>7x20         the same, dragged from the first to the second
 *     %5x10+3            the wheel there, three rows down
 *     !                  a frame is drawn: keys act on what is seen
 *     :'lang cs'         a line of the palette
 */
void stage_play(struct stage *stage, const char *steps);

/** The picture; valid until the next one. */
const char *stage_picture(struct stage *stage);

/** The picture with the attributes of a mono terminal: below each row that has
 *  some, a row of letters: B bold, U underlined, R reversed, D dim. */
const char *stage_picture_mono(struct stage *stage);

/** How many keys the steps are: fixtures and time are none. */
int stage_keys(const char *steps);

#endif
