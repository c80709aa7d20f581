/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People who call in: choose, wait, talk, or give up. */

#ifndef ROBOT_CALLER_H
#define ROBOT_CALLER_H

#include <stdbool.h>
#include <stdint.h>

#include "robot/chance.h"
#include "robot/ear.h"
#include "robot/handset.h"

enum caller_phase {
    CALLER_DIALS,
    CALLER_LISTENS, /* connected, has not yet chosen */
    CALLER_WAITS,
    CALLER_TALKS,
    CALLER_LEAVES, /* has hung up */
};

struct caller {
    struct handset handset; /* must be first */
    enum caller_phase phase;
    struct callers *callers;
    struct chance chance;
    unsigned voice;
    bool abandons;
    bool was_answered; /* by an agent, once or more */
    bool abandoned;
    int64_t dialled_us, pressed_us;
};

/* The traffic: all callers of a run. */
struct callers {
    struct room *room;
    struct chance chance;
    struct wheel_timer next;
    int64_t due_us; /* of the next call */
    uint32_t begun, live, waiting;
    void (*done)(struct room *room); /* all have called, and all have ended */
};

void callers_init(struct callers *callers, struct room *room,
                  void (*done)(struct room *room));

/** Lets the calls begin. */
void callers_start(struct callers *callers);

/** Nobody begins any more, and everybody hangs up. */
void callers_stop(struct callers *callers);

/** Frees those who are left; the stack is gone or will call nobody. */
void callers_forget(struct callers *callers);

/**
 * Who calls, by the number that a phone sees.
 *
 * @return NULL when it is none of ours, or has hung up
 */
struct caller *caller_by_number(const struct room *room, const char *number,
                                size_t length);

/** An agent's phone has answered this caller. */
void caller_met(struct caller *caller);

/** The agent has sent this caller elsewhere. */
void caller_moved(struct caller *caller);

/** The handlers of the line, for callers' legs. */
void caller_answered(void *room, struct leg *leg,
                     const struct media_description *remote);
void caller_ended(struct caller *caller, const struct leg_end *end);

#endif
