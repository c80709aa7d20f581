/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One voice, one text, and a callback that is given the sound. */

#include "worker/speech.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include <espeak-ng/speak_lib.h>

#include "worker/resample.h"

enum {
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

enum { IDENTIFIER_SIZE = 128 };

/* Its languages are a list: of each a byte of priority and a terminated text;
   behind the last one a zero. */
static bool speaks(const espeak_VOICE *voice, const char *language)
{
    for (const char *each = voice->languages; each && *each;
         each += strlen(each) + 1)
        if (strcasecmp(each + 1, language) == 0)
            return true;

    return false;
}

/* mbrola's are those of another program, which cannot be started in here. */
static const char *find_voice(const char *language)
{
    espeak_VOICE wanted = { .languages = language };

    for (const espeak_VOICE **voices = espeak_ListVoices(&wanted); *voices;
         voices++)
        if (strncmp((*voices)->identifier, "mb/", 3) != 0 &&
            speaks(*voices, language))
            return (*voices)->identifier;

    return NULL;
}

static bool has_variant(const char *variant)
{
    espeak_VOICE wanted = { .languages = "variant" };
    char identifier[IDENTIFIER_SIZE];

    (void)snprintf(identifier, sizeof(identifier), "!v/%s", variant);
    for (const espeak_VOICE **voices = espeak_ListVoices(&wanted); *voices;
         voices++)
        if (strcmp((*voices)->identifier, identifier) == 0)
            return true;

    return false;
}

/* espeak-ng itself takes another voice in place of one that it does not know. */
static bool set_voice(const char *name)
{
    const char *plus = strchr(name, '+');
    char language[WORKER_VOICE_SIZE];
    char identifier[IDENTIFIER_SIZE];

    (void)snprintf(language, sizeof(language), "%.*s",
                   (int)(plus ? plus - name : WORKER_VOICE_SIZE - 1), name);
    if (plus && !has_variant(plus + 1))
        return false;

    const char *found = find_voice(language);
    int length = found ? snprintf(identifier, sizeof(identifier), "%s%s", found,
                                  plus ? plus : "")
                       : -1;

    return length >= 0 && length < (int)sizeof(identifier) &&
           espeak_SetVoiceByName(identifier) == EE_OK;
}

enum worker_outcome speech_open(enum speech language,
                                const struct worker_voice *voice)
{
    assert((unsigned)language < speech_count && voice);

    const char *name =
        voice->name[0] ? voice->name : worker_voice_preset(language);
    int speed = voice->speed ? (int)voice->speed : WORKER_SPEED;

    voice_rate_hz = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, NULL,
                                      espeakINITIALIZE_DONT_EXIT);
    if (voice_rate_hz <= 0 || !worker_voice_is_named(language, name) ||
        !set_voice(name))
        return WORKER_NO_VOICE;
    if (espeak_SetParameter(espeakRATE, speed, 0) != EE_OK)
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
