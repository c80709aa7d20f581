/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everybody's voice is a tone of their own, so that one can tell who speaks. */

#ifndef ROBOT_VOICE_H
#define ROBOT_VOICE_H

#include <stddef.h>
#include <stdint.h>

#include "media/sound.h"

/*
 * Voices are multiples of 5 Hz: a window of 200 ms holds a whole number of
 * periods of each, so that one voice has no power at another's frequency, and
 * a sound of 200 ms joins itself. Number 0 is nobody.
 */
enum {
    VOICE_WINDOW = 1600, /* samples: 200 ms */
    VOICE_STEP_HZ = 5,
    VOICE_LOWEST_HZ = 300,
    VOICE_COUNT = 620, /* 1 to 620: 300 to 3,395 Hz */
};

/**
 * Makes the sound of a voice, to be played in a loop.
 *
 * @param voice  1 to VOICE_COUNT
 *
 * @return 0 or -ENOMEM
 */
int voice_sound(unsigned voice, struct sound **ret_sound);

/**
 * Tells whose voice a window is: the one that has 4/5 of its power and more.
 * Music, prompts, ring-back and silence are nobody's. About a million
 * multiplications.
 *
 * @param samples  VOICE_WINDOW of them
 *
 * @return 1 to VOICE_COUNT, or 0
 */
unsigned voice_recognise(const int16_t *samples);

#endif
