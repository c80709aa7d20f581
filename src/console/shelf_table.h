/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table over the rows of a shelf: what all such lists have in common. */

#ifndef CONSOLE_SHELF_TABLE_H
#define CONSOLE_SHELF_TABLE_H

#include "console/recordings_shelf.h"
#include "tui/table.h"

/** The selected row, good until the shelf changes; NULL: there are none. */
const struct shelf_row *shelf_table_selected(const struct shelf *shelf,
                                             struct table *table);

/** Asks for rows as far as a page below what is in sight. */
void shelf_table_look_ahead(struct shelf *shelf, struct table *table);

/** Where the bar of the filter begins, see tui/ui_draw.c. */
enum { SHELF_FILTER_COLUMN = 3 };

/**
 * Points into the bar below a row, at what of a filter cannot be understood.
 *
 * @param place    as shelf_mistake() has it
 * @param example  msgid: a sentence with a filter that could be; where it has
 *                 no room, a shorter one stands there
 */
void shelf_table_draw_mistake(const struct surface *surface, int row,
                              const char *filter, size_t place,
                              const char *example);

#endif
