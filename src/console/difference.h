/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines that tell what differs, drawn. */

#ifndef CONSOLE_DIFFERENCE_H
#define CONSOLE_DIFFERENCE_H

#include "tui/surface.h"

/**
 * Draws lines as base/text_diff.h prints them: "+" and "-" say without colours
 * what is added and what is gone; no text may be drawn raw, so each is made
 * safe. O(lines).
 *
 * @param text  lines, each ended; may be anything
 * @param top   the first one shown; put right when it is behind the last
 */
void difference_draw(const struct surface *surface, const char *text, int *top);

#endif
