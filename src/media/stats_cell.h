/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counters that one thread writes and others read without waiting. */

#ifndef MEDIA_STATS_CELL_H
#define MEDIA_STATS_CELL_H

#include <stdatomic.h>

#include "media/stats.h"

/*
 * A seqlock: odd while it is being written, and a reader who saw it odd or
 * changed reads again. The words are atomic, as C11 knows no race that is
 * harmless (H. Boehm, "Can Seqlocks Get Along with Programming Language Memory
 * Models?", MSPC 2012).
 */

enum {
    STATS_WORDS = sizeof(struct media_stats) / sizeof(uint64_t),
};

struct stats_cell {
    atomic_uint sequence;
    _Atomic uint64_t words[STATS_WORDS];
};

/**
 * For the one writer. Never waits.
 */
void stats_cell_write(struct stats_cell *cell, const struct media_stats *stats);

/**
 * For any reader. Waits only while a write of some 30 words goes on.
 */
void stats_cell_read(const struct stats_cell *cell,
                     struct media_stats *ret_stats);

#endif
