/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows by key, each in a slot that never moves. */

#ifndef CORE_TABLE_H
#define CORE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/tree.h"
#include "core/pool.h"

/*
 * A slot is a struct that begins with `struct slot` and holds a row and
 * whatever indexes the row is in. The memory is a pool's: table_reserve() takes
 * it, so table_add() cannot fail; a removed slot is used again. A tree has them
 * in the order of their keys, and a hash finds one: with linear probing, at most
 * half full (D. Knuth, "The Art of Computer Programming" 3, 6.4, algorithms L
 * and R).
 */
struct slot {
    struct tree_node node;
    uint64_t key[2]; /* the second is 0 where one is enough */
};

struct table {
    struct tree slots;
    struct pool pool;
    struct slot **places; /* by the hash of the key; NULL: free */
    unsigned bits;        /* there are 2^bits places; 0: none yet */
    bool has_places;      /* as many as the pool's slots need */
};

/** Makes an empty table, which owns no memory yet. */
void table_init(struct table *table, size_t slot_size);

/** Releases the memory. */
void table_done(struct table *table);

/** Makes room for so many more rows. @return 0 or -ENOMEM */
int table_reserve(struct table *table, size_t rows);

/** Adds a slot, zero but for the key, which the table does not have yet. */
void *table_add(struct table *table, uint64_t key, uint64_t second_key);

/** Removes a slot, which is in no index any more. */
void table_remove(struct table *table, void *slot);

/** Finds a slot, or NULL. O(1). */
void *table_find(const struct table *table, uint64_t key, uint64_t second_key);

/** Finds the first slot that does not go before a key, or NULL. O(log n). */
void *table_find_from(const struct table *table, uint64_t key,
                      uint64_t second_key);

/* In the order of the keys; NULL at the end. */
void *table_first(const struct table *table);
void *table_next(const void *slot);
void *table_at(const struct table *table, size_t index); /* O(log n) */
size_t table_count(const struct table *table);

#endif
