/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A request of ours under way, for the files send.c and sent_udp.c only. */

#ifndef SIP_SENT_H
#define SIP_SENT_H

#include "sip/stack.h"

/*
 * Two kinds of client transactions. libre's serve INVITE and what goes by a
 * connection, whose failure they tell at once. Other requests by UDP are ours:
 * libre keeps its timers in one sorted list, and 5 s after their answer (timer
 * K) thousands of them would stand in the way of every new one.
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
    char *texts[4];             /* they */
    int64_t interval_us;
    struct wheel_timer again;
    struct wheel_timer give_up;
};

/** Of the memory of every one. */
void signal_sent_destructor(void *sent);

/**
 * Hands a request to libre: to be sent just once when `stateful` is not set.
 *
 * @return 0, or libre's positive errno
 */
int signal_sent_write(struct signal_sent *sent,
                      const struct signal_request *request, bool stateful);

/** Tells whoever waits; the final one, or NULL, is the last. */
void signal_sent_tell(struct signal_sent *sent, const struct sip_msg *msg);

/**
 * Sends a request by UDP and repeats it until it is answered (RFC 3261,
 * 17.1.2). From then on the table of those asked keeps it.
 *
 * @return 0, or a negative errno: the caller still has it
 */
int signal_sent_by_udp(struct signal_sent *sent,
                       const struct signal_request *request);

#endif
