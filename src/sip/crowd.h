/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TCP connections in bounds, of number and of silence. */

#ifndef SIP_CROWD_H
#define SIP_CROWD_H

#include "sip/stack.h"

/*
 * libre accepts every TCP connection, and hides them all. When somebody has
 * connected, those there are get counted by going round the process's
 * descriptors, and those above the bounds are shut down: within half a second,
 * or a little later among thousands of descriptors. While there are strangers
 * among them they are looked at every second, and those that were silent for
 * settings.tcp_idle_s are shut down, too; see silence.h. So are those that send
 * a first message in too many pieces, which is looked after ten times a second;
 * see stutter.h.
 */
struct signal_crowd;

/**
 * Begins to watch; the listeners must be open.
 *
 * @return 0, or -ENOMEM, -EMFILE
 */
int signal_crowd_new(struct signalling *signalling,
                     struct signal_crowd **ret_crowd);

/** Notes that a request that is none of nonsense came; by UDP nothing is. */
void signal_crowd_heard(struct signal_crowd *crowd, const struct sip_msg *msg);

/** Notes that a request came from a phone, a trunk, or in a dialog of ours. */
void signal_crowd_know(struct signal_crowd *crowd, const struct sip_msg *msg);

/**
 * Hangs up, in the next round, on somebody whom we connected to and who does
 * not answer: what we ask by that connection may end in a message that is not
 * whole (half.h). A connection of another transport to the same peer stays, and
 * so does one that brings whole messages. One at a time: the last one counts.
 *
 * @param since_us  when we asked; what came whole later saves a connection
 */
void signal_crowd_drop(struct signal_crowd *crowd, const struct sa *peer,
                       enum signal_transport transport, int64_t since_us);

/** NULL is fine. @return NULL always */
struct signal_crowd *signal_crowd_free(struct signal_crowd *crowd);

#endif
