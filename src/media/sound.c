/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sounds are encoded once, when they are made, and in one law. */

#include "media/sound.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mark.h"
#include "media/g711.h"
#include "media/music.h"
#include "media/sound_octets.h"
#include "media/tone.h"
#include "media/wav.h"

enum {
    MAX_SAMPLES = SOUND_MAX_S * SOUND_RATE_HZ,
    /* 16 bit samples, and room for the other chunks. */
    MAX_FILE = 2 * MAX_SAMPLES + 65536,
};

struct sound {
    atomic_uint references;
    enum media_codec law;
    size_t samples;
    uint8_t *octets; /* of malloc() */
};

/* Takes the octets over on success. */
static struct sound *sound_alloc(enum media_codec law, uint8_t *octets,
                                 size_t samples)
{
    struct sound *sound = malloc(sizeof(*sound));
    if (!sound)
        return NULL;

    atomic_init(&sound->references, 1);
    sound->law = law;
    sound->samples = samples;
    sound->octets = octets;
    return sound;
}

/* The same, or frees them. */
static int keep(enum media_codec law, uint8_t *octets, size_t samples,
                struct sound **ret_sound)
{
    struct sound *sound = sound_alloc(law, octets, samples);
    if (!sound) {
        free(octets);
        return -ENOMEM;
    }

    *ret_sound = sound;
    return 0;
}

int sound_from_samples(const int16_t *samples, size_t count,
                       struct sound **ret_sound)
{
    assert(samples && ret_sound);

    if (count == 0 || count > MAX_SAMPLES)
        return -EINVAL;

    uint8_t *octets = malloc(count);
    if (!octets)
        return -ENOMEM;

    for (size_t i = 0; i < count; i++)
        octets[i] = g711_encode(MEDIA_PCMU, samples[i]);

    return keep(MEDIA_PCMU, octets, count, ret_sound);
}

int sound_from_mulaw(uint8_t *octets, size_t count, struct sound **ret_sound)
{
    assert(octets && count > 0 && ret_sound);

    struct sound *sound = sound_alloc(MEDIA_PCMU, octets, count);
    if (!sound)
        return -ENOMEM;

    *ret_sound = sound;
    return 0;
}

static void encode_wav(const struct wav_view *view, uint8_t *octets)
{
    for (size_t i = 0; i < view->samples; i++) {
        unsigned bits = view->data[2 * i] | (unsigned)view->data[2 * i + 1]
                                                << 8;

        octets[i] = g711_encode(MEDIA_PCMU, (int16_t)bits);
    }
}

int sound_from_wav(const uint8_t *bytes, size_t length,
                   struct sound **ret_sound, const char **ret_reason)
{
    assert(ret_sound);

    struct wav_view view;
    const char *reason;
    int rc = wav_parse(bytes, length, &view, &reason);

    if (rc == 0 && view.samples > MAX_SAMPLES) {
        reason = N_("it is longer than half an hour");
        rc = -EBADMSG;
    }
    if (rc < 0) {
        if (ret_reason)
            *ret_reason = reason;
        return rc;
    }

    uint8_t *octets = malloc(view.samples);
    if (!octets)
        return -ENOMEM;

    if (view.coding == WAV_LINEAR_16)
        encode_wav(&view, octets);
    else
        memcpy(octets, view.data, view.samples);

    return keep(view.coding == WAV_ALAW ? MEDIA_PCMA : MEDIA_PCMU, octets,
                view.samples, ret_sound);
}

/* Reads until the end; the file may have become shorter since its fstat(). */
static int read_whole(int fd, uint8_t *bytes, size_t size, size_t *ret_length)
{
    size_t length = 0;

    while (length < size) {
        ssize_t got = read(fd, bytes + length, size - length);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -errno;
        if (got == 0)
            break;
        length += (size_t)got;
    }

    *ret_length = length;
    return 0;
}

static int sound_from_fd(int fd, struct sound **ret_sound,
                         const char **ret_reason)
{
    struct stat status;

    if (fstat(fd, &status) < 0)
        return -errno;
    if (!S_ISREG(status.st_mode))
        return -EINVAL;
    if (status.st_size > MAX_FILE)
        return -EFBIG;

    size_t length = 0;
    uint8_t *bytes = malloc((size_t)status.st_size + 1);
    if (!bytes)
        return -ENOMEM;

    int rc = read_whole(fd, bytes, (size_t)status.st_size, &length);
    if (rc == 0)
        rc = sound_from_wav(bytes, length, ret_sound, ret_reason);

    free(bytes);
    return rc;
}

int sound_from_file(int directory, const char *path, struct sound **ret_sound,
                    const char **ret_reason)
{
    assert(path && ret_sound);

    /* O_NONBLOCK, lest opening a FIFO waits for its writer. */
    int fd = openat(directory, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return -errno;

    int rc = sound_from_fd(fd, ret_sound, ret_reason);

    close(fd);
    return rc;
}

/* A beep and silence are tones without a country. */
static struct tone tone_of(enum sound_tone tone, const char *country)
{
    switch (tone) {
    case SOUND_RING_BACK:
        return tone_ring_back(country);
    case SOUND_BUSY:
        return tone_busy(country);
    case SOUND_BEEP:
        return (struct tone){ { 1000 }, { 200 } };
    default:
        return (struct tone){ { 0 }, { 0, 1000 } };
    }
}

int sound_from_tone(enum sound_tone tone, const char *country,
                    struct sound **ret_sound)
{
    assert(tone < SOUND_TONE_COUNT && ret_sound);

    struct tone shape = tone_of(tone, country);
    size_t count =
        tone == SOUND_MUSIC ? (size_t)MUSIC_SAMPLES : tone_samples(&shape);
    int16_t *samples = malloc(count * sizeof(samples[0]));

    if (!samples)
        return -ENOMEM;

    if (tone == SOUND_MUSIC)
        music_render(samples);
    else
        tone_render(&shape, samples);

    int rc = sound_from_samples(samples, count, ret_sound);

    free(samples);
    return rc;
}

struct sound *sound_ref(struct sound *sound)
{
    assert(sound);

    atomic_fetch_add_explicit(&sound->references, 1, memory_order_relaxed);
    return sound;
}

struct sound *sound_unref(struct sound *sound)
{
    if (sound && atomic_fetch_sub_explicit(&sound->references, 1,
                                           memory_order_acq_rel) == 1) {
        free(sound->octets);
        free(sound);
    }

    return NULL;
}

size_t sound_samples(const struct sound *sound)
{
    assert(sound);

    return sound->samples;
}

uint32_t sound_length_ms(const struct sound *sound)
{
    assert(sound);

    return (uint32_t)(sound->samples * 1000 / SOUND_RATE_HZ);
}

enum media_codec sound_law(const struct sound *sound)
{
    assert(sound);

    return sound->law;
}

const uint8_t *sound_octets(const struct sound *sound)
{
    assert(sound);

    return sound->octets;
}
