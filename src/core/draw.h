/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lots drawn by the core, which has no random of its own. */

#ifndef CORE_DRAW_H
#define CORE_DRAW_H

#include <stdint.h>

/**
 * Draws a number from 0 to 99 for a step of a contact. It follows from the
 * moment, in microseconds, which nobody chooses, mixed by SplitMix64 (G. L.
 * Steele, D. Lea, C. H. Flood: Fast Splittable Pseudorandom Number Generators,
 * 2014): the same arguments draw the same number. It is no secret.
 */
int64_t draw_percent(uint64_t contact_id, int64_t step, int64_t now_us);

#endif
