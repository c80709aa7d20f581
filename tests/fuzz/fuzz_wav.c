/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sound file from anywhere. */

#include <string.h>

#include "media/sound.h"
#include "media/wav.h"
#include "tests/fuzz/fuzz.h"

enum { HEAD = 44, RATE_HZ = 8000 };

static void put32(uint8_t *to, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        to[i] = (uint8_t)(value >> 8 * i);
}

/* What was read, written as the simplest file that has it, reads the same. */
static void write_and_read(const struct wav_view *view, size_t width)
{
    static const uint8_t tags[] = {
        [WAV_LINEAR_16] = 1, [WAV_ALAW] = 6, [WAV_MULAW] = 7
    };
    size_t length = view->samples * width, padded = length + length % 2;
    uint8_t *bytes = calloc(1, HEAD + padded);
    const char *reason = NULL;
    struct wav_view again;

    CLAIM(bytes);
    memcpy(bytes, "RIFF....WAVEfmt ....", 20);
    put32(bytes + 4, (uint32_t)(HEAD - 8 + padded));
    put32(bytes + 16, 16);
    bytes[20] = tags[view->coding];
    bytes[22] = 1;
    put32(bytes + 24, RATE_HZ);
    put32(bytes + 28, (uint32_t)(RATE_HZ * width));
    bytes[32] = (uint8_t)width;
    bytes[34] = (uint8_t)(8 * width);
    memcpy(bytes + 36, "data", 4);
    put32(bytes + 40, (uint32_t)length);
    memcpy(bytes + HEAD, view->data, length);

    CLAIM(wav_parse(bytes, HEAD + padded, &again, &reason) == 0);
    CLAIM(again.coding == view->coding && again.samples == view->samples);
    CLAIM(memcmp(again.data, view->data, length) == 0);
    free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *reason = NULL;
    struct sound *sound = NULL;
    struct wav_view view;
    int rc = wav_parse(data, size, &view, &reason);

    if (rc < 0) {
        CLAIM(reason && reason[0]);
        CLAIM(sound_from_wav(data, size, &sound, &reason) == rc);
        return 0;
    }

    size_t width = view.coding == WAV_LINEAR_16 ? 2 : 1;

    CLAIM(view.samples > 0 && view.data >= data + 44 - 8);
    CLAIM(view.samples * width <= size - (size_t)(view.data - data));
    CLAIM(sound_from_wav(data, size, &sound, &reason) == 0);
    CLAIM(sound_samples(sound) == view.samples);
    write_and_read(&view, width);
    sound_unref(sound);
    return 0;
}
