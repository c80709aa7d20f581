/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for a flow. */

#ifndef CORE_FLOW_CLAIM_H
#define CORE_FLOW_CLAIM_H

#include "core/flow.h"

/**
 * Checks what must hold for a flow to be run: every exit leads to a node or to
 * FLOW_EXIT_NONE, every setting is within its range, no circle is without a node
 * that takes the caller some time.
 *
 * @param ret_node  on refusal, the node concerned
 *
 * @return NULL, or the claim that does not hold, in English (N_)
 */
const char *flow_broken_claim(const struct flow_program *flow,
                              size_t *ret_node);

#endif
