/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeping any index in step comes down to. */

#include "core/state_index.h"

static bool is_in(const struct tree_node *node)
{
    return node->count > 0;
}

/* Membership that depends on a fact and whose order never changes. */
void set_member(struct tree *tree, struct tree_node *node, bool belongs)
{
    if (belongs && !is_in(node))
        tree_add(tree, node);
    else if (!belongs && is_in(node))
        tree_remove(tree, node);
}

void set_deadline(struct state *state, struct deadline *deadline,
                  const struct deadline *is)
{
    if (is_in(&deadline->node) && deadline->due_us == is->due_us &&
        deadline->serial == is->serial)
        return;

    set_member(&state->deadlines, &deadline->node, false);
    *deadline = *is;
    set_member(&state->deadlines, &deadline->node, is->due_us != 0);
}

void set_grant(struct state *state, struct grant *grant, const struct grant *is)
{
    if (is_in(&grant->node) && grant->serial == is->serial)
        return;

    set_member(&state->grants, &grant->node, false);
    *grant = *is;
    set_member(&state->grants, &grant->node, is->serial != 0);
}

void index_wanted(struct state *state, struct desk_slot *desk)
{
    set_member(&state->wanted, &desk->in_wanted, desk_wanted(desk) != NULL);
}
