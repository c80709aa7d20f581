/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sound file that somebody uploads. */

#include "worker/wave.h"

#include "tests/fuzz/fuzz.h"

enum { PIECE = 512 };

static void check_samples(const struct wave *wave, size_t at, size_t count)
{
    float samples[PIECE];

    wave_read(wave, at, count, samples);
    for (size_t i = 0; i < count; i++)
        CLAIM(samples[i] >= -1.0f && samples[i] <= 1.0f);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct wave wave;
    enum worker_outcome outcome = wave_parse(data, size, &wave);

    CLAIM((unsigned)outcome < worker_outcome_count);
    if (outcome != WORKER_DONE) {
        CLAIM(worker_outcome_text(outcome)[0]);
        return 0;
    }

    size_t frame = (size_t)wave.channels * wave.width;
    size_t count = wave.frames < PIECE ? wave.frames : PIECE;

    CLAIM(frame > 0 && wave.frames > 0 && wave.data >= data);
    CLAIM(wave.frames <= (size - (size_t)(wave.data - data)) / frame);
    CLAIM(wave.rate_hz >= WAVE_MIN_HZ && wave.rate_hz <= WAVE_MAX_HZ);
    CLAIM(wave.frames <= (size_t)wave.rate_hz * WORKER_MAX_S);
    check_samples(&wave, 0, count);
    check_samples(&wave, wave.frames - count, count);
    return 0;
}
