/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines and boxes with titles. */

#include "tui/surface.h"

#include <assert.h>

#include "lang/cells.h"

enum { TITLE_INDENT = 2 }; /* of line before a title, and after one */

/* A title between two spaces; the cells it takes. */
static void title_left(const struct surface *surface, int row,
                       const char *title)
{
    int room = surface->columns - 2 * TITLE_INDENT - 2;

    if (room < 1)
        return;
    int used =
        surface_words(surface, (struct place){ row, TITLE_INDENT + 1, room, 0 },
                      LOOK(TITLE, 0), title);
    surface_words(surface, (struct place){ row, TITLE_INDENT, 1, 0 },
                  LOOK(LINE, 0), " ");
    surface_words(surface, (struct place){ row, TITLE_INDENT + 1 + used, 1, 0 },
                  LOOK(LINE, 0), " ");
}

/* The right one gives way: it is left out where it would touch the left. */
static void title_right(const struct surface *surface, int row,
                        const char *title, int taken)
{
    int cells = (int)cells_count(title);
    int column = surface->columns - TITLE_INDENT - cells - 1;

    if (column < taken + 2)
        return;
    surface_words(surface, (struct place){ row, column - 1, 1, 0 },
                  LOOK(LINE, 0), " ");
    surface_words(surface, (struct place){ row, column, cells, 0 },
                  LOOK(TEXT, 0), title);
    surface_words(surface, (struct place){ row, column + cells, 1, 0 },
                  LOOK(LINE, 0), " ");
}

static void titles(const struct surface *surface, int row, const char *left,
                   const char *right)
{
    int taken = TITLE_INDENT;

    if (left && *left) {
        title_left(surface, row, left);
        taken += (int)cells_count(left) + 2;
    }
    if (right && *right)
        title_right(surface, row, right, taken);
}

void surface_rule(const struct surface *surface, int row, const char *left,
                  const char *right)
{
    assert(surface);
    surface_repeat(surface, (struct place){ row, 0, surface->columns, 0 },
                   LOOK(LINE, 0), GLYPH_ACROSS);
    titles(surface, row, left, right);
}

static void edge(const struct surface *surface, int row, enum glyph left,
                 enum glyph right)
{
    surface_repeat(surface, (struct place){ row, 0, surface->columns, 0 },
                   LOOK(LINE, 0), GLYPH_ACROSS);
    surface_glyph(surface, row, 0, LOOK(LINE, 0), left);
    surface_glyph(surface, row, surface->columns - 1, LOOK(LINE, 0), right);
}

struct surface surface_box(const struct surface *surface, const char *left,
                           const char *right)
{
    assert(surface);
    int rows = surface->rows, columns = surface->columns;

    edge(surface, 0, GLYPH_TOP_LEFT, GLYPH_TOP_RIGHT);
    edge(surface, rows - 1, GLYPH_LOW_LEFT, GLYPH_LOW_RIGHT);
    for (int row = 1; row < rows - 1; row++) {
        surface_glyph(surface, row, 0, LOOK(LINE, 0), GLYPH_DOWN_LINE);
        surface_glyph(surface, row, columns - 1, LOOK(LINE, 0),
                      GLYPH_DOWN_LINE);
    }

    titles(surface, 0, left, right);
    return surface_part(surface, 1, 1, rows - 2, columns - 2);
}
