/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chance that repeats itself: the same seed, the same day. */

#ifndef ROBOT_CHANCE_H
#define ROBOT_CHANCE_H

#include <stdbool.h>
#include <stdint.h>

/* A source of numbers. Good enough for behaviour, not for secrets.
   splitmix64: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number
   Generators", OOPSLA 2014. */
struct chance {
    uint64_t state;
};

struct chance chance_from_seed(uint64_t seed);

/**
 * A stream of its own for a part of the whole, so that what one robot draws
 * does not change what the next one draws.
 *
 * @param number  of the part
 */
struct chance chance_part(uint64_t seed, uint64_t number);

uint64_t chance_next(struct chance *chance);

/**
 * @param low, high  low is at most high; both may come
 */
uint32_t chance_between(struct chance *chance, uint32_t low, uint32_t high);

/**
 * True that often in a thousand.
 */
bool chance_permille(struct chance *chance, uint32_t permille);

#endif
