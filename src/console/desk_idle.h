/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agent's screen between two calls: own queues, and the day so far. */

#ifndef CONSOLE_DESK_IDLE_H
#define CONSOLE_DESK_IDLE_H

#include "console/desk_inside.h"

/** Draws it. */
void desk_idle_draw(const struct desk *desk, const struct surface *surface);

/** Who asks the agent about whom, and what answers. */
void desk_word_question(const struct topic_agents *agent,
                        const struct surface *surface,
                        struct safe_text *ret_text);

/** Draws whom the agent is to call back within half a day, three at most.
 *  @return the row below; the same, where there is nobody */
int desk_callbacks_draw(const struct desk *desk, const struct surface *surface,
                        int row);

/** Draws the last contacts, from a row to the surface's end. */
void desk_recent_draw(const struct desk *desk, const struct surface *surface,
                      int row);

#endif
