/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a listener would measure: frequencies and loudness. */

#ifndef TESTS_MEDIA_SPECTRUM_H
#define TESTS_MEDIA_SPECTRUM_H

#include <math.h>
#include <stddef.h>
#include <stdint.h>

/* The share of a signal's power that lies at a frequency: Goertzel's algorithm
   ("An Algorithm for the Evaluation of Finite Trigonometric Series", American
   Mathematical Monthly 65 (1958), 34-35). */
static inline double share_at(const int16_t *samples, size_t count, double hz)
{
    double factor = 2 * cos(2 * 3.14159265358979 * hz / 8000);
    double one = 0, two = 0, power = 0;

    for (size_t i = 0; i < count; i++) {
        double next = samples[i] + factor * one - two;

        two = one;
        one = next;
        power += (double)samples[i] * samples[i];
    }

    return power == 0 ? 0
                      : 2 * (one * one + two * two - factor * one * two) /
                            (power * (double)count);
}

/* Root of the mean square. */
static inline double loudness(const int16_t *samples, size_t count)
{
    double power = 0;

    for (size_t i = 0; i < count; i++)
        power += (double)samples[i] * samples[i];

    return sqrt(power / (double)count);
}

#endif
