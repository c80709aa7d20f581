/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parser, resampler and voice, put together. */

#include "worker/task.h"

#include <assert.h>
#include <errno.h>

#include "worker/resample.h"
#include "worker/speech.h"
#include "worker/wave.h"

enum { PIECE = 4096 };

static int resample(const struct wave *wave, struct resampler *resampler,
                    struct samples *to)
{
    float piece[PIECE];
    int rc = 0;

    for (size_t at = 0; rc == 0 && at < wave->frames; at += PIECE) {
        size_t left = wave->frames - at;
        size_t count = left > PIECE ? PIECE : left;

        wave_read(wave, at, count, piece);
        rc = resampler ? resampler_take(resampler, piece, count, to)
                       : samples_add(to, piece, count);
    }

    return rc == 0 && resampler ? resampler_end(resampler, to) : rc;
}

enum worker_outcome task_convert(const uint8_t *bytes, size_t length,
                                 struct samples *to)
{
    struct wave wave;
    struct resampler *resampler = NULL;
    enum worker_outcome outcome = wave_parse(bytes, length, &wave);
    int rc = 0;

    assert(to);

    if (outcome)
        return outcome;
    if (wave.rate_hz != WORKER_RATE_HZ)
        rc = resampler_new(wave.rate_hz, &resampler);
    if (rc == 0)
        rc = resample(&wave, resampler, to);

    resampler_free(resampler);
    samples_level(to);
    if (rc == -EFBIG)
        return WORKER_TOO_LONG;
    if (rc < 0)
        return WORKER_FAILED;

    return to->count > 0 ? WORKER_DONE : WORKER_EMPTY;
}

enum worker_outcome task_speak(const char *text, struct samples *to)
{
    enum worker_outcome outcome = speech_say(text, to);

    if (!outcome)
        samples_level(to);
    return outcome;
}
