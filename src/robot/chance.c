/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chance that repeats itself. */

#include "robot/chance.h"

#include <assert.h>

#define GOLDEN_GAMMA UINT64_C(0x9e3779b97f4a7c15)

struct chance chance_from_seed(uint64_t seed)
{
    return (struct chance){ .state = seed };
}

struct chance chance_part(uint64_t seed, uint64_t number)
{
    struct chance mixed = chance_from_seed(seed ^ (number * GOLDEN_GAMMA));

    return chance_from_seed(chance_next(&mixed));
}

uint64_t chance_next(struct chance *chance)
{
    uint64_t z = chance->state += GOLDEN_GAMMA;

    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

uint32_t chance_between(struct chance *chance, uint32_t low, uint32_t high)
{
    assert(low <= high);
    return low + (uint32_t)(chance_next(chance) % ((uint64_t)high - low + 1));
}

bool chance_permille(struct chance *chance, uint32_t permille)
{
    return chance_between(chance, 1, 1000) <= permille;
}
