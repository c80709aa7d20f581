/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected, what is fetched, and what is wrong with a filter. */

#include "console/shelf_table.h"

#include <assert.h>
#include <stdio.h>

#include "base/mark.h"
#include "lang/cells.h"

const struct shelf_row *shelf_table_selected(const struct shelf *shelf,
                                             struct table *table)
{
    assert(shelf && table);
    size_t row = table_selected(table);

    return row < shelf_count(shelf) ? shelf_at(shelf, row) : NULL;
}

void shelf_table_look_ahead(struct shelf *shelf, struct table *table)
{
    assert(shelf && table);
    size_t page = (size_t)table_page(table);
    size_t at = table_selected(table);

    shelf_want(shelf, (at == SIZE_MAX ? 0 : at) + 2 * page);
}

/* Words beside a sign, on the side that has room for them. */
static bool draw_beside(const struct surface *surface, int row, int column,
                        const char *words)
{
    int cells = (int)cells_count(words);
    bool is_right = column + 2 + cells < surface->columns;

    if (!is_right && cells > column - 2)
        return false;
    surface_words(surface,
                  is_right ? (struct place){ row, column + 2, 0, false }
                           : (struct place){ row, 1, column - 2, true },
                  LOOK(WARN, 0), words);
    return true;
}

void shelf_table_draw_mistake(const struct surface *surface, int row,
                              const char *filter, size_t place,
                              const char *example)
{
    assert(surface && filter && example);
    char before[FILTER_MAX_LENGTH + 1];

    snprintf(before, sizeof(before), "%.*s", (int)place, filter);
    int column = SHELF_FILTER_COLUMN + (int)cells_count(before);
    if (column > surface->columns - 2)
        column = surface->columns - 2;
    surface_glyph(surface, row, column, LOOK(WARN, 0), GLYPH_CHOICE);
    if (!draw_beside(surface, row, column, surface_say(surface, example)))
        (void)draw_beside(surface, row, column,
                          surface_say(surface, N_("not understood from here")));
}
