/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The popup of states: ready, the pauses with what is left of them, off duty. */

#ifndef CONSOLE_STATE_MENU_H
#define CONSOLE_STATE_MENU_H

#include "console/program.h"

/** Opens it. Returns 0, -ENOMEM or -ENOSPC. */
int state_menu_push(struct program *program);

#endif
