/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ring whose room doubles; what waits is laid out anew when it does. */

#include "base/fifo.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 16 };

void fifo_init(struct fifo *fifo, size_t size, size_t max)
{
    assert(fifo && size > 0 && max > 0);

    *fifo = (struct fifo){ .size = size, .max = max };
}

void fifo_done(struct fifo *fifo)
{
    assert(fifo);

    free(fifo->items);
    fifo_init(fifo, fifo->size, fifo->max);
}

static unsigned char *place(const struct fifo *fifo, size_t index)
{
    return fifo->items + (fifo->first + index) % fifo->room * fifo->size;
}

static int grow(struct fifo *fifo)
{
    size_t room = fifo->room ? 2 * fifo->room : FIRST_ROOM;
    unsigned char *items = calloc(room, fifo->size);

    if (!items)
        return -ENOMEM;

    for (size_t i = 0; i < fifo->count; i++)
        memcpy(items + i * fifo->size, place(fifo, i), fifo->size);

    free(fifo->items);
    fifo->items = items;
    fifo->room = room;
    fifo->first = 0;
    return 0;
}

int fifo_push(struct fifo *fifo, const void *item)
{
    assert(fifo && item);

    if (fifo->count == fifo->max)
        return -ENOSPC;

    int rc = fifo->count == fifo->room ? grow(fifo) : 0;
    if (rc < 0)
        return rc;

    memcpy(place(fifo, fifo->count), item, fifo->size);
    fifo->count++;
    return 0;
}

const void *fifo_front(const struct fifo *fifo)
{
    assert(fifo);

    return fifo->count ? place(fifo, 0) : NULL;
}

bool fifo_pop(struct fifo *fifo, void *ret_item)
{
    assert(fifo);

    if (fifo->count == 0)
        return false;

    if (ret_item)
        memcpy(ret_item, place(fifo, 0), fifo->size);
    fifo->first = (fifo->first + 1) % fifo->room;
    fifo->count--;
    return true;
}

size_t fifo_count(const struct fifo *fifo)
{
    assert(fifo);

    return fifo->count;
}
