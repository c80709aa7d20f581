/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages of which a half came by a connection, and no more. */

#ifndef SIP_HALF_H
#define SIP_HALF_H

#include "sip/stack.h"

/*
 * A message whose Content-Length is too large swallows what follows it on the
 * same connection: calls, answers, the proof that the peer lives. libre waits
 * for the rest for 900 s. So from the first whole message on it is counted what
 * of a connection belongs to no message yet, whoever its peer is and whoever
 * made it; when that has not become one after settings.tcp_idle_s, as long as
 * any transaction takes, the connection is shut down. The trunk that registers
 * where it led to is registered again at once: its provider calls us by that
 * connection. One that the provider made from elsewhere is the provider's to
 * make anew.
 *
 * One in so many pieces that to read them is work ends its connection at once,
 * see stutter.h.
 *
 * Keep-alives, which are line ends between messages, are none of this.
 */
struct signal_halves;

/** @return 0 or -ENOMEM */
int signal_halves_new(struct signalling *signalling,
                      struct signal_halves **ret_halves);

/** NULL is fine. @return NULL always */
struct signal_halves *signal_halves_free(struct signal_halves *halves);

/** Begins to count what comes by the connection of a message, if that came by
 *  one and nobody counts yet. */
void signal_half_watch(struct signal_halves *halves, const struct sip_msg *msg);

/**
 * Tells when the last whole message came by an open connection, and by what
 * transport.
 *
 * @return false: none is known
 */
bool signal_half_heard(const struct signal_halves *halves, int fd,
                       enum sip_transp *ret_tp, int64_t *ret_us);

enum { HALF_PIECE = 8192 }; /* what libre reads at once */

/**
 * Says how much is read at once of all connections that are counted by now.
 *
 * libre reads nothing while it gets no room for so much, and is told at once
 * that there is something to read: for ever, which takes all of a processor.
 * To shut such a connection down is no way out: the end is read in the same
 * room.
 *
 * @param piece  bytes; 0: they are not listened to, until there is more
 */
void signal_halves_listen(struct signal_halves *halves, size_t piece);

/* A message that has become whole. Between two peers there may be a connection
   of each, to the port that the other one listens at: one end does not tell
   them apart. */
struct signal_whole {
    const struct sa *peer, *here; /* the connection's ends */
    const uint8_t *bytes; /* what is known to have come behind it follows */
    size_t length;        /* of the message */
};

/** Notes that a message has become whole. */
void signal_half_whole(struct signal_halves *halves,
                       const struct signal_whole *whole);

#endif
