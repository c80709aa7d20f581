/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many callers took which way through a flow today. */

#ifndef CONSOLE_FLOW_COUNTS_H
#define CONSOLE_FLOW_COUNTS_H

#include "console/flow_kind.h"

/*
 * The server counts by the names of node and exit, over all versions that callers
 * went through on the day (of its house). A node of another name has no counts
 * in a draft, until it is published and callers come.
 */
enum { FLOW_HUNG_UP = -1 };

struct flow_counts {
    struct flow_count {
        struct name node;
        struct label key; /* of a choice, or "" */
        int exit;         /* a step_exit, or FLOW_HUNG_UP */
        int64_t callers;
    } * rows; /* by node; owned */
    size_t count;
};

/** Takes an answer of ROUTE_FLOW_WAYS in place of what was there. @return 0, or
 *  -ENOMEM: there is none then */
int flow_counts_take(struct flow_counts *counts, const struct json_t *answer);
void flow_counts_done(struct flow_counts *counts);

/** How many left a node by an exit; counts NULL: 0. O(log ways). */
int64_t flow_counts_of(const struct flow_counts *counts,
                       const struct json_t *node, const struct flow_exit *exit);

/** ... hung up there, and how many left it one way or the other. */
int64_t flow_counts_hung_up(const struct flow_counts *counts,
                            const struct json_t *node);
int64_t flow_counts_all(const struct flow_counts *counts,
                        const struct json_t *node);

#endif
