/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time that runs out, as a bar. */

#ifndef CONSOLE_DESK_BAR_H
#define CONSOLE_DESK_BAR_H

#include "tui/surface.h"

/**
 * Draws a bar that shrinks.
 *
 * @param left_us   what is left; below 0: nothing is drawn
 * @param whole_us  what there was; below left_us: as much
 */
void desk_bar_draw(const struct surface *surface, struct place place,
                   int64_t left_us, int64_t whole_us);

#endif
