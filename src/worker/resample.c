/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libspeexdsp's resampler, fed piece by piece. */

#include "worker/resample.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include <speex/speex_resampler.h>

enum {
    PIECE = 4096,
    QUALITY = 8, /* of 10: at 10 it takes twice the time */
};

struct resampler {
    SpeexResamplerState *speex;
};

int resampler_new(uint32_t rate_hz, struct resampler **ret_resampler)
{
    assert(rate_hz > 0 && ret_resampler);

    struct resampler *resampler = calloc(1, sizeof(*resampler));
    if (!resampler)
        return -ENOMEM;

    resampler->speex =
        speex_resampler_init(1, rate_hz, WORKER_RATE_HZ, QUALITY, NULL);
    if (!resampler->speex) {
        free(resampler);
        return -ENOMEM;
    }

    (void)speex_resampler_skip_zeros(resampler->speex);
    *ret_resampler = resampler;
    return 0;
}

/* It may take less than it is given: its output is full, then. */
int resampler_take(struct resampler *resampler, const float *samples,
                   size_t count, struct samples *to)
{
    float made[PIECE];

    assert(resampler && (samples || count == 0) && to);

    while (count > 0) {
        spx_uint32_t taken = count > PIECE ? PIECE : (spx_uint32_t)count;
        spx_uint32_t given = PIECE;

        if (speex_resampler_process_float(resampler->speex, 0, samples, &taken,
                                          made,
                                          &given) != RESAMPLER_ERR_SUCCESS)
            return -ENOMEM;

        int rc = samples_add(to, made, given);
        if (rc < 0)
            return rc;
        assert(taken > 0 || given > 0);
        samples += taken;
        count -= taken;
    }

    return 0;
}

int resampler_end(struct resampler *resampler, struct samples *to)
{
    const float silence[PIECE] = { 0 };
    size_t left = (size_t)speex_resampler_get_input_latency(resampler->speex);
    int rc = 0;

    while (rc == 0 && left > 0) {
        size_t count = left > PIECE ? PIECE : left;

        rc = resampler_take(resampler, silence, count, to);
        left -= count;
    }

    return rc;
}

struct resampler *resampler_free(struct resampler *resampler)
{
    if (!resampler)
        return NULL;

    speex_resampler_destroy(resampler->speex);
    free(resampler);
    return NULL;
}
