/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What callers cannot get out of: circles of nodes that take no time. */

#include "core/flow_circle.h"

#include <assert.h>

/* A way that is taken only so often makes no circle. */
static bool is_limited(const struct flow_node *node, size_t i)
{
    const struct node_rule *rule = node_rule(node->type);

    return (rule->traits & NODE_LIMITS) && i < rule->exit_count &&
           rule->exits[i].exit == STEP_OTHER;
}

/* Circles. A node is settled when it takes time, or leads to settled ones or
   the end only; whatever is never settled comes to a circle that does not.
   Strictly it is the exit that takes time: an error comes at once, another flow
   may do nothing, and a machine that answers is asked again at once. */

static bool exit_rests(const struct flow_node *node, size_t i)
{
    const struct node_rule *rule = node_rule(node->type);

    if (!(rule->traits & NODE_RESTS))
        return false;
    if (i >= rule->exit_count)
        return true; /* a key */
    if (rule->exits[i].exit == STEP_ERROR || node->type == NODE_SUB_FLOW)
        return false;
    if (node->type == NODE_LOOKUP || node->type == NODE_TRANSFER)
        return rule->exits[i].exit == STEP_TIMEOUT;

    return node->type != NODE_CALLBACK ||
           node->as.callback_node.number.text[0] == '\0';
}

static bool rests(const struct flow_node *node, size_t i, bool is_strict)
{
    return is_strict ? exit_rests(node, i)
                     : (node_rule(node->type)->traits & NODE_RESTS) != 0;
}

/* Goes on without a rest, and without a limit, to one that is not settled; what
   leads nowhere, or is open yet, makes no circle. */
static bool hurries(const struct flow_node *node, size_t i, int next,
                    const bool *settled, bool is_strict)
{
    return next >= 0 && !settled[next] && !is_limited(node, i) &&
           !rests(node, i, is_strict);
}

static bool is_settled(const struct flow_node *node, const bool *settled,
                       bool is_strict)
{
    int next;

    for (size_t i = 0; flow_exit_at(node, i, &next); i++)
        if (hurries(node, i, next, settled, is_strict))
            return false;

    return true;
}

/* How many nodes are settled: at most one round for each node. */
static size_t settle(const struct flow_program *flow, bool *settled,
                     bool is_strict)
{
    size_t count = 0;
    bool has_changed = true;

    while (has_changed) {
        has_changed = false;
        for (size_t i = 0; i < flow->node_count; i++)
            if (!settled[i] &&
                is_settled(&flow->nodes[i], settled, is_strict)) {
                settled[i] = true;
                has_changed = true;
                count++;
            }
    }

    return count;
}

static size_t next_unsettled(const struct flow_node *node, const bool *settled,
                             bool is_strict)
{
    int next = FLOW_EXIT_NONE;

    for (size_t i = 0; flow_exit_at(node, i, &next); i++)
        if (hurries(node, i, next, settled, is_strict))
            break;

    return (size_t)next;
}

/* Following unsettled ones one is in the circle after as many steps as there
   are nodes; the first node of it is told. */
static size_t find_circle(const struct flow_program *flow, const bool *settled,
                          bool is_strict)
{
    size_t at = 0;
    size_t first;

    while (settled[at])
        at++;
    for (size_t steps = 0; steps < flow->node_count; steps++)
        at = next_unsettled(&flow->nodes[at], settled, is_strict);

    first = at;
    for (size_t i = next_unsettled(&flow->nodes[at], settled, is_strict);
         i != at; i = next_unsettled(&flow->nodes[i], settled, is_strict))
        first = i < first ? i : first;

    return first;
}

const char *flow_circle_claim(const struct flow_program *flow, bool is_strict,
                              size_t *ret_node)
{
    bool settled[FLOW_MAX_NODES] = { false };

    assert(flow && flow->node_count <= FLOW_MAX_NODES && ret_node);
    if (settle(flow, settled, is_strict) == flow->node_count)
        return NULL;

    *ret_node = find_circle(flow, settled, is_strict);
    return is_strict
               ? N_("Let callers rest in this circle, by a prompt, a key or a "
                    "wait: an error comes at once, and another flow, or a "
                    "lookup, may take no time.")
               : N_("Let the circle pass a node that waits for the caller.");
}
