/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spares a neighbour that fails, and finds out when it is well again. */

#ifndef BASE_BREAKER_H
#define BASE_BREAKER_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Every call to the outside asks its breaker first. Closed, everything passes.
 * After some failures in a row it opens: nothing passes for a while. Then it
 * is half open: one attempt passes, whose end decides. Each time that fails,
 * the wait doubles, up to a limit; a success starts over.
 *
 * An attempt that never ends would hold a half-open breaker for ever; so it
 * counts as failed after the wait it was given.
 *
 * Source: M. Nygard, "Release It!" (2007), chapter 5, "Circuit Breaker".
 *
 * Pure: the present is an argument, of any clock that never goes back. Not
 * safe for use by two threads.
 */

enum breaker_state {
    BREAKER_CLOSED,
    BREAKER_OPEN,
    BREAKER_HALF_OPEN,
};

/* A plain struct. Everything but the first three is private. */
struct breaker {
    int failures_to_open;    /* in a row; at least 1 */
    int64_t first_wait_us;   /* at least 1 */
    int64_t longest_wait_us; /* at least first_wait_us */

    enum breaker_state state;
    int failures;
    int64_t wait_us;
    int64_t until_us;
};

/**
 * Sets a breaker up, closed.
 */
void breaker_init(struct breaker *breaker, int failures_to_open,
                  int64_t first_wait_us, int64_t longest_wait_us);

/**
 * Asks whether an attempt may be made now. Whoever gets true makes it, and
 * tells its end.
 */
bool breaker_allows(struct breaker *breaker, int64_t now_us);

/**
 * Tells that an attempt succeeded: closes.
 */
void breaker_succeeds(struct breaker *breaker);

/**
 * Tells that an attempt failed. The end of an attempt that was made before the
 * breaker opened changes nothing while it is open.
 */
void breaker_fails(struct breaker *breaker, int64_t now_us);

/**
 * The state as people and metrics see it: open becomes half open by time.
 */
enum breaker_state breaker_state(const struct breaker *breaker, int64_t now_us);

/**
 * The name of a state, for metrics and the API: "closed", "open", "half_open".
 */
const char *breaker_state_name(enum breaker_state state);

#endif
