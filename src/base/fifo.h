/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First in, first out: flat items in a ring that grows. */

#ifndef BASE_FIFO_H
#define BASE_FIFO_H

#include <stdbool.h>
#include <stddef.h>

/* For one thread; between threads there is base/mailbox.h. */
struct fifo {
    unsigned char *items;
    size_t size; /* of an item */
    size_t max;  /* items */
    size_t first;
    size_t count;
    size_t room;
};

/**
 * Makes an empty one, which owns no memory yet.
 *
 * @param size  of an item; at least 1
 * @param max   how many items it may ever hold at once
 */
void fifo_init(struct fifo *fifo, size_t size, size_t max);

/** Releases the memory. */
void fifo_done(struct fifo *fifo);

/**
 * Copies an item behind the others. O(1) on the average.
 *
 * @return 0, -ENOSPC when max are in it, or -ENOMEM; nothing changed then
 */
int fifo_push(struct fifo *fifo, const void *item);

/** Shows the first item; NULL when there is none. Good until the next push or
 *  pop. */
const void *fifo_front(const struct fifo *fifo);

/**
 * Takes the first item out. O(1).
 *
 * @param ret_item  room for one; NULL: not wanted
 *
 * @return whether there was one
 */
bool fifo_pop(struct fifo *fifo, void *ret_item);

/** How many are in it. */
size_t fifo_count(const struct fifo *fifo);

#endif
