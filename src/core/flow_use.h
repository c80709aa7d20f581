/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a flow refers to. */

#ifndef CORE_FLOW_USE_H
#define CORE_FLOW_USE_H

#include "core/flow.h"
#include "core/state.h"

/** What a node refers to (flow_node_refers()), or what took its place. */
uint64_t node_leads_to(const struct state *state, const struct flow_node *node,
                       enum document_kind kind);

/**
 * Tells whether a node of the flow leads to a document, or a condition within
 * names it. O(nodes).
 */
bool flow_uses(const struct state *state, const struct flow_program *program,
               enum document_kind kind, uint64_t id, const char *name);

/** ... or whether a condition within names it: by its name, which must stay. */
bool flow_names(const struct flow_program *program, enum document_kind kind,
                const char *name);

#endif
