/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be erased: contacts that are over, and their recordings. */

#ifndef JOBS_ERASURE_H
#define JOBS_ERASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/command.h"
#include "store/reader.h"

/* `hands` as in query.h. */

enum { ERASURE_MAX_CONTACTS = 100, ERASURE_MAX_CALLBACKS = 100 };

/* One of the two. */
struct query_erasure {
    uint64_t contact_id;        /* 0: those of a number */
    struct phone_number caller; /* "": the one contact */
};

struct erasure {
    bool is_one;   /* named by its number */
    bool is_ended; /* of one: the store knows its end */
    size_t live;   /* of the same number, which are not among these */
    size_t contact_count;
    uint64_t contacts[ERASURE_MAX_CONTACTS];
    size_t callback_count; /* theirs, or of the number: who asked is erased */
    struct callback_asked callbacks[ERASURE_MAX_CALLBACKS];
    size_t recording_count;
    struct command_delete_recording *recordings; /* owned */
};

/**
 * Finds one contact, or the newest ended ones whose caller had a number,
 * ERASURE_MAX_CONTACTS at most, the recordings of them that are not deleted
 * yet, and the callbacks, ERASURE_MAX_CALLBACKS at most, that were asked for
 * them or for the number, whoever asked. Those that are erased have no number
 * any more.
 *
 * @param ret_erasure  on success; release with erasure_free()
 *
 * @return 0, -ENOENT: no such contact; or negative errno
 */
int query_erasure(void *hands, const struct query_erasure *query,
                  struct erasure **ret_erasure);

struct erasure *erasure_free(struct erasure *erasure); /* NULL always */

#endif
