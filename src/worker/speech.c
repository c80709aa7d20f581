/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One voice, one text, and a callback that is given the sound. */

#include "worker/speech.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include <espeak-ng/speak_lib.h>

#include "worker/resample.h"

enum {
    WORDS_PER_MINUTE = 150, /* a little slower than it talks by itself */
    PIECE = 1024,
    GO_ON = 0,
    STOP = 1,
};

/* espeak-ng has one voice a process, and so this has one state. */
static int voice_rate_hz;
static struct speaking {
    struct resampler *resampler;
    struct samples *to;
    int rc;
} speaking;

/*
 * espeak-ng asks libpcaudio for a loudspeaker whatever it is to be used for,
 * and that starts a thread which talks to PulseAudio. This is found in its
 * place by the dynamic linker: there is no loudspeaker.
 */
struct audio_object;
struct audio_object *create_audio_device_object(const char *device,
                                                const char *application,
                                                const char *description);

struct audio_object *create_audio_device_object(const char *device,
                                                const char *application,
                                                const char *description)
{
    (void)device;
    (void)application;
    (void)description;
    return NULL;
}

enum worker_outcome speech_open(enum speech language)
{
    static const char *const voices[speech_count] = {
        [SPEAKS_EN] = "en-gb",
        [SPEAKS_ES] = "es",
        [SPEAKS_CS] = "cs",
    };

    assert((unsigned)language < speech_count);

    voice_rate_hz = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, NULL,
                                      espeakINITIALIZE_DONT_EXIT);
    if (voice_rate_hz <= 0)
        return WORKER_NO_VOICE;

    espeak_VOICE voice = { .languages = voices[language] };
    if (espeak_SetVoiceByProperties(&voice) != EE_OK)
        return WORKER_NO_VOICE;
    if (espeak_SetParameter(espeakRATE, WORDS_PER_MINUTE, 0) != EE_OK)
        return WORKER_FAILED;

    return WORKER_DONE;
}

static int hear(short *spoken, int count, espeak_EVENT *events)
{
    float piece[PIECE];

    (void)events;
    while (spoken && count > 0 && speaking.rc == 0) {
        int now = count > PIECE ? PIECE : count;

        for (int i = 0; i < now; i++)
            piece[i] = (float)spoken[i] / 32768.0f;
        speaking.rc =
            resampler_take(speaking.resampler, piece, (size_t)now, speaking.to);
        spoken += now;
        count -= now;
    }

    return speaking.rc < 0 ? STOP : GO_ON;
}

static enum worker_outcome outcome_of(int rc, const struct samples *samples)
{
    if (rc == -EFBIG)
        return WORKER_TOO_LONG;
    if (rc < 0)
        return WORKER_FAILED;

    return samples->count > 0 ? WORKER_DONE : WORKER_NOTHING_SAID;
}

enum worker_outcome speech_say(const char *text, struct samples *to)
{
    assert(text && to && voice_rate_hz > 0);

    speaking = (struct speaking){ .to = to };
    int rc = resampler_new((uint32_t)voice_rate_hz, &speaking.resampler);
    if (rc < 0)
        return WORKER_FAILED;

    espeak_SetSynthCallback(hear);
    if (espeak_Synth(text, strlen(text) + 1, 0, POS_CHARACTER, 0,
                     espeakCHARS_UTF8, NULL, NULL) != EE_OK)
        rc = -EIO;
    if (rc == 0)
        rc = speaking.rc;
    if (rc == 0)
        rc = resampler_end(speaking.resampler, to);
    if (rc == 0)
        rc = samples_trim(to);

    resampler_free(speaking.resampler);
    return outcome_of(rc, to);
}
