/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sound file from anywhere. */

#include "media/sound.h"
#include "media/wav.h"
#include "tests/fuzz/fuzz.h"

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
    sound_unref(sound);
    return 0;
}
