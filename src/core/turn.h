/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a turn: for the files core.c and turn.c alone. */

#ifndef CORE_TURN_H
#define CORE_TURN_H

#include "core/decide.h"
#include "core/vault.h"

/* A claim that did not hold, to be followed by a fault. */
struct broken {
    const char *claim; /* NULL: all hold */
    uint64_t agent_id;
    uint64_t contact_id;
};

struct core {
    struct state *state;
    struct library *library;
    struct vault vault;
    struct rule_book *book;
    const struct prompt_shelf *shelf; /* NULL: nobody has told */
    struct rule_set *given;           /* for the next command, or NULL */
    struct broken broken;
    bool survives_broken_claims;
    int64_t again_us; /* the last moment that rules for who waits were tried */
    int64_t ahead_us; /* ... and that it was asked whom to dial (ahead.h) */
};

/* Whether this build stops at a mistake instead of surviving it. */
bool turn_looks_for_mistakes(void);

/* Begins a decision: its memory, and what it is given. 0 or -ENOMEM. */
int turn_begin(struct core *core, struct turn *turn, struct outbox *outbox,
               int64_t now_us, uint64_t by);

/* What a decision may write: at most so many events, and as many effects; most
   of them make one row of the draft of the rules each, and no other. */
struct turn_room {
    size_t events;
    size_t drafts;
};

int turn_begin_many(struct core *core, struct turn *turn, struct outbox *outbox,
                    int64_t now_us, uint64_t by, const struct turn_room *room);

/* Folds what was decided, and checks the claims. */
void turn_fold(struct core *core, struct outbox *outbox);

/* The next moment of the rules for who waits; INT64_MAX: there is none. */
int64_t turn_again_us(const struct core *core);

/* ... and of whom to dial; the same. */
int64_t turn_ahead_us(const struct core *core);

/* Whether something follows from the state, without a deadline. */
bool turn_has_more(const struct core *core);

/*
 * Does one thing of what follows from the state: at the moment of the event
 * that it follows from, so that nothing depends on when it is noticed.
 *
 * Returns 1, 0 when there is nothing to do, or -ENOMEM.
 */
int turn_follow(struct core *core, struct outbox *outbox);

/* ... or, when nothing follows, settles one deadline. */
int turn_step(struct core *core, int64_t now_us, struct outbox *outbox);

#endif
