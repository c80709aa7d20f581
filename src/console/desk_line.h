/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phone's line on the agent's screen: it never moves during a call. */

#ifndef CONSOLE_DESK_LINE_H
#define CONSOLE_DESK_LINE_H

#include "console/desk_inside.h"

/** Draws it at the top. @return rows it took */
int desk_line_draw(const struct desk *desk, const struct surface *surface);

/** Draws the earlier contacts of the caller's number, with a rule above them.
 *  @return rows it took */
int desk_previous_draw(const struct desk *desk, const struct surface *surface,
                       int row, int rows);

/** What whoever transferred the caller wrote; NULL: nothing. */
const char *desk_handover_word(const struct desk *desk);
void desk_handover_draw(const struct desk *desk, const struct surface *surface,
                        int row);

#endif
