/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a wallboard share. Nobody else includes it. */

#ifndef CONSOLE_WALLBOARD_INSIDE_H
#define CONSOLE_WALLBOARD_INSIDE_H

#include "console/wallboard.h"

/** The figures of the page, and its limits. */
const struct figures *wallboard_subject(const struct wallboard *board);

/** The four large figures, side by side. */
void wallboard_draw_tiles(const struct surface *surface,
                          const struct wallboard *board);

/** The rows that the list of all queues likes. */
int wallboard_list_rows(const struct wallboard *board);

/** The list; with room for it, rows are spaced. */
void wallboard_draw_list(const struct surface *surface,
                         const struct wallboard *board);

/** The waiting of the last two hours as columns. */
void wallboard_draw_history(const struct surface *surface,
                            const struct wallboard *board);

#endif
