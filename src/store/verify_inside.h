/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the verification, between themselves. */

#ifndef STORE_VERIFY_INSIDE_H
#define STORE_VERIFY_INSIDE_H

#include <sqlite3.h>

#include "store/projector.h"
#include "store/snapshot.h"
#include "store/verify.h"

struct verifier {
    sqlite3 *db;   /* the one verified, in one read transaction */
    sqlite3 *made; /* the projections made anew */
    struct projector projector;
    struct change_list changes;
    struct state *state;
    sqlite3_stmt *select_private;
    unsigned char chain[SHA256_SIZE];
    uint64_t seq; /* of the event being read */
    struct snapshot snapshots[SNAPSHOTS_KEPT];
    size_t snapshot_count;
    uint64_t projected_seq; /* the projections have events up to this one */
    struct verify_report *report;
};

/** Counts a difference, and tells of it while there are not too many. */
void verify_tell(struct verifier *verifier, enum verify_difference kind,
                 const char *what);

/** Compares the rows of all projections. @return 0 or negative errno */
int verify_rows(struct verifier *verifier);

#endif
