/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of slots, a list of the unused ones, and a tree of the others. */

#include "core/table.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SLOTS = 16 };

/* Before the slots of a block; as strictly aligned as anything. */
union block_head {
    void *next;
    max_align_t align;
};

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
    const size_t align = sizeof(max_align_t);

    *table =
        (struct table){ .slot_size = (slot_size + align - 1) / align * align };
    tree_init(&table->slots, compare_slots);
}

void table_done(struct table *table)
{
    while (table->blocks) {
        union block_head *block = table->blocks;

        table->blocks = block->next;
        free(block);
    }

    table_init(table, table->slot_size);
}

/* An unused slot is in no tree: its node's parent chains the list. */
static void put_unused(struct table *table, struct slot *slot)
{
    memset(slot, 0, table->slot_size);
    slot->node.parent = table->unused ? &table->unused->node : NULL;
    table->unused = slot;
    table->unused_count++;
}

static int add_block(struct table *table)
{
    union block_head *block =
        malloc(sizeof(*block) + BLOCK_SLOTS * table->slot_size);
    if (!block)
        return -ENOMEM;

    block->next = table->blocks;
    table->blocks = block;

    char *slots = (char *)(block + 1);
    for (size_t i = BLOCK_SLOTS; i > 0; i--)
        put_unused(table, (void *)(slots + (i - 1) * table->slot_size));

    return 0;
}

int table_reserve(struct table *table, size_t rows)
{
    while (table->unused_count < rows) {
        int rc = add_block(table);
        if (rc < 0)
            return rc;
    }

    return 0;
}

void *table_add(struct table *table, uint64_t key, uint64_t second_key)
{
    struct slot *slot = table->unused;

    assert(slot);
    table->unused = slot->node.parent
                        ? TREE_MEMBER(slot->node.parent, struct slot, node)
                        : NULL;
    table->unused_count--;

    slot->node.parent = NULL;
    slot->key[0] = key;
    slot->key[1] = second_key;
    tree_add(&table->slots, &slot->node);
    return slot;
}

void table_remove(struct table *table, void *slot)
{
    struct slot *gone = slot;

    tree_remove(&table->slots, &gone->node);
    put_unused(table, gone);
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
