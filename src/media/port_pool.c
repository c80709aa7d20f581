/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of pairs: free from a moment on, or taken. */

#include "media/port_pool.h"

#include <assert.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/ip.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/entropy.h"
#include "media/address.h"

enum {
    RECEIVE_BUFFER = 65536,
    EXPEDITED = 0xb8, /* DSCP 46: voice (RFC 3246) */
};

static const int64_t TAKEN = INT64_MAX;

struct port_pool {
    uint16_t first; /* even */
    size_t pairs;
    int64_t quarantine_ms;
    int64_t free_from_ms[]; /* per pair; TAKEN while it is */
};

int port_pool_new(uint16_t min, uint16_t max, uint32_t quarantine_ms,
                  struct port_pool **ret_pool)
{
    assert(ret_pool);

    unsigned first = min + (min & 1u);

    if (min == 0 || max <= first)
        return -EINVAL;

    size_t pairs = (max - first + 1u) / 2;
    struct port_pool *pool =
        calloc(1, sizeof(*pool) + pairs * sizeof(pool->free_from_ms[0]));
    if (!pool)
        return -ENOMEM;

    pool->first = (uint16_t)first;
    pool->pairs = pairs;
    pool->quarantine_ms = quarantine_ms;
    for (size_t i = 0; i < pairs; i++)
        pool->free_from_ms[i] = INT64_MIN;

    *ret_pool = pool;
    return 0;
}

struct port_pool *port_pool_free(struct port_pool *pool)
{
    free(pool);
    return NULL;
}

static int bind_one(const struct sockaddr_storage *address, uint16_t port)
{
    struct sockaddr_storage at = *address;
    int size = RECEIVE_BUFFER, class = EXPEDITED, both = 0;
    int fd = socket(at.ss_family, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

    if (fd < 0)
        return -errno;
    if (descriptor_is_last(fd, DESCRIPTOR_SOUND)) {
        close(fd);
        return -EMFILE;
    }

    /* Wishes: a stream works without them. */
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
    if (at.ss_family == AF_INET6) {
        setsockopt(fd, IPPROTO_IPV6, IPV6_TCLASS, &class, sizeof(class));
        setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &both, sizeof(both));
    } else {
        setsockopt(fd, IPPROTO_IP, IP_TOS, &class, sizeof(class));
    }

    address_set_port(&at, port);
    if (bind(fd, (const struct sockaddr *)&at, address_length(&at)) < 0) {
        int rc = -errno;

        close(fd);
        return rc;
    }

    return fd;
}

static int bind_pair(const struct sockaddr_storage *bind, uint16_t port,
                     struct port_pair *ret_pair)
{
    int rtp_fd = bind_one(bind, port);
    if (rtp_fd < 0)
        return rtp_fd;

    int rtcp_fd = bind_one(bind, (uint16_t)(port + 1));
    if (rtcp_fd < 0) {
        close(rtp_fd);
        return rtcp_fd;
    }

    *ret_pair = (struct port_pair){ port, rtp_fd, rtcp_fd };
    return 0;
}

/* A new number for each try: neighbours of a pair in use tell nothing. */
static size_t draw(size_t below)
{
    uint64_t number;

    entropy_bytes(&number, sizeof(number));
    return (size_t)(number % below);
}

static int try_pair(struct port_pool *pool, size_t pair,
                    const struct sockaddr_storage *bind, int64_t now_ms,
                    struct port_pair *ret_pair)
{
    if (pool->free_from_ms[pair] > now_ms)
        return -EADDRINUSE;

    int rc = bind_pair(bind, (uint16_t)(pool->first + 2 * pair), ret_pair);

    if (rc == 0)
        pool->free_from_ms[pair] = TAKEN;
    return rc;
}

int port_pool_take(struct port_pool *pool, const struct sockaddr_storage *bind,
                   int64_t now_ms, struct port_pair *ret_pair)
{
    assert(pool && bind && ret_pair);

    enum {
        DRAWS = 16,
    };
    size_t pair = 0;
    int rc = -EADDRINUSE;

    for (int i = 0; rc == -EADDRINUSE && i < DRAWS; i++) {
        pair = draw(pool->pairs);
        rc = try_pair(pool, pair, bind, now_ms, ret_pair);
    }

    /* Crowded: whatever is left, from a random place on. */
    for (size_t i = 0; rc == -EADDRINUSE && i < pool->pairs; i++)
        rc = try_pair(pool, (pair + i) % pool->pairs, bind, now_ms, ret_pair);

    return rc;
}

void port_pool_give(struct port_pool *pool, uint16_t port, int64_t now_ms)
{
    assert(pool && port >= pool->first && port % 2 == 0);

    size_t pair = (size_t)(port - pool->first) / 2;

    assert(pair < pool->pairs && pool->free_from_ms[pair] == TAKEN);
    pool->free_from_ms[pair] = now_ms + pool->quarantine_ms;
}
