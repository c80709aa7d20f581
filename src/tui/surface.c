/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes texts cell by cell, inside the rectangle. */

#include "tui/surface.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "lang/ascii.h"
#include "lang/cells.h"

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

struct surface surface_of(struct grid *grid, const struct style *style)
{
    assert(grid && style);

    return (struct surface){ grid, style,           0,
                             0,    grid_rows(grid), grid_columns(grid) };
}

struct surface surface_part(const struct surface *surface, int row, int column,
                            int rows, int columns)
{
    assert(surface);
    int from_row = larger(row, 0), from_column = larger(column, 0);
    int end_row = smaller(row + rows, surface->rows);
    int end_column = smaller(column + columns, surface->columns);

    return (struct surface){
        surface->grid,
        surface->style,
        surface->top + from_row,
        surface->left + from_column,
        larger(end_row - from_row, 0),
        larger(end_column - from_column, 0),
    };
}

static void put(const struct surface *surface, int row, int column,
                struct cell cell)
{
    if (row < 0 || row >= surface->rows || column < 0 ||
        column + cell.width > surface->columns)
        return;
    grid_put(surface->grid, surface->top + row, surface->left + column, cell);
}

void surface_fill(const struct surface *surface, struct look look)
{
    for (int row = 0; row < surface->rows; row++)
        for (int column = 0; column < surface->columns; column++)
            put(surface, row, column,
                (struct cell){ { ' ' }, .width = 1, .look = look });
}

/* Reads a letter with its marks; returns the bytes it takes. */
static size_t cell_read(const struct surface *surface, const char *text,
                        struct cell *ret_cell)
{
    size_t left = strlen(text), used, marks = 0;
    int32_t point = text_decode(text, left, &used);
    size_t all = used;

    if (point == TEXT_BROKEN || !cells_are_sure(point))
        point = TEXT_REPLACEMENT;
    ret_cell->points[0] = point;
    ret_cell->width = (uint8_t)cells_of_point(ret_cell->points[0]);
    while (all < left) {
        point = text_decode(text + all, left - all, &used);
        if (point == TEXT_BROKEN || cells_of_point(point) != 0)
            break;
        if (marks + 1 < CELL_POINTS)
            ret_cell->points[++marks] = point;
        all += used;
    }
    if (surface->style->tier == GLYPH_TIER_ASCII)
        *ret_cell = (struct cell){
            .points = { ascii_of_point(ret_cell->points[0]) },
            .width = 1,
            .look = ret_cell->look,
        };
    /* A mark with no letter of its own sits on a space. */
    if (ret_cell->width == 0)
        *ret_cell = (struct cell){ .points = { ' ' },
                                   .width = 1,
                                   .look = ret_cell->look };
    return all;
}

static int cells_of_words(const struct surface *surface, const char *words)
{
    int cells = 0;
    struct cell cell = { 0 };

    while (*words) {
        words += cell_read(surface, words, &cell);
        cells += cell.width;
    }
    return cells;
}

/* Writes as many cells as fit, and says how many. */
static int write_cells(const struct surface *surface, struct place place,
                       struct look look, const char *words)
{
    int at = 0;

    while (*words) {
        struct cell cell = { .look = look };

        words += cell_read(surface, words, &cell);
        if (at + cell.width > place.cells)
            break;
        put(surface, place.row, place.column + at, cell);
        at += cell.width;
    }
    return at;
}

static int write_words(const struct surface *surface, struct place place,
                       struct look look, const char *words)
{
    if (place.cells <= 0 || place.column + place.cells > surface->columns)
        place.cells = surface->columns - place.column;
    if (place.cells <= 0)
        return 0;

    int cells = cells_of_words(surface, words);
    if (cells <= place.cells) {
        if (place.right) {
            place.column += place.cells - cells;
            place.cells = cells;
        }
        return write_cells(surface, place, look, words);
    }

    place.cells--;
    int used = write_cells(surface, place, look, words);
    return used + surface_glyph(surface, place.row, place.column + used, look,
                                GLYPH_ELLIPSIS);
}

int surface_text(const struct surface *surface, struct place place,
                 struct look look, const struct safe_text *text)
{
    assert(surface && text);
    if (!text->altered)
        return write_words(surface, place, look, text->text);

    char marked[SAFE_TEXT_SIZE + 8];
    const char *mark = glyph_text(surface->style->tier, GLYPH_ALTERED);
    size_t length = strlen(text->text);

    memcpy(marked, text->text, length);
    memcpy(marked + length, mark, strlen(mark) + 1);
    return write_words(surface, place, look, marked);
}

int surface_words(const struct surface *surface, struct place place,
                  struct look look, const char *words)
{
    assert(surface && words);
    struct safe_text text;

    safe_text_copy(&text, words);
    return write_words(surface, place, look, text.text);
}

int surface_label(const struct surface *surface, struct place place,
                  struct look look, const char *msgid)
{
    return surface_words(surface, place, look, surface_say(surface, msgid));
}

int surface_glyph(const struct surface *surface, int row, int column,
                  struct look look, enum glyph glyph)
{
    const char *text = glyph_text(surface->style->tier, glyph);
    int room = surface->columns - column;

    if (room <= 0)
        return 0;
    return write_cells(surface, (struct place){ row, column, room, false },
                       look, text);
}

void surface_repeat(const struct surface *surface, struct place place,
                    struct look look, enum glyph glyph)
{
    for (int i = 0; i < place.cells; i++)
        surface_glyph(surface, place.row, place.column + i, look, glyph);
}

void surface_focus(const struct surface *surface, int row)
{
    assert(surface);
    if (row < 0 || row >= surface->rows)
        return;
    grid_flag(surface->grid, surface->top + row, surface->left,
              surface->columns, LOOK_FOCUS);
    surface_cursor(surface, row, 0, true);
}

void surface_cursor(const struct surface *surface, int row, int column,
                    bool is_shown)
{
    assert(surface);
    if (surface->rows == 0 || surface->columns == 0)
        return;
    grid_cursor_set(
        surface->grid,
        (struct grid_cursor){
            surface->top + smaller(larger(row, 0), surface->rows - 1),
            surface->left + smaller(larger(column, 0), surface->columns - 1),
            is_shown,
        });
}

const char *surface_say(const struct surface *surface, const char *msgid)
{
    return *msgid ? lang_text(surface->style->language, msgid) : "";
}
