/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An array that grows, cut and made louder at the end. */

#include "worker/samples.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    FIRST_ROOM = WORKER_RATE_HZ,
    BEFORE = WORKER_RATE_HZ / 10, /* of silence */
    BEHIND = WORKER_RATE_HZ / 4,
};

static const float SILENT = 0.001f;     /* -60 dB */
static const double LOUDNESS = 0.0794;  /* -22 dB */
static const double MOST_GAIN = 10.0;   /* 20 dB */
static const double HIGHEST_PEAK = 0.9; /* -1 dB */
static const double NO_GAIN = 0.005;    /* 0.04 dB */

static int make_room(struct samples *samples, size_t count)
{
    size_t room = samples->room ? samples->room : FIRST_ROOM;

    if (count > WORKER_MAX_SAMPLES)
        return -EFBIG;
    if (count <= samples->room)
        return 0;

    while (room < count)
        room *= 2;

    float *all = realloc(samples->all, room * sizeof(*all));
    if (!all)
        return -ENOMEM;

    samples->all = all;
    samples->room = room;
    return 0;
}

int samples_add(struct samples *samples, const float *more, size_t count)
{
    assert(samples && (more || count == 0));

    if (count > WORKER_MAX_SAMPLES)
        return -EFBIG;
    if (count == 0)
        return 0;

    int rc = make_room(samples, samples->count + count);
    if (rc < 0)
        return rc;

    memcpy(samples->all + samples->count, more, count * sizeof(*more));
    samples->count += count;
    return 0;
}

int samples_trim(struct samples *samples)
{
    assert(samples);

    size_t first = 0;
    size_t end = samples->count;

    while (end > 0 && fabsf(samples->all[end - 1]) < SILENT)
        end--;
    while (first < end && fabsf(samples->all[first]) < SILENT)
        first++;

    size_t kept = end - first;
    if (kept == 0) {
        samples->count = 0;
        return 0;
    }

    int rc = make_room(samples, BEFORE + kept + BEHIND);
    if (rc < 0)
        return rc;

    memmove(samples->all + BEFORE, samples->all + first,
            kept * sizeof(*samples->all));
    for (size_t i = 0; i < BEFORE; i++)
        samples->all[i] = 0;
    for (size_t i = 0; i < BEHIND; i++)
        samples->all[BEFORE + kept + i] = 0;
    samples->count = BEFORE + kept + BEHIND;
    return 0;
}

void samples_level(struct samples *samples)
{
    assert(samples);

    double sum = 0;
    double peak = 0;

    for (size_t i = 0; i < samples->count; i++) {
        double value = (double)samples->all[i];

        sum += value * value;
        peak = fmax(peak, fabs(value));
    }
    if (peak <= 0)
        return;

    double loudness = sqrt(sum / (double)samples->count);
    double gain = fmin(MOST_GAIN, LOUDNESS / loudness);

    gain = fmin(gain, HIGHEST_PEAK / peak);
    if (fabs(gain - 1) < NO_GAIN)
        return;
    for (size_t i = 0; i < samples->count; i++)
        samples->all[i] = (float)((double)samples->all[i] * gain);
}

void samples_round(const struct samples *samples, int16_t *ret_samples)
{
    assert(samples && ret_samples);

    for (size_t i = 0; i < samples->count; i++) {
        long value = lrintf(samples->all[i] * 32768.0f);

        ret_samples[i] = (int16_t)(value > INT16_MAX   ? INT16_MAX
                                   : value < INT16_MIN ? INT16_MIN
                                                       : value);
    }
}

void samples_done(struct samples *samples)
{
    free(samples->all);
    *samples = (struct samples){ .all = NULL };
}
