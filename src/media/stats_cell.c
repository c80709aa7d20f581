/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fences after Boehm's paper, figure 6. */

#include "media/stats_cell.h"

#include <assert.h>
#include <string.h>

_Static_assert(sizeof(struct media_stats) == STATS_WORDS * sizeof(uint64_t),
               "the counters are whole words");

void stats_cell_write(struct stats_cell *cell, const struct media_stats *stats)
{
    assert(cell && stats);

    uint64_t words[STATS_WORDS];
    unsigned sequence =
        atomic_load_explicit(&cell->sequence, memory_order_relaxed);

    memcpy(words, stats, sizeof(words));
    atomic_store_explicit(&cell->sequence, sequence + 1, memory_order_relaxed);
    for (size_t i = 0; i < STATS_WORDS; i++)
        atomic_store_explicit(&cell->words[i], words[i], memory_order_release);
    atomic_store_explicit(&cell->sequence, sequence + 2, memory_order_release);
}

void stats_cell_read(const struct stats_cell *cell,
                     struct media_stats *ret_stats)
{
    assert(cell && ret_stats);

    uint64_t words[STATS_WORDS];
    unsigned before, after;

    do {
        before = atomic_load_explicit(&cell->sequence, memory_order_acquire);
        for (size_t i = 0; i < STATS_WORDS; i++)
            words[i] =
                atomic_load_explicit(&cell->words[i], memory_order_acquire);
        after = atomic_load_explicit(&cell->sequence, memory_order_relaxed);
    } while (before != after || before % 2);

    memcpy(ret_stats, words, sizeof(words));
}
