/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which nonce counts were heard: a bounded memory. */

#ifndef SIP_REPLAY_H
#define SIP_REPLAY_H

#include <stddef.h>
#include <stdint.h>

#include "sip/libre.h"

/*
 * Per nonce the highest count and a window of 64 below it, as IPsec does
 * (RFC 4303, 3.4.3), so that requests that overtake each other are taken once.
 * When the memory is full the entry used first makes room, and every nonce made
 * up to its second is too old from then on: forgetting never lets a replay in.
 */
struct signal_replay;

enum {
    REPLAY_NONCE_MAX = 48,
};

enum replay_use {
    REPLAY_FIRST,   /* not heard before; remembered now */
    REPLAY_AGAIN,   /* heard, or below the window, or 0 */
    REPLAY_TOO_OLD, /* a nonce that may have been forgotten */
};

/**
 * @param max_nonces  at least 1
 *
 * @return 0, or -ENOMEM
 */
int signal_replay_new(size_t max_nonces, struct signal_replay **ret_replay);

struct signal_replay *signal_replay_free(struct signal_replay *replay);

/**
 * Notes that a nonce was used with a count. O(1) on average.
 *
 * @param nonce   1 to REPLAY_NONCE_MAX bytes
 * @param second  when it was made
 * @param count   1 for its first use
 */
enum replay_use signal_replay_use(struct signal_replay *replay,
                                  const struct pl *nonce, uint32_t second,
                                  uint32_t count);

#endif
