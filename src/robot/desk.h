/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agents at their desks: the phone rings, they answer, talk, and hang up. */

#ifndef ROBOT_DESK_H
#define ROBOT_DESK_H

#include <stdbool.h>
#include <stdint.h>

#include "robot/caller.h"
#include "sip/phone.h"

enum desk_phase {
    DESK_FREE,
    DESK_RINGS,
    DESK_ANSWERED, /* until the ACK */
    DESK_TALKS,
    DESK_LEAVES, /* has hung up, or rejected */
};

struct desk {
    struct handset handset; /* must be first; in the room during a call */
    enum desk_phase phase;
    const struct robot_agent *agent;
    struct desks *desks;
    struct phone *phone;
    struct chance chance;
    unsigned voice;
    bool registered;
    bool misses;        /* this offer */
    uint64_t caller_id; /* of this call; 0: not one of ours */
    struct media_description offer;
    int64_t answered_us;
    int64_t freed_us; /* when it hung up while others waited; 0: did not */
    uint64_t answered_calls;
};

struct desks {
    struct room *room;
    struct ears *ears;
    const struct callers *callers;
    struct desk *desk;
    size_t count;
    size_t answers;                   /* to the first REGISTERs */
    void (*ready)(struct room *room); /* each phone got an answer to it */
};

/**
 * Registers all phones.
 *
 * @return 0, -ENOMEM, or what phone_register() returns
 */
int desks_init(struct desks *desks, struct room *room, struct ears *ears,
               const struct callers *callers, void (*ready)(struct room *room));

/** Unregisters all phones. */
void desks_leave(struct desks *desks);

/** Forgets them; the stack is gone. */
void desks_done(struct desks *desks);

/* The handlers of the desks' stack. */
void desk_rung(struct desks *desks, struct leg *leg,
               const struct leg_invite *invite);
void desk_confirmed(void *room, struct leg *leg,
                    const struct media_description *remote);
void desk_ended(void *room, struct leg *leg, const struct leg_end *end);

#endif
