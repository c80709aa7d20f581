/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Journal time: one clock over all starts, that never goes back. */

#ifndef SERVER_JOURNAL_CLOCK_H
#define SERVER_JOURNAL_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Journal time runs as CLOCK_BOOTTIME does, plus an offset fixed at the start:
 * it goes on where the last start left it, after as long a pause as wall time
 * tells. When wall time makes no sense (before the last sign of life, or years
 * later), the pause is as short as possible: order matters more than length.
 */
struct journal_clock {
    int64_t offset_us;
};

static const int64_t JOURNAL_CLOCK_MAX_PAUSE_US =
    INT64_C(10) * 365 * 24 * 3600 * 1000000;

/* A wall clock that differs by more than this was set by somebody. */
static const int64_t JOURNAL_CLOCK_SET_US = 2000000;

/* What the journal knows of before; all 0 when there is no before. */
struct journal_past {
    int64_t at_us;         /* of the last event */
    int64_t alive_at_us;   /* of the last sign of life */
    int64_t alive_wall_us; /* and its wall time */
};

/** Fixes the offset. boot_us and wall_us are the two clocks now. */
void journal_clock_begin(struct journal_clock *clock,
                         const struct journal_past *past, int64_t boot_us,
                         int64_t wall_us);

/** Journal time of a moment of CLOCK_BOOTTIME. */
int64_t journal_clock_now(const struct journal_clock *clock, int64_t boot_us);

/** Whether wall time has left the offset that the journal knows. */
bool journal_clock_was_set(int64_t wall_us, int64_t now_us,
                           int64_t wall_offset_us);

#endif
