/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The types of flows, as flow_type.def has them. */

#ifndef CORE_FLOW_TYPE_H
#define CORE_FLOW_TYPE_H

#include <stdbool.h>

#include "core/words.h"

/* What may lead into a flow, besides nodes of others. */
enum flow_place {
    FLOW_FOR_ENTRY,    /* a called number */
    FLOW_FOR_SENDING,  /* a queue that is left or not joined, a routing rule, or
                          a supervisor */
    FLOW_FOR_OPERATOR, /* a key at a box */
    FLOW_FOR_TRANSFER, /* an agent, out of a talk */
    FLOW_FOR_CALLBACK, /* a queue that asks whether to call back */
};

/** The type as lists of flows have it. */
enum flow_sort flow_type_sort(enum flow_type type);

/** Tells what flows of a type are for; English, through N_(). */
const char *flow_type_doc(enum flow_type type);

/** Tells whether flows of a type may have nodes of that type. */
bool flow_type_has(enum flow_type type, enum node_type node);

/** Tells whether an exit of such a flow may be null, which hangs up. */
bool flow_type_may_hang_up(enum flow_type type);

/** Tells whether a flow of a type may be led into from there. */
bool flow_type_serves(enum flow_type type, enum flow_place place);

/** Tells whether flows of a type may lead through one of another. A part may go
 *  where its flows may not: so only flows that have every node, and parts, lead
 *  through parts, and the others through their own like. */
bool flow_type_leads_through(enum flow_type type, enum flow_type other);

#endif
