/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns of a table are shown. */

#ifndef TUI_COLUMNS_H
#define TUI_COLUMNS_H

#include "tui/table.h"
#include "tui/ui.h"

/** Opens the list of a table's columns over it: Space shows one or leaves it
 *  out. Returns 0, -ENOMEM or -ENOSPC. */
int columns_push(struct ui *ui, struct table *table);

/** Leaves out what is kept as left out for a table like this. */
void columns_restore(const struct ui *ui, struct table *table);

#endif
