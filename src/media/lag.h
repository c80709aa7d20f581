/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notices audio that has waited too long, and clocks that stood still. */

#ifndef MEDIA_LAG_H
#define MEDIA_LAG_H

#include <stdbool.h>
#include <stdint.h>

/*
 * A packet's transit time (arrival less its timestamp) means nothing by itself,
 * but the least one of the last seconds is that of an empty path. A packet that
 * took 400 ms more has stood in a queue, ours or the network's: passing it on
 * would add its delay to the rest of the call. When the path itself has become
 * longer, the old minimum is forgotten after 2 to 4 s. More than 15 s is no
 * lag but another clock.
 *
 * RFC 3550, 5.1, has timestamps go on with time whether packets are sent or
 * not. Some phones and gateways count what they send instead: after a pause,
 * a mute or a hold their clock has stood still. The first packet then looks
 * just like the first one out of a queue, late by the whole pause all at once.
 * What follows tells the two apart: a queue is emptied faster than it was
 * filled, a clock goes on at its pace. So a sudden lateness is taken for a
 * clock that stood still, and its sound is heard; if in the next 100 ms the
 * sender makes 80 ms of it up, it was a queue after all, and until that is
 * empty nothing of the kind is believed again.
 *
 * `moved` is what the sender's timestamps lack: with it added they are what
 * they should be, in our record and for whoever listens.
 */
struct lag {
    bool started;
    bool is_queue;     /* late until it is made up */
    bool begins;       /* `moved` has changed since the last fresh one */
    uint32_t moved;    /* timestamp units; survives what else begins anew */
    int64_t window_us; /* when the present window of 2 s began */
    int64_t least_us;  /* of this window */
    int64_t least_before_us;
    int64_t transit_us; /* of this packet */
    int64_t before_us;  /* of the last one in order */
    uint32_t timestamp; /* the last one, to count on past 2^32 */
    int64_t sent_us;    /* what it means */
    int32_t stood;      /* units the clock stood still, on trial; 0: none is */
    int64_t tried_us;   /* since when */
    unsigned tried;     /* packets since */
};

enum lag_verdict {
    LAG_FRESH,
    LAG_ANEW, /* fresh; how timestamps lie in time has changed with it */
    LAG_STALE,
};

/**
 * Takes one packet into account. O(1).
 *
 * @param timestamp  of RTP, at 8 kHz
 * @param in_order   no later one of the same sender has come
 */
enum lag_verdict lag_note(struct lag *lag, int64_t arrival_us,
                          uint32_t timestamp, bool in_order);

#endif
