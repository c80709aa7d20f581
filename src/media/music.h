/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Music for those who wait, made of whole numbers instead of a record. */

#ifndef MEDIA_MUSIC_H
#define MEDIA_MUSIC_H

#include <stddef.h>
#include <stdint.h>

/*
 * Plucked chords over a slow bass: eight bars of four seconds. Notes that ring
 * past the end ring on at the beginning, so that a loop has no seam. Free of
 * rights, and the same on every machine.
 */

enum {
    MUSIC_SAMPLES = 32 * 8000,
};

/**
 * Writes the piece. Takes some 50 ms of CPU: not for a media thread.
 *
 * @param samples  MUSIC_SAMPLES of them
 */
void music_render(int16_t *samples);

#endif
