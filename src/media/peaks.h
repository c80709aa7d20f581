/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outline of a recording: how loud each stretch was, for a waveform. */

#ifndef MEDIA_PEAKS_H
#define MEDIA_PEAKS_H

#include <stddef.h>
#include <stdint.h>

#include "media/tape.h"

/*
 * As many stretches as fit, all of one length, which doubles when there are too
 * many: so the outline of a minute and of four hours take the same room. Each
 * is told by its loudest sample as one of 36 steps of 2 dB.
 */
enum {
    PEAKS_MAX = 240, /* stretches; at least half of them are in use */
    PEAKS_TEXT_SIZE = PEAKS_MAX + 1,
};

struct peaks {
    uint64_t per; /* samples of a stretch */
    uint64_t in;  /* samples in the last stretch */
    size_t count; /* stretches begun */
    uint16_t loudest[TAPE_CHANNELS][PEAKS_MAX];
};

/** Begins with stretches of 20 ms. */
void peaks_init(struct peaks *peaks);

/**
 * Adds mu-law samples, left and right in turns.
 *
 * @param count  of each channel
 */
void peaks_add(struct peaks *peaks, const uint8_t *octets, size_t count);

/** Adds samples of the left channel; the right one is silent. */
void peaks_add_left(struct peaks *peaks, const uint8_t *octets, size_t count);

/**
 * Writes a channel as text, one character a stretch: 0-9 then a-z, each 2 dB
 * louder than the one before; z is full scale, 0 is 70 dB below it or less.
 */
void peaks_spell(const struct peaks *peaks, enum tape_channel channel,
                 char ret_text[PEAKS_TEXT_SIZE]);

#endif
