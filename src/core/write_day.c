/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clock, the day that it shows in the house, and when that ends. */

#include "core/rule_book.h"
#include "core/write.h"

static const int64_t UTC_DAY_US = INT64_C(86400000000);

/* A fold knows no time zone: it is told of each day when the next one begins.
   Where nobody has given the house one, days are those of UTC. */
static struct zone_day house_day(const struct turn *turn, int64_t wall_us)
{
    const struct zone *zone = rule_book_zone(turn->book, "");
    struct zone_day day = { .days = wall_us / UTC_DAY_US };

    if (zone->change_count > 0)
        zone_day(zone, wall_us, &day);

    return day;
}

/*
 * Between the midnights of two time zones the same moment is of another day.
 * What was counted today goes on as of that one, if forgetting it would be
 * further from the truth: it lacks what the new day had before the former one
 * began, or has what the former one had before. A clock that has left the former
 * day keeps nothing.
 */
static bool day_goes_on(const struct turn *turn, int64_t wall_us,
                        const struct zone_day *day)
{
    const struct state *state = turn->state;
    int64_t former_us = wall_us - state_system(state)->wall_offset_us;
    int64_t today = state_day(state, turn->now_us);
    int64_t age_us =
        day->until_us ? wall_us - day->from_us : wall_us % UTC_DAY_US;

    return day->days != today && state_day(state, former_us) == today &&
           2 * age_us > state_day_age_us(state, former_us);
}

void write_clock_set(struct turn *turn, int64_t wall_us)
{
    const struct zone_day day = house_day(turn, wall_us);

    WRITE(turn, CLOCK_SET, clock_set,
          { .wall_us = wall_us,
            .day = day.days,
            .day_from_us = day.from_us,
            .day_until_us = day.until_us,
            .goes_on = day_goes_on(turn, wall_us, &day) });
}

void write_day_began(struct turn *turn)
{
    const struct zone_day day =
        house_day(turn, state_wall_us(turn->state, turn->now_us));

    WRITE(turn, DAY_BEGAN, day_began,
          { .day = day.days,
            .day_from_us = day.from_us,
            .day_until_us = day.until_us });
}
