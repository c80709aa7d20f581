/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pool of slots, and a tree of those in use. */

#include "core/table.h"

static int compare_key(const struct tree_node *node, const void *key)
{
    const struct slot *slot = TREE_MEMBER(node, struct slot, node);
    const uint64_t *wanted = key;

    for (size_t i = 0; i < 2; i++)
        if (slot->key[i] != wanted[i])
            return slot->key[i] < wanted[i] ? -1 : 1;

    return 0;
}

static int compare_slots(const struct tree_node *a, const struct tree_node *b)
{
    return compare_key(a, TREE_MEMBER(b, struct slot, node)->key);
}

void table_init(struct table *table, size_t slot_size)
{
    tree_init(&table->slots, compare_slots);
    pool_init(&table->pool, slot_size);
}

void table_done(struct table *table)
{
    tree_clear(&table->slots);
    pool_done(&table->pool);
}

int table_reserve(struct table *table, size_t rows)
{
    return pool_reserve(&table->pool, rows);
}

void *table_add(struct table *table, uint64_t key, uint64_t second_key)
{
    struct slot *slot = pool_take(&table->pool);

    slot->key[0] = key;
    slot->key[1] = second_key;
    tree_add(&table->slots, &slot->node);
    return slot;
}

void table_remove(struct table *table, void *slot)
{
    struct slot *gone = slot;

    tree_remove(&table->slots, &gone->node);
    pool_give(&table->pool, gone);
}

static void *slot_of(struct tree_node *node)
{
    return node ? TREE_MEMBER(node, struct slot, node) : NULL;
}

void *table_find(const struct table *table, uint64_t key, uint64_t second_key)
{
    const uint64_t wanted[] = { key, second_key };

    return slot_of(tree_find(&table->slots, compare_key, wanted));
}

void *table_find_from(const struct table *table, uint64_t key,
                      uint64_t second_key)
{
    const uint64_t wanted[] = { key, second_key };

    return slot_of(tree_find_from(&table->slots, compare_key, wanted));
}

void *table_first(const struct table *table)
{
    return slot_of(tree_first(&table->slots));
}

void *table_next(const void *slot)
{
    return slot_of(tree_next(&((const struct slot *)slot)->node));
}

void *table_at(const struct table *table, size_t index)
{
    return slot_of(tree_at(&table->slots, index));
}

size_t table_count(const struct table *table)
{
    return tree_count(&table->slots);
}
