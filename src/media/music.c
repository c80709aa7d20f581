/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A score of eight chords, and strings that fade. */

#include "media/music.h"

#include <assert.h>
#include <string.h>

#include "media/sine.h"

enum {
    BARS = 8,
    BAR = MUSIC_SAMPLES / BARS,
    CHORD = 4,
    PLUCKS = 8,           /* in a bar */
    PLUCK = BAR / PLUCKS, /* half a second */
    RINGS = 3 * 8000,     /* samples a string sounds for */
    ATTACK = 160,         /* 20 ms: soft, for a narrow ear */
    BASS_LEVEL = 2600,
    STRING_LEVEL = 2200,
};

/* Frequencies of the equal temperament in millihertz, A4 = 440 Hz. */
enum pitch {
    C3 = 130813,
    D3 = 146832,
    E3 = 164814,
    F3 = 174614,
    G3 = 195998,
    A3 = 220000,
    B3 = 246942,
    C4 = 261626,
    D4 = 293665,
    E4 = 329628,
    F4 = 349228,
    G4 = 391995,
    A4 = 440000,
    B4 = 493883,
    C5 = 523251,
    D5 = 587330,
    E5 = 659255,
};

/* The bass, then the chord from below. */
static const struct bar {
    enum pitch bass;
    enum pitch chord[CHORD];
} score[BARS] = {
    { C3, { G3, C4, E4, B4 } }, { A3, { A3, C4, E4, G4 } },
    { F3, { A3, C4, F4, E5 } }, { G3, { B3, D4, G4, A4 } },
    { E3, { B3, E4, G4, D5 } }, { A3, { C4, E4, A4, C5 } },
    { D3, { A3, D4, F4, C5 } }, { G3, { B3, D4, F4, D5 } },
};

/* Which string of the chord each pluck takes. */
static const uint8_t pattern[PLUCKS] = { 0, 1, 2, 3, 2, 1, 2, 1 };

/*
 * One string: its tone and a little of its octave, quieter by 1/1024 each
 * millisecond. At most six strings and a bass sound at once, each below 1.25 of
 * its level: the sum stays within 16 bits.
 */
static void ring(enum pitch pitch, int32_t level, int16_t ret_wave[RINGS])
{
    uint32_t step = sine_step((uint32_t)pitch);
    uint32_t phase = 0;
    int32_t loudness = level << 12;

    for (int32_t i = 0; i < RINGS; i++) {
        int32_t left = RINGS - i;
        int32_t wave = sine_at(phase) + sine_at(2 * phase) / 4;
        int32_t value = wave * (loudness >> 12) / 32767;

        if (i < ATTACK)
            value = value * i / ATTACK;
        else if (left < ATTACK)
            value = value * left / ATTACK;
        ret_wave[i] = (int16_t)value;
        phase += step;
        if (i % 8 == 7)
            loudness -= loudness / 1024;
    }
}

static void add_piece(int16_t *samples, const int16_t *wave, size_t count)
{
    for (size_t i = 0; i < count; i++)
        samples[i] = (int16_t)(samples[i] + wave[i]);
}

/* What does not fit before the end goes on at the beginning. */
static void add(int16_t *samples, size_t at, const int16_t wave[RINGS])
{
    size_t left = MUSIC_SAMPLES - at;
    size_t first = left < RINGS ? left : RINGS;

    add_piece(samples + at, wave, first);
    add_piece(samples, wave + first, RINGS - first);
}

static enum pitch pitch_of(size_t pluck)
{
    return score[pluck / PLUCKS].chord[pattern[pluck % PLUCKS]];
}

/* A string sounds the same each time it is plucked: it is made once. */
static void add_string(int16_t *samples, size_t first, int16_t wave[RINGS])
{
    for (size_t before = 0; before < first; before++)
        if (pitch_of(before) == pitch_of(first))
            return;

    ring(pitch_of(first), STRING_LEVEL, wave);
    for (size_t pluck = first; pluck < (size_t)BARS * PLUCKS; pluck++)
        if (pitch_of(pluck) == pitch_of(first))
            add(samples, pluck * PLUCK, wave);
}

void music_render(int16_t *samples)
{
    int16_t wave[RINGS];

    assert(samples);

    memset(samples, 0, MUSIC_SAMPLES * sizeof(samples[0]));
    for (size_t b = 0; b < BARS; b++) {
        ring(score[b].bass, BASS_LEVEL, wave);
        add(samples, b * BAR, wave);
    }
    for (size_t pluck = 0; pluck < (size_t)BARS * PLUCKS; pluck++)
        add_string(samples, pluck, wave);
}
