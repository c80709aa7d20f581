/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The supervisor's screen: calls, agents, queues and alerts at once. */

#ifndef CONSOLE_COCKPIT_H
#define CONSOLE_COCKPIT_H

#include "console/program.h"

/** Puts it in place of all other screens. @return 0, -ENOMEM or -ENOSPC */
int cockpit_open(struct program *program);

/** The reason function of its rows in the key table. */
bool cockpit_may(const void *program, int action, struct safe_text *ret_reason);

#endif
