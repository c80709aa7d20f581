/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who waits in the agent's own queues: what comes after this call. */

#ifndef CONSOLE_DESK_WAITS_H
#define CONSOLE_DESK_WAITS_H

#include "console/desk_inside.h"

/** Whether the agent who sits here serves the queue, as far as it is told. */
bool desk_waits_is_mine(const struct program *program, uint64_t queue_id);

/** Says "12 wait, longest 3:52", or that nobody does; "" while that is not
 *  known, as without a connection. */
void desk_waits_word(const struct desk *desk, const struct surface *surface,
                     struct safe_text *ret_text);

#endif
