/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sines in whole numbers, the same on every machine. */

#ifndef MEDIA_SINE_H
#define MEDIA_SINE_H

#include <stdint.h>

/**
 * How far an oscillator's phase goes in one sample at 8 kHz.
 *
 * @param millihertz  0 to 4,000,000
 *
 * @return the part of a turn, where 2^32 is a whole one
 */
uint32_t sine_step(uint32_t millihertz);

/**
 * The sine of a phase, interpolated between 256 points of the circle; wrong by
 * at most 4. O(1).
 *
 * @return -32767 to 32767
 */
int32_t sine_at(uint32_t phase);

#endif
