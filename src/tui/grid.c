/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One array of cells. */

#include "tui/grid.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "tui/utf8.h"

struct grid {
    int rows;
    int columns;
    struct grid_cursor cursor;
    struct spoken *speech; /* or NULL */
    struct cell cells[];
};

static const struct cell blank = { .points = { ' ' }, .width = 1 };

static int within(int number, int low, int high)
{
    return number < low ? low : number > high ? high : number;
}

int grid_new(int rows, int columns, struct grid **ret_grid)
{
    assert(ret_grid);
    rows = within(rows, 1, GRID_MAX);
    columns = within(columns, 1, GRID_MAX);

    size_t cells = (size_t)rows * (size_t)columns;
    struct grid *grid = malloc(sizeof(*grid) + cells * sizeof(struct cell));
    if (!grid)
        return -ENOMEM;

    grid->rows = rows;
    grid->columns = columns;
    grid->speech = NULL;
    grid_clear(grid);
    *ret_grid = grid;
    return 0;
}

struct grid *grid_free(struct grid *grid)
{
    free(grid);
    return NULL;
}

void grid_clear(struct grid *grid)
{
    assert(grid);
    for (int i = 0; i < grid->rows * grid->columns; i++)
        grid->cells[i] = blank;
    grid->cursor = (struct grid_cursor){ 0, 0, false };
}

void grid_speech_set(struct grid *grid, struct spoken *speech)
{
    assert(grid);
    grid->speech = speech;
}

struct spoken *grid_speech(const struct grid *grid)
{
    return grid->speech;
}

int grid_rows(const struct grid *grid)
{
    return grid->rows;
}

int grid_columns(const struct grid *grid)
{
    return grid->columns;
}

static struct cell *cell_at(struct grid *grid, int row, int column)
{
    return &grid->cells[row * grid->columns + column];
}

const struct cell *grid_cell(const struct grid *grid, int row, int column)
{
    assert(row >= 0 && row < grid->rows);
    assert(column >= 0 && column < grid->columns);

    return &grid->cells[row * grid->columns + column];
}

/* Makes room for a new cell: no half of a wide one may stay behind. */
static void cell_clear(struct grid *grid, int row, int column)
{
    struct cell *cell = cell_at(grid, row, column);

    if (cell->width == 0 && column > 0)
        *cell_at(grid, row, column - 1) = blank;
    if (cell->width == 2 && column + 1 < grid->columns)
        *cell_at(grid, row, column + 1) = blank;
    *cell = blank;
}

static void point_clean(int32_t *point)
{
    char shown[TEXT_SAFE_SIZE(4)], bytes[4];
    size_t length = utf8_write(*point, bytes);
    size_t kept = text_safe(bytes, length, shown, sizeof(shown));
    size_t used;

    *point = kept == 0 ? 0xB7 : text_decode(shown, kept, &used);
}

static void cell_clean(struct cell *cell)
{
    for (int i = 0; i < CELL_POINTS && cell->points[i] != 0; i++)
        if (cell->points[i] < 0x20 || cell->points[i] >= 0x7F)
            point_clean(&cell->points[i]);
    if (cell->points[0] == 0)
        cell->points[0] = ' ';
}

void grid_put(struct grid *grid, int row, int column, struct cell cell)
{
    assert(grid && (cell.width == 1 || cell.width == 2));
    if (row < 0 || row >= grid->rows || column < 0 || column >= grid->columns)
        return;

    cell_clear(grid, row, column);
    if (cell.width == 2 && column + 1 >= grid->columns)
        cell =
            (struct cell){ .points = { ' ' }, .width = 1, .look = cell.look };
    cell_clean(&cell);
    *cell_at(grid, row, column) = cell;
    if (cell.width < 2)
        return;

    cell_clear(grid, row, column + 1);
    /* That has blanked the left half as part of an older pair. */
    *cell_at(grid, row, column) = cell;
    *cell_at(grid, row, column + 1) = (struct cell){ .look = cell.look };
}

void grid_flag(struct grid *grid, int row, int column, int columns,
               uint8_t flags)
{
    assert(grid);
    if (row < 0 || row >= grid->rows)
        return;
    for (int i = column < 0 ? 0 : column;
         i < column + columns && i < grid->columns; i++)
        cell_at(grid, row, i)->look.flags |= flags;
}

void grid_cursor_set(struct grid *grid, struct grid_cursor cursor)
{
    assert(grid);
    cursor.row = within(cursor.row, 0, grid->rows - 1);
    cursor.column = within(cursor.column, 0, grid->columns - 1);
    grid->cursor = cursor;
}

struct grid_cursor grid_cursor(const struct grid *grid)
{
    return grid->cursor;
}

bool cell_is_equal(const struct cell *a, const struct cell *b)
{
    return memcmp(a->points, b->points, sizeof(a->points)) == 0 &&
           a->width == b->width && a->look.role == b->look.role &&
           a->look.flags == b->look.flags;
}

bool grid_is_equal(const struct grid *a, const struct grid *b)
{
    if (a->rows != b->rows || a->columns != b->columns ||
        a->cursor.row != b->cursor.row ||
        a->cursor.column != b->cursor.column ||
        a->cursor.is_shown != b->cursor.is_shown)
        return false;
    for (int i = 0; i < a->rows * a->columns; i++)
        if (!cell_is_equal(&a->cells[i], &b->cells[i]))
            return false;
    return true;
}

int grid_copy(struct grid *grid, const struct grid *from)
{
    assert(grid && from);
    if (grid->rows != from->rows || grid->columns != from->columns)
        return -EINVAL;
    grid->cursor = from->cursor;
    memcpy(grid->cells, from->cells,
           (size_t)(grid->rows * grid->columns) * sizeof(grid->cells[0]));
    return 0;
}

static bool is_blank(const struct cell *cell)
{
    return cell->width == 1 && cell->points[0] == ' ' && cell->points[1] == 0;
}

static void print_cell(const struct cell *cell, FILE *file)
{
    for (int i = 0; i < CELL_POINTS && cell->points[i] != 0; i++) {
        char bytes[4];

        fwrite(bytes, 1, utf8_write(cell->points[i], bytes), file);
    }
}

int grid_print(const struct grid *grid, FILE *file)
{
    assert(grid && file);
    for (int row = 0; row < grid->rows; row++) {
        int end = grid->columns;

        while (end > 0 && is_blank(grid_cell(grid, row, end - 1)))
            end--;
        for (int column = 0; column < end; column++)
            print_cell(grid_cell(grid, row, column), file);
        putc('\n', file);
    }
    return ferror(file) ? -EIO : 0;
}
