/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least transit time of two windows. */

#include "media/lag.h"

#include <assert.h>

enum {
    WINDOW_US = 2000000,
    STALE_US = 400000,
    OTHER_CLOCK_US = 15000000,
    US_PER_UNIT = 125,
};

static void start(struct lag *lag, int64_t arrival_us, uint32_t timestamp)
{
    *lag = (struct lag){
        .started = true,
        .window_us = arrival_us,
        .least_us = arrival_us,
        .least_before_us = arrival_us,
        .timestamp = timestamp,
    };
}

static void turn_window(struct lag *lag, int64_t arrival_us, int64_t transit_us)
{
    if (arrival_us - lag->window_us < WINDOW_US)
        return;

    /* After a pause longer than a window the one before it is too old. */
    lag->least_before_us = arrival_us - lag->window_us < 2 * WINDOW_US
                               ? lag->least_us
                               : transit_us;
    lag->least_us = transit_us;
    lag->window_us = arrival_us;
}

bool lag_note(struct lag *lag, int64_t arrival_us, uint32_t timestamp)
{
    assert(lag);

    if (!lag->started) {
        start(lag, arrival_us, timestamp);
        return false;
    }

    lag->sent_us +=
        (int64_t)(int32_t)(timestamp - lag->timestamp) * US_PER_UNIT;
    lag->timestamp = timestamp;

    int64_t transit_us = arrival_us - lag->sent_us;
    int64_t least_us = lag->least_us < lag->least_before_us
                           ? lag->least_us
                           : lag->least_before_us;
    int64_t late_us = transit_us - least_us;

    if (late_us > OTHER_CLOCK_US || late_us < -OTHER_CLOCK_US) {
        start(lag, arrival_us, timestamp);
        return false;
    }

    turn_window(lag, arrival_us, transit_us);
    if (transit_us < lag->least_us)
        lag->least_us = transit_us;

    return late_us > STALE_US;
}
