/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two clocks of the machine, for those who may ask. */

#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

/*
 * Durations and deadlines come from the clock that only goes forward; wall
 * time is for labels and calendars, and never subtracted. Core and calls get
 * the present as an argument and ask neither.
 */

/**
 * Microseconds since the machine started, sleep included (CLOCK_BOOTTIME).
 * Never goes backwards.
 */
int64_t clock_boot_us(void);

/**
 * Microseconds since 1970-01-01T00:00:00Z (CLOCK_REALTIME). May jump.
 */
int64_t clock_wall_us(void);

#endif
