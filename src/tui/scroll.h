/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys and the wheel by which what is read moves on. */

#ifndef TUI_SCROLL_H
#define TUI_SCROLL_H

#include <stdbool.h>

struct input;

/* Further than anything is long: to its begin, or its end. */
enum { SCROLL_ALL = 1000000 };

/**
 * How far an input moves: a row by arrows or j and k, a page, all by Home and
 * End, as many rows as the wheel turned.
 *
 * @param page    rows of a page, at least 0
 * @param ret_by  rows, down is above 0; left alone when false. Whoever moves
 *                stops at the ends.
 *
 * @return whether it moves anything
 */
bool scroll_input(const struct input *input, long page, long *ret_by);

#endif
