/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which ways callers took from a node today, beside its settings. */

#ifndef CONSOLE_FLOW_TODAY_H
#define CONSOLE_FLOW_TODAY_H

#include "console/flow_counts.h"

/**
 * Draws how many there were, and which share of them took each exit, or hung up
 * there. Exits that nobody took have no row.
 *
 * @param row  the first one
 *
 * @return the row behind the last one; without any caller the first
 */
int flow_today_draw(const struct flow_counts *counts, const struct json_t *node,
                    const struct surface *surface, int row);

#endif
