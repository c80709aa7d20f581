/* SPDX-License-Identifier: GPL-3.0-or-later */
/* getrandom() for a page of small needs at once. */

#include "base/entropy.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum {
    POOL_SIZE = 512,
    POOL_MAX_NEED = 64, /* more is asked of the kernel directly */
};

/* Its first bytes; those behind were given out, and wiped. */
struct pool {
    unsigned char bytes[POOL_SIZE];
    size_t left;
};

static _Thread_local struct pool pool;

/* In a loop, for signals and large requests cut it short. */
static void ask_kernel(void *bytes, size_t size)
{
    char *at = bytes;

    while (size > 0) {
        ssize_t got = getrandom(at, size, 0);

        if (got < 0 && errno != EINTR)
            abort();
        if (got > 0) {
            at += got;
            size -= (size_t)got;
        }
    }
}

/* A child must not give out what its parent does. */
static void forget_pool(void)
{
    explicit_bzero(&pool, sizeof(pool));
}

static void watch_forks(void)
{
    if (pthread_atfork(NULL, NULL, forget_pool) != 0)
        abort();
}

static void fill_pool(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    if (pthread_once(&once, watch_forks) != 0)
        abort();
    ask_kernel(pool.bytes, sizeof(pool.bytes));
    pool.left = sizeof(pool.bytes);
}

void entropy_bytes(void *bytes, size_t size)
{
    if (size > POOL_MAX_NEED) {
        ask_kernel(bytes, size);
        return;
    }
    if (pool.left < size)
        fill_pool();

    pool.left -= size;
    memcpy(bytes, pool.bytes + pool.left, size);
    explicit_bzero(pool.bytes + pool.left, size);
}
