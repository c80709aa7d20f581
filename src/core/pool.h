/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory for things of one size, taken before it is needed. */

#ifndef CORE_POOL_H
#define CORE_POOL_H

#include <stddef.h>

/*
 * Slots are made in blocks: pool_reserve() takes the memory, so pool_take()
 * cannot fail, and a slot never moves. One that is given back is used again;
 * the memory goes with the pool. What is reserved and never taken is not
 * touched: the machine has no page for it.
 */
struct pool_block;

struct pool {
    size_t slot_size;
    struct pool_block *first, *last;
    struct pool_block *begun; /* of which the next new slot is */
    void *unused;        /* given back; each begins with the next one's place */
    size_t unused_count; /* with those that were never taken */
};

/** Makes an empty pool, which owns no memory yet. */
void pool_init(struct pool *pool, size_t slot_size);

/** Releases the memory, and with it all slots. */
void pool_done(struct pool *pool);

/** Makes room for so many more. @return 0 or -ENOMEM */
int pool_reserve(struct pool *pool, size_t slots);

/** Takes a slot, all zero. There is one. */
void *pool_take(struct pool *pool);

/** Gives a slot of this very pool back. */
void pool_give(struct pool *pool, void *slot);

#endif
