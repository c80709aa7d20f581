/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A circle of values under a mutex that is held for a copy only. */

#include "media/ring.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct ring {
    pthread_mutex_t mutex;
    int fd;
    size_t capacity;
    size_t item_size;
    size_t first;
    size_t count;
    unsigned char items[];
};

int ring_new(size_t capacity, size_t item_size, struct ring **ret_ring)
{
    assert(capacity > 0 && item_size > 0 && ret_ring);

    /* Untouched pages cost nothing: see ring_pop(). */
    struct ring *ring = calloc(1, sizeof(*ring) + capacity * item_size);
    if (!ring)
        return -ENOMEM;

    ring->fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (ring->fd < 0) {
        int rc = -errno;

        free(ring);
        return rc;
    }

    pthread_mutex_init(&ring->mutex, NULL);
    ring->capacity = capacity;
    ring->item_size = item_size;
    *ret_ring = ring;
    return 0;
}

struct ring *ring_free(struct ring *ring)
{
    if (!ring)
        return NULL;

    pthread_mutex_destroy(&ring->mutex);
    close(ring->fd);
    free(ring);
    return NULL;
}

/* Cannot fail: the counter is 0 before, and the descriptor ours alone. */
static void raise_flag(struct ring *ring)
{
    uint64_t one = 1;
    ssize_t written = write(ring->fd, &one, sizeof(one));

    assert(written == sizeof(one));
    (void)written;
}

static void lower_flag(struct ring *ring)
{
    uint64_t count;
    ssize_t got = read(ring->fd, &count, sizeof(count));

    assert(got == sizeof(count));
    (void)got;
}

int ring_push(struct ring *ring, const void *item, size_t reserve)
{
    assert(ring && item);

    int rc = -EAGAIN;

    pthread_mutex_lock(&ring->mutex);
    if (ring->count + reserve < ring->capacity) {
        size_t at = (ring->first + ring->count) % ring->capacity;

        memcpy(ring->items + at * ring->item_size, item, ring->item_size);
        if (ring->count++ == 0)
            raise_flag(ring);
        rc = 0;
    }
    pthread_mutex_unlock(&ring->mutex);
    return rc;
}

bool ring_pop(struct ring *ring, void *ret_item)
{
    assert(ring && ret_item);

    pthread_mutex_lock(&ring->mutex);

    bool any = ring->count > 0;

    if (any) {
        memcpy(ret_item, ring->items + ring->first * ring->item_size,
               ring->item_size);
        ring->first = (ring->first + 1) % ring->capacity;
        ring->count--;
    }
    if (any && ring->count == 0) {
        /* Begin anew at the front, so that a large ring used by little stays
           small in memory. */
        ring->first = 0;
        lower_flag(ring);
    }
    pthread_mutex_unlock(&ring->mutex);
    return any;
}

int ring_fd(const struct ring *ring)
{
    assert(ring);

    return ring->fd;
}
