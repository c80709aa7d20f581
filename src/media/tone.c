/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two oscillators and a cadence. */

#include "media/tone.h"

#include <assert.h>
#include <string.h>

#include "media/sine.h"

enum {
    SAMPLES_PER_MS = 8,
    EDGE = 40, /* samples of fading in and out */
    /* Of each frequency alone and of both together: about -13 dBm0, as the
       recommendation's "-10 +- 5". */
    LEVEL_ONE = 6000,
    LEVEL_TWO = 4200,
};

struct national {
    char country[3];
    struct tone ring_back;
    struct tone busy;
};

/* clang-format off */
static const struct national nations[] = {
    { "GB", { { 400, 450 }, { 400, 200, 400, 2000 } },
            { { 400 }, { 375, 375 } } },
    { "IE", { { 400, 450 }, { 400, 200, 400, 2000 } },
            { { 425 }, { 500, 500 } } },
    { "US", { { 440, 480 }, { 2000, 4000 } },
            { { 480, 620 }, { 500, 500 } } },
    { "CA", { { 440, 480 }, { 2000, 4000 } },
            { { 480, 620 }, { 500, 500 } } },
    { "ES", { { 425 }, { 1500, 3000 } },
            { { 425 }, { 200, 200 } } },
    { "CZ", { { 425 }, { 1000, 4000 } },
            { { 425 }, { 330, 330 } } },
};

static const struct national others = {
    "", { { 425 }, { 1000, 4000 } }, { { 425 }, { 500, 500 } }
};
/* clang-format on */

static const struct national *nation(const char *country)
{
    for (size_t i = 0; country && i < sizeof(nations) / sizeof(nations[0]); i++)
        if (!strcmp(nations[i].country, country))
            return &nations[i];

    return &others;
}

struct tone tone_ring_back(const char *country)
{
    return nation(country)->ring_back;
}

struct tone tone_busy(const char *country)
{
    return nation(country)->busy;
}

size_t tone_samples(const struct tone *tone)
{
    assert(tone);

    size_t samples = 0;

    for (size_t i = 0; i < TONE_MAX_PARTS; i++)
        samples += (size_t)tone->part_ms[i] * SAMPLES_PER_MS;

    return samples;
}

/* 0 at both ends of a part, EDGE inside. */
static int32_t edge(size_t at, size_t length)
{
    size_t from_end = length - 1 - at;
    size_t distance = at < from_end ? at : from_end;

    return distance < EDGE ? (int32_t)distance : EDGE;
}

static void render_part(const struct tone *tone, int16_t *samples,
                        size_t length)
{
    int32_t level = tone->hz[1] ? LEVEL_TWO : LEVEL_ONE;
    uint32_t steps[2], phases[2] = { 0 };

    for (size_t k = 0; k < 2; k++)
        steps[k] = sine_step((uint32_t)tone->hz[k] * 1000);

    for (size_t i = 0; i < length; i++) {
        int32_t sum = 0;

        for (size_t k = 0; k < 2; k++) {
            sum += sine_at(phases[k]) * level / 32767;
            phases[k] += steps[k];
        }
        samples[i] = (int16_t)(sum * edge(i, length) / EDGE);
    }
}

void tone_render(const struct tone *tone, int16_t *samples)
{
    assert(tone && samples);

    for (size_t i = 0; i < TONE_MAX_PARTS; i++) {
        size_t length = (size_t)tone->part_ms[i] * SAMPLES_PER_MS;

        if (i % 2 == 0)
            render_part(tone, samples, length);
        else
            memset(samples, 0, length * sizeof(samples[0]));
        samples += length;
    }
}
