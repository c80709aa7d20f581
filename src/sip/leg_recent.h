/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What ended a moment ago, so that late copies of requests are known. */

#ifndef SIP_LEG_RECENT_H
#define SIP_LEG_RECENT_H

#include <stdbool.h>
#include <stdint.h>

#include "sip/libre.h"

/*
 * libre remembers every request for 32 s with all of its bytes, 9 KiB a call.
 * Requests in a dialog need no such memory: the dialog knows the last one. When
 * it is gone, 16 bytes of it stay for the time in which a copy may still
 * arrive, in a table of fixed size; what does not fit pushes out the oldest. So
 * it is with a call that was turned away: its copy may come in a better moment,
 * when nobody waits for an answer any more.
 */
struct leg_recent;

enum {
    LEG_RECENT_S = 32,
};

/**
 * @return 0, or -ENOMEM
 */
int leg_recent_new(struct leg_recent **ret_recent);

struct leg_recent *leg_recent_free(struct leg_recent *recent);

/**
 * The key of a dialog, by our tag in it.
 */
uint64_t leg_recent_tag_key(const struct leg_recent *recent,
                            const struct pl *local_tag);

/**
 * The key of an INVITE that made a dialog.
 */
uint64_t leg_recent_invite_key(const struct leg_recent *recent,
                               const struct sip_msg *invite);

/**
 * The key of the same INVITE and the way it came: its branch.
 */
uint64_t leg_recent_way_key(const struct leg_recent *recent,
                            const struct sip_msg *invite);

/**
 * The key of the same when it was turned away.
 */
uint64_t leg_recent_away_key(const struct leg_recent *recent,
                             const struct sip_msg *invite);

/**
 * Remembers a key. O(1).
 */
void leg_recent_note(struct leg_recent *recent, uint64_t key, int64_t now_us);

/**
 * Tells whether a key was noted in the last 32 s. O(1).
 */
bool leg_recent_has(const struct leg_recent *recent, uint64_t key,
                    int64_t now_us);

#endif
