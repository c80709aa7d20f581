/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeping any index in step comes down to. */

#include "core/state_index.h"

#include "core/desk_slot.h"
#include "core/state_due.h"

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
    if (deadline->due_us == is->due_us && deadline->serial == is->serial &&
        deadline->kind == is->kind && is_in(&deadline->node) == !!is->due_us)
        return;

    set_member(&state->deadlines, &deadline->node, false);
    *deadline = *is;
    set_member(&state->deadlines, &deadline->node, is->due_us != 0);
}

static bool is_sooner(const struct deadline *a, const struct deadline *b)
{
    if (a->due_us != b->due_us)
        return a->due_us < b->due_us;

    return a->serial != b->serial ? a->serial < b->serial : a->kind < b->kind;
}

void set_first_deadline(struct state *state, struct deadline *deadline,
                        uint64_t owner_id, const struct deadline *are,
                        size_t count)
{
    struct deadline first = { .due_us = 0 };

    for (size_t i = 0; i < count; i++)
        if (are[i].due_us && (!first.due_us || is_sooner(&are[i], &first)))
            first = are[i];

    first.owner_id = owner_id;
    set_deadline(state, deadline, &first);
}

static void set_grant(struct state *state, struct grant **grants,
                      const struct grant *is)
{
    struct grant **at = grants;

    while (*at && (*at)->kind != is->kind)
        at = &(*at)->next;

    struct grant *was = *at;

    if ((was ? was->serial : 0) == is->serial)
        return;

    if (was) {
        *at = was->next;
        tree_remove(&state->grants, &was->node);
        pool_give(&state->grant_pool, was);
    }

    if (is->serial) {
        struct grant *now = pool_take(&state->grant_pool);

        *now = *is;
        now->next = *grants;
        *grants = now;
        tree_add(&state->grants, &now->node);
    }
}

void set_grants(struct state *state, struct grant **grants, uint64_t owner_id,
                const struct grant *are, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct grant is = are[i];

        is.owner_id = owner_id;
        set_grant(state, grants, &is);
    }
}

void index_wanted(struct state *state, struct desk_slot *desk)
{
    set_member(&state->wanted, &desk->in_wanted, desk_wanted(desk) != NULL);
}
