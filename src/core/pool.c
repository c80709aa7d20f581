/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of slots, and a list of those that were given back. */

#include "core/pool.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SLOTS = 16 };

/* The slots of a block follow it, as strictly aligned as anything. */
struct pool_block {
    struct pool_block *next;
    size_t count;
    _Alignas(max_align_t) size_t begun; /* those behind were never taken */
};

void pool_init(struct pool *pool, size_t slot_size)
{
    const size_t align = sizeof(max_align_t);

    assert(slot_size >= sizeof(void *));
    *pool =
        (struct pool){ .slot_size = (slot_size + align - 1) / align * align };
}

void pool_done(struct pool *pool)
{
    while (pool->first) {
        struct pool_block *block = pool->first;

        pool->first = block->next;
        free(block);
    }

    pool_init(pool, pool->slot_size);
}

/* Cleared when it is taken: what nobody takes is never touched again. */
void pool_give(struct pool *pool, void *slot)
{
    memcpy(slot, &pool->unused, sizeof(pool->unused));
    pool->unused = slot;
    pool->unused_count++;
}

static int add_block(struct pool *pool, size_t count)
{
    struct pool_block *block = malloc(sizeof(*block) + count * pool->slot_size);
    if (!block)
        return -ENOMEM;

    *block = (struct pool_block){ .count = count };
    if (pool->last)
        pool->last->next = block;
    else
        pool->first = pool->begun = block;
    pool->last = block;
    pool->unused_count += count;
    return 0;
}

int pool_reserve(struct pool *pool, size_t slots)
{
    if (pool->unused_count >= slots)
        return 0;

    size_t missing = slots - pool->unused_count;
    size_t blocks = (missing + BLOCK_SLOTS - 1) / BLOCK_SLOTS;

    return add_block(pool, blocks * BLOCK_SLOTS);
}

static void *take_new(struct pool *pool)
{
    if (pool->begun->begun == pool->begun->count)
        pool->begun = pool->begun->next;

    char *slots = (char *)(pool->begun + 1);

    return slots + pool->begun->begun++ * pool->slot_size;
}

void *pool_take(struct pool *pool)
{
    void *slot = pool->unused;

    assert(pool->unused_count > 0);
    if (slot)
        memcpy(&pool->unused, slot, sizeof(pool->unused));
    else
        slot = take_new(pool);
    pool->unused_count--;
    return memset(slot, 0, pool->slot_size);
}
