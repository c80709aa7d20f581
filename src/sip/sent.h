/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A request of ours under way, for the files send.c and sent_udp.c only. */

#ifndef SIP_SENT_H
#define SIP_SENT_H

#include "sip/stack.h"

/*
 * Two kinds of client transactions. libre's serve what goes by a connection,
 * whose failure they tell at once. Requests by UDP are ours: libre keeps its
 * timers in one sorted list, where those of thousands of answered requests (K
 * and D, but also J and I of what others asked) stand in the way of each new
 * one.
 */
struct signal_sent {
    struct signalling *signalling;
    signal_responded_h *responded;
    void *arg;
    struct signal_sent **owner;           /* NULL: forgotten */
    const struct signal_request *request; /* while it is written */
    char branch[SIGNAL_BRANCH_SIZE];      /* "": libre makes one */

    struct sip_request *pending; /* libre's; set to NULL by it at the end */

    /* Ours. */
    struct le by_branch;
    struct signal_request kept; /* its texts are owned */
    char *texts[5];             /* they, and the headers of an ACK */
    bool is_invite;
    bool is_ringing; /* an INVITE, and something was heard of it */
    bool is_refused; /* an INVITE, acknowledged, waiting for repetitions */
    int64_t interval_us;
    struct wheel_timer again;
    struct wheel_timer give_up;
};

/** Of the memory of every one. */
void signal_sent_destructor(void *sent);

/**
 * Sends a request, or hands it to libre: just once when `stateful` is not set.
 *
 * @return 0, or libre's positive errno
 */
int signal_sent_write(struct signal_sent *sent,
                      const struct signal_request *request, bool stateful);

/** Tells whoever waits; the final one, or NULL, is the last. */
void signal_sent_tell(struct signal_sent *sent, const struct sip_msg *msg);

/**
 * Sends a request by UDP and repeats it until it is answered (RFC 3261,
 * 17.1). From then on the table of those asked keeps it.
 *
 * @return 0, or a negative errno: the caller still has it
 */
int signal_sent_by_udp(struct signal_sent *sent,
                       const struct signal_request *request);

/** Nobody waits for an INVITE by UDP any more: 32 s are enough for its end. */
void signal_sent_abandon(struct signal_sent *sent);

#endif
