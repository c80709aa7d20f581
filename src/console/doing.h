/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an agent does, as people see it. */

#ifndef CONSOLE_DOING_H
#define CONSOLE_DOING_H

#include "wire/topic.h"

/** Whoever is asked about a caller rings, and talks, whatever the state. */
enum agent_state doing_state(const struct topic_agents *agent);

/** How long, for replica_age_us(). */
int64_t doing_age_us(const struct topic_agents *agent);

#endif
