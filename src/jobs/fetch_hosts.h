/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The breakers of the hosts that are asked, and how often each is being asked:
   for the fetcher's thread. */

#ifndef JOBS_FETCH_HOSTS_H
#define JOBS_FETCH_HOSTS_H

#include <stddef.h>

#include "base/breaker.h"

/* More hosts than FETCH_MAX_AT_ONCE: there is always one that is not asked. */
enum { FETCH_MAX_HOSTS = 128, FETCH_HOST_SIZE = 256 };

/* Begins as zeros. */
struct fetch_hosts {
    struct fetch_host {
        char name[FETCH_HOST_SIZE]; /* scheme, host and port */
        struct breaker breaker;
        int64_t used_us;
        unsigned running; /* questions to it; the caller counts them */
    } rows[FETCH_MAX_HOSTS];
    size_t count;
};

/**
 * Finds an address's host. Where there are too many, the one that was used
 * longest ago is forgotten; none that is being asked. O(FETCH_MAX_HOSTS).
 */
struct fetch_host *fetch_hosts_find(struct fetch_hosts *hosts, const char *url,
                                    int64_t now_us);

/** How many are not closed. */
unsigned fetch_hosts_open(const struct fetch_hosts *hosts, int64_t now_us);

#endif
