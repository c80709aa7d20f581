/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A world around a core: people, phones and callers who do anything. */

#ifndef TESTS_CORE_WORLD_H
#define TESTS_CORE_WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/core.h"
#include "core/effect.h"
#include "tests/core/story.h"

/*
 * What happens is drawn: from a seed, or from a script, byte by byte, until it
 * ends. Every effect is answered anyhow: early, late, twice or never. After
 * each step it is claimed that a second core, which only folds the events, has
 * the same state, and that no leg, bridge or call is forgotten.
 */
enum {
    WORLD_MAX_EVENTS = 400000,
    WORLD_MAX_ANSWERS = 4000,
    WORLD_MAX_GRANTS = 2000,
    WORLD_MAX_CALLS = 500,
};

struct answer {
    int64_t at_us;
    int64_t start;
    struct command command;
};

/* A leg or bridge that the world has made, until it is let go. */
struct grant_made {
    uint64_t serial;
    uint64_t leg;  /* of a bridge: the leg joined; else 0 */
    uint64_t line; /* of a leg that was lent: the one that stands; else 0 */
};

struct world {
    struct story story;
    struct core *recovered; /* follows by folding alone */
    uint64_t random;
    const uint8_t *script; /* NULL: it is drawn */
    size_t script_left;
    uint64_t sum; /* of all that was written, in order */
    size_t event_count;
    bool has_seen[EVENT_TYPE_COUNT];

    struct answer answers[WORLD_MAX_ANSWERS];
    size_t answer_count;
    struct grant_made grants[WORLD_MAX_GRANTS];
    size_t grant_count;
    uint64_t calls[WORLD_MAX_CALLS]; /* callers' legs that are open */
    size_t call_count;
    uint64_t last_call;
    uint64_t last_booked; /* beyond it the next two are all 0 */
    uint64_t leg_of_bridge[WORLD_MAX_EVENTS];
    uint64_t line_of_leg[WORLD_MAX_EVENTS];
};

/**
 * Begins at moment 0, with the house of the story in it. Only what was used is
 * cleared: the world, which is large, is all 0 when it begins for the first
 * time.
 */
void world_begin(struct world *world, uint64_t seed);

/* Whoever would wait for long in SALES goes to HELP, which sends back when it is
   full. */
void world_lead_in_circles(struct world *world);

/** Lets so many seconds pass, with all that happens in them. */
void world_live(struct world *world, int64_t seconds);

/** Lets happen what a script says, to its end. */
void world_follow(struct world *world, const uint8_t *script, size_t length);

/** Lets everybody go and all answers come: nobody is in a talk any more. */
void world_settle(struct world *world);

void world_end(struct world *world);

#endif
