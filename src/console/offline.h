/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The connection is lost: what still works, and what happened meanwhile. */

#ifndef CONSOLE_OFFLINE_H
#define CONSOLE_OFFLINE_H

#include "console/program.h"

/** Whether the connection was there, and is lost. */
bool offline_is_lost(const struct program *program);

/** Draws a box at the top while it is lost. @return rows it took; 0: live */
int offline_draw(const struct program *program, const struct surface *surface);

/**
 * Looks at the connection: says when it is lost, and when it has come back,
 * in one line what happened meanwhile. After all news.
 */
void offline_look(struct program *program);

#endif
