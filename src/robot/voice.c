/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everybody's voice is a tone of their own. */

#include "robot/voice.h"

#include <assert.h>
#include <math.h>

#define AMPLITUDE   8191.0 /* -12 dBov */
#define SHARE       0.8
#define LEAST_POWER 10000.0 /* a sample's mean square: -50 dBov */

static double voice_turn(unsigned voice)
{
    double hz = VOICE_LOWEST_HZ + (voice - 1) * VOICE_STEP_HZ;

    return 2.0 * acos(-1.0) * hz / SOUND_RATE_HZ;
}

int voice_sound(unsigned voice, struct sound **ret_sound)
{
    int16_t samples[VOICE_WINDOW];
    double turn = voice_turn(voice);

    assert(voice >= 1 && voice <= VOICE_COUNT);
    for (int i = 0; i < VOICE_WINDOW; i++)
        samples[i] = (int16_t)lrint(AMPLITUDE * sin(turn * i));
    return sound_from_samples(samples, VOICE_WINDOW, ret_sound);
}

/* G. Goertzel, "An Algorithm for the Evaluation of Finite Trigonometric
   Series", Amer. Math. Monthly 65, 1958: the power at one frequency. */
static double power_at(const int16_t *samples, double turn)
{
    double twice = 2.0 * cos(turn);
    double s1 = 0.0, s2 = 0.0;

    for (int i = 0; i < VOICE_WINDOW; i++) {
        double s0 = samples[i] + twice * s1 - s2;

        s2 = s1;
        s1 = s0;
    }
    return 2.0 * (s1 * s1 + s2 * s2 - twice * s1 * s2) / VOICE_WINDOW;
}

unsigned voice_recognise(const int16_t *samples)
{
    double all = 0.0;

    for (int i = 0; i < VOICE_WINDOW; i++)
        all += (double)samples[i] * samples[i];
    if (all < LEAST_POWER * VOICE_WINDOW)
        return 0;
    for (unsigned voice = 1; voice <= VOICE_COUNT; voice++)
        if (power_at(samples, voice_turn(voice)) >= SHARE * all)
            return voice;
    return 0;
}
