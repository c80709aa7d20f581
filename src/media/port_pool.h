/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs of UDP ports, handed out at random, and not again too soon. */

#ifndef MEDIA_PORT_POOL_H
#define MEDIA_PORT_POOL_H

#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

/*
 * RTP takes an even port and RTCP the odd one after it (RFC 3550, 11). Ports in
 * order could be guessed by whoever wants to be heard in a call, so they are
 * drawn from the kernel's random source. A pair given back rests for a while:
 * packets of the last call must not find the next one.
 */
struct port_pool;

/**
 * @param min, max       the range; every pair lies within. Odd ends are left out
 * @param quarantine_ms  how long a pair rests
 *
 * @return 0, -EINVAL (no pair in the range, or port 0) or -ENOMEM
 */
int port_pool_new(uint16_t min, uint16_t max, uint32_t quarantine_ms,
                  struct port_pool **ret_pool);

/**
 * @return NULL always
 */
struct port_pool *port_pool_free(struct port_pool *pool);

struct port_pair {
    uint16_t port; /* of RTP */
    int rtp_fd;    /* bound, non-blocking; whoever takes the pair closes them */
    int rtcp_fd;
};

/**
 * Binds a free pair. Ports used by other programs are passed over. A few system
 * calls as a rule; O(pairs) when most are taken.
 *
 * @param bind      the address; its port is ignored
 * @param ret_pair  on success
 *
 * @return 0, -EADDRINUSE (all are taken or rest), -EMFILE (too few descriptors
 *         are left for new calls), or -errno of socket() and bind()
 */
int port_pool_take(struct port_pool *pool, const struct sockaddr_storage *bind,
                   int64_t now_ms, struct port_pair *ret_pair);

/**
 * Gives a pair back, its sockets being closed. It rests from now on.
 */
void port_pool_give(struct port_pool *pool, uint16_t port, int64_t now_ms);

#endif
