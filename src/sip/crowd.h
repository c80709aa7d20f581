/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TCP connections in bounds. */

#ifndef SIP_CROWD_H
#define SIP_CROWD_H

#include "sip/stack.h"

/*
 * libre accepts every TCP connection, and hides them all. When somebody has
 * connected, those there are get counted by going round the process's
 * descriptors, and those above the bounds are shut down: within half a second,
 * or a little later among thousands of descriptors.
 */
struct signal_crowd;

/**
 * Begins to watch; the listeners must be open.
 *
 * @return 0, or -ENOMEM, -EMFILE
 */
int signal_crowd_new(struct signalling *signalling,
                     struct signal_crowd **ret_crowd);

/** NULL is fine. @return NULL always */
struct signal_crowd *signal_crowd_free(struct signal_crowd *crowd);

#endif
