/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A queue that goes, and its heir, for the two rooms of the replacement. */

#ifndef CORE_REPLACE_INSIDE_H
#define CORE_REPLACE_INSIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/event.h"

struct turn;

/*
 * Walked twice: first it is counted what would be written, for a decision has
 * its limits, then it is written. Flows are texts that are stored for good:
 * they go on to name the queue that was, and the state knows the heir.
 */
struct replacing {
    struct turn *turn;
    uint64_t from, to;
    bool is_counting;
    size_t events, effects;
    struct event_queue_replaced moved; /* how many of what, while counting */
    size_t added;                      /* assignments that were not there */
    bool is_too_long; /* a condition that does not fit with the other name */
    bool is_unclear;  /* ... or whose text is the name of something else, too */
    bool calls_nobody; /* and a rule leads to being called back by it */
};

/**
 * Counts, or writes, each queue, way out, box and rule that names the queue
 * with the heir in its place, and each rule of the draft: one that was made
 * from a rule that is changed so is not stale by that. O(documents); reads flags of what stands against
 * it into `replacing`.
 */
void replace_in_documents(struct replacing *replacing);

#endif
