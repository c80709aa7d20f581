/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bounded queue of flat values between threads, with a descriptor to wait on. */

#ifndef MEDIA_RING_H
#define MEDIA_RING_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Any number of threads may push and pop. The descriptor is readable exactly
 * while something waits, so it serves epoll level-triggered, and a burst costs
 * one system call.
 */
struct ring;

/**
 * @param capacity   at least 1
 * @param item_size  octets of one value
 *
 * @return 0, -ENOMEM, or -errno of eventfd()
 */
int ring_new(size_t capacity, size_t item_size, struct ring **ret_ring);

/**
 * Forgets what still waits.
 *
 * @return NULL always
 */
struct ring *ring_free(struct ring *ring);

/**
 * Copies a value in. O(1).
 *
 * @param reserve  how many places must stay free afterwards
 *
 * @return 0, or -EAGAIN: full
 */
int ring_push(struct ring *ring, const void *item, size_t reserve);

/**
 * Copies the oldest value out. O(1).
 *
 * @return false when there is none
 */
bool ring_pop(struct ring *ring, void *ret_item);

/**
 * Owned by the ring. To be waited on, never to be read.
 */
int ring_fd(const struct ring *ring);

#endif
