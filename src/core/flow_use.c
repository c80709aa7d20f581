/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By ids of settings, and by names in conditions. */

#include "core/flow_use.h"

#include <assert.h>
#include <string.h>

#include "core/condition.h"
#include "core/state_search.h"

static bool is_named(const struct flow_node *node, enum document_kind kind,
                     const char *name)
{
    struct condition condition;

    if (node->type != NODE_IF ||
        condition_parse(node->as.if_node.condition.text, &condition, NULL) < 0)
        return false;

    for (size_t i = 0; i < condition.node_count; i++) {
        enum document_kind named_kind;
        const char *named =
            condition_node_names(&condition, &condition.nodes[i], &named_kind);

        if (named && named_kind == kind && strcmp(named, name) == 0)
            return true;
    }

    return false;
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
