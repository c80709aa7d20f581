/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lamps of phones that tell of messages waiting. */

#ifndef SIP_WAITING_H
#define SIP_WAITING_H

#include <stdint.h>

/*
 * A phone of ours subscribes for its own messages (SUBSCRIBE, Event:
 * message-summary), authenticated as for REGISTER; it is told at once, and then
 * whenever a number changes. Nobody is told without having asked. A phone has
 * at most four subscriptions: one more replaces the oldest.
 *
 * Sources: RFC 6665, RFC 3842.
 */
struct signalling;

struct phone_waiting {
    uint32_t fresh;
    uint32_t old;
    uint32_t fresh_urgent; /* of them */
    uint32_t old_urgent;
};

/**
 * Says what a phone has waiting; the same as before tells nobody. Nothing
 * happens when there is no such device.
 */
void phone_set_waiting(struct signalling *signalling, uint64_t device_id,
                       const struct phone_waiting *waiting);

#endif
