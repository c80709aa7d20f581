/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives ncurses the cells that changed. */

#include "tui/terminal.h"

#include <assert.h>
#include <wchar.h>

#include "tui/terminal_inside.h"

enum {
    MANY_CELLS = 400, /* about two kilobytes: worth a frame of its own */
};

static const char frame_begins[] = "\033[?2026h";
static const char frame_ends[] = "\033[?2026l";
static const char question[] = "\033[5n";

void terminal_pairs_make(struct terminal *terminal)
{
    short pair = 1;

    for (uint8_t role = 0; role < ROLE_COUNT; role++)
        for (int ground = 0; ground < 2; ground++, pair++) {
            struct paint paint =
                theme_paint(terminal->theme, terminal->colours,
                            (struct look){ role, ground ? LOOK_FOCUS : 0 });

            terminal->pairs[role][ground] = 0;
            if ((paint.foreground >= 0 || paint.background >= 0) &&
                init_pair(pair, (short)paint.foreground,
                          (short)paint.background) == OK)
                terminal->pairs[role][ground] = pair;
        }
}

void terminal_theme_set(struct terminal *terminal, enum theme theme)
{
    terminal->theme = theme;
    terminal_pairs_make(terminal);
    terminal->wants_all = true;
}

static attr_t attributes_of(const struct terminal *terminal, struct look look)
{
    uint8_t flags = theme_paint(terminal->theme, terminal->colours, look).flags;

    return (flags & LOOK_BOLD ? A_BOLD : 0) |
           (flags & LOOK_UNDERLINE ? A_UNDERLINE : 0) |
           (flags & LOOK_REVERSE ? A_REVERSE : 0) |
           (flags & LOOK_DIM ? A_DIM : 0);
}

/* Where the C library, and so ncurses, sees another width than we do, the
 * whole row would shift: such a sign is shown as unknown. */
static bool is_agreed(const struct cell *cell)
{
    if (wcwidth((wchar_t)cell->points[0]) != cell->width)
        return false;
    for (int i = 1; i < CELL_POINTS && cell->points[i] != 0; i++)
        if (wcwidth((wchar_t)cell->points[i]) != 0)
            return false;
    return true;
}

static void put(const struct terminal *terminal, int row, int column,
                const struct cell *cell)
{
    bool has_ground = cell->look.flags & (LOOK_FOCUS | LOOK_HEADER);
    short pair = terminal->pairs[cell->look.role][has_ground];
    wchar_t text[CELL_POINTS + 1] = { 0 };
    cchar_t shown;

    for (int i = 0; i < CELL_POINTS; i++)
        text[i] = (wchar_t)cell->points[i];
    if (!is_agreed(cell)) {
        text[0] = terminal->tier == GLYPH_TIER_ASCII ? L'?' : 0xFFFD;
        text[1] = 0;
    }
    setcchar(&shown, text, attributes_of(terminal, cell->look), pair, NULL);
    mvadd_wch(row, column, &shown);
    if (cell->width == 2 && !is_agreed(cell))
        mvadd_wch(row, column + 1, &shown);
}

static int put_row(struct terminal *terminal, const struct grid *grid, int row)
{
    int changed = 0;

    for (int column = 0; column < grid_columns(grid); column++) {
        const struct cell *cell = grid_cell(grid, row, column);

        if (cell->width == 0 ||
            (!terminal->wants_all &&
             cell_is_equal(cell, grid_cell(terminal->shown, row, column))))
            continue;
        put(terminal, row, column, cell);
        changed++;
    }
    return changed;
}

/* Without memory the next frame is written whole, and nothing is wrong. */
static void remember(struct terminal *terminal, const struct grid *grid)
{
    if (grid_copy(terminal->shown, grid) < 0) {
        struct grid *copy;

        terminal->wants_all = true;
        if (grid_new(grid_rows(grid), grid_columns(grid), &copy) < 0)
            return;
        grid_free(terminal->shown);
        terminal->shown = copy;
        grid_copy(copy, grid);
    }
    terminal->wants_all = false;
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
    struct grid_cursor cursor = grid_cursor(grid);
    int changed = 0;

    if (grid_rows(grid) != grid_rows(terminal->shown) ||
        grid_columns(grid) != grid_columns(terminal->shown))
        terminal->wants_all = true;
    for (int row = 0; row < grid_rows(grid); row++)
        changed += put_row(terminal, grid, row);
    curs_set(cursor.is_shown ? 1 : 0);
    move(cursor.row, cursor.column);

    bool is_framed = terminal->has_frames && changed > MANY_CELLS;
    if (is_framed)
        terminal_write(terminal, frame_begins);
    wnoutrefresh(stdscr);
    doupdate();
    if (is_framed)
        terminal_write(terminal, frame_ends);
    if (asks)
        terminal_write(terminal, question);
    remember(terminal, grid);
}

void terminal_repaint(struct terminal *terminal)
{
    clearok(curscr, TRUE);
    terminal->wants_all = true;
}
