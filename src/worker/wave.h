/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the samples in a WAV file of any usual kind, and refuses doubtful ones. */

#ifndef WORKER_WAVE_H
#define WORKER_WAVE_H

#include <stddef.h>
#include <stdint.h>

#include "wire/worker_talk.h"

/*
 * "Multimedia Programming Interface and Data Specifications 1.0" (IBM and
 * Microsoft, 1991), and WAVEFORMATEXTENSIBLE. One walk over the chunks, forward
 * only: each step is at least 8 bytes (GHSA-rwgw-vwxg-q799 was a parser that
 * did not move on).
 */
enum {
    WAVE_MAX_CHUNKS = 64,
    WAVE_MAX_CHANNELS = 8,
    WAVE_MIN_HZ = 4000,
    WAVE_MAX_HZ = 192000,
};

enum wave_coding {
    WAVE_UNSIGNED_8,
    WAVE_SIGNED, /* 16, 24 or 32 bits, little endian */
    WAVE_FLOAT,  /* 32 or 64 bits, little endian */
    WAVE_ALAW,
    WAVE_MULAW,
};

/* Points into the file's bytes. */
struct wave {
    enum wave_coding coding;
    unsigned channels; /* 1 to WAVE_MAX_CHANNELS */
    unsigned width;    /* bytes of a sample */
    uint32_t rate_hz;  /* WAVE_MIN_HZ to WAVE_MAX_HZ */
    const uint8_t *data;
    size_t frames; /* above 0, and no more than WORKER_MAX_S take */
};

/**
 * Reads the chunks' heads, not the samples. O(WAVE_MAX_CHUNKS).
 *
 * @return WORKER_DONE, or why it is refused
 */
enum worker_outcome wave_parse(const uint8_t *bytes, size_t length,
                               struct wave *ret_wave);

/**
 * Reads frames as the mean of their channels, full scale being 1. What is no
 * number is silence, what is beyond full scale is cut.
 *
 * @param at     first frame; at + count <= frames
 */
void wave_read(const struct wave *wave, size_t at, size_t count,
               float *ret_samples);

#endif
