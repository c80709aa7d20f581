/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the cells that changed. */

#include "tui/terminal.h"

#include <assert.h>
#include <string.h>
#include <wchar.h>

#include "tui/terminal_inside.h"

enum {
    MANY_CELLS = 400, /* about two kilobytes: worth a frame of its own */
    ERASE_BYTES = 3,  /* of erasing a row's rest */
};

static const char frame_begins[] = "\033[?2026h";
static const char frame_ends[] = "\033[?2026l";
static const char question[] = "\033[5n";

void terminal_theme_set(struct terminal *terminal, enum theme theme)
{
    terminal->theme = theme;
    terminal->wants_all = true;
}

/* Where the C library sees another width than we do, the terminal may, too,
 * and the whole row would shift: such a sign is shown as unknown. */
static bool is_agreed(const struct cell *cell)
{
    if (wcwidth((wchar_t)cell->points[0]) != cell->width)
        return false;
    for (int i = 1; i < CELL_POINTS && cell->points[i] != 0; i++)
        if (wcwidth((wchar_t)cell->points[i]) != 0)
            return false;
    return true;
}

static struct ink ink_of(const struct terminal *terminal,
                         const struct cell *cell)
{
    struct ink ink = { .width = cell->width,
                       .paint =
                           theme_paint(terminal->theme, terminal->info.colours,
                                       cell->look) };

    if (ink.paint.foreground >= 0 || ink.paint.background >= 0)
        ink.paint.flags &= (uint8_t)~terminal->info.uncoloured;
    memcpy(ink.points, cell->points, sizeof(ink.points));
    if (!is_agreed(cell)) {
        ink.points[0] = terminal->tier == GLYPH_TIER_ASCII ? '?' : 0xFFFD;
        ink.points[1] = ink.points[2] = 0;
        ink.width = 1;
    }
    return ink;
}

/* One row of a frame, and what is on the screen. */
struct row {
    struct terminal *terminal;
    const struct grid *grid;
    int number;
    int columns; /* those behind are blank, and erased if need be */
};

static struct ink row_ink(const struct row *row, int column)
{
    return ink_of(row->terminal, grid_cell(row->grid, row->number, column));
}

static bool is_changed(const struct row *row, int column)
{
    const struct cell *cell = grid_cell(row->grid, row->number, column);
    const struct cell *before =
        grid_cell(row->terminal->shown, row->number, column);

    if (cell->width == 0 || cell_is_equal(cell, before))
        return false;
    if (before->width == 0)
        return true;
    struct ink ink = ink_of(row->terminal, cell);
    struct ink ink_before = ink_of(row->terminal, before);

    return !ink_is_equal(&ink, &ink_before);
}

static bool is_own_ground(const struct row *row, int column)
{
    struct ink ink = row_ink(row, column);

    return ink_is_blank(&ink) && ink.paint.background < 0;
}

/* Where the blank rest of the row begins, if it is worth erasing: there must be
 * more to blank than the sequence has bytes. */
static int rest_of(const struct row *row)
{
    int columns = grid_columns(row->grid), rest = columns, changed = 0;

    while (rest > 0 && grid_cell(row->grid, row->number, rest - 1)->width > 0 &&
           is_own_ground(row, rest - 1))
        changed += is_changed(row, --rest);
    return row->terminal->info.el && changed > ERASE_BYTES ? rest : columns;
}

/* What lies between may be cheaper to write again than to step over. */
static void step_to(const struct row *row, int column)
{
    struct pen *pen = &row->terminal->pen;
    size_t cost = pen_move_cost(pen, row->number, column), again = 0;
    int from = pen->column;

    if (pen->row != row->number || from < 0 || from > column)
        from = column;
    for (int at = from; at < column && again < cost; at++) {
        struct ink ink = row_ink(row, at);

        again +=
            ink.width == 1 && pen_suits(pen, &ink) ? pen_ink_cost(&ink) : cost;
    }
    for (; from < column && again < cost; from++) {
        struct ink ink = row_ink(row, from);

        pen_write(pen, &ink, 1);
    }
    pen_move(pen, row->number, column);
}

/* Writes the cell, and those behind it that are the same; the next column. */
static int write_run(const struct row *row, int column)
{
    struct ink ink = row_ink(row, column);
    int width = grid_cell(row->grid, row->number, column)->width;
    int end = column + width;

    while (width == 1 && end < row->columns && is_changed(row, end)) {
        struct ink next = row_ink(row, end);

        if (!ink_is_equal(&ink, &next))
            break;
        end++;
    }
    step_to(row, column);
    pen_write(&row->terminal->pen, &ink, (end - column) / ink.width);
    return end;
}

static void show_row(struct terminal *terminal, const struct grid *grid,
                     int number)
{
    struct row row = { terminal, grid, number, 0 };
    int columns = grid_columns(grid);

    row.columns = rest_of(&row);
    if (!terminal->info.hangs && number == grid_rows(grid) - 1 &&
        row.columns == columns)
        row.columns--; /* or the screen would roll */
    for (int column = 0; column < row.columns;)
        column =
            is_changed(&row, column) ? write_run(&row, column) : column + 1;
    if (row.columns < columns && terminal->info.hangs) {
        pen_move(&terminal->pen, number, row.columns);
        pen_erase_rest(&terminal->pen);
    }
}

static int count_changes(struct terminal *terminal, const struct grid *grid)
{
    int changes = 0;

    for (int i = 0; i < grid_rows(grid); i++)
        for (int column = 0; column < grid_columns(grid); column++)
            changes +=
                is_changed(&(struct row){ terminal, grid, i, 0 }, column);
    return changes;
}

/* A blank screen to begin with; false: there is no memory for that. */
static bool begin_anew(struct terminal *terminal, const struct grid *grid)
{
    int rows = grid_rows(grid), columns = grid_columns(grid);

    if (rows != grid_rows(terminal->shown) ||
        columns != grid_columns(terminal->shown)) {
        struct grid *blank;

        if (grid_new(rows, columns, &blank) < 0)
            return false;
        grid_free(terminal->shown);
        terminal->shown = blank;
    }
    grid_clear(terminal->shown);
    return true;
}

static void show_cursor(struct terminal *terminal, struct grid_cursor cursor)
{
    if (terminal->has_cursor != cursor.is_shown)
        pen_say(&terminal->pen,
                cursor.is_shown ? terminal->info.cnorm : terminal->info.civis);
    terminal->has_cursor = cursor.is_shown;
    if (cursor.is_shown)
        pen_move(&terminal->pen, cursor.row, cursor.column);
}
bool terminal_is_showing(const struct terminal *terminal,
                         const struct grid *grid)
{
    return !terminal->wants_all && grid_is_equal(terminal->shown, grid);
}

void terminal_show(struct terminal *terminal, const struct grid *grid,
                   bool asks)
{
    assert(terminal && grid);
    bool is_whole = terminal->wants_all || outlet_takes_break(&terminal->out) ||
                    grid_rows(grid) != grid_rows(terminal->shown) ||
                    grid_columns(grid) != grid_columns(terminal->shown);

    terminal->wants_all = is_whole;
    if (is_whole && !begin_anew(terminal, grid))
        return;

    bool is_framed =
        terminal->has_frames && count_changes(terminal, grid) > MANY_CELLS;
    if (is_framed)
        outlet_add_text(&terminal->out, frame_begins);
    if (is_whole)
        pen_clear(&terminal->pen, grid_rows(grid), grid_columns(grid));
    for (int row = 0; row < grid_rows(grid); row++)
        show_row(terminal, grid, row);
    show_cursor(terminal, grid_cursor(grid));
    if (is_framed)
        outlet_add_text(&terminal->out, frame_ends);
    if (asks)
        outlet_add_text(&terminal->out, question);
    outlet_flush(&terminal->out);
    grid_copy(terminal->shown, grid);
    terminal->wants_all = false;
}

void terminal_repaint(struct terminal *terminal)
{
    pen_forget(&terminal->pen);
    terminal->wants_all = true;
}
