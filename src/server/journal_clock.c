/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of clocks. */

#include "server/journal_clock.h"

#include <assert.h>

void journal_clock_begin(struct journal_clock *clock,
                         const struct journal_past *past, int64_t boot_us,
                         int64_t wall_us)
{
    assert(clock && past);

    int64_t last_us =
        past->alive_at_us > past->at_us ? past->alive_at_us : past->at_us;
    int64_t begin_us = last_us + 1;

    if (past->alive_wall_us > 0) {
        int64_t pause_us = wall_us - past->alive_wall_us;

        if (pause_us > 0 && pause_us < JOURNAL_CLOCK_MAX_PAUSE_US &&
            past->alive_at_us + pause_us > begin_us)
            begin_us = past->alive_at_us + pause_us;
    }

    clock->offset_us = begin_us - boot_us;
}

int64_t journal_clock_now(const struct journal_clock *clock, int64_t boot_us)
{
    assert(clock);

    return boot_us + clock->offset_us;
}

bool journal_clock_was_set(int64_t wall_us, int64_t now_us,
                           int64_t wall_offset_us)
{
    int64_t off_us = wall_us - (now_us + wall_offset_us);

    return off_us > JOURNAL_CLOCK_SET_US || off_us < -JOURNAL_CLOCK_SET_US;
}
