/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the pen share; for them alone. */

#ifndef TUI_PEN_INSIDE_H
#define TUI_PEN_INSIDE_H

#include "tui/pen.h"

/* A sequence in the making; what does not fit is cut. */
struct draft {
    char bytes[2 * TERMINFO_BYTES];
    size_t length;
};

void draft_add(struct draft *draft, const char *bytes, size_t length);
void draft_repeat(struct draft *draft, char byte, int times);

/* Takes the attributes such ink needs, if it has not. */
void pen_take_paint(struct pen *pen, const struct ink *ink);

#endif
