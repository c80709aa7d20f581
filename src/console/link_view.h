/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits to be sent, and how the connection fared: on the agent's screen
   while it is lost, and in a popup at any time. */

#ifndef CONSOLE_LINK_VIEW_H
#define CONSOLE_LINK_VIEW_H

#include "console/program.h"

/** Rows that link_view_draw() takes of at most so many. */
int link_view_rows(const struct program *program, int most);

/** Draws both lists, what waits first. */
void link_view_draw(struct program *program, const struct surface *surface);

/** Moves the mark among what waits. @return whether it was for it */
bool link_view_input(struct program *program, const struct input *input);

/** The reason function of its rows in key.def (struct action). */
bool link_view_may(const void *program, int action,
                   struct safe_text *ret_reason);

/** Carries out a key of it; whether it is one. */
bool link_view_run(struct program *program, int action);

#endif
