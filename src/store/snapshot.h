/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Snapshots: states on disk from which recovery can begin. */

#ifndef STORE_SNAPSHOT_H
#define STORE_SNAPSHOT_H

#include <stdint.h>

#include <sqlite3.h>

#include "base/sha256.h"
#include "core/state.h"

enum { SNAPSHOTS_KEPT = 2 };

/* A snapshot, ready to be written or just read. */
struct snapshot {
    uint64_t seq;
    int64_t at_us;
    unsigned char chain[SHA256_SIZE]; /* of the event seq */
    char *body;
};

/** @return 0 or -ENOMEM; release with snapshot_done() */
int snapshot_make(const struct state *state,
                  const unsigned char chain[SHA256_SIZE],
                  struct snapshot *ret_snapshot);
void snapshot_done(struct snapshot *snapshot);

/** Writes it, and deletes those before the last two; in a transaction. */
int snapshot_write(sqlite3 *db, const struct snapshot *snapshot);

/** Deletes all but this one. */
int snapshot_write_alone(sqlite3 *db, const struct snapshot *snapshot);

/**
 * Reads the newest snapshot before an event number.
 *
 * @return 0, -ENOENT: none; -EBADMSG: its digest is wrong, only seq is set;
 *         or another negative errno
 */
int snapshot_read_before(sqlite3 *db, uint64_t seq,
                         struct snapshot *ret_snapshot);

#endif
