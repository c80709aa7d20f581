/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The waiting line of a queue: who is next, for how long, and why not yet. */

#ifndef CONSOLE_WAITING_H
#define CONSOLE_WAITING_H

#include "console/program.h"

/** Opens it. @return 0, -ENOMEM or -ENOSPC */
int waiting_open(struct program *program, uint64_t queue_id);

/** Why an action of its keys is not possible now, as key.def wants it. */
bool waiting_may(const void *program, int action, struct safe_text *ret_reason);

#endif
