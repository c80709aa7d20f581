/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As many rows as the words need: they end with what a choice means. */

#include "console/field_help.h"

#include <assert.h>

#include "tui/prose.h"

enum { SIDES = 2 }; /* a blank column on each */

int field_help_rows(const struct surface *surface, const char *words)
{
    assert(surface);
    int columns = surface->columns - SIDES;
    int rows = words && columns > 0 ? prose_rows(words, columns) : 0;

    if (rows < FIELD_HELP_LEAST)
        rows = FIELD_HELP_LEAST;
    return 1 + (rows < FIELD_HELP_MOST ? rows : FIELD_HELP_MOST);
}

void field_help_draw(const struct surface *surface, const char *words)
{
    assert(surface);
    int rows = field_help_rows(surface, words);
    int top = surface->rows - rows;
    struct surface text =
        surface_part(surface, top + 1, 1, rows - 1, surface->columns - SIDES);

    surface_rule(surface, top, NULL, NULL);
    if (words)
        prose_draw(&text, LOOK(DIM, 0), words);
}
