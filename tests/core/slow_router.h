/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The router again, slow and obvious: all rows, no index. */

#ifndef TESTS_CORE_SLOW_ROUTER_H
#define TESTS_CORE_SLOW_ROUTER_H

#include <stdbool.h>

#include "core/state.h"

/* An agent who is available, can be rung, and rests from nothing. */
bool slow_is_free(const struct state *state, const struct desk_row *desk);

/* The agent's row for the queue; NULL: does not serve it. */
const struct assignment_row *slow_assignment(const struct state *state,
                                             uint64_t agent_id,
                                             uint64_t queue_id);

/* How many free agents serve a queue and see it. */
size_t slow_count_free(const struct state *state, uint64_t queue_id);

/* The next offer to be made. @return whether any */
bool slow_search(const struct state *state, uint64_t *ret_agent_id,
                 uint64_t *ret_contact_id);

/* Whether that number is to be called for that queue by another one, too. */
bool slow_is_booked_twice(const struct state *state, uint64_t callback_id);

/* Those whom the queue dials ahead, and on offer to nobody; and its agents who
   are free, or busy and may come free. */
size_t slow_count_in_flight(const struct state *state, uint64_t queue_id);
size_t slow_count_at_work(const struct state *state, uint64_t queue_id);

/* Says what is not as it must be when all is settled; NULL: nothing. */
const char *slow_complaint(const struct state *state, int64_t now_us);

#endif
