/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes on the agent's screen. */

#ifndef CONSOLE_DESK_NOTES_H
#define CONSOLE_DESK_NOTES_H

#include "console/desk_inside.h"

/** Draws them with a rule above that tells when they were kept. */
void desk_notes_draw(const struct desk *desk, const struct surface *surface,
                     int row, int rows);

/** Takes what is typed. @return whether it was for them */
bool desk_notes_input(struct desk *desk, const struct input *input);

/** Writes them in an editor, see tui/editor.h. */
void desk_notes_edit(struct desk *desk);

#endif
