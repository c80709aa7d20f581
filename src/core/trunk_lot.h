/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which order the trunks of a route are tried that share its calls. */

#ifndef CORE_TRUNK_LOT_H
#define CORE_TRUNK_LOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/effect.h"
#include "core/event.h"

/*
 * As the weights of SRV records (RFC 2782): the first is drawn, each with a
 * chance in proportion to its weight, then the next of those that are left. So
 * the calls that a trunk fails to take are shared by the others as theirs are.
 * Those without a weight come next, in the order of the route, and last those
 * that are lost: one may be back when it is their turn.
 */
enum {
    TRUNK_WEIGHT_MAX = 100,
    TRUNK_LOTS = 1000000000, /* lots are 0 to TRUNK_LOTS - 1 */
};

struct trunk_share {
    uint64_t trunk_id;
    int64_t weight; /* 0 to TRUNK_WEIGHT_MAX */
    bool is_lost;
};

/** One of the trunks of a route, below WAY_OUT_TRUNKS, with its weight;
 *  trunk_id 0: there is none in that place. */
struct trunk_share route_trunk(const struct event_route_set *route,
                               size_t place);

/** Whether a lot decides: the order is the route's while none has a weight. */
bool trunk_lot_decides(const struct trunk_share *trunks, size_t count);

/** Puts the trunks of a route into the order that a lot has for them.
 *  O(count squared). */
void trunk_lot_order(struct trunk_share *trunks, size_t count, int64_t lot);

#endif
