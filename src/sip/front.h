/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before libre: datagrams in full, connections in bounds. */

#ifndef SIP_FRONT_H
#define SIP_FRONT_H

#include "sip/stack.h"

/*
 * libre hides its sockets, reads 8 KiB of a datagram, prints a line for each it
 * cannot read, and accepts every TCP connection. But a message shows the UDP
 * socket it came by, so the first datagram of each listener is one of our own;
 * and connections are counted by going round the process's descriptors.
 */

enum {
    FRONT_DATAGRAM_MAX = 65535,
    FRONT_SCAN_FDS = 2048, /* descriptors looked at each time */
    FRONT_SCAN_MS = 100,
    FRONT_REST_MS = 800, /* after a round that found no connection */
};

struct signal_front;

/**
 * Begins to watch; the listeners must be open.
 *
 * @return 0, or -ENOMEM
 */
int signal_front_new(struct signalling *signalling,
                     struct signal_front **ret_front);

struct signal_front *signal_front_free(struct signal_front *front);

/**
 * Takes the socket of a message under control, unless it is already.
 */
void signal_front_meet(struct signal_front *front, const struct sip_msg *msg);

#endif
