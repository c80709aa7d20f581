/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the terminal's cursor stands and how it writes, in few bytes. */

#ifndef TUI_PEN_H
#define TUI_PEN_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/grid.h"
#include "tui/outlet.h"
#include "tui/terminfo.h"
#include "tui/theme.h"

/*
 * A line that is slow is paid by the byte. Of each move and each change of
 * attributes the shortest way is taken that terminfo names, and nothing is
 * said twice. ECMA-48 lets settings be joined in one sequence, switched off
 * one by one, and a character be repeated; each is used where terminfo shows
 * that the terminal keeps to it.
 */

struct pen {
    const struct terminfo *info;
    struct outlet *outlet;
    int rows, columns;
    int row, column;    /* below 0: not known */
    struct paint paint; /* in force */
    bool has_paint;     /* it is known */
};

/* A character with its marks as the terminal gets it; ink is what it shows. */
struct ink {
    int32_t points[CELL_POINTS];
    uint8_t width; /* 1 or 2 */
    struct paint paint;
};

/** Nothing is known of the terminal yet. */
void pen_init(struct pen *pen, const struct terminfo *info,
              struct outlet *outlet);

/** Somebody else has written: nothing is known any more. */
void pen_forget(struct pen *pen);

/** Blanks the screen of this size. */
void pen_clear(struct pen *pen, int rows, int columns);

/** The bytes that a move would take; 0: it is there. */
size_t pen_move_cost(const struct pen *pen, int row, int column);
void pen_move(struct pen *pen, int row, int column);

/** Whether it writes such ink without a change of attributes. */
bool pen_suits(const struct pen *pen, const struct ink *ink);

/** Bytes of the character alone. */
size_t pen_ink_cost(const struct ink *ink);

/** Writes the same ink in so many cells next to each other, from where it
 * stands. Ends right of them, or nowhere known. */
void pen_write(struct pen *pen, const struct ink *ink, int times);

/** Makes the rest of the row blank, on the terminal's own ground. */
void pen_erase_rest(struct pen *pen);

/** Back to no attributes. */
void pen_plain(struct pen *pen);

/** A string without parameters. */
void pen_say(struct pen *pen, const char *string);

/** Whether nothing but its ground shows. */
bool ink_is_blank(const struct ink *ink);

/** Whether both look the same. */
bool ink_is_equal(const struct ink *a, const struct ink *b);

#endif
