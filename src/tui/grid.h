/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture made of cells: what a terminal is to show, without a terminal. */

#ifndef TUI_GRID_H
#define TUI_GRID_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "tui/theme.h"

/*
 * Everything is drawn into a grid; the terminal's adapter then writes what has
 * changed, and tests, dumps and prints read the same cells. A wide character
 * takes two cells, the second of which is empty and has no width of its own.
 */

enum {
    CELL_POINTS = 3, /* a letter and two marks */
    GRID_MAX = 1024, /* rows, and columns */
};

struct cell {
    int32_t points[CELL_POINTS]; /* Unicode; 0 after the last */
    uint8_t width;               /* 1, 2, or 0: right half of the cell before */
    struct look look;
};

struct grid_cursor {
    int row;
    int column;
    bool is_shown;
};

struct grid;
struct spoken;

/**
 * Makes one, all blank.
 *
 * @param rows, columns  brought into 1 to GRID_MAX
 * @param ret_grid       release with grid_free()
 *
 * @return 0, or -ENOMEM
 */
int grid_new(int rows, int columns, struct grid **ret_grid);

/** Releases it; NULL is fine. Returns NULL. */
struct grid *grid_free(struct grid *grid);

/** Blanks it, and hides the cursor in its corner. O(cells). */
void grid_clear(struct grid *grid);

int grid_rows(const struct grid *grid);
int grid_columns(const struct grid *grid);

/** Whether two cells show the same. */
bool cell_is_equal(const struct cell *a, const struct cell *b);

/** A cell inside the grid. */
const struct cell *grid_cell(const struct grid *grid, int row, int column);

/**
 * Writes a cell. What lies outside is left out; half a wide character that is
 * written over goes, and so does one that would stick out on the right. What
 * is no visible character becomes a middle dot: nothing that steers a terminal
 * is ever in a grid.
 */
void grid_put(struct grid *grid, int row, int column, struct cell cell);

/** Adds flags to the looks of a row's cells, from a column on. */
void grid_flag(struct grid *grid, int row, int column, int columns,
               uint8_t flags);

/** Where the hardware cursor is to stand: on what has the focus. */
void grid_cursor_set(struct grid *grid, struct grid_cursor cursor);
struct grid_cursor grid_cursor(const struct grid *grid);

/** Where whatever draws the focused thing says it, see tui/speech.h; NULL:
 *  nobody listens, as in a new grid. Borrowed. */
void grid_speech_set(struct grid *grid, struct spoken *speech);
struct spoken *grid_speech(const struct grid *grid);

/** Whether two grids of the same size show the same, cursors included. */
bool grid_is_equal(const struct grid *a, const struct grid *b);

/** Copies a picture of the same size; -EINVAL: it has another. */
int grid_copy(struct grid *grid, const struct grid *from);

/**
 * Writes the picture as text in UTF-8, a line for each row, without blanks at
 * the ends of lines.
 *
 * @return 0, or -EIO
 */
int grid_print(const struct grid *grid, FILE *file);

#endif
