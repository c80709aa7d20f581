/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The types of flows, as flow_type.def has them. */

#ifndef CORE_FLOW_TYPE_H
#define CORE_FLOW_TYPE_H

#include <stdbool.h>

#include "core/words.h"

/** Tells what flows of a type are for; English, through N_(). */
const char *flow_type_doc(enum flow_type type);

/** Tells whether flows of a type may have nodes of that type. */
bool flow_type_has(enum flow_type type, enum node_type node);

/** Tells whether an exit of such a flow may be null, which hangs up. */
bool flow_type_may_hang_up(enum flow_type type);

/** Tells whether flows of a type may lead through one of another: through parts,
 *  or its own like. A part may go where its flows may not: so only flows that
 *  have every node lead through parts. */
bool flow_type_leads_through(enum flow_type type, enum flow_type other);

#endif
