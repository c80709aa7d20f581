/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which queues an agent serves: assignments stand by agent, then queue. */

#ifndef WEB_DUTIES_H
#define WEB_DUTIES_H

#include <stddef.h>

#include "core/state.h"

/** Where an agent's assignments begin among the rows of ROW_ASSIGNMENT; they
 *  follow each other. O(log^2 n). */
size_t duties_begin(const struct state *floor, uint64_t agent_id);

/** The assignment with such an index, if it is this agent's; or NULL. */
const struct assignment_row *duty_at(const struct state *floor,
                                     uint64_t agent_id, size_t index);

/** An agent's assignment to a queue; NULL: does not serve it. */
const struct assignment_row *duty_find(const struct state *floor,
                                       uint64_t agent_id, uint64_t queue_id);

#endif
