/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of flows. */

#ifndef CONSOLE_FLOWS_H
#define CONSOLE_FLOWS_H

#include "console/program.h"

/** Opens it in place of all other screens. Returns 0, -ENOMEM or -ENOSPC. */
int flows_open(struct program *program);

/** Opens it, for what the palette asks: "flow add" and so on. @return whether
 *  the action is one of the list */
bool flows_run(struct program *program, int action);

/**
 * Asks for the name of a new flow, and makes it: it answers, and hangs up.
 *
 * @return 0, -ENOMEM or that of ui_push()
 */
int flow_new_open(struct program *program);

#endif
