/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The night switch: a popup that closes a queue or all, and opens them. */

#ifndef CONSOLE_NIGHT_SWITCH_H
#define CONSOLE_NIGHT_SWITCH_H

#include "console/program.h"

/**
 * Asks what callers hear and until when, and closes; or opens, where something
 * is closed. The server's rows of queues and prompts are held meanwhile.
 *
 * @param queue_id  0: all queues
 *
 * @return 0, -ENOMEM or -ENOSPC
 */
int night_switch_open(struct program *program, uint64_t queue_id);

#endif
