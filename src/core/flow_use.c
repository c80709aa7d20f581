/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By ids of settings, and by names in conditions. */

#include "core/flow_use.h"

#include <assert.h>
#include <string.h>

#include "core/condition_quote.h"
#include "core/state_search.h"

static bool is_named(const struct flow_node *node, enum document_kind kind,
                     const char *name)
{
    struct condition condition;

    return node->type == NODE_IF &&
           condition_parse(node->as.if_node.condition.text, &condition, NULL) ==
               0 &&
           condition_names(&condition, kind, name);
}

uint64_t node_leads_to(const struct state *state, const struct flow_node *node,
                       enum document_kind kind)
{
    uint64_t id = flow_node_refers(node, kind);

    return kind == DOCUMENT_QUEUE ? state_heir(state, id) : id;
}

bool flow_names(const struct flow_program *program, enum document_kind kind,
                const char *name)
{
    assert(program && name);

    for (size_t i = 0; i < program->node_count; i++)
        if (is_named(&program->nodes[i], kind, name))
            return true;

    return false;
}

bool flow_uses(const struct state *state, const struct flow_program *program,
               enum document_kind kind, uint64_t id, const char *name)
{
    assert(state && program && name);

    for (size_t i = 0; i < program->node_count; i++)
        if (node_leads_to(state, &program->nodes[i], kind) == id ||
            is_named(&program->nodes[i], kind, name))
            return true;

    return false;
}
