/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the door refused, as far as it is worth a line. */

#ifndef SIP_REFUSAL_H
#define SIP_REFUSAL_H

#include <stdbool.h>
#include <stdint.h>

#include "sip/libre.h"
#include "sip/signalling.h"

/*
 * Whoever is refused tries again, and so do very many: a source is told once
 * in ten minutes, so many are told in a minute, and those that came in between
 * are only counted. A lock-out stands for its network, anything else for its
 * address.
 *
 * Every phone's first INVITE comes without a proof. So whoever has none is only
 * told when none came for a moment.
 */
struct signal_refusals;

enum {
    REFUSAL_PLACES = 64, /* sources remembered; the oldest makes room */
    REFUSAL_PER_MINUTE = 10,
    REFUSAL_AGAIN_S = 600,
    REFUSAL_PATIENCE_S = 2, /* for the proof */
};

/** @return 0, or -ENOMEM */
int signal_refusals_new(struct signal_refusals **ret_refusals);

/** NULL is fine. @return NULL always */
struct signal_refusals *signal_refusals_free(struct signal_refusals *refusals);

/** Notes a refusal; by a look at all places. */
void signal_refusals_note(struct signal_refusals *refusals,
                          enum signal_refusal_reason reason,
                          const struct sa *source, int64_t now_us);

/** Notes that a stranger brought something to be judged by after all. */
void signal_refusals_heard(struct signal_refusals *refusals,
                           const struct sa *source);

/**
 * Fetches what is to be told next, the oldest first.
 *
 * @return whether there is something, and it may be told now
 */
bool signal_refusals_next(struct signal_refusals *refusals, int64_t now_us,
                          struct signal_refusal *ret_refusal);

#endif
