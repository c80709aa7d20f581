/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least transit time of two windows, and a clock on trial. */

#include "media/lag.h"

#include <assert.h>

enum {
    WINDOW_US = 2000000,
    STALE_US = 400000,
    OTHER_CLOCK_US = 15000000,
    US_PER_UNIT = 125,
    /* A clock that stands still: late by so much, most of it at once. */
    STOOD_US = 200000,
    STEP_US = 100000,
    TRIAL_US = 100000,
    TRIAL_PACKETS = 3, /* at least: a queue that grows is as sudden */
    MADE_UP_US = 80000,
};

/* More is no pause but a clock set anew; and it fits into timestamps. */
static const int64_t STOOD_MAX_US = INT64_C(21600000000);

static void start(struct lag *lag, int64_t arrival_us, uint32_t timestamp)
{
    *lag = (struct lag){
        .started = true,
        .window_us = arrival_us,
        .least_us = arrival_us,
        .least_before_us = arrival_us,
        .transit_us = arrival_us,
        .before_us = arrival_us,
        .timestamp = timestamp,
        .moved = lag->moved,
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

static void note_least(struct lag *lag, int64_t arrival_us)
{
    turn_window(lag, arrival_us, lag->transit_us);
    if (lag->transit_us < lag->least_us)
        lag->least_us = lag->transit_us;
}

static int64_t late_us(const struct lag *lag)
{
    int64_t least_us = lag->least_us < lag->least_before_us
                           ? lag->least_us
                           : lag->least_before_us;

    return lag->transit_us - least_us;
}

/* From here on timestamps mean so much more; less when it is negative. */
static void move(struct lag *lag, int32_t units)
{
    int64_t by_us = (int64_t)units * US_PER_UNIT;

    lag->sent_us += by_us;
    lag->transit_us -= by_us;
    lag->before_us -= by_us;
    lag->moved += (uint32_t)units;
    lag->begins = true;
}

static void begin_trial(struct lag *lag, int64_t arrival_us)
{
    lag->stood = (int32_t)(late_us(lag) / US_PER_UNIT);
    lag->tried_us = arrival_us;
    lag->tried = 0;
    move(lag, lag->stood);
}

static void lose_trial(struct lag *lag)
{
    move(lag, -lag->stood);
    lag->stood = 0;
    lag->is_queue = true;
}

/* Ends the trial where its outcome is known. */
static void judge_trial(struct lag *lag, int64_t arrival_us, bool stands_again)
{
    if (lag->stood == 0)
        return;

    bool is_long = ++lag->tried >= TRIAL_PACKETS;

    if (late_us(lag) <= -MADE_UP_US || (stands_again && !is_long))
        lose_trial(lag);
    else if (is_long &&
             (stands_again || arrival_us - lag->tried_us >= TRIAL_US))
        lag->stood = 0;
}

static enum lag_verdict verdict(struct lag *lag)
{
    if (late_us(lag) > STALE_US)
        return LAG_STALE;
    if (!lag->begins)
        return LAG_FRESH;

    lag->begins = false;
    return LAG_ANEW;
}

/* Sudden, and much. */
static bool stands(const struct lag *lag)
{
    int64_t by_us = late_us(lag);

    return lag->transit_us - lag->before_us >= STEP_US && by_us > STOOD_US &&
           by_us <= STOOD_MAX_US;
}

static void try_clock(struct lag *lag, int64_t arrival_us)
{
    bool stands_now = stands(lag);

    judge_trial(lag, arrival_us, stands_now);
    if (late_us(lag) <= STOOD_US)
        lag->is_queue = false;
    if (stands_now && !lag->is_queue)
        begin_trial(lag, arrival_us);
    lag->before_us = lag->transit_us;
}

enum lag_verdict lag_note(struct lag *lag, int64_t arrival_us,
                          uint32_t timestamp, bool in_order)
{
    assert(lag);

    if (!lag->started) {
        start(lag, arrival_us, timestamp);
        return LAG_FRESH;
    }

    lag->sent_us +=
        (int64_t)(int32_t)(timestamp - lag->timestamp) * US_PER_UNIT;
    lag->timestamp = timestamp;
    lag->transit_us = arrival_us - lag->sent_us;
    if (in_order)
        try_clock(lag, arrival_us);

    if (late_us(lag) > OTHER_CLOCK_US || late_us(lag) < -OTHER_CLOCK_US) {
        start(lag, arrival_us, timestamp);
        return LAG_ANEW;
    }
    if (lag->stood == 0)
        note_least(lag, arrival_us);
    return verdict(lag);
}
