/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened to the agent who sits here while the connection was lost. */

#ifndef CONSOLE_MEANWHILE_H
#define CONSOLE_MEANWHILE_H

#include "console/program.h"

/** Notes how it is, while the connection is there. */
void meanwhile_remember(struct program *program);

/**
 * Says in one line what is different from then. Of a call that has ended the
 * server is asked first when, and by whom.
 */
void meanwhile_say(struct program *program);

#endif
