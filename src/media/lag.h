/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notices audio that has waited too long to be worth hearing. */

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
 */
struct lag {
    bool started;
    int64_t window_us; /* when the present window of 2 s began */
    int64_t least_us;  /* of this window */
    int64_t least_before_us;
    uint32_t timestamp; /* the last one, to count on past 2^32 */
    int64_t sent_us;    /* what it means */
};

/**
 * Takes one packet into account. O(1).
 *
 * @param timestamp  of RTP, at 8 kHz
 *
 * @return whether it is stale
 */
bool lag_note(struct lag *lag, int64_t arrival_us, uint32_t timestamp);

#endif
