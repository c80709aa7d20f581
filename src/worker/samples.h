/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sound being made: samples at WORKER_RATE_HZ, and what is done with all. */

#ifndef WORKER_SAMPLES_H
#define WORKER_SAMPLES_H

#include <stddef.h>
#include <stdint.h>

#include "wire/worker_talk.h"

/* Zeroed it is empty. Full scale is 1. */
struct samples {
    float *all;
    size_t count; /* up to WORKER_MAX_SAMPLES */
    size_t room;
};

/** Adds some. @return 0, -ENOMEM or -EFBIG above WORKER_MAX_SAMPLES */
int samples_add(struct samples *samples, const float *more, size_t count);

/**
 * Cuts silence, below -60 dB of full scale, from both ends; what is left
 * begins after 100 ms and ends 250 ms before its end, so that no word is cut
 * off by a network that is slow to begin. Nothing stays of mere silence.
 *
 * @return 0, -ENOMEM or -EFBIG
 */
int samples_trim(struct samples *samples);

/**
 * Makes it as loud as speech on the telephone is: -22 dB of full scale over
 * all of it (active speech of ITU-T P.56 is at -26, and what is synthetic may
 * be a little louder). It is amplified 20 dB at most, and no peak is cut. What
 * is as loud already stays as it is, so that a sound which is fetched and given
 * to another server is the same there.
 */
void samples_level(struct samples *samples);

/** Writes them as whole numbers. */
void samples_round(const struct samples *samples, int16_t *ret_samples);

void samples_done(struct samples *samples);

#endif
