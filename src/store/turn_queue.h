/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns waiting to be written: copied, in order, bounded. */

#ifndef STORE_TURN_QUEUE_H
#define STORE_TURN_QUEUE_H

#include "store/turn.h"

/* A copy of what the server gave, in one block of memory. */
struct turn {
    struct turn *next;
    int64_t ticket;
    struct event *events;
    size_t event_count;
    struct side_write *sides;
    size_t side_count;
};

size_t turn_load(const struct turn *turn); /* events and sides */

/** @return 0 or -ENOMEM; free() releases it */
int turn_copy(const struct store_turn *from, struct turn **ret_turn);

/* A plain list, zeroed to begin with; its owner locks it. */
struct turn_queue {
    struct turn *first;
    struct turn *last;
    size_t load; /* events and sides */
};

void turn_queue_push(struct turn_queue *queue, struct turn *turn);

/** Takes the oldest turns of up to such a load, at least one turn. */
struct turn *turn_queue_take(struct turn_queue *queue, size_t max_load);

/** Releases a list of turns. @return NULL always */
struct turn *turn_free_all(struct turn *first);

#endif
