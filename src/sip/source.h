/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of our addresses a peer sees when we listen on all of them. */

#ifndef SIP_SOURCE_H
#define SIP_SOURCE_H

#include <stdint.h>

#include "sip/libre.h"

/*
 * The kernel knows by its routes, and is asked by a socket that is connected
 * for it: four calls of the system for each message. So its answers are kept
 * for a while, which is how long a change of the routes may stay unseen.
 */
enum {
    SIGNAL_SOURCES = 256, /* kept; two peers in one place take turns */
    SIGNAL_SOURCE_FRESH_US = 5000000,
};

struct signal_sources;

/** @return 0 or -ENOMEM */
int signal_sources_new(struct signal_sources **ret_sources);

/** Takes NULL, returns NULL. */
struct signal_sources *signal_sources_free(struct signal_sources *sources);

/**
 * Finds the address that we send from to a peer; its port means nothing.
 *
 * @return 0, -EAFNOSUPPORT: no way leads there, or another negative errno
 */
int signal_source_find(struct signal_sources *sources, const struct sa *peer,
                       int64_t now_us, struct sa *ret_address);

#endif
