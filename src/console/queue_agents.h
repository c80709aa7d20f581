/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who serves a queue, and who could. */

#ifndef CONSOLE_QUEUE_AGENTS_H
#define CONSOLE_QUEUE_AGENTS_H

#include "console/program.h"

/** Opens all agents over the list of queues, those of the queue marked.
 *  Returns 0, -ENOMEM or -ENOSPC. */
int queue_agents_open(struct program *program, uint64_t queue_id);

#endif
