/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People who call in. */

#include "robot/caller.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"

/* Callers' numbers are this and their id, so that a phone can tell who it is.
   Ofcom keeps +44 7700 900xxx free for drama; ids make it longer than real. */
#define NUMBER_PREFIX "447700900"

enum { VOICES = 320, PATIENCE_MS = 120000, RETRY_US = 100000 };

static void begin_next(void *arg);

static uint32_t draw(struct chance *chance, const struct robot_span *span)
{
    return chance_between(chance, span->low_ms, span->high_ms);
}

static void free_caller(struct caller *caller)
{
    handset_leave(&caller->handset);
    free(caller);
}

/* What a caller does next. */

static void give_up(void *arg)
{
    struct caller *caller = arg;

    if (caller->phase == CALLER_WAITS)
        caller->callers->waiting--;
    caller->abandoned = caller->phase != CALLER_TALKS;
    caller->phase = CALLER_LEAVES;
    leg_hang_up(caller->handset.leg, LEG_WHY_NORMAL);
}

static void wait_for_agent(struct caller *caller)
{
    const struct robot_options *options = caller->handset.room->options;

    caller->phase = CALLER_WAITS;
    caller->callers->waiting++;
    caller->pressed_us = clock_boot_us();
    handset_later(&caller->handset,
                  caller->abandons
                      ? draw(&caller->chance, &options->abandon_after)
                      : PATIENCE_MS,
                  give_up);
}

static void choose(void *arg)
{
    struct caller *caller = arg;
    const char *digits = caller->handset.room->options->digits;
    size_t count = strlen(digits);

    if (count > 0)
        handset_press(&caller->handset,
                      digits[chance_next(&caller->chance) % count]);
    wait_for_agent(caller);
}

void caller_met(struct caller *caller)
{
    struct room *room = caller->handset.room;

    if (!caller->was_answered)
        room->tally.calls_answered++;
    caller->was_answered = true;
    if (caller->phase == CALLER_WAITS)
        caller->callers->waiting--;
    caller->phase = CALLER_TALKS;
    loop_stop_timer(room->loop, &caller->handset.timer);
    if (chance_permille(&caller->chance, room->options->caller_ends_permille))
        handset_later(&caller->handset,
                      draw(&caller->chance, &room->options->talk), give_up);
}

void caller_moved(struct caller *caller)
{
    if (caller->phase == CALLER_TALKS)
        wait_for_agent(caller);
}

/* The line's handlers. */

void caller_answered(void *arg, struct leg *leg,
                     const struct media_description *remote)
{
    struct room *room = arg;
    struct caller *caller = (struct caller *)handset_find(room, leg_id(leg));

    if (!caller || caller->phase != CALLER_DIALS)
        return;
    room->tally.calls_connected++;
    tally_take(&room->tally.answer, clock_boot_us() - caller->dialled_us);
    handset_connect(&caller->handset, remote);
    caller->phase = CALLER_LISTENS;
    handset_later(&caller->handset,
                  draw(&caller->chance, &room->options->digit_after), choose);
}

static void count_end(struct caller *caller, const struct leg_end *end)
{
    struct tally *tally = &caller->handset.room->tally;
    bool normal = end->cause == LEG_HUNG_UP || end->cause == LEG_PEER_HUNG_UP ||
                  end->cause == LEG_SHUT_DOWN;

    if (normal && caller->was_answered)
        tally->calls_completed++;
    else if (normal && caller->abandoned)
        tally->calls_abandoned++;
    else if (end->cause == LEG_PEER_HUNG_UP)
        tally->calls_sent_away++;
    else {
        tally->calls_failed++;
        tally->refused[end->code >= 0 && end->code <= TALLY_MAX_CODE ? end->code
                                                                     : 0]++;
    }
}

void caller_ended(struct caller *caller, const struct leg_end *end)
{
    struct callers *callers = caller->callers;
    struct room *room = callers->room;

    if (caller->phase == CALLER_WAITS)
        callers->waiting--;
    count_end(caller, end);
    free_caller(caller);
    callers->live--;
    if (callers->live == 0 &&
        (callers->begun == room->options->callers || room->stopping))
        callers->done(room);
}

/* Traffic. */

static int dial(struct caller *caller)
{
    struct room *room = caller->handset.room;
    struct leg_target target;
    struct sockaddr_storage address;
    struct media_description local;
    char number[sizeof(NUMBER_PREFIX) + 20];
    struct leg_call call = { .id = caller->handset.id,
                             .target = &target,
                             .caller = number,
                             .caller_name = "Robot",
                             .local = &local };
    int rc = leg_target_trunk(room->line, ROOM_SERVER_TRUNK,
                              room->options->called, &target);

    if (rc < 0)
        return rc;
    snprintf(number, sizeof(number), NUMBER_PREFIX "%" PRIu64,
             caller->handset.id);
    leg_target_media_address(room->line, &target, &address);
    local = handset_describe(&caller->handset, &address);
    caller->dialled_us = clock_boot_us();
    return leg_dial(room->line, &call, &caller->handset.leg);
}

static void begin_one(struct callers *callers)
{
    struct room *room = callers->room;
    struct caller *caller = calloc(1, sizeof(*caller));
    uint32_t number = callers->begun++;

    room->tally.calls_begun++;
    if (!caller)
        goto failed;
    caller->callers = callers;
    caller->chance = chance_part(room->options->seed, number + 1);
    caller->abandons =
        chance_permille(&caller->chance, room->options->abandon_permille);
    caller->voice = 1 + number % VOICES;
    if (handset_enter(&caller->handset, room, caller->voice) < 0)
        goto failed;
    caller->handset.is_caller = true;
    if (dial(caller) < 0) {
        handset_leave(&caller->handset);
        goto failed;
    }
    callers->live++;
    return;

failed:
    free(caller);
    room->tally.calls_failed++;
    room->tally.refused[0]++;
}

static int64_t pause_us(struct callers *callers)
{
    const struct robot_options *options = callers->room->options;
    int64_t even = INT64_C(1000000000) / options->calls_per_1000_s;

    if (options->steady)
        return even;
    return even * chance_between(&callers->chance, 0, 2000) / 1000;
}

static void begin_next(void *arg)
{
    struct callers *callers = arg;
    struct room *room = callers->room;

    if (room->stopping || callers->begun >= room->options->callers)
        return;
    if (callers->live >= room->options->at_once) {
        loop_start_timer(room->loop, &callers->next, RETRY_US, begin_next,
                         callers);
        return;
    }
    begin_one(callers);
    callers->due_us += pause_us(callers);
    loop_start_timer_at(room->loop, &callers->next, callers->due_us, begin_next,
                        callers);
}

void callers_init(struct callers *callers, struct room *room,
                  void (*done)(struct room *room))
{
    *callers = (struct callers){ .room = room,
                                 .chance = chance_part(room->options->seed, 0),
                                 .done = done };
}

void callers_start(struct callers *callers)
{
    callers->due_us = loop_now_us(callers->room->loop);
    begin_next(callers);
}

void callers_stop(struct callers *callers)
{
    struct room *room = callers->room;

    room->stopping = true;
    loop_stop_timer(room->loop, &callers->next);
    if (callers->live == 0)
        callers->done(room);
    for (int i = 0; i < ROOM_MAX_HANDSETS; i++) {
        struct handset *handset = room->handsets[i];

        if (handset && handset->is_caller &&
            ((struct caller *)handset)->phase != CALLER_LEAVES)
            give_up(handset);
    }
}

void callers_forget(struct callers *callers)
{
    struct room *room = callers->room;

    for (int i = 0; room && i < ROOM_MAX_HANDSETS; i++)
        if (room->handsets[i] && room->handsets[i]->is_caller)
            free_caller((struct caller *)room->handsets[i]);
}

struct caller *caller_by_number(const struct room *room, const char *number,
                                size_t length)
{
    size_t prefix = strlen(NUMBER_PREFIX);
    uint64_t id = 0;
    struct handset *handset;

    if (length <= prefix || length > prefix + 18 ||
        memcmp(number, NUMBER_PREFIX, prefix) != 0)
        return NULL;
    for (size_t i = prefix; i < length; i++) {
        if (number[i] < '0' || number[i] > '9')
            return NULL;
        id = id * 10 + (uint64_t)(number[i] - '0');
    }
    handset = handset_find(room, id);
    if (!handset || !handset->is_caller ||
        ((struct caller *)handset)->phase == CALLER_LEAVES)
        return NULL;
    return (struct caller *)handset;
}
