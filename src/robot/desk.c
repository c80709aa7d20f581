/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agents at their desks. */

#include "robot/desk.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"

enum {
    FIRST_VOICE = 321, /* those below are callers' */
    EXPIRES_S = 300,
    LISTEN_AFTER_MS = 200,
};

/* A talk. */

static struct caller *caller_of(const struct desk *desk)
{
    struct handset *handset = handset_find(desk->handset.room, desk->caller_id);

    return handset && handset->is_caller ? (struct caller *)handset : NULL;
}

static void heard_at_caller(struct handset *handset, unsigned voice)
{
    struct room *room = handset->room;

    if (voice == handset->expected_voice)
        room->tally.heard_both_ways++;
    else
        room->tally.heard_not++;
}

static void heard_at_desk(struct handset *handset, unsigned voice)
{
    struct desk *desk = (struct desk *)handset;
    struct caller *caller = caller_of(desk);
    struct tally *tally = &handset->room->tally;

    if (!caller || caller->phase != CALLER_TALKS)
        return;
    if (voice != caller->voice) {
        tally->heard_not++;
        return;
    }
    tally_take(&tally->heard, clock_boot_us() - desk->answered_us);
    caller->handset.expected_voice = desk->voice;
    ears_listen(desk->desks->ears, &caller->handset, heard_at_caller);
}

static void end_talk(void *arg)
{
    struct desk *desk = arg;

    desk->phase = DESK_LEAVES;
    if (desk->desks->callers->waiting > 0)
        desk->freed_us = clock_boot_us();
    leg_hang_up(desk->handset.leg, LEG_WHY_NORMAL);
}

static void transfer(void *arg)
{
    struct desk *desk = arg;
    struct room *room = desk->handset.room;
    struct leg_target target;
    struct caller *caller = caller_of(desk);

    if (leg_target_trunk(room->desks, ROOM_SERVER_TRUNK,
                         room->options->transfer_to, &target) < 0 ||
        leg_refer(desk->handset.leg, target.request_uri) < 0) {
        end_talk(desk);
        return;
    }
    room->tally.transfers_asked++;
    if (caller)
        caller_moved(caller);
}

static void go_on(void *arg)
{
    struct desk *desk = arg;
    struct room *room = desk->handset.room;
    uint32_t talk_ms = chance_between(&desk->chance, room->options->talk.low_ms,
                                      room->options->talk.high_ms);
    bool transfers =
        chance_permille(&desk->chance, room->options->transfer_permille) &&
        room->options->transfer_to[0];

    if (chance_permille(&desk->chance, room->options->listen_permille) &&
        caller_of(desk))
        ears_listen(desk->desks->ears, &desk->handset, heard_at_desk);
    handset_later(&desk->handset, talk_ms, transfers ? transfer : end_talk);
}

void desk_confirmed(void *arg, struct leg *leg,
                    const struct media_description *remote)
{
    struct desk *desk = (struct desk *)handset_find(arg, leg_id(leg));

    if (!desk || desk->phase != DESK_ANSWERED)
        return;
    if (remote)
        handset_connect(&desk->handset, remote);
    desk->phase = DESK_TALKS;
    handset_later(&desk->handset, LISTEN_AFTER_MS, go_on);
}

/* An offer. */

static void answer(void *arg)
{
    struct desk *desk = arg;
    struct handset *handset = &desk->handset;
    struct caller *caller = caller_of(desk);
    struct sockaddr_storage address;
    struct media_description local;

    leg_media_address(handset->leg, &address);
    local = handset_describe(handset, &address);
    if (leg_answer(handset->leg, &local) < 0)
        return;
    handset_connect(handset, &desk->offer);
    desk->phase = DESK_ANSWERED;
    desk->answered_us = clock_boot_us();
    desk->answered_calls++;
    handset->room->tally.offers_answered++;
    if (caller)
        caller_met(caller);
}

static void reject(void *arg)
{
    struct desk *desk = arg;

    desk->phase = DESK_LEAVES;
    desk->handset.room->tally.offers_rejected++;
    (void)leg_reject(desk->handset.leg, 486, NULL, NULL);
}

static void note_times(struct desk *desk, const struct caller *caller)
{
    struct tally *tally = &desk->handset.room->tally;
    int64_t now_us = clock_boot_us();

    if (caller && !caller->was_answered) {
        tally_take(&tally->offer, now_us - caller->dialled_us);
        if (caller->pressed_us > 0)
            tally_take(&tally->digit, now_us - caller->pressed_us);
    }
    if (desk->freed_us > 0)
        tally_take(&tally->freed, now_us - desk->freed_us);
    desk->freed_us = 0;
}

static void ring(struct desk *desk)
{
    const struct robot_options *options = desk->handset.room->options;
    uint32_t ring_ms = chance_between(&desk->chance, options->ring.low_ms,
                                      options->ring.high_ms);
    bool rejects = chance_permille(&desk->chance, options->reject_permille);

    desk->phase = DESK_RINGS;
    desk->misses = chance_permille(&desk->chance, options->miss_permille);
    if (desk->agent->answers_at_once) {
        answer(desk);
        return;
    }
    (void)leg_progress(desk->handset.leg, 180, NULL);
    if (rejects)
        handset_later(&desk->handset, ring_ms, reject);
    else if (!desk->misses)
        handset_later(&desk->handset, ring_ms, answer);
}

static struct desk *desk_called(struct desks *desks, struct leg_text name)
{
    for (size_t i = 0; i < desks->count; i++) {
        const char *own = desks->desk[i].agent->name;

        if (strlen(own) == name.length &&
            memcmp(own, name.bytes, name.length) == 0)
            return &desks->desk[i];
    }
    return NULL;
}

void desk_rung(struct desks *desks, struct leg *leg,
               const struct leg_invite *invite)
{
    struct room *room = desks->room;
    struct desk *desk = desk_called(desks, invite->called);
    const struct caller *caller =
        caller_by_number(room, invite->caller.bytes, invite->caller.length);

    room->tally.offers++;
    if (!desk || !invite->offer) {
        (void)leg_reject(leg, desk ? 488 : 404, NULL, NULL);
        return;
    }
    if (desk->phase != DESK_FREE || room->stopping ||
        handset_enter(&desk->handset, room, desk->voice) < 0) {
        room->tally.offers_while_busy++;
        (void)leg_reject(leg, 486, NULL, NULL);
        return;
    }
    desk->handset.leg = leg;
    leg_set_id(leg, desk->handset.id);
    desk->offer = *invite->offer;
    desk->caller_id = caller ? caller->handset.id : 0;
    note_times(desk, caller);
    ring(desk);
}

static void count_end(const struct desk *desk)
{
    struct tally *tally = &desk->handset.room->tally;

    if (desk->phase != DESK_RINGS)
        return;
    if (desk->misses && caller_of(desk))
        tally->offers_missed++;
    else
        tally->offers_withdrawn++;
}

void desk_ended(void *arg, struct leg *leg, const struct leg_end *end)
{
    struct desk *desk = (struct desk *)handset_find(arg, leg_id(leg));
    struct caller *caller;

    if (!desk)
        return;
    count_end(desk);
    caller = caller_of(desk);
    /* Only the agent has gone: the caller is on the way to somebody else. */
    if (desk->phase == DESK_TALKS && end->cause == LEG_PEER_HUNG_UP && caller)
        caller_moved(caller);
    handset_leave(&desk->handset);
    desk->phase = DESK_FREE;
}

/* Phones. */

static void registered(void *arg, struct phone *phone, int code)
{
    struct desk *desk = arg;
    struct desks *desks = desk->desks;

    (void)phone;
    if (desk->registered)
        return;
    desk->registered = true;
    if (code == 200)
        desks->room->tally.phones_registered++;
    else
        desks->room->tally.phones_refused++;
    if (++desks->answers == desks->count)
        desks->ready(desks->room);
}

static int register_desk(struct desk *desk, struct room *room)
{
    struct phone_settings settings = {
        .registrar = room->options->server,
        .transport = room_transport(room->options),
        .username = desk->agent->name,
        .password = desk->agent->password,
        .domain = room->options->realm,
        .expires_s = EXPIRES_S,
        .registered = registered,
        .arg = desk,
    };

    return phone_register(room->desks, &settings, &desk->phone);
}

int desks_init(struct desks *desks, struct room *room, struct ears *ears,
               const struct callers *callers, void (*ready)(struct room *room))
{
    const struct robot_options *options = room->options;

    *desks = (struct desks){
        .room = room, .ears = ears, .callers = callers, .ready = ready
    };
    desks->desk = calloc(options->agent_count + 1, sizeof(*desks->desk));
    if (!desks->desk)
        return -ENOMEM;
    for (size_t i = 0; i < options->agent_count; i++) {
        struct desk *desk = &desks->desk[desks->count++];
        int rc;

        desk->handset.room = room;
        desk->desks = desks;
        desk->agent = &options->agents[i];
        desk->voice = FIRST_VOICE + (unsigned)i;
        desk->chance = chance_part(options->seed, UINT64_C(1) << 32 | i);
        rc = register_desk(desk, room);
        if (rc < 0)
            return rc;
    }
    return 0;
}

void desks_leave(struct desks *desks)
{
    for (size_t i = 0; i < desks->count; i++)
        desks->desk[i].phone = phone_free(desks->desk[i].phone);
}

void desks_done(struct desks *desks)
{
    for (size_t i = 0; i < desks->count; i++)
        handset_leave(&desks->desk[i].handset);
    free(desks->desk);
    desks->desk = NULL;
    desks->count = 0;
}
