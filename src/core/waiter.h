/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody who waits in a line, and which of its agents may come to have them. */

#ifndef CORE_WAITER_H
#define CORE_WAITER_H

#include "core/demand.h"
#include "core/state.h"

struct assignment_slot;
struct contact_slot;
struct queue_slot;

/* In line, or about to join it. A plain value that refers to what is its own,
   the queue's or the contact's: it is not copied, and does not outlive them. */
struct waiter {
    const struct demand *demand;
    struct demand own;
    size_t begun;            /* so many steps of it */
    uint64_t transferrer_id; /* who is not to have them; 0: nobody */
    int64_t waited_us;
    int64_t longest_us; /* waits whoever waits longest when its turn comes */
};

static const int64_t WAITER_NEVER = -1;

/** Of a contact in the queue's line. */
void waiter_of(const struct state *state, const struct contact_slot *contact,
               const struct queue_slot *queue, int64_t now_us,
               struct waiter *ret_waiter);

/** Of somebody who joins it now and demands what the queue does. */
void waiter_joins(const struct queue_slot *queue, struct waiter *ret_waiter);

/**
 * Tells how long from now an agent of the queue, who is logged in, has what is
 * demanded and sees the queue; who transferred them there never does. It is not asked whether the agent is free.
 *
 * @return microseconds, or WAITER_NEVER. O(steps of the demand)
 */
int64_t waiter_taken_us(const struct waiter *waiter,
                        const struct assignment_slot *a);

#endif
