/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The faces of the agent's screen: one for each thing an agent does. */

#ifndef CONSOLE_DESK_FACE_H
#define CONSOLE_DESK_FACE_H

#include "console/desk_inside.h"

void desk_ringing_draw(const struct desk *desk, const struct surface *surface);
void desk_call_draw(const struct desk *desk, const struct surface *surface);
void desk_wrap_up_draw(struct desk *desk, const struct surface *surface);

/** Asks who ended the call: at once, and again when the store has surely heard
 *  of it. A contact that is live then goes on with somebody else. */
void desk_wrap_up_look(struct desk *desk);

/**
 * The call and its notes while the connection is lost, and below them what
 * waits to be sent and how the connection fares.
 *
 * @return rows of what is told by the server, and may be old
 */
int desk_lost_draw(struct desk *desk, const struct surface *surface);

/* All of them where there is little room. */
void desk_small_draw(struct desk *desk, const struct surface *surface);

#endif
