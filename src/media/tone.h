/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tones a caller knows: ring-back, busy, beep. */

#ifndef MEDIA_TONE_H
#define MEDIA_TONE_H

#include <stddef.h>
#include <stdint.h>

/* ITU-T E.180, supplement 2: tones used in national networks. */

enum {
    TONE_MAX_PARTS = 4, /* on, off, on, off; a part of 0 ms ends the cadence */
};

struct tone {
    uint16_t hz[2];                   /* sounding together; 0: none */
    uint16_t part_ms[TONE_MAX_PARTS]; /* on first; together one period */
};

/**
 * What a country's network lets a caller hear.
 *
 * @param country  two letters of ISO 3166; others and NULL give 425 Hz, 1 s on,
 *                 4 s off, and for busy 0.5 s on, 0.5 s off
 */
struct tone tone_ring_back(const char *country);
struct tone tone_busy(const char *country);

/**
 * The length of one period.
 */
size_t tone_samples(const struct tone *tone);

/**
 * Writes one period, tone_samples() long, with edges of 5 ms against clicks.
 */
void tone_render(const struct tone *tone, int16_t *samples);

#endif
