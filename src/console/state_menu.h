/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The popup of states: ready, the pauses with what is left of them, off duty. */

#ifndef CONSOLE_STATE_MENU_H
#define CONSOLE_STATE_MENU_H

#include "console/program.h"

/** Opens it. Returns 0, -ENOMEM or -ENOSPC. */
int state_menu_push(struct program *program);

/**
 * Changes the state without it: "ready", "offline", "cancel", or the name of a
 * pause reason.
 *
 * @return whether there is such a state
 */
bool state_set(struct program *program, const char *name);

#endif
