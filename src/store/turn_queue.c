/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns waiting to be written: copied, in order, bounded. */

#include "store/turn_queue.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static size_t bytes_of(const struct side_write *side)
{
    size_t key = side->key ? strlen(side->key) + 1 : 0;

    return key + (side->verb == SIDE_PUT ? side->length : 0);
}

static char *copy_side(struct side_write *to, const struct side_write *from,
                       char *bytes)
{
    *to = *from;
    if (from->verb == SIDE_EXPIRE)
        to->key = NULL;

    if (to->key) {
        size_t size = strlen(from->key) + 1;

        memcpy(bytes, from->key, size);
        to->key = bytes;
        bytes += size;
    }

    if (from->verb == SIDE_PUT && from->length) {
        memcpy(bytes, from->value, from->length);
        to->value = bytes;
        bytes += from->length;
    }

    return bytes;
}

int turn_copy(const struct store_turn *from, struct turn **ret_turn)
{
    size_t events_size = from->event_count * sizeof(struct event);
    size_t sides_size = from->side_count * sizeof(struct side_write);
    size_t bytes_size = 0;

    for (size_t i = 0; i < from->side_count; i++)
        bytes_size += bytes_of(&from->sides[i]);

    struct turn *turn =
        malloc(sizeof(*turn) + events_size + sides_size + bytes_size);
    if (!turn)
        return -ENOMEM;

    char *bytes = (char *)(turn + 1);

    *turn = (struct turn){
        .events = (void *)bytes,
        .event_count = from->event_count,
        .sides = (void *)(bytes + events_size),
        .side_count = from->side_count,
    };
    if (events_size)
        memcpy(turn->events, from->events, events_size);

    bytes += events_size + sides_size;
    for (size_t i = 0; i < from->side_count; i++)
        bytes = copy_side(&turn->sides[i], &from->sides[i], bytes);

    *ret_turn = turn;
    return 0;
}

size_t turn_load(const struct turn *turn)
{
    return turn->event_count + turn->side_count;
}

void turn_queue_push(struct turn_queue *queue, struct turn *turn)
{
    assert(turn && !turn->next);

    if (queue->last)
        queue->last->next = turn;
    else
        queue->first = turn;
    queue->last = turn;
    queue->load += turn_load(turn);
}

struct turn *turn_queue_take(struct turn_queue *queue, size_t max_load)
{
    struct turn *first = queue->first;
    struct turn *last = first;

    if (!first)
        return NULL;

    size_t load = turn_load(first);
    while (last->next && load + turn_load(last->next) <= max_load) {
        last = last->next;
        load += turn_load(last);
    }

    queue->first = last->next;
    if (!queue->first)
        queue->last = NULL;
    last->next = NULL;
    queue->load -= load;
    return first;
}

struct turn *turn_free_all(struct turn *first)
{
    while (first) {
        struct turn *next = first->next;

        free(first);
        first = next;
    }

    return NULL;
}
