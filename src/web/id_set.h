/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of ids. */

#ifndef WEB_ID_SET_H
#define WEB_ID_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Sorted; eight bytes each. Zeroed at first. */
struct id_set {
    uint64_t *ids; /* owned */
    size_t count;
    size_t room;
};

/** Adds an id, if it is not in it. @return 0 or -ENOMEM */
int id_set_add(struct id_set *set, uint64_t id);

/** Removes an id. @return whether it was in it */
bool id_set_remove(struct id_set *set, uint64_t id);

/** Empties it and releases the memory. */
void id_set_done(struct id_set *set);

#endif
