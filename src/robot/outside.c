/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers outside. */

#include "robot/outside.h"

#include <stdlib.h>

enum { RING_MS = 300, VOICE = VOICE_COUNT };

struct outside {
    struct handset handset; /* must be first */
    struct media_description offer;
};

static void hang_up(void *arg)
{
    struct outside *outside = arg;

    leg_hang_up(outside->handset.leg, LEG_WHY_NORMAL);
}

static void answer(void *arg)
{
    struct outside *outside = arg;
    struct handset *handset = &outside->handset;
    struct room *room = handset->room;
    struct sockaddr_storage address;
    struct media_description local;

    leg_media_address(handset->leg, &address);
    local = handset_describe(handset, &address);
    if (leg_answer(handset->leg, &local) < 0)
        return;
    room->tally.outside_answered++;
    handset_connect(handset, &outside->offer);
    handset_later(handset, room->options->talk.high_ms, hang_up);
}

void outside_rung(struct room *room, struct leg *leg,
                  const struct leg_invite *invite)
{
    struct outside *outside;

    if (!invite->offer) {
        (void)leg_reject(leg, 488, NULL, NULL);
        return;
    }
    outside = calloc(1, sizeof(*outside));
    if (!outside || handset_enter(&outside->handset, room, VOICE) < 0) {
        free(outside);
        (void)leg_reject(leg, 503, NULL, NULL);
        return;
    }
    outside->offer = *invite->offer;
    outside->handset.leg = leg;
    leg_set_id(leg, outside->handset.id);
    (void)leg_progress(leg, 180, NULL);
    handset_later(&outside->handset, RING_MS, answer);
}

void outside_ended(struct handset *handset)
{
    struct outside *outside = (struct outside *)handset;

    handset_leave(handset);
    free(outside);
}
