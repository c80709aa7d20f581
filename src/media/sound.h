/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sound that can be played into any number of streams at once. */

#ifndef MEDIA_SOUND_H
#define MEDIA_SOUND_H

#include <stddef.h>
#include <stdint.h>

/*
 * 8 kHz, mono, immutable, kept in one of the G.711 laws: 8,000 bytes a second
 * of sound. To play it is to copy bytes, or to look each up where the other
 * side wants the other law. Shared by reference counts, which are atomic; media
 * threads never make, load or free one.
 */
struct sound;

enum {
    SOUND_RATE_HZ = 8000,
    SOUND_MAX_S = 1800, /* half an hour: 14.4 MB */
};

/* Cadences and frequencies are those of ITU-T E.180, supplement 2. */
enum sound_tone {
    SOUND_SILENCE,
    SOUND_RING_BACK,
    SOUND_BUSY,
    SOUND_MUSIC, /* a calm generated piece, 32 s, loops without a seam */
    SOUND_BEEP,  /* 200 ms of 1000 Hz */
    SOUND_TONE_COUNT,
};

/**
 * Takes samples, as from a speech synthesis.
 *
 * @param samples    16 bit linear, 8 kHz, mono; copied
 * @param count      1 to SOUND_MAX_S * SOUND_RATE_HZ
 * @param ret_sound  on success, with one reference
 *
 * @return 0, -EINVAL (count out of range) or -ENOMEM
 */
int sound_from_samples(const int16_t *samples, size_t count,
                       struct sound **ret_sound);

/**
 * Takes octets of mu-law as they are, as of a recording, and of any
 * length.
 *
 * @param octets     of malloc(); taken over on success
 * @param count      above 0
 * @param ret_sound  on success, with one reference
 *
 * @return 0 or -ENOMEM
 */
int sound_from_mulaw(uint8_t *octets, size_t count, struct sound **ret_sound);

/**
 * Reads a WAV file held in memory: 8 kHz, mono, 16 bit PCM, mu-law or A-law.
 *
 * @param ret_reason  on -EBADMSG, why it was refused; English, static, marked
 *                    for translation. May be NULL.
 *
 * @return 0, -EBADMSG or -ENOMEM
 */
int sound_from_wav(const uint8_t *bytes, size_t length,
                   struct sound **ret_sound, const char **ret_reason);

/**
 * The same from a file. Blocks on the disk: not for a media thread, and for the
 * main thread at start only. Only regular files are read.
 *
 * @param directory  a descriptor that `path` is relative to, or AT_FDCWD
 *
 * @return as sound_from_wav(), or -errno of opening and reading; -EFBIG when
 *         longer than SOUND_MAX_S allows; -EINVAL when no regular file
 */
int sound_from_file(int directory, const char *path, struct sound **ret_sound,
                    const char **ret_reason);

/**
 * Makes a tone; one period of it, to be played in a loop.
 *
 * @param country  two letters of ISO 3166, such as "GB", "ES", "CZ"; others,
 *                 and NULL, give the tones most of Europe uses (425 Hz)
 *
 * @return 0 or -ENOMEM
 */
int sound_from_tone(enum sound_tone tone, const char *country,
                    struct sound **ret_sound);

/**
 * Takes one more reference.
 *
 * @return sound
 */
struct sound *sound_ref(struct sound *sound);

/**
 * Gives a reference back; the last one frees the sound.
 *
 * @param sound  may be NULL
 *
 * @return NULL always
 */
struct sound *sound_unref(struct sound *sound);

/**
 * Tells its length; above 0.
 */
size_t sound_samples(const struct sound *sound);
uint32_t sound_length_ms(const struct sound *sound);

#endif
