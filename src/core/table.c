/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pool of slots, a tree of those in use, and their places by key. */

#include "core/table.h"

#include <errno.h>
#include <stdlib.h>

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

/* Places. Keys that follow each other are far from each other there (Knuth,
   6.4: multiplicative hashing). */

enum { FEWEST_BITS = 6 };

static size_t mask_of(const struct table *table)
{
    return ((size_t)1 << table->bits) - 1;
}

static size_t home_of(const struct table *table, const uint64_t key[2])
{
    uint64_t mixed = (key[0] + key[1] * UINT64_C(0xC2B2AE3D27D4EB4F)) *
                     UINT64_C(0x9E3779B97F4A7C15);

    return (size_t)(mixed >> (64 - table->bits));
}

static void put_in_place(struct table *table, struct slot *slot)
{
    size_t at = home_of(table, slot->key);

    while (table->places[at])
        at = (at + 1) & mask_of(table);
    table->places[at] = slot;
}

/* Whoever was put behind the gap for want of room moves up. */
static void take_from_place(struct table *table, const struct slot *slot)
{
    size_t mask = mask_of(table);
    size_t gap = home_of(table, slot->key);

    while (table->places[gap] != slot)
        gap = (gap + 1) & mask;
    for (size_t at = (gap + 1) & mask; table->places[at];
         at = (at + 1) & mask) {
        size_t home = home_of(table, table->places[at]->key);

        if (((at - home) & mask) < ((at - gap) & mask))
            continue;
        table->places[gap] = table->places[at];
        gap = at;
    }
    table->places[gap] = NULL;
}

static int make_places(struct table *table, unsigned bits)
{
    struct slot **places = calloc((size_t)1 << bits, sizeof(struct slot *));
    if (!places)
        return -ENOMEM;

    free(table->places);
    table->places = places;
    table->bits = bits;
    for (struct slot *slot = table_first(table); slot; slot = table_next(slot))
        put_in_place(table, slot);

    return 0;
}

void table_init(struct table *table, size_t slot_size)
{
    *table = (struct table){ .bits = 0 };
    tree_init(&table->slots, compare_slots);
    pool_init(&table->pool, slot_size);
}

void table_done(struct table *table)
{
    size_t slot_size = table->pool.slot_size;

    pool_done(&table->pool);
    free(table->places);
    table_init(table, slot_size);
}

/* More slots than before may be too many for the places. */
static int grow(struct table *table, size_t rows)
{
    table->has_places = false;

    int rc = pool_reserve(&table->pool, rows);
    size_t all = tree_count(&table->slots) + table->pool.unused_count;
    unsigned bits = table->bits ? table->bits : FEWEST_BITS;

    while (all > (size_t)1 << (bits - 1))
        bits++;
    if (rc == 0 && bits != table->bits)
        rc = make_places(table, bits);
    table->has_places = rc == 0;
    return rc;
}

int table_reserve(struct table *table, size_t rows)
{
    return table->has_places && table->pool.unused_count >= rows
               ? 0
               : grow(table, rows);
}

void *table_add(struct table *table, uint64_t key, uint64_t second_key)
{
    struct slot *slot = pool_take(&table->pool);

    slot->key[0] = key;
    slot->key[1] = second_key;
    tree_add(&table->slots, &slot->node);
    put_in_place(table, slot);
    return slot;
}

void table_remove(struct table *table, void *slot)
{
    struct slot *gone = slot;

    take_from_place(table, gone);
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

    if (!table->bits)
        return NULL;

    for (size_t at = home_of(table, wanted); table->places[at];
         at = (at + 1) & mask_of(table)) {
        struct slot *slot = table->places[at];

        if (slot->key[0] == key && slot->key[1] == second_key)
            return slot;
    }

    return NULL;
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
