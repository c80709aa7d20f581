/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A random day of a small contact centre, to have a journal to keep. */

#ifndef TESTS_STORE_DAY_H
#define TESTS_STORE_DAY_H

#include <stddef.h>
#include <stdint.h>

#include "core/core.h"

enum { DAY_AGENTS = 5, DAY_MAX_PENDING = 512 };

/*
 * Callers call, choose, wait, hang up; agents answer, reject, hold, transfer,
 * wrap up; phones fail. The same seed gives the same day. What the core wrote
 * lies in the outbox after each step, until the next one clears it.
 */
struct day {
    struct core *core;
    struct outbox outbox;
    uint64_t random;
    int64_t now_us;
    uint64_t calls;
    struct effect pending[DAY_MAX_PENDING]; /* effects not yet answered */
    size_t pending_count;
    char *flow_text; /* canonical, to be stored beside the journal */
    struct digest flow_digest;
    int set_up; /* steps of the setting up that are done */
};

/** Begins with a core that is new or recovered. */
void day_begin(struct day *day, struct core *core, uint64_t seed);

/** Releases all but the core. */
void day_end(struct day *day);

/** One more thing happens: the outbox has what follows, maybe nothing. */
void day_step(struct day *day);

/** Steps until the outbox is not empty. */
void day_step_to_events(struct day *day);

/** A number from 0 to below the limit. */
uint64_t day_random(struct day *day, uint64_t limit);

#endif
