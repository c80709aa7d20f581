/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Circles in a flow: what keeps it from being run, or from being published. */

#ifndef CORE_FLOW_CIRCLE_H
#define CORE_FLOW_CIRCLE_H

#include "core/flow.h"

/**
 * Looks for a circle of nodes that callers would go round in at once. Ways that
 * are open, or lead nowhere, make none, so that it may be asked of what is still
 * being drawn; every other one leads to a node. O(nodes * nodes * exits).
 *
 * @param is_strict  false: a node that takes time is a rest, whatever exit it
 *                   is left by: without one the flow cannot be run. true: the
 *                   exit itself must take time; by an error callers come round
 *                   as often as they may take steps, so that it should not be
 *                   published
 * @param ret_node   the first node of such a circle
 *
 * @return NULL, or what to do, in English (N_)
 */
const char *flow_circle_claim(const struct flow_program *flow, bool is_strict,
                              size_t *ret_node);

#endif
