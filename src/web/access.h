/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has had access to what, not long ago: the journal tells it once. */

#ifndef WEB_ACCESS_H
#define WEB_ACCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum access_kind {
    ACCESS_NONE, /* nobody to nothing */
    ACCESS_RECORDING,
    ACCESS_TRACE,
    ACCESS_PACKETS,
};

enum { ACCESS_ROOM = 64 };

struct access {
    enum access_kind kind;
    uint64_t id;
    uint64_t user_id;
    int64_t at_us;
};

/* The last of them; zeroed it has none. */
struct access_list {
    struct access all[ACCESS_ROOM]; /* a ring */
    size_t next;
};

/**
 * Tells whether it was noted within the last ten minutes: who fetches a sound
 * in parts, or looks again, has access once.
 *
 * @param access  at_us: now
 */
bool access_is_noted(const struct access_list *list,
                     const struct access *access);

/** Notes it; the oldest one makes room. */
void access_note(struct access_list *list, const struct access *access);

#endif
