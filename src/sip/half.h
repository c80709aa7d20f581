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
 * any transaction takes, the connection is shut down. A trunk that registers is
 * registered again at once: its provider calls us by that connection.
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

/**
 * Notes that a message has become whole.
 *
 * @param bytes   of it; what is known to have come behind it follows
 * @param length  of the message
 */
void signal_half_whole(struct signal_halves *halves, const struct sa *peer,
                       const uint8_t *bytes, size_t length);

#endif
