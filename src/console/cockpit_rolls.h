/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the cockpit: calls, agents, queues. */

#ifndef CONSOLE_COCKPIT_ROLLS_H
#define CONSOLE_COCKPIT_ROLLS_H

#include "console/roll.h"

extern const struct roll_kind cockpit_calls, cockpit_agents, cockpit_queues;

/** Whether it is one of those that the cockpit shows. */
bool cockpit_shows_queue(const struct program *program,
                         const struct topic_queues *queue);

/** Shows how old something of a row is now; below 0 a dash. */
void cockpit_show_age(const struct program *program,
                      const struct replica_row *row, int64_t age_us,
                      struct safe_text *ret_text);

#endif
