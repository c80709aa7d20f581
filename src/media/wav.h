/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the samples in a WAV file, and refuses every doubtful one. */

#ifndef MEDIA_WAV_H
#define MEDIA_WAV_H

#include <stddef.h>
#include <stdint.h>

/*
 * "Multimedia Programming Interface and Data Specifications 1.0" (IBM and
 * Microsoft, 1991): RIFF, chunks of an 8 byte head and an even number of bytes.
 * We take 8 kHz mono as 16 bit PCM, mu-law or A-law, and nothing that
 * contradicts itself.
 */

enum {
    WAV_MAX_CHUNKS = 64,
};

enum wav_coding {
    WAV_LINEAR_16, /* little endian */
    WAV_ALAW,
    WAV_MULAW,
};

/* Points into the file's bytes. */
struct wav_view {
    enum wav_coding coding;
    const uint8_t *data;
    size_t samples; /* above 0 */
};

/**
 * Reads the chunks' heads, not the samples. O(WAV_MAX_CHUNKS).
 *
 * @param ret_reason  on failure, why, for people: English, static, marked for
 *                    translation
 *
 * @return 0 or -EBADMSG
 */
int wav_parse(const uint8_t *bytes, size_t length, struct wav_view *ret_view,
              const char **ret_reason);

#endif
