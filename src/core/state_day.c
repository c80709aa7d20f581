/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The house's day, as the events told it last. */

#include "core/state_inside.h"

#include <assert.h>

/* Until it is told how long a day is, it is one of UTC: so were all of journals
   in which nothing tells it. */
static bool is_told(const struct state *state)
{
    return state->system.day_until_us != 0;
}

/* Beyond the day that was told it is the next one, of which nothing is known but
   that; further on others of 24 hours, all of which are not today. */
int64_t state_day(const struct state *state, int64_t at_us)
{
    assert(state);

    const struct system_row *system = &state->system;
    int64_t wall_us = state_wall_us(state, at_us);

    if (!is_told(state))
        return wall_us / DAY_US;
    if (wall_us >= system->day_until_us)
        return system->day + 1 + (wall_us - system->day_until_us) / DAY_US;
    if (wall_us < system->day_from_us)
        return system->day - 1 - (system->day_from_us - 1 - wall_us) / DAY_US;

    return system->day;
}

int64_t state_day_age_us(const struct state *state, int64_t at_us)
{
    assert(state);

    const struct system_row *system = &state->system;
    int64_t wall_us = state_wall_us(state, at_us);

    if (!is_told(state))
        return wall_us % DAY_US;
    if (wall_us >= system->day_until_us)
        return (wall_us - system->day_until_us) % DAY_US;

    return wall_us > system->day_from_us ? wall_us - system->day_from_us : 0;
}
