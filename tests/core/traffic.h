/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers who come at random, to agents who talk exponentially long. */

#ifndef TESTS_CORE_TRAFFIC_H
#define TESTS_CORE_TRAFFIC_H

#include "tests/core/story.h"

/*
 * The models of queueing theory, lived by the real commands: phones, bridges
 * and callers answer at once, so that a wait is the queue's alone. All is drawn
 * from one generator (G. Marsaglia, "Xorshift RNGs", Journal of Statistical
 * Software 8 (2003)).
 */
enum { TRAFFIC_MAX_AGENTS = 10 };

struct traffic {
    struct story story;
    uint64_t random;
    int64_t next_arrival_us;
    int64_t busy_until_us[TRAFFIC_MAX_AGENTS + 1]; /* by agent; 0: free */
    uint64_t contact_of[TRAFFIC_MAX_AGENTS + 1];
    uint64_t calls;

    /* an agent begins to talk; @return for how long, in seconds */
    double (*talk_s)(struct traffic *traffic,
                     const struct event_offer_made *offer);
};

/** A house with so many agents at SALES, free and without any work after a
 *  talk. The rest of the struct is zero. */
void traffic_begin(struct traffic *traffic, unsigned agents, uint64_t seed);
void traffic_end(struct traffic *traffic);

/** Does a command that must be done, and all that its effects ask for. */
void traffic_do(struct traffic *traffic, const struct command *command);

/** The next caller comes now, and waits or is talked to. @return the contact */
uint64_t traffic_caller_comes(struct traffic *traffic);

/** The agent whose talk ends first; 0: nobody talks. */
uint64_t traffic_next_to_hang_up(const struct traffic *traffic);

/** The moment comes, and the caller of that talk hangs up. */
void traffic_hang_up(struct traffic *traffic, uint64_t agent_id);

double traffic_uniform(struct traffic *traffic); /* above 0, below 1 */
double traffic_exponential(struct traffic *traffic, double mean);
int64_t traffic_us(double seconds);

#endif
