/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Responses to what others ask (RFC 3261, 8.2.6), for src/sip only. */

#ifndef SIP_REPLY_H
#define SIP_REPLY_H

#include "sip/stack.h"

/*
 * libre's server transactions serve them, with its timers and its rules. Only
 * the writing is ours: its formatter takes twice as long for the same
 * bytes.
 */
struct signal_reply {
    int code;
    const char *reason;  /* NULL: the usual phrase */
    bool makes_dialog;   /* so Record-Route comes back (12.1.1) */
    const char *headers; /* complete lines, or NULL */
    const char *sdp;     /* NULL: no body */
};

/**
 * Sends a response once; nothing is kept. An ACK has none.
 *
 * @return 0 or -errno
 */
int signal_reply_once(struct signalling *signalling, const struct sip_msg *msg,
                      const struct signal_reply *reply);

/**
 * Sends a response by a server transaction.
 *
 * @param transaction  the one that waits for it; NULL inside, or NULL: a new
 *                     one. After a failure or a final response it is set to
 *                     NULL: it ends by itself
 * @param ret_message  gets a reference to what was sent, at its beginning; or
 *                     NULL
 *
 * @return 0 or -errno
 */
int signal_reply(struct signalling *signalling, const struct sip_msg *msg,
                 const struct signal_reply *reply,
                 struct sip_strans **transaction, struct mbuf **ret_message);

/**
 * Where a response goes (RFC 3261, 18.2.2; RFC 3581, 4).
 */
void signal_reply_address(const struct sip_msg *msg, struct sa *ret_address);

#endif
