/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sorted array: ids mostly come in order, at the end. */

#include "web/id_set.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static size_t place_of(const struct id_set *set, uint64_t id)
{
    size_t low = 0;
    size_t high = set->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (set->ids[middle] < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int id_set_add(struct id_set *set, uint64_t id)
{
    assert(set);

    size_t place = place_of(set, id);
    if (place < set->count && set->ids[place] == id)
        return 0;
    if (set->count == set->room) {
        size_t room = set->room ? 2 * set->room : 16;
        uint64_t *ids = realloc(set->ids, room * sizeof(*ids));
        if (!ids)
            return -ENOMEM;
        set->ids = ids;
        set->room = room;
    }
    memmove(set->ids + place + 1, set->ids + place,
            (set->count - place) * sizeof(*set->ids));
    set->ids[place] = id;
    set->count++;
    return 0;
}

bool id_set_remove(struct id_set *set, uint64_t id)
{
    assert(set);

    size_t place = place_of(set, id);
    if (place == set->count || set->ids[place] != id)
        return false;
    set->count--;
    memmove(set->ids + place, set->ids + place + 1,
            (set->count - place) * sizeof(*set->ids));
    return true;
}

void id_set_done(struct id_set *set)
{
    assert(set);

    free(set->ids);
    *set = (struct id_set){ 0 };
}
