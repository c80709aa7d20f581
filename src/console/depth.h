/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many waited of late, as a row of small columns. */

#ifndef CONSOLE_DEPTH_H
#define CONSOLE_DEPTH_H

#include "console/figures.h"
#include "tui/table.h"

/** The most who waited in the last steps of five minutes; above 0, up to
 *  FIGURES_STEPS. */
int64_t depth_most(const struct figures *figures, size_t steps);

/** Fills a cell with these steps; said of it is the most of them. */
void depth_fill(const struct style *style, const struct figures *figures,
                size_t steps, struct table_cell *ret_cell);

#endif
