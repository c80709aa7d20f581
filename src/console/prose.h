/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sentence over several rows. */

#ifndef CONSOLE_PROSE_H
#define CONSOLE_PROSE_H

#include "tui/surface.h"

/**
 * Draws words over the rows of a surface, broken at blanks. What has no room
 * in the last row ends in an ellipsis there.
 *
 * @return rows used
 */
int prose_draw(const struct surface *surface, struct look look,
               const char *words);

#endif
