/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sound of any rate becomes sound of WORKER_RATE_HZ. */

#ifndef WORKER_RESAMPLE_H
#define WORKER_RESAMPLE_H

#include "worker/samples.h"

struct resampler;

/**
 * Makes one; what is above 4 kHz is filtered out.
 *
 * @param rate_hz  above 0
 *
 * @return 0 or -ENOMEM
 */
int resampler_new(uint32_t rate_hz, struct resampler **ret_resampler);

/** Takes samples, and adds what comes of them. @return as samples_add() */
int resampler_take(struct resampler *resampler, const float *samples,
                   size_t count, struct samples *to);

/** Adds what is still on its way. @return as samples_add() */
int resampler_end(struct resampler *resampler, struct samples *to);

/** NULL is fine. @return NULL always */
struct resampler *resampler_free(struct resampler *resampler);

#endif
