/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loudest of each stretch, and of two when they become one. */

#include "media/peaks.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/loudness.h"
#include "media/g711.h"

enum { FIRST_STRETCH = 160 };

void peaks_init(struct peaks *peaks)
{
    assert(peaks);

    *peaks = (struct peaks){ .per = FIRST_STRETCH };
}

static void halve(struct peaks *peaks)
{
    for (int c = 0; c < TAPE_CHANNELS; c++) {
        uint16_t *loudest = peaks->loudest[c];

        for (size_t i = 0; i < PEAKS_MAX / 2; i++)
            loudest[i] = loudest[2 * i] > loudest[2 * i + 1]
                             ? loudest[2 * i]
                             : loudest[2 * i + 1];
        memset(loudest + PEAKS_MAX / 2, 0, PEAKS_MAX / 2 * sizeof(loudest[0]));
    }
    peaks->count = PEAKS_MAX / 2;
    peaks->per *= 2;
}

static void begin_stretch(struct peaks *peaks)
{
    if (peaks->count == PEAKS_MAX)
        halve(peaks);
    peaks->count++;
    peaks->in = 0;
}

static void note(uint16_t *loudest, uint8_t octet)
{
    int magnitude = abs(g711_decode(MEDIA_PCMU, octet));

    if (magnitude > *loudest)
        *loudest = (uint16_t)magnitude;
}

/* Room for one more sample. */
static void step(struct peaks *peaks)
{
    if (peaks->count == 0 || peaks->in == peaks->per)
        begin_stretch(peaks);
    peaks->in++;
}

void peaks_add(struct peaks *peaks, const uint8_t *octets, size_t count)
{
    assert(peaks && (octets || !count));

    for (size_t i = 0; i < count; i++) {
        step(peaks);
        for (size_t c = 0; c < TAPE_CHANNELS; c++)
            note(&peaks->loudest[c][peaks->count - 1], octets[2 * i + c]);
    }
}

void peaks_add_left(struct peaks *peaks, const uint8_t *octets, size_t count)
{
    assert(peaks && (octets || !count));

    for (size_t i = 0; i < count; i++) {
        step(peaks);
        note(&peaks->loudest[TAPE_LEFT][peaks->count - 1], octets[i]);
    }
}

void peaks_spell(const struct peaks *peaks, enum tape_channel channel,
                 char ret_text[PEAKS_TEXT_SIZE])
{
    assert(peaks && ret_text);

    for (size_t i = 0; i < peaks->count; i++)
        ret_text[i] = loudness_spell(peaks->loudest[channel][i]);
    ret_text[peaks->count] = '\0';
}
