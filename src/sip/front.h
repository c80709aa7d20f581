/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before libre: datagrams in full. */

#ifndef SIP_FRONT_H
#define SIP_FRONT_H

#include "sip/stack.h"

/*
 * libre hides its sockets, reads 8 KiB of a datagram, and prints a line for
 * each it cannot read. But a message shows the UDP socket it came by, so the
 * first datagram of each listener is one of our own.
 */

enum { FRONT_DATAGRAM_MAX = 65535 };

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
