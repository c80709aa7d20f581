/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares a length out among boxes, across or down. */

#ifndef TUI_LAYOUT_H
#define TUI_LAYOUT_H

#include "tui/surface.h"

struct box {
    int min;    /* cells it needs */
    int want;   /* cells it likes; below min: min */
    int max;    /* more it does not take; 0: no limit beyond want, or none
                   at all with a weight */
    int weight; /* its share of what is left */
    int drop;   /* when room is short, the highest goes first; 0 stays */
    int at;     /* result */
    int cells;  /* result; 0: dropped */
};

enum { LAYOUT_BOXES = 32 };

/**
 * Shares a length out. Where it is too short for what the boxes need, those
 * with the highest drop go, of equals the last; those that stay are then cut
 * from the end. What is left after their wishes goes by weight. Sizes of 0
 * take no gap.
 *
 * @param count   up to LAYOUT_BOXES
 * @param length  cells there are
 * @param gap     cells between two boxes
 */
void layout_share(struct box *boxes, int count, int length, int gap);

/** The part of a surface a box has, side by side or one above the other. */
struct surface layout_across(const struct surface *surface,
                             const struct box *box);
struct surface layout_down(const struct surface *surface,
                           const struct box *box);

#endif
