/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of the header, one by one. */

#include "tui/pace.h"

#include <assert.h>

void pace_init(struct pace *pace, int64_t frame_us, bool is_remote)
{
    assert(pace && frame_us > 0);

    *pace = (struct pace){
        .frame_us = frame_us,
        .asks = is_remote,
        .shown_us = INT64_MIN / 2,
    };
}

enum link_class pace_link(const struct pace *pace)
{
    if (pace->round_trip_us < PACE_SLOW_US)
        return LINK_FAST;
    return pace->round_trip_us <= PACE_VERY_SLOW_US ? LINK_SLOW
                                                    : LINK_VERY_SLOW;
}

static int64_t interval_us(const struct pace *pace)
{
    static const int factors[] = {
        [LINK_FAST] = 1,
        [LINK_SLOW] = PACE_SLOW_FACTOR,
        [LINK_VERY_SLOW] = PACE_VERY_SLOW_FACTOR,
    };
    int64_t interval = pace->frame_us * factors[pace_link(pace)];

    if (pace->is_unfocused && interval < PACE_UNFOCUSED_US)
        interval = PACE_UNFOCUSED_US;
    if (pace->is_mute && interval < PACE_MUTE_US)
        interval = PACE_MUTE_US;
    return interval;
}

/* An answer that does not come counts as the slowest there is. */
static void give_up(struct pace *pace)
{
    pace->is_waiting = false;
    if (pace->has_answered) {
        pace->round_trip_us = PACE_ANSWER_US;
    } else {
        pace->asks = false;
        pace->is_mute = true;
    }
}

int64_t pace_due_us(struct pace *pace, int64_t now_us)
{
    assert(pace);
    if (pace->is_waiting) {
        int64_t until =
            pace->asked_us +
            (pace->has_answered ? PACE_ANSWER_US : PACE_FIRST_ANSWER_US);

        if (now_us < until)
            return until;
        give_up(pace);
    }
    return pace->shown_us + interval_us(pace);
}

bool pace_shown(struct pace *pace, int64_t now_us, bool is_quiet)
{
    assert(pace);
    pace->shown_us = now_us;
    if (!pace->asks || pace->is_waiting || is_quiet)
        return false;
    pace->is_waiting = true;
    pace->asked_us = now_us;
    return true;
}

void pace_answered(struct pace *pace, int64_t now_us)
{
    assert(pace);
    if (!pace->is_waiting && !pace->is_mute)
        return;
    pace->is_waiting = pace->is_mute = false;
    pace->asks = pace->has_answered = true;
    pace->round_trip_us = now_us - pace->asked_us;
}

void pace_focus(struct pace *pace, bool has_focus)
{
    pace->is_unfocused = !has_focus;
}

bool pace_ticks(const struct pace *pace, int64_t wall_us)
{
    return pace_link(pace) == LINK_FAST ||
           wall_us / 1000000 % PACE_SLOW_TICK_S == 0;
}

bool pace_moves(int64_t wall_us, bool is_calm)
{
    return !is_calm || wall_us / 1000000 % PACE_CALM_TICK_S == 0;
}
