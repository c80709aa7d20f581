/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A condition is looked through before a flow is ever run. */

#include "core/flow_condition.h"

#include "core/condition.h"

static bool is_known(enum fact fact)
{
    return fact == FACT_CALLER || fact == FACT_CALLED ||
           fact == FACT_LANGUAGE || fact == FACT_PERCENT || fact == FACT_DATA;
}

bool flow_condition_can_be_answered(const char *text)
{
    struct condition condition;

    if (condition_parse(text, &condition, NULL) < 0)
        return false;
    for (size_t i = 0; i < condition.node_count; i++) {
        const struct condition_node *node = &condition.nodes[i];

        if (node->kind == CONDITION_LISTED ||
            (node->kind == CONDITION_FACT && !is_known(node->fact)))
            return false;
    }

    return true;
}
