/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an agent's other queues take of the agent: for estimate.c. */

#ifndef CORE_ESTIMATE_OTHERS_H
#define CORE_ESTIMATE_OTHERS_H

#include "core/queue_slot.h"
#include "core/state.h"

struct assignment_slot;

/* Whose wait is asked for. */
struct elder {
    const struct queue_slot *queue; /* of the line that is played through */
    int64_t age_us; /* has waited, with what was added; 0: who joins */
    int64_t now_us;
};

/**
 * Tells for how long an agent's other queues keep the agent before that contact:
 * the agent's share of those who go before it there. Of a queue that the agent
 * serves before this one these are all; of one that is served alike, those of
 * its line up to the first who is younger by the weights of both queues, with
 * what was added to the waits, as the router has it. Since ages grow, and
 * weights make some grow faster, they are compared as they will be one handling
 * time from now. O(queues of the agent, times priorities in them, times log n).
 */
int64_t estimate_others_us(const struct state *state,
                           const struct assignment_slot *here,
                           const struct elder *elder);

#endif
