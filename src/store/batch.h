/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns that are written in one transaction, ready to be tried again. */

#ifndef STORE_BATCH_H
#define STORE_BATCH_H

#include "store/journal.h"
#include "store/projector.h"
#include "store/side.h"
#include "store/turn_queue.h"

/* A plain struct, zeroed to begin with; keeps its memory between batches. */
struct batch {
    struct turn *turns; /* NULL: the batch is empty */
    int64_t ticket;     /* of the last one */
    size_t event_count; /* of all */
    size_t prepared;    /* entries that are made */
    struct entry *entries;
    size_t entry_room;
};

/** Takes turns over; the batch is empty. */
void batch_begin(struct batch *batch, struct turn *turns);

/**
 * Makes the entries, folding the shadow, from where it stopped the last time.
 *
 * @param chain    of the last event; goes on with each
 * @param changes  what follows for the projections is added to it
 *
 * @return 0; -ENOMEM: call again; -EPROTO: an event that cannot be written
 */
int batch_prepare(struct batch *batch, struct state *shadow,
                  unsigned char chain[SHA256_SIZE],
                  struct change_list *changes);

/** Writes entries and sides, within a transaction of the caller's. */
int batch_write(const struct batch *batch, struct journal_writer *journal,
                struct side_writer *sides);

/** Empties the batch. */
void batch_end(struct batch *batch);

/** Releases everything. */
void batch_done(struct batch *batch);

#endif
