/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proving that the store holds what happened, and that its figures follow. */

#ifndef STORE_VERIFY_H
#define STORE_VERIFY_H

#include <stdint.h>

#include "store/problem.h"

/*
 * Recomputed from the events alone: the numbers without a gap, the chain of
 * hashes, the hashes of private texts that are not erased, the columns made
 * from the bodies, every projection, and every snapshot.
 */
enum verify_difference {
    VERIFY_GAP,        /* an event's number does not follow */
    VERIFY_CHAIN,      /* an event was changed after it was written */
    VERIFY_PRIVATE,    /* a private text is not the one written */
    VERIFY_UNREADABLE, /* an event that this release cannot read */
    VERIFY_COLUMN,     /* a column does not say what the body says */
    VERIFY_PROJECTION, /* a row is missing, too much, or differs */
    VERIFY_SNAPSHOT,   /* a snapshot is not the fold of the events */
    VERIFY_CLAIM,      /* the state does not hold a claim about it */
};

struct verify_report {
    uint64_t events;
    uint64_t private_texts; /* checked */
    uint64_t erased_texts;
    uint64_t rows;      /* of projections, compared */
    uint64_t snapshots; /* compared; those of other releases are not */
    uint64_t differences;
    char chain[65]; /* the hash of the last event: names the whole journal */

    /* Told of each difference, up to 100; may be NULL. */
    void (*tell)(void *arg, enum verify_difference kind, uint64_t seq,
                 const char *what);
    void *arg;
};

/** Spells a kind of difference: "chain". */
const char *verify_spell(enum verify_difference kind);

/**
 * Verifies the database of a directory, also while a server writes it. Only
 * reads it; works in a temporary database. About 20 s for a million events.
 *
 * @param report  tell and arg are set; the rest is filled
 *
 * @return 0: done, see report->differences; or negative errno
 */
int store_verify(const char *directory, struct verify_report *report,
                 struct store_problem *ret_problem);

#endif
