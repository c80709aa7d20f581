/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence over several rows. */

#ifndef TUI_PROSE_H
#define TUI_PROSE_H

#include "tui/surface.h"

/**
 * Draws words over the rows of a surface, broken at blanks. What has no room
 * in the last row ends in an ellipsis there.
 *
 * @return rows used
 */
int prose_draw(const struct surface *surface, struct look look,
               const char *words);

/** Rows that prose_draw() needs for all of the words; columns above 0. */
int prose_rows(const char *words, int columns);

#endif
