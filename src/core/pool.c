/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of slots, and a list of the unused ones. */

#include "core/pool.h"

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

void pool_init(struct pool *pool, size_t slot_size)
{
    const size_t align = sizeof(max_align_t);

    assert(slot_size >= sizeof(void *));
    *pool =
        (struct pool){ .slot_size = (slot_size + align - 1) / align * align };
}

void pool_done(struct pool *pool)
{
    while (pool->blocks) {
        union block_head *block = pool->blocks;

        pool->blocks = block->next;
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

static int add_block(struct pool *pool)
{
    union block_head *block =
        malloc(sizeof(*block) + BLOCK_SLOTS * pool->slot_size);
    if (!block)
        return -ENOMEM;

    block->next = pool->blocks;
    pool->blocks = block;

    char *slots = (char *)(block + 1);
    for (size_t i = BLOCK_SLOTS; i > 0; i--)
        pool_give(pool, slots + (i - 1) * pool->slot_size);

    return 0;
}

int pool_reserve(struct pool *pool, size_t slots)
{
    while (pool->unused_count < slots) {
        int rc = add_block(pool);
        if (rc < 0)
            return rc;
    }

    return 0;
}

void *pool_take(struct pool *pool)
{
    void *slot = pool->unused;

    assert(slot);
    memcpy(&pool->unused, slot, sizeof(pool->unused));
    pool->unused_count--;
    return memset(slot, 0, pool->slot_size);
}
