/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agent's screen: it shows what the agent does now. */

#ifndef CONSOLE_DESK_H
#define CONSOLE_DESK_H

#include "console/program.h"

/** Opens it in place of all others. Returns 0, -ENOMEM or -ENOSPC. */
int desk_open(struct program *program);

/** Whether it is on the screen, also below a popup. */
bool desk_is_open(const struct program *program);

#endif
