/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phone's line on the agent's screen: the call there is. */

#ifndef CONSOLE_DESK_LINE_H
#define CONSOLE_DESK_LINE_H

#include "console/program.h"

/** Draws it at the top. @return rows it took; 0: there is no call */
int desk_line_draw(const struct program *program,
                   const struct surface *surface);

#endif
