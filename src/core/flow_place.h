/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who leads into flows, and whether their types fit. */

#ifndef CORE_FLOW_PLACE_H
#define CORE_FLOW_PLACE_H

#include "core/decide.h"
#include "core/flow_type.h"

/*
 * Whatever names a flow needs one of a certain type (flow_type.def): that is
 * checked where the flow is named, and when another version of it is
 * published. What a node names is checked with the problems of its flow.
 */

/** Whether a flow, of which a version is published, may be led into from there.
 *  A version that is not known here may. */
bool flow_fits(const struct turn *turn, uint64_t flow_id,
               enum flow_place place);

/** Whether all that leads into a flow could if it had that type. O(documents,
 *  and the nodes of all flows). */
bool flow_may_be(const struct turn *turn, uint64_t flow_id,
                 enum flow_type type);

#endif
