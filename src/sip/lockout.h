/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who failed too often is not listened to for a while. */

#ifndef SIP_LOCKOUT_H
#define SIP_LOCKOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "sip/libre.h"

/*
 * Counted by source and not by user, so that nobody can lock somebody else's
 * phone out by guessing at its password: a /24 of IPv4 or a /64 of IPv6 may
 * fail so often in a minute, then it waits a minute. The memory is bounded:
 * a table of sets of four, in which the one that failed longest ago makes room.
 */
struct signal_lockout;

enum {
    LOCKOUT_WINDOW_S = 60,
};

/**
 * @param max_failures  per window; at least 1
 *
 * @return 0, or -ENOMEM
 */
int signal_lockout_new(uint32_t max_failures,
                       struct signal_lockout **ret_lockout);

struct signal_lockout *signal_lockout_free(struct signal_lockout *lockout);

/**
 * Tells whether a source is to be refused now. O(1).
 */
bool signal_lockout_holds(const struct signal_lockout *lockout,
                          const struct sa *source, int64_t now_us);

/**
 * Notes a failure. O(1).
 *
 * @return true when this one locked the source out
 */
bool signal_lockout_failed(struct signal_lockout *lockout,
                           const struct sa *source, int64_t now_us);

/**
 * Forgets what a source did.
 */
void signal_lockout_forgive(struct signal_lockout *lockout,
                            const struct sa *source);

#endif
