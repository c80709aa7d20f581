/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an agent shall serve a queue: of one, or of many at once. */

#ifndef CORE_DUTY_H
#define CORE_DUTY_H

#include "core/decide.h"

/* As it is asked for; each may be FIELD_AS_IT_IS until duty_asked() tells it. */
struct duty {
    int64_t priority; /* 1 to 100 */
    int64_t delay_ms; /* 0 to an hour */
    int64_t until_us; /* wall time; 0: for good */
};

/* How many assignments may change in one decision; each is an event. */
enum { DUTIES_MAX = 200 };

/**
 * What is meant by a change that may leave things out: they are as they stand,
 * the agent's own duty's or the team's. Where there is none, priority 1, seen
 * at once and for good.
 */
struct duty duty_asked(const struct turn *turn, uint64_t agent_id,
                       uint64_t queue_id, const struct duty *asked);

/** Whether it may stand: its values, and that its end is still to come. */
enum refusal check_duty(const struct turn *turn, const struct duty *duty);

/** Whether the agent serves the queue just so, and not for the team. */
bool serves_so(const struct turn *turn, uint64_t agent_id, uint64_t queue_id,
               const struct duty *duty);

/** Lets the agent serve the queue so; when it is over, as before. */
void write_duty(struct turn *turn, uint64_t agent_id, uint64_t queue_id,
                const struct duty *duty);

#endif
