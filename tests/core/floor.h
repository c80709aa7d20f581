/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Four agents who serve one queue, and callers who come, talk and go. */

#ifndef TESTS_CORE_FLOOR_H
#define TESTS_CORE_FLOOR_H

#include "tests/core/story.h"

enum {
    CAT = 3,
    DAN = 4,
    FLOOR_AGENTS = 4,
    ES = 1, /* skills */
    CS = 2,
    FLOOR_SEEN_SIZE = 256,
};

/*
 * All of them serve SALES with priority 1, have phones that they lift, and are
 * paused. SALES has no after-call work, no rest after an offer, and rings for
 * 20 s. `seen` tells in short what was decided, in its order: "a" an offer to
 * Ann, "b!" one to Bob that ended without an answer, "c-" one to Cat that ended
 * because another has answered, "+" the next step of a demand, "~" one that was
 * skipped, "o" a queue that opens to more, "w" one more to be rung.
 */
struct floor {
    struct story story;
    uint64_t calls;
    char seen[FLOOR_SEEN_SIZE];
};

void floor_begin(struct floor *floor, enum strategy strategy,
                 const char *demand);
void floor_end(struct floor *floor);

/* Gives a command, which must be done. */
void floor_give(struct floor *floor, const struct command *command);
#define FLOOR_GIVE(floor, ...)                                                 \
    floor_give((floor), &(const struct command)__VA_ARGS__)

/* The queue's settings, to be changed and given back. */
struct command floor_queue(const struct floor *floor, uint64_t queue_id);

void floor_wait(struct floor *floor, int64_t seconds);

/* Somebody calls and waits in SALES; or in HELP, by the menu. The contact. */
uint64_t floor_call(struct floor *floor);
uint64_t floor_call_help(struct floor *floor);

void floor_ready(struct floor *floor, uint64_t agent_id);

/* The agent lifts the phone that rings, and is joined. */
void floor_answer(struct floor *floor, uint64_t agent_id);

/* ... talks for so long, and the caller hangs up. */
void floor_talk(struct floor *floor, uint64_t agent_id, int64_t seconds);

/* The agent does not take what is on offer. */
void floor_reject(struct floor *floor, uint64_t agent_id);

/* What has been seen since the last time. */
void floor_expect(struct floor *floor, const char *seen);

#endif
