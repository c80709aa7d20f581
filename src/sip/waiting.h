/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lamps of phones that tell of messages waiting. */

#ifndef SIP_WAITING_H
#define SIP_WAITING_H

#include <stdbool.h>
#include <stdint.h>

/*
 * A phone of ours subscribes (SUBSCRIBE, Event: message-summary),
 * authenticated as for REGISTER: for its own messages by its own name, or for a
 * lamp that several phones watch by the name of that. It is told at once, and
 * then whenever a number changes. Nobody is told without having asked. A phone
 * has at most four subscriptions for the same, and sixteen in all: one more
 * replaces the oldest.
 *
 * A lamp that the phone may not see is refused (403) as one that there is not;
 * and whoever may no longer see one hears that it is over, as if it were gone.
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

/* Who knows the lamps that several phones watch. Both are called from within a
   request of a phone, and must not change anything. */
struct phone_lamps {
    /* The number of the lamp of that name; 0: there is none. */
    uint64_t (*find)(void *arg, const char *name);
    /* Whether a phone may see a lamp, and what that shows. */
    bool (*read)(void *arg, uint64_t device_id, uint64_t lamp_id,
                 struct phone_waiting *ret_waiting);
    void *arg;
};

/**
 * Says whom to ask; without it there are no such lamps.
 *
 * @param lamps  copied
 */
void phone_set_lamps(struct signalling *signalling,
                     const struct phone_lamps *lamps);

/**
 * What a lamp shows has changed, or who may see it: those who watch it are
 * told what is new to them. O(subscriptions).
 *
 * @param lamp_id  0: any lamp
 */
void phone_review_lamps(struct signalling *signalling, uint64_t lamp_id);

#endif
