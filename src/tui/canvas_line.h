/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places and directions of lines that run across and down. */

#ifndef TUI_CANVAS_LINE_H
#define TUI_CANVAS_LINE_H

enum canvas_way { CANVAS_UP, CANVAS_RIGHT, CANVAS_DOWN, CANVAS_LEFT };

struct canvas_spot {
    int row, column;
};

/* Where lines leave a cell, as bits: 1 << enum canvas_way. */
enum { RAY_UP = 1, RAY_RIGHT = 2, RAY_DOWN = 4, RAY_LEFT = 8 };

#endif
